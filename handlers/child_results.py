"""`/ketqua` for a family: what was approved for its own child, as a card; told by itself when it is
(circular 15/2026 art. 22.2: the own child's alone)."""

from typing import Any

from aiogram import Bot
from aiogram.filters.callback_data import CallbackData
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from handlers.context import Context
from handlers.notices.results import result_lines
from handlers.outside import reckoned
from handlers.printing import typeset
from handlers.result_words import TITLES, level_words, mark_words, outcome_words, stage_words
from handlers.showing import button, keyboard
from handlers.texts import Texts
from services.leave_dialogue import own_children
from services.name_syllables import fold
from services.results.outcomes import Told, child_results

TEMPLATE = "child_results.typ"


class ChildResult(CallbackData, prefix="crs"):
    """A child whose newest result is looked at, or an older one by its place."""

    pupil: int
    place: int


async def show(message: Message, ctx: Context, bot: Bot, words: str) -> None:
    """The newest result of the child that is named, or of the only one."""
    children = await own_children(ctx.unit)
    named = [c for c in children if fold(c.name).split()[-1] in fold(words).split()]
    found = named or children
    if len(found) == 1:
        await _send(bot, ctx, found[0].id, 0)
        return
    choices = [button(c.name, ChildResult(pupil=c.id, place=0).pack()) for c in found]
    await message.answer(
        ctx.t("child-scores-which"), reply_markup=keyboard(*[[choice] for choice in choices])
    )


async def pick(query: CallbackQuery, callback_data: ChildResult, ctx: Context, bot: Bot) -> None:
    """A child was chosen, or an older result."""
    await query.answer()
    await _send(bot, ctx, callback_data.pupil, callback_data.place)


async def _send(bot: Bot, ctx: Context, pupil_id: int, place: int) -> None:
    t, chat = ctx.t, int(ctx.chat)
    found = await child_results(ctx.unit, pupil_id)
    if not found:
        await bot.send_message(chat, t("child-results-none"))
        return
    told = found[max(0, min(place, len(found) - 1))]
    shown = facts(t, told)

    async def prepare() -> Any:
        return lambda: typeset.picture(TEMPLATE, shown)

    data: bytes = await reckoned(ctx, "child-results", prepare)
    others = [
        button(stage_words(t, other.facts["stage"]), ChildResult(pupil=pupil_id, place=at).pack())
        for at, other in enumerate(found)
        if other is not told
    ]
    head, *lines = result_lines(t, told.facts)
    await bot.send_photo(chat, BufferedInputFile(data, "ket-qua.png"), caption=head)
    markup = keyboard(*[[each] for each in others])
    await bot.send_message(chat, "\n".join(lines), reply_markup=markup)  # a caption is short


def facts(t: Texts, told: Told) -> dict[str, Any]:
    """What the template draws."""
    of = told.facts
    stage = stage_words(t, of["stage"])
    of_year = of["stage"] > 1
    heads = [t.plain("child-scores-subject"), t.plain("child-results-term", term=1)]
    if of_year:
        heads += [t.plain("child-results-term", term=2), t.plain("score-page-year")]
    rows = []
    for each in of["subjects"]:
        marks = [*each["terms"], *([each["year"]] if of_year else [])]
        rows.append([each["name"], *(mark_words(t, mark) for mark in marks)])
    boxes = [
        [t.plain("child-results-level"), level_words(t, of["results"])],
        [t.plain("child-results-conduct"), level_words(t, of["conduct"])],
        [t.plain("child-results-absent"), str(of["absent"])],
    ]
    return {
        "title": of["pupil"],
        "under": t.plain("child-results-under", stage=stage, **{"class": of["class"]}),
        "heads": heads,
        "rows": rows,
        "boxes": boxes,
        "outcome": outcome_words(t, of["outcome"]),
        "title_won": t.plain(TITLES[of["title"]]) if of["title"] else "",
        "remark": of["remark"],
        "remarks": [[each["subject"], each["text"]] for each in of["remarks"]],
    }
