"""`/quydinhduyet`: the principal says which notices are to be asked about first.

Money is asked about always, so it has no button.
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers.context import Context
from handlers.notice_words import AUDIENCES, SUBJECTS
from handlers.showing import button, keyboard, show
from services import notice_rules
from services.notice_rules import ApprovalRules

SUBJECT_SWITCHES = ("trip", "routine", "other")


class RuleSwitch(CallbackData, prefix="nru"):
    """One kind, on or off; carries what it shall be, so that two taps are one."""

    kind: str
    on: bool


async def begin(message: Message, ctx: Context) -> None:
    """/quydinhduyet."""
    rules = await notice_rules.own_rules(ctx.unit)
    await message.answer(ctx.t("notice-rules"), reply_markup=_switches(ctx, rules))


async def switch(query: CallbackQuery, callback_data: RuleSwitch, ctx: Context, bot: Bot) -> None:
    """One kind more or less."""
    rules = await notice_rules.switch_rule(ctx.unit, callback_data.kind, callback_data.on)
    text = f"{ctx.t('notice-rules')}\n{ctx.t('notice-rules-saved')}"
    await show(query, bot, ctx, text, _switches(ctx, rules))


def _switches(ctx: Context, rules: ApprovalRules) -> InlineKeyboardMarkup | None:
    t = ctx.t
    labels = {
        **{kind: t.plain(SUBJECTS[kind]) for kind in SUBJECT_SWITCHES},
        "grade": t.plain("notice-rules-grade"),
        **{kind: t.plain(AUDIENCES[kind]) for kind in ("school", "staff")},
    }
    active = rules.subjects | rules.audiences
    return keyboard(
        *(
            [
                button(
                    t.plain(
                        "notice-rules-on" if kind in active else "notice-rules-off", kind=label
                    ),
                    RuleSwitch(kind=kind, on=kind not in active).pack(),
                )
            ]
            for kind, label in labels.items()
        )
    )


def router() -> Router:
    """For the principal."""
    r = Router(name="notice rules")
    r.message.register(begin, Command("quydinhduyet"))
    r.callback_query.register(switch, RuleSwitch.filter())
    return r
