"""From words or taps to a request: what a message leaves open, what may be answered, and the end.

Codes of the choices: `c7` a child, `cx` none of them, `s0` the first of the days to choose from,
`d2026-11-30` a day, `m` many days, `pw pm pa pl pe` whole day, morning, afternoon, late, early,
`l3` a lesson, `hm ha` a half-day.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from services.attendance_states import Half
from services.errors import Invalid, NotAllowed, Outdated
from services.leave_changes import own_open
from services.leave_days import next_school_days, resolve
from services.leave_draft import Ask, Draft, next_question
from services.leave_parts import moment, still_ahead
from services.leave_request import ask
from services.leave_text import Doubt, Kind, LeaveText, Part, Span, answer_days, answer_part
from services.leave_text.reading import read_leave
from services.leave_wish import Asked, Wish, own_pupil
from services.name_syllables import fold
from services.names import Fit, Named, NameIndex
from services.school_days import school_day
from services.unit import Unit
from storage import families
from storage.families import PupilRow

OFFERED = 6  # days that are offered as choices
MANY = 9  # where days on end are chosen; with the way out as many as typed letters can name
LESSONS_OFFERED = {Kind.LATE: (2, 3, 4), Kind.EARLY: (2, 3, 4, 5)}
PARTS = {"pw": None, "pm": Half.MORNING, "pa": Half.AFTERNOON}
SAID = {  # typed without marks
    "pw": ("ca ngay", "nguyen ngay", "whole", "all day"),
    "pm": ("sang", "morning"),
    "pa": ("chieu", "afternoon"),
    "pl": ("muon", "tre", "late"),
    "pe": ("som", "don", "ruoc", "early"),
}
ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a question offers: children, days or spans; `many`: also days on end."""

    children: tuple[PupilRow, ...] = ()
    spans: tuple[Span, ...] = ()
    days: tuple[date, ...] = ()
    many: bool = False
    lessons: tuple[int, ...] = ()


async def own_children(unit: Unit) -> list[PupilRow]:
    """The actor's own children who are in a class, by name."""
    if unit.actor is None or not unit.actor.is_guardian:
        return []
    found = await families.pupils(unit.session, unit.actor.children, unit.today)
    return sorted((p for p in found.values() if p.class_id), key=lambda pupil: pupil.name)


async def read(unit: Unit, text: str) -> LeaveText | None:
    """What a guardian's message asks for, against the names of their own children."""
    children = await own_children(unit)
    if not children:
        return None
    return read_leave(text, unit.today, _index(children))


def _index(children: Sequence[PupilRow]) -> NameIndex:
    return NameIndex([Named(child.id, child.name) for child in children])


async def begin(unit: Unit, text: LeaveText) -> Draft:
    """What a message has said already; the rest is asked."""
    children = await own_children(unit)
    pupils: tuple[int, ...] = text.children
    if Doubt.CHILD in text.doubts:
        pupils = ()
    elif text.all_children:
        ids = tuple(child.id for child in children)
        pupils = ids if text.how_many in (0, len(ids)) else ()
    elif not pupils and len(children) == 1:
        pupils = (children[0].id,)
    days = text.days
    unsure = {Doubt.DAY, Doubt.UNTIL} & set(text.doubts)
    draft = Draft(
        text.kind,
        pupils,
        spans=() if unsure else days.spans,
        options=days.options,
        day_half=days.half.value if days.half else None,
        part=text.part,
        unsure_part=Doubt.PART in text.doubts,
        reason=text.reason,
        stranger=text.stranger,
    )
    if days.more and days.count and pupils:
        draft = await _after_the_last(unit, draft, days.count)
    named = days.spans or days.options or days.half
    if text.kind in (Kind.LATE, Kind.EARLY) and not draft.spans and not named:
        draft = await _today_if_ahead(unit, draft, children)
    return await settled(unit, draft)


async def _after_the_last(unit: Unit, draft: Draft, count: int) -> Draft:
    """ "nghỉ thêm 2 ngày" follows the child's own open request."""
    mine = [each for each in await own_open(unit, draft.pupils[0]) if each.leave.kind == "leave"]
    if not mine or len(draft.pupils) != 1:
        return draft
    start = max(span.last for each in mine for span in each.spans) + ONE
    return replace(draft, spans=(Span(start, start, count=count),), options=())


async def _today_if_ahead(unit: Unit, draft: Draft, children: Sequence[PupilRow]) -> Draft:
    """Late or early without a day is today, unless that hour has passed or there is no school."""
    class_id = next((c.class_id for c in children if c.id in draft.pupils or not draft.pupils), 0)
    if draft.part.at is not None:  # an hour outside of lessons is told at once
        await moment(unit, class_id or 0, unit.today, draft.kind or Kind.LATE, draft.part)
    if (await school_day(unit, unit.today)).off is not None:
        return draft
    if not await still_ahead(unit, class_id or 0, draft.kind or Kind.LATE, draft.part):
        return draft
    return replace(draft, spans=(Span(unit.today, unit.today),))


async def settled(unit: Unit, draft: Draft) -> Draft:
    """The draft with what the timetable says of it: the half-day of a lesson."""
    if next_question(draft) is not Ask.HALF:
        return draft
    pupil = await own_pupil(unit, draft.pupils[0])
    kind = draft.kind or Kind.LATE
    when = await moment(unit, pupil.class_id or 0, draft.spans[0].first, kind, draft.part)
    return draft if when is None else replace(draft, part=replace(draft.part, half=when.half))


async def choices(unit: Unit, draft: Draft) -> Choices:
    """What may be chosen as the answer to the next question."""
    question = next_question(draft)
    if question is Ask.CHILD:
        return Choices(children=tuple(await own_children(unit)))
    if question is Ask.DAY:
        if draft.options:
            return Choices(spans=draft.options)
        many = draft.kind in (None, Kind.LEAVE)
        return Choices(days=tuple(await _days_ahead(unit, unit.today, OFFERED)), many=many)
    if question is Ask.FIRST:
        return Choices(days=tuple(await _days_ahead(unit, unit.today, MANY)))
    if question is Ask.LAST and draft.first is not None:
        return Choices(days=tuple(await _days_ahead(unit, draft.first + ONE, MANY)))
    if question is Ask.WHEN and draft.kind is not None:
        return Choices(lessons=LESSONS_OFFERED[draft.kind])
    return Choices()


async def _days_ahead(unit: Unit, start: date, count: int) -> list[date]:
    return await next_school_days(unit, start, count)


async def answer(unit: Unit, draft: Draft, code: str) -> Draft:
    """The draft with a choice applied; raises `Outdated` for one that the question has not."""
    question, rest = next_question(draft), code[1:]
    try:
        if question is Ask.CHILD and code.startswith("c"):
            return await _with_child(unit, draft, int(rest))
        if question is Ask.DAY and code == "m":
            return replace(draft, many=True, options=(), kind=draft.kind or Kind.LEAVE)
        if question is Ask.DAY and code.startswith("s"):
            return await _with_days(unit, draft, (draft.options[int(rest)],))
        if question in (Ask.DAY, Ask.FIRST, Ask.LAST) and code.startswith("d"):
            return await _with_day(unit, draft, date.fromisoformat(rest))
        if question is Ask.PART and code in PARTS:
            return _with_part(draft, PARTS[code])
        if question is Ask.PART and code in ("pl", "pe"):
            kind = Kind.LATE if code == "pl" else Kind.EARLY
            return replace(draft, kind=kind, part=Part(), unsure_part=False)
        if question is Ask.WHEN and code.startswith("l"):
            part = replace(draft.part, period=int(rest))
            return await settled(unit, replace(draft, part=part))
        if question is Ask.HALF and code in ("hm", "ha"):
            half = Half.MORNING if code == "hm" else Half.AFTERNOON
            return replace(draft, part=replace(draft.part, half=half))
    except (ValueError, IndexError):
        raise Outdated from None
    raise Outdated


async def typed(unit: Unit, draft: Draft, text: str) -> Draft | None:
    """The draft with a typed answer; None where it answers nothing."""
    question = next_question(draft)
    if question is Ask.CHILD:
        found = _index(await own_children(unit)).fits(text.strip())
        return await _with_child(unit, draft, found.ids[0]) if found.fit is Fit.ONE else None
    if question in (Ask.DAY, Ask.FIRST, Ask.LAST):
        days = answer_days(text, unit.today)
        if not days.spans:
            return None
        if question is not Ask.DAY and days.spans[0].first == days.spans[0].last:
            return await _with_day(unit, draft, days.spans[0].first)
        return await _with_days(unit, draft, days.spans)
    if question is Ask.WHEN and draft.kind is not None:
        part = answer_part(text, unit.today, draft.kind)
        half = part.half or draft.part.half
        if not part.known:
            return None
        return await settled(unit, replace(draft, part=replace(part, half=half)))
    if question in (Ask.PART, Ask.HALF):
        codes = [code for code, words in SAID.items() if any(w in fold(text) for w in words)]
        if question is Ask.HALF:
            codes = [f"h{code[1]}" for code in codes if code in ("pm", "pa")]
        return await answer(unit, draft, codes[0]) if len(codes) == 1 else None
    return None


async def _with_child(unit: Unit, draft: Draft, pupil_id: int) -> Draft:
    pupil = await own_pupil(unit, pupil_id)
    return await settled(unit, replace(draft, pupils=(pupil.id,), stranger=None))


async def _with_day(unit: Unit, draft: Draft, day: date) -> Draft:
    if draft.many and draft.first is None:
        await resolve(unit, [Span(day, day)])
        return replace(draft, first=day)
    if draft.many and draft.first is not None:
        if day < draft.first:
            raise Invalid("leave-end-before-start")
        return await _with_days(unit, draft, (Span(draft.first, day),))
    half = Half(draft.day_half) if draft.day_half else None
    return await _with_days(unit, draft, (Span(day, day, half),))


async def _with_days(unit: Unit, draft: Draft, spans: tuple[Span, ...]) -> Draft:
    """The days, once the calendar has said that they can be asked for."""
    await resolve(unit, spans)
    several = len(spans) > 1 or spans[0].first != spans[0].last or spans[0].count is not None
    kind = Kind.LEAVE if draft.kind is None and several else draft.kind
    return await settled(unit, replace(draft, spans=spans, options=(), kind=kind))


def _with_part(draft: Draft, half: Half | None) -> Draft:
    spans = tuple(replace(span, half=half) for span in draft.spans)
    return replace(draft, kind=Kind.LEAVE, spans=spans, whole=True, unsure_part=False)


async def finish(unit: Unit, draft: Draft) -> list[Asked]:
    """Ask for what is known in full; for several children one request each."""
    if next_question(draft) is not None or draft.kind not in (Kind.LEAVE, Kind.LATE, Kind.EARLY):
        raise NotAllowed
    return [
        await ask(
            unit,
            Wish(pupil_id, draft.kind, draft.spans, draft.part, draft.reason, draft.replaces),
        )
        for pupil_id in draft.pupils
    ]
