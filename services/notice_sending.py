"""A notice leaves: its recipients are written down and every one of them is promised a message.

Used by the author who may send directly and by whoever approves; the author sees the progress
either way. Who has no account is written down too, so that nobody is passed over in silence.
"""

from dataclasses import dataclass
from typing import Any

from services.access import Role
from services.audiences import Audience, Recipient, recipients, require_address
from services.errors import AlreadyDecided, NotAllowed, NotFound, Outdated
from services.identity import load_actor
from services.notice_progress import show_progress
from services.notice_rules import reasons_for
from services.profiles import school_name
from services.reach import by_telephone
from services.unit import Unit
from storage import families, households, outbox
from storage import notices as store
from storage.outbox import Outgoing, Priority
from storage.tables import Notice

FAMILY_NOTICE = "notice"
POSTS = (
    Role.PRINCIPAL,
    Role.VICE_PRINCIPAL,
    Role.HOMEROOM_TEACHER,
    Role.NURSE,
    Role.OFFICE,
    Role.SUBJECT_TEACHER,
)
OVER = ("sending", "done", "withdrawing", "cancelled")


@dataclass(frozen=True, slots=True)
class SentNotice:
    """How many people it is for, and how many of them cannot be written to."""

    notice_id: int
    people: int
    unlinked: int


def owner_of(notice_id: int) -> str:
    """What the promises of a notice belong to; the deliverer counts their outcomes by it."""
    return f"notice:{notice_id}"


def key_of(notice_id: int, person_id: int) -> str:
    """The one promise of a notice to a person."""
    return f"notice:{notice_id}:{person_id}"


async def send_notice(unit: Unit, notice_id: int) -> SentNotice:
    """Send a draft that needs no approval, or a pending notice that was approved.

    Decided by one conditional update: raises `AlreadyDecided` where it has been sent or withdrawn
    in the meantime, `NotAllowed` for a draft that needs approval.
    """
    notice = await store.get(unit.session, notice_id)
    if notice is None:
        raise NotFound("notice-not-there")
    was = notice.status
    await _require(unit, notice)
    if not await store.move(
        unit.session, notice_id, (was,), status="sending", sent_at=unit.now, shown=None
    ):
        raise Outdated
    await unit.session.refresh(notice)
    people = await recipients(unit, Audience.load(notice.audience), notice.author_id)
    promised = await _promise(unit, notice, people)
    sent = SentNotice(notice_id, len(people), len(people) - promised)
    if was == "pending":
        notice.progress_row_id = None  # approved later: the author hears of it in a new message
        await unit.session.flush()
    await show_progress(unit, notice)
    unit.audit(
        "notice.sent",
        f"notice:{notice_id}",
        about=notice.subject,
        kind=notice.kind,
        people=sent.people,
        unlinked=sent.unlinked,
    )
    return sent


async def _require(unit: Unit, notice: Notice) -> None:
    """The author's own draft that needs no approval, or a pending one that was approved."""
    if notice.status in OVER:
        raise AlreadyDecided(
            "notice-withdrawn-already" if notice.cancelled_at else "notice-sent-already"
        )
    if notice.status == "pending":
        if not await store.is_approved(unit.session, notice.id):
            raise NotAllowed
        return
    if notice.status != "draft" or notice.author_id != unit.who.person_id:
        raise NotAllowed
    require_address(unit, Audience.load(notice.audience))
    if await reasons_for(unit, notice):
        raise NotAllowed("notice-needs-approval")


async def look_of(unit: Unit, notice: Notice, about: list[list[str]]) -> dict[str, Any]:
    """What the message to one recipient shows, as parameters of the notice."""
    return await _frame(unit, notice) | {"about": about}


async def _frame(unit: Unit, notice: Notice) -> dict[str, Any]:
    """What all recipients see alike: text, who writes, which school."""
    return {
        "notice": notice.id,
        "text": notice.text,
        "urgent": notice.kind == "urgent",
        "author": await author_of(unit, notice.author_id),
        "school": await school_name(unit) or "",
        "staff": notice.audience["kind"] == "staff",
    }


async def author_of(unit: Unit, person_id: int) -> dict[str, Any]:
    """Who writes: name, gender, and the post that families know them by."""
    person = (await families.people(unit.session, [person_id]))[person_id]
    actor = await load_actor(unit, person_id)
    return {
        "name": person.name,
        "gender": person.gender or "",
        "role": next((role.value for role in POSTS if role in actor.roles), ""),
        "classes": ", ".join(await households.class_names(unit.session, actor.homeroom_of)),
    }


async def _promise(unit: Unit, notice: Notice, people: list[Recipient]) -> int:
    """Promise it to everybody who can be written to, by number too; how many they are."""
    frame = await _frame(unit, notice)
    reachable = {one.person_id for one in people if one.linked}
    reachable |= await by_telephone(unit, [p.person_id for p in people if not p.linked])
    await store.add_recipients(
        unit.session,
        [
            {
                "notice_id": notice.id,
                "person_id": one.person_id,
                "about": one.about,
                "outcome": outcome,
                "reason": reason,
            }
            for one in people
            for outcome, reason in [_at_once(one, reachable)]
        ],
    )
    urgent = notice.kind == "urgent"
    await outbox.put_many(
        unit.session,
        [
            Outgoing(
                not_before=unit.now,
                priority=Priority.URGENT if urgent else Priority.NOTICE,
                person_id=one.person_id,
                notice=FAMILY_NOTICE,
                params=frame | {"about": one.about},
                unique_key=key_of(notice.id, one.person_id),
                owner=owner_of(notice.id),
            )
            for one in people
            if one.person_id in reachable
        ],
        unit.now,
    )
    return len(reachable)


def _at_once(one: Recipient, reachable: set[int]) -> tuple[str | None, str | None]:
    """The outcome that is known before anything leaves, and its reason."""
    if one.person_id in reachable:
        return None, None
    return ("failed", "blocked") if one.known else ("unlinked", "not-linked")
