"""`/quydinh`: bell times, cut-offs and limits; seen in one message, changed one at a time in words.

/quydinh sáng 7:00
/quydinh báo vắng 25 phút
/quydinh ngày học thứ 2 đến thứ 6
"""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers.context import Context
from handlers.rule_words import ABOUT, example_of, value_words
from handlers.texts import Html
from services.rule_changes import Rule, change, every_rule
from services.rule_forms import DAY_FORMS, read_wish
from services.score_rule_forms import SCORE_FORMS


async def command(message: Message, command: CommandObject, ctx: Context) -> None:
    """/quydinh, alone or with a rule and its new value."""
    t, words = ctx.t, (command.args or "").strip()
    rules = await every_rule(ctx.unit)  # who may not see them is not taught how to set them
    if words:
        done = await change(ctx.unit, read_wish(words))
        await message.answer(
            t(
                "rule-saved",
                about=t.plain(ABOUT[done.form.name]),
                before=value_words(t.plain, done.form, done.before),
                after=value_words(t.plain, done.form, done.after),
            )
        )
        return
    of_day = [_line(ctx, rule) for rule in rules if rule.form in DAY_FORMS]
    of_scores = [_line(ctx, rule) for rule in rules if rule.form in SCORE_FORMS]
    await message.answer("\n".join([t("rule-head"), *of_day]))
    await message.answer("\n".join([t("rule-head-scores"), *of_scores, "", t("rule-how")]))


def _line(ctx: Context, rule: Rule) -> str:
    t = ctx.t
    return t(
        "rule-line-chat",
        about=t.plain(ABOUT[rule.form.name]),
        value=value_words(t.plain, rule.form, rule.value),
        own="yes" if rule.own else "no",
        example=Html(f"<code>/quydinh {example_of(rule.form)}</code>"),
    )


def router() -> Router:
    """For the heads and the administrator."""
    r = Router(name="school rules")
    r.message.register(command, Command("quydinh", "rules"))
    return r
