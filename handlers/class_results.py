"""`/ketqua 7A1 hk1`: a class's levels of results, why each pupil has theirs, what is missing."""

from collections import Counter

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers import child_results
from handlers.context import Context
from handlers.notices.absence_summary import CUT, ROOM, fitting
from handlers.result_words import LEVELS
from handlers.score_words import figure, short_name
from handlers.texts import Texts
from services.class_results import YEAR, ClassResults, PupilResult, class_results
from services.errors import Invalid, NotAllowed
from services.evaluation.kinds import Level
from services.evaluation.tt22 import Reason, Why
from services.name_syllables import fold
from services.rosters import classes
from services.score_terms import term_now
from services.score_text.head import read_head

WHY = {
    Why.ALL_AT_LEAST: "why-all",
    Why.STRONG_AT_LEAST: "why-strong",
    Why.NONE_BELOW: "why-all",
    Why.REMARKS_PASSED: "why-remarks",
    Why.REMARKS_ONE_FAILED: "why-remarks",
}
STRONG = 6
NAMED = 4  # subjects that one line names


async def command(message: Message, command: CommandObject, ctx: Context, bot: Bot) -> None:
    """/ketqua, with a class and a term or "cả năm"; one's own class where none is named. A family
    sees what was approved for its own child."""
    words = command.args or ""
    if ctx.actor is not None and ctx.actor.is_guardian and not ctx.actor.is_staff:
        await child_results.show(message, ctx, bot, words)
        return
    lists = [c for c in await classes(ctx.unit) if c.class_id is not None]
    head = read_head(words, [c.name for c in lists])
    actor = ctx.unit.who
    named = [c for c in lists if c.name in head.class_names]
    named = named or [c for c in lists if c.class_id in actor.homeroom_of]
    if len(named) != 1 or named[0].class_id is None:
        raise Invalid("results-how")
    year = "ca nam" in fold(words)
    term = YEAR if year else head.term or await term_now(ctx.unit)
    seen = await class_results(ctx.unit, named[0].class_id, term)
    lines = lines_of(ctx.t, seen)
    await message.answer(fitting(ctx.t, lines, min(ROOM, ctx.capabilities.text_length) - CUT))


async def own_child(message: Message, command: CommandObject, ctx: Context, bot: Bot) -> None:
    """/ketquacon, for a teacher who has a child at the school."""
    if ctx.actor is None or not ctx.actor.is_guardian:
        raise NotAllowed("child-scores-not-yours")
    await child_results.show(message, ctx, bot, command.args or "")


def lines_of(t: Texts, seen: ClassResults) -> list[str]:
    """How many have which level, where marks are missing, then each pupil with the reason."""
    levels = Counter(p.verdict.level for p in seen.pupils if p.verdict is not None)
    lines = [t("results-head", term=seen.term, **{"class": seen.class_name})]
    if levels:
        counts = "; ".join(f"{t.plain(LEVELS[of])} {levels[of]}" for of in LEVELS if levels[of])
        lines.append(t("results-counts", counts=counts))
    waiting = Counter(s.name for p in seen.pupils for s in p.missing)
    if waiting:
        shown = "; ".join(f"{name} {count}" for name, count in waiting.items())
        lines.append(t("results-missing", subjects=shown))
    lines += [_pupil(t, seen, p) for p in seen.pupils if p.verdict is not None]
    return lines


def _pupil(t: Texts, seen: ClassResults, of: PupilResult) -> str:
    """ "16. Đức Minh: Khá (không Tốt vì Khoa học tự nhiên 6,4)"."""
    verdict = of.verdict
    assert verdict is not None  # others have no line
    why = [_why(t, seen, reason) for reason in verdict.against]
    better = Level(verdict.base + 1) if verdict.base < Level.VERY_GOOD else None
    lifted = seen.subjects[verdict.adjusted_for].name if verdict.adjusted_for else "none"
    return t(
        "results-line",
        number=of.place.number or 0,
        name=short_name(of.place.full_name, 24),
        level=t.plain(LEVELS[verdict.level]),
        better=t.plain(LEVELS[better]) if better and why else "none",
        why="; ".join(why),
        lifted=lifted,
        unsettled="yes" if verdict.ambiguous else "no",
    )


def _why(t: Texts, seen: ClassResults, reason: Reason) -> str:
    """What stood against the next level."""
    subjects = ", ".join(
        seen.subjects[code].name + (f" {figure(value)}" if value is not None else "")
        for code, value in reason.against[:NAMED]
    )
    bound = figure(reason.bound) if reason.bound is not None else ""
    rest = max(0, len(reason.against) - NAMED)
    return t.plain(
        WHY[reason.why],
        subjects=subjects,
        bound=bound,
        count=reason.count,
        strong=STRONG,
        rest=rest,
    )


def router() -> Router:
    """For homeroom teachers and the heads."""
    r = Router(name="class results")
    r.message.register(command, Command("ketqua", "results"))
    r.message.register(own_child, Command("ketquacon", "childresults"))
    r.callback_query.register(child_results.pick, child_results.ChildResult.filter())
    return r
