"""The picture of a paper (a note, a doctor's slip) that a family sends with a request for leave.

It is a reason, often of health: only the homeroom teacher and whoever decides the request see it,
now and later, and the audit chain says each time that somebody did.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from services import leave_cards
from services.access import Action, Target
from services.errors import Invalid, NotAllowed, NotFound, Outdated
from services.file_types import MEGABYTE, FileType, type_by_content
from services.leave_changes import Open
from services.leave_text import Span
from services.leave_wish import own_pupil
from services.unit import Unit
from storage import families
from storage import leave as requests
from storage import leave_papers as store
from storage.files import FileStore
from storage.outbox import Priority
from storage.tables import LeaveRequest

NOTICE = "leave-paper"
LARGEST = 8 * MEGABYTE
MOST = 5  # papers of one request
TAKEN = frozenset({FileType.JPG, FileType.PNG, FileType.PDF})
BACK = timedelta(days=7)  # a slip may come after the child is well again


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper as it is shown: what the file store and the messenger need."""

    digest: str
    ending: str

    @property
    def is_picture(self) -> bool:
        """Whether a phone shows it by itself."""
        return self.ending != FileType.PDF


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of a request, with the child they are about."""

    pupil: str
    class_name: str
    leave: LeaveRequest
    papers: tuple[Paper, ...]


def check_work(files: FileStore, digest: str) -> Callable[[], str]:
    """The look at what was sent; gives its ending, raises `Invalid` for what is no paper."""

    def check() -> str:
        try:
            data = files.get(digest)
        except FileNotFoundError as error:
            raise NotFound("files-gone") from error
        if len(data) > LARGEST:
            raise Invalid("web-refused-large", limit=LARGEST // MEGABYTE)
        kind = type_by_content(data)
        if kind not in TAKEN:
            raise Invalid("leave-paper-type")
        return kind.value

    return check


async def candidates(unit: Unit) -> list[Open]:
    """The actor's own requests that a paper may belong to: of the last days and ahead, the newest
    first."""
    who = unit.who
    rows = await requests.of_guardian(unit.session, who.person_id, who.children, unit.today - BACK)
    firsts: dict[int, list[LeaveRequest]] = {}
    for row in rows:
        if row.kind == "leave" or row.status == "noted":
            firsts.setdefault(row.part_of or row.id, []).append(row)
    found = []
    for id, parts in sorted(firsts.items(), reverse=True):
        first = await requests.get(unit.session, id)
        if first is not None:
            pupil = await own_pupil(unit, first.pupil_id)
            found.append(Open(first, pupil, tuple(leave_cards.span_of(part) for part in parts)))
    return found


async def attach(unit: Unit, leave_id: int, digest: str, ending: str) -> bool:
    """Keep a paper with an own request and tell those who may see it; False where it was there.

    Raises `NotAllowed` for another's request, `Invalid` for one that has many already.
    """
    leave = await requests.get(unit.session, leave_id)
    if leave is None:
        raise Outdated
    unit.require(Action.ASK_LEAVE, Target(pupil_id=leave.pupil_id))
    if leave.asked_by != unit.who.person_id:
        raise NotAllowed
    if await store.count(unit.session, leave.id) >= MOST:
        raise Invalid("leave-paper-many", most=MOST)
    facts = {"leave_id": leave.id, "digest": digest, "ending": ending}
    by = {"sent_by": unit.who.person_id, "sent_at": unit.now}
    if not await store.add(unit.session, **facts, **by):
        return False
    unit.audit("leave.paper", f"leave:{leave.id}", pupil=leave.pupil_id)
    shown = await leave_cards.picture(unit, leave)
    facts_of = {name: shown[name] for name in ("leave", "pupil", "class", "days", "who")}
    for reader in await _readers(unit, leave):
        await unit.notify(reader, NOTICE, facts_of, priority=Priority.APPROVAL)
    return True


async def _readers(unit: Unit, leave: LeaveRequest) -> list[int]:
    """The homeroom teacher and whoever decides; never the guardian who asked."""
    pupil = await _pupil(unit, leave)
    found = await leave_cards.readers(
        unit, pupil.class_id, leave.from_day, is_long=leave.is_long, but=leave.asked_by
    )
    return [reader.person_id for reader in found]


async def _pupil(unit: Unit, leave: LeaveRequest) -> families.PupilRow:
    return (await families.pupils(unit.session, [leave.pupil_id], leave.from_day))[leave.pupil_id]


async def look(unit: Unit, leave_id: int) -> Papers:
    """The papers of a request, for the homeroom teacher and whoever decides or decided it.

    Raises `NotAllowed` for everybody else, also where they settle absences of the whole school.
    """
    leave = await requests.get(unit.session, leave_id)
    if leave is None:
        raise Outdated
    pupil = await _pupil(unit, leave)
    actor = unit.require(Action.SETTLE_ABSENCE, Target(class_id=pupil.class_id))
    mine = actor.person_id in (leave.decided_by, *await _readers(unit, leave))
    if not mine or leave.asked_by == actor.person_id:
        raise NotAllowed("leave-paper-not-yours")
    rows = await store.of_leave(unit.session, leave.part_of or leave.id)
    if not rows:
        raise NotFound("leave-paper-none")
    papers = tuple(Paper(row.digest, row.ending) for row in rows)
    return Papers(pupil.name, pupil.class_name or "", leave, papers)


def span_of(papers: Papers) -> Span:
    """The days of the request's first row."""
    return leave_cards.span_of(papers.leave)


def seen(unit: Unit, papers: Papers) -> None:
    """Record that somebody has looked at them."""
    unit.audit("leave.paper.seen", f"leave:{papers.leave.id}", papers=len(papers.papers))


def bytes_work(files: FileStore, digest: str) -> Callable[[], bytes]:
    """The reading of a paper from the file store."""

    def read() -> bytes:
        try:
            return files.get(digest)
        except FileNotFoundError as error:
            raise NotFound("files-gone") from error

    return read
