"""Writing a notice: a draft with its preview, changed until it is sent, asked about or dropped.

Every change raises the draft's revision and a button carries the revision it stood below, so that
what is sent is what was last shown, and sent once.
"""

from dataclasses import dataclass
from typing import Any

from services.access import Action, may
from services.approvals import AskedApproval, ask_approval
from services.audiences import Audience, recipients, require_address
from services.errors import AlreadyDecided, Invalid, NotAllowed, Outdated
from services.notice_reach import lost_among, notice_reach, reach_facts
from services.notice_rules import Subject, Why, reasons_for, subject_of
from services.notice_sending import SentNotice, look_of, send_notice
from services.notice_text import clean_text
from services.reach import Reach
from services.spending_question import is_costly
from services.unit import Unit
from storage import notices as store
from storage.tables import Notice

CHANGEABLE = ("draft", "rejected", "changes_asked")


@dataclass(frozen=True, slots=True)
class Preview:
    """What the author sees before anything is sent.

    `look`: as the first family sees it; `people`, `linked`: how many it is for and can be written
    to; `why`: the reasons for approval, none where it goes out directly; `chosen`: what the author
    said it is about, which its own words may overrule; `lost`: whom no message can reach;
    `reach`: by which ways and at what cost, where that is worth a word (`notice_reach.py`).
    """

    notice: Notice
    look: dict[str, Any]
    people: int
    linked: int
    why: tuple[Why, ...]
    chosen: str
    may_urge: bool
    lost: int = 0
    reach: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Submitted:
    """What became of a draft: either `sent` or `asked` is there."""

    notice: Notice
    sent: SentNotice | None = None
    asked: AskedApproval | None = None


async def draft(
    unit: Unit, audience: Audience, text: str, chosen: str = Subject.ROUTINE
) -> Preview:
    """Begin a notice; raises `NotAllowed`, or `Invalid` for the text or an empty audience."""
    author = require_address(unit, audience)
    clean = clean_text(text)
    notice = await store.add(
        unit.session,
        Notice(
            kind="ad_hoc",
            subject=subject_of(chosen, clean),
            author_id=author.person_id,
            author_account_id=author.account_id,
            audience=audience.dump(),
            text=clean,
            status="draft",
            revision=0,
            created_at=unit.now,
            shown={"chosen": chosen},
        ),
    )
    unit.audit("notice.drafted", f"notice:{notice.id}", audience=audience.dump())
    return await _preview(unit, notice)


async def preview(unit: Unit, notice_id: int) -> Preview:
    """The preview of one's own draft as it stands."""
    notice = await own_draft(unit, notice_id, CHANGEABLE)
    return await _preview(unit, notice)


async def own_draft(unit: Unit, notice_id: int, among: tuple[str, ...] = ("draft",)) -> Notice:
    """One's own notice that has not been sent; raises `NotAllowed`, `AlreadyDecided`."""
    notice = await store.get(unit.session, notice_id)
    if notice is None or notice.author_id != unit.who.person_id:
        raise NotAllowed
    if notice.status not in among:
        raise _settled(notice)
    require_address(unit, Audience.load(notice.audience))
    return notice


async def rewrite(unit: Unit, notice_id: int, text: str) -> Preview:
    """Another text, for a draft or for a notice that came back from approval."""
    notice = await own_draft(unit, notice_id, CHANGEABLE)
    clean = clean_text(text)
    chosen = _chosen(notice)
    return await _change(
        unit,
        notice,
        notice.revision,
        status="draft",
        text=clean,
        subject=subject_of(chosen, clean),
        shown={"chosen": chosen},
    )


async def say_subject(unit: Unit, notice_id: int, revision: int, chosen: str) -> Preview:
    """What it is about, as the author says; its own words may still make it money or a trip."""
    notice = await own_draft(unit, notice_id)
    if chosen not in list(Subject):
        raise Outdated
    return await _change(
        unit, notice, revision, subject=subject_of(chosen, notice.text), shown={"chosen": chosen}
    )


async def mark_urgent(unit: Unit, notice_id: int, revision: int, urgent: bool) -> Preview:
    """Urgent or not: the principal's right."""
    unit.require(Action.MARK_URGENT)
    notice = await own_draft(unit, notice_id)
    return await _change(unit, notice, revision, kind="urgent" if urgent else "ad_hoc")


async def _change(unit: Unit, notice: Notice, revision: int, **values: Any) -> Preview:
    """Change a draft that stands as the author saw it; raises `Outdated` otherwise."""
    if not await store.move(
        unit.session,
        notice.id,
        (notice.status,),
        revision=revision,
        **values,
    ):
        raise Outdated("notice-preview-old")
    await unit.session.refresh(notice)
    notice.revision = revision + 1
    await unit.session.flush()
    unit.audit(
        "notice.changed",
        f"notice:{notice.id}",
        revision=notice.revision,
        kind=notice.kind,
        about=notice.subject,
    )
    return await _preview(unit, notice)


async def keep_preview(unit: Unit, notice: Notice, row_id: int) -> int | None:
    """Remember which message shows the preview, and later the progress; the one before it."""
    before = notice.progress_row_id
    notice.progress_row_id = row_id
    await unit.session.flush()
    return before if before != row_id else None


async def submit(unit: Unit, notice_id: int, revision: int) -> Submitted:
    """Send the draft, or ask for approval where the rules want it. Once.

    Raises `Outdated` for an older preview, `AlreadyDecided` where it was sent or dropped.
    """
    notice = await own_draft(unit, notice_id)
    if notice.revision != revision:
        raise Outdated("notice-preview-old")
    people = await recipients(unit, Audience.load(notice.audience), notice.author_id)
    if not people:
        raise Invalid("notice-nobody")
    if await reasons_for(unit, notice):
        asked = await ask_approval(unit, notice)
        return Submitted(notice, asked=asked)
    return Submitted(notice, sent=await send_notice(unit, notice_id))


async def cost_question(unit: Unit, notice_id: int, revision: int) -> Reach | None:
    """What the author is asked about before a notice goes out at once that costs much; None where
    there is nothing to ask. Raises as `submit`."""
    notice = await own_draft(unit, notice_id)
    if notice.revision != revision:
        raise Outdated("notice-preview-old")
    if await reasons_for(unit, notice):
        return None  # whoever approves it sees what it costs
    people = await recipients(unit, Audience.load(notice.audience), notice.author_id)
    found = await notice_reach(unit, notice, people)
    return found if await is_costly(unit, found) else None


async def discard(unit: Unit, notice_id: int) -> Notice:
    """Drop a draft, or a notice that came back; raises `AlreadyDecided` where it is under way."""
    notice = await own_draft(unit, notice_id, CHANGEABLE)
    if not await store.move(
        unit.session, notice_id, CHANGEABLE, status="cancelled", cancelled_at=unit.now
    ):
        raise Outdated
    unit.audit("notice.dropped", f"notice:{notice_id}")
    await unit.session.refresh(notice)
    return notice


async def _preview(unit: Unit, notice: Notice) -> Preview:
    audience = Audience.load(notice.audience)
    people = await recipients(unit, audience, notice.author_id)
    if not people:
        raise Invalid("notice-nobody")
    shown = next((one for one in people if one.linked), people[0])
    found = await notice_reach(unit, notice, people)
    return Preview(
        notice=notice,
        look=await look_of(unit, notice, shown.about),
        people=len(people),
        linked=sum(one.linked for one in people),
        why=await reasons_for(unit, notice),
        chosen=_chosen(notice),
        may_urge=may(unit.who, Action.MARK_URGENT),
        lost=await lost_among(unit, people),
        reach=await reach_facts(unit, notice, found, people),
    )


def _chosen(notice: Notice) -> str:
    return str((notice.shown or {}).get("chosen", Subject.ROUTINE))


def _settled(notice: Notice) -> AlreadyDecided:
    """Why a button below a preview does nothing any more."""
    if notice.status == "pending":
        return AlreadyDecided("notice-pending-already")
    if notice.status in ("cancelled", "withdrawing"):
        return AlreadyDecided("notice-withdrawn-already")
    if notice.status in ("rejected", "changes_asked"):
        return AlreadyDecided("notice-came-back")
    return AlreadyDecided("notice-sent-already")
