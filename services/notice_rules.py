"""Which notices the principal has to see first, and why: the school's setting over one default.

Money always does, and no setting turns it off; the principal's own notices never do. A notice to
one's own class about everyday things goes out directly.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from services.access import Action, Actor, may
from services.audiences import Audience, AudienceKind, targets
from services.errors import Outdated
from services.identity import load_actor
from services.notice_money import about_money, about_trip
from services.unit import Unit
from storage import school_settings
from storage.tables import Notice

KEY = "notice-approval"


class Subject(StrEnum):
    """What a notice is about."""

    ROUTINE = "routine"
    TRIP = "trip"
    MONEY = "money"
    OTHER = "other"


class Why(StrEnum):
    """Why a notice goes to the principal."""

    MONEY = "money"
    TRIP = "trip"
    ROUTINE = "routine"
    OTHER = "other"
    GRADE = "grade"
    SCHOOL = "school"
    STAFF = "staff"
    OTHER_CLASS = "other-class"


WIDE = {
    AudienceKind.GRADE: Why.GRADE,
    AudienceKind.SCHOOL: Why.SCHOOL,
    AudienceKind.STAFF: Why.STAFF,
}


@dataclass(frozen=True, slots=True)
class ApprovalRules:
    """The kinds that need approval; money does beside them, always."""

    subjects: frozenset[str] = frozenset({Subject.TRIP})
    audiences: frozenset[str] = frozenset(
        {AudienceKind.GRADE, AudienceKind.SCHOOL, AudienceKind.STAFF}
    )


async def rules_of(unit: Unit) -> ApprovalRules:
    """The school's rules."""
    stored: dict[str, Any] = await school_settings.get(unit.session, KEY, {})
    default = ApprovalRules()
    return ApprovalRules(
        frozenset(stored.get("subjects", default.subjects)),
        frozenset(stored.get("audiences", default.audiences)),
    )


async def set_rules(unit: Unit, rules: ApprovalRules) -> None:
    """Change them, as the principal; raises `ValueError` or `KeyError` for no such kind."""
    unit.require(Action.DELEGATE)
    subjects = sorted(Subject(each).value for each in rules.subjects)
    audiences = sorted(WIDE[AudienceKind(each)].value for each in rules.audiences)
    stored = {"subjects": subjects, "audiences": audiences}
    await school_settings.put(unit.session, KEY, stored)
    unit.audit("notice.rules", KEY, **stored)


async def own_rules(unit: Unit) -> ApprovalRules:
    """The rules, for the principal to change."""
    unit.require(Action.DELEGATE)
    return await rules_of(unit)


async def switch_rule(unit: Unit, kind: str, on: bool) -> ApprovalRules:
    """Have one kind of subject or audience approved, or not any more."""
    rules = await own_rules(unit)
    audiences = {wide.value for wide in WIDE}
    known = audiences | {Subject.TRIP, Subject.ROUTINE, Subject.OTHER}
    if kind not in known:
        raise Outdated
    of_audience = kind in audiences
    old = rules.audiences if of_audience else rules.subjects
    new = old | {kind} if on else old - {kind}
    changed = replace(rules, **{"audiences" if of_audience else "subjects": new})
    await set_rules(unit, changed)
    return changed


def subject_of(chosen: str, text: str) -> Subject:
    """What a notice is about: its own words count for more than what the writer says."""
    if chosen == Subject.MONEY or about_money(text):
        return Subject.MONEY
    if chosen == Subject.TRIP or about_trip(text):
        return Subject.TRIP
    return Subject(chosen)


async def why_approval(
    unit: Unit, author: Actor, audience: Audience, subject: str
) -> tuple[Why, ...]:
    """Why this notice of this author needs approval; empty where it may go out directly."""
    if may(author, Action.SEND_WITHOUT_APPROVAL):
        return ()
    rules = await rules_of(unit)
    why: list[Why] = []
    if subject == Subject.MONEY or subject in rules.subjects:
        why.append(Why(subject))
    if audience.kind in rules.audiences and audience.kind in WIDE:
        why.append(WIDE[audience.kind])
    elif audience.kind not in WIDE and not all(
        may(author, Action.SEND_WITHOUT_APPROVAL, target) for target in targets(audience)
    ):
        why.append(Why.OTHER_CLASS)
    return tuple(why)


async def reasons_for(unit: Unit, notice: Notice) -> tuple[Why, ...]:
    """Why a notice needs approval, as it stands now."""
    author = await load_actor(unit, notice.author_id)
    subject = subject_of(notice.subject, notice.text)
    why = await why_approval(unit, author, Audience.load(notice.audience), subject)
    if subject is Subject.MONEY and why and about_trip(notice.text):
        return (why[0], Why.TRIP, *why[1:])  # both are said, though money is what it counts as
    return why
