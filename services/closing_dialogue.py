"""The talk that calls lessons off: what was said, what is still missing, what can be chosen."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from services.access import Action
from services.attendance_states import Half
from services.closing import Wish
from services.closure_words import Said, day_of, read, reason_of
from services.errors import Invalid, NotFound
from services.leave_days import next_school_days
from services.leave_text.said import Span
from services.school_rules import rules_of
from services.unit import Unit
from storage import households

ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Draft:
    """A closure that is being said; what is empty is still to be asked."""

    scope: str | None = None
    ids: tuple[int, ...] = ()
    span: Span | None = None
    reason: str | None = None
    makeup: date | None = None

    @property
    def wish(self) -> Wish | None:
        """All that is needed, once it is there."""
        if self.scope is None or self.span is None:
            return None
        span = self.span
        return Wish(
            self.scope, self.ids, span.first, span.last, span.half, self.reason, self.makeup
        )

    def dump(self) -> dict[str, Any]:
        """As JSON."""
        span = self.span
        return {
            "scope": self.scope,
            "ids": list(self.ids),
            "span": dump_span(span) if span else None,
            "reason": self.reason,
            "makeup": str(self.makeup) if self.makeup else None,
        }

    @classmethod
    def load(cls, data: dict[str, Any]) -> "Draft":
        """The reverse of `dump`."""
        return cls(
            data["scope"],
            tuple(data["ids"]),
            load_span(data["span"]) if data["span"] else None,
            data["reason"],
            date.fromisoformat(data["makeup"]) if data["makeup"] else None,
        )


def dump_span(span: Span) -> list[str]:
    """Days as JSON."""
    return [str(span.first), str(span.last), span.half.value if span.half else ""]


def load_span(data: list[str]) -> Span:
    """The reverse of `dump_span`."""
    half = Half(data[2]) if data[2] else None
    return Span(date.fromisoformat(data[0]), date.fromisoformat(data[1]), half)


async def begin(unit: Unit, text: str, draft: Draft | None = None) -> Draft:
    """The draft with what the message adds. Raises `NotAllowed`, `NotFound` for a class or grade
    that there is not, and `Invalid` for days that are not on end."""
    unit.require(Action.CLOSE_SESSIONS)
    said = await _said(unit, text)
    if said.unknown is not None:
        names = ", ".join(each.name for each in await households.classes(unit.session, unit.today))
        raise NotFound("closure-unknown", typed=said.unknown, known=names)
    if said.several:
        raise Invalid("closure-several")
    draft = draft or Draft()
    span = await _whole(unit, said.span) if said.span else draft.span
    return Draft(
        said.scope or draft.scope,
        said.ids if said.scope else draft.ids,
        span,
        said.reason or draft.reason,
        said.makeup or draft.makeup,
    )


async def _said(unit: Unit, text: str) -> Said:
    every = await households.classes(unit.session, unit.today)
    names = {each.name: each.id for each in every}
    return read(text, unit.today, names, frozenset(each.grade for each in every))


async def _whole(unit: Unit, span: Span) -> Span:
    """ "3 ngày từ mai" as days on end."""
    if span.count is None:
        return span
    days = await next_school_days(unit, span.first, min(span.count, 31))
    return Span(span.first, days[-1] if days else span.first, span.half)


async def grades(unit: Unit) -> list[int]:
    """The grades to choose from."""
    unit.require(Action.CLOSE_SESSIONS)
    return sorted({each.grade for each in await households.classes(unit.session, unit.today)})


async def days(unit: Unit) -> list[Span]:
    """The days to choose from: what is left of today, tomorrow, the next school day."""
    unit.require(Action.CLOSE_SESSIONS)
    rules, today = await rules_of(unit), unit.today
    found: list[Span] = []
    for day in await next_school_days(unit, today, 3):
        if day > today + timedelta(days=4):
            break
        if day > today:
            found.append(Span(day, day))
            continue
        if unit.now < rules.ends(day, Half.MORNING, unit.zone):
            found.append(Span(day, day))
        if unit.now < rules.ends(day, Half.AFTERNOON, unit.zone):
            found.append(Span(day, day, Half.AFTERNOON))
    return found


async def with_days(unit: Unit, draft: Draft, text: str) -> Draft:
    """The draft with typed days; raises `Invalid` with a right example."""
    span = day_of(text, unit.today)
    if span is None:
        raise Invalid("closure-day-unclear")
    return replace(draft, span=await _whole(unit, span))


def with_reason(draft: Draft, text: str) -> Draft:
    """The draft with a typed reason."""
    return replace(draft, reason=reason_of(text) or None)
