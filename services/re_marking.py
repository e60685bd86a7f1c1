"""Re-marking a test (phúc khảo): the family asks within the school's days, the principal names a
second marker or refuses with a reason, the marker's result is entered at once with the papers
(article 11.1c), and everyone concerned hears it. The number of days is the school's own."""

from collections.abc import Sequence
from datetime import timedelta

from services.access import Action, Target
from services.errors import AlreadyDecided, Invalid, NotAllowed, Outdated
from services.gradebook import unguarded_page
from services.leave_dialogue import own_children
from services.name_syllables import fold
from services.re_marking_cards import column_of, facts_of, readers, redraw, teachers_of, tell
from services.school_rules import rules_of
from services.score_cells import Cell, CellState, ColumnKind
from services.score_locks import close_again, locks_of
from services.score_publishing import publish_now
from services.score_terms import term_now
from services.score_text.head import read_head
from services.score_text.values import read_value
from services.score_writing import write_cells
from services.subjects import subjects
from services.unit import Unit
from storage import calendar, departments, families, gradebook
from storage import re_markings as store
from storage.tables import ReMarking, ReMarkingPaper

OPEN = ("asked", "marking")
TESTS = (ColumnKind.MIDTERM, ColumnKind.FINAL)
BOTH, MOST_PAPERS, LONGEST = 2, 6, 500  # the paper as first marked, and as marked anew
OPENINGS = ("phuc khao", "xin phuc khao", "de nghi phuc khao", "cham lai", "re-marking")


def is_wish(text: str) -> bool:
    """Whether a message asks for a test to be marked anew."""
    return " ".join(fold(text).split()).startswith(OPENINGS)


async def ask(unit: Unit, text: str) -> ReMarking:
    """ "phúc khảo Lan toán cuối kì: cháu làm được câu 4" from a guardian.

    Raises `NotAllowed`, `Invalid` with what is missing or why it cannot be asked for.
    """
    head_text, _, why = text.partition(":")
    reason = " ".join(why.split())[:LONGEST]
    plain = " ".join(fold(head_text).split())
    for opening in sorted(OPENINGS, key=len, reverse=True):
        if plain.startswith(opening):
            head_text = " ".join(head_text.split()[len(opening.split()) :])
            break
    children = await own_children(unit)
    if not children:
        raise NotAllowed("child-scores-not-yours")
    words = head_text.split()
    for at in range(len(words) + 1):
        head = read_head(" ".join(words[at:]), [c.class_name or "" for c in children])
        if head.subject is not None and head.kind is not None and not head.body:
            break
    else:
        raise Invalid("re-marking-how")
    said = fold(" ".join(words[:at])).split()
    named = [c for c in children if fold(c.name).split()[-1] in said]
    found = named or children
    if len(found) != 1 or head.kind not in TESTS or head.subject is None:
        raise Invalid("re-marking-how")
    if not reason:
        raise Invalid("re-marking-why")
    child = found[0]
    assert child.class_id is not None  # only children in a class were read
    unit.require(Action.ASK_RE_MARKING, Target(pupil_id=child.id))
    term = head.term or await term_now(unit)
    return await _begin(
        unit, (child.id, child.class_id), head.subject.code, (term, head.kind), reason
    )


async def _begin(
    unit: Unit, who: tuple[int, int], code: str, test: tuple[int, ColumnKind], reason: str
) -> ReMarking:
    (pupil_id, class_id), (term, kind) = who, test
    grade, year_id = await gradebook.grade_and_year(unit.session, class_id)
    subject = next((s for s in (await subjects(unit, grade)).values() if s.code == code), None)
    if subject is None:
        raise Invalid("re-marking-how")
    page = await unguarded_page(unit, class_id, subject.id, term)
    column = next((c for c in page.filled if c.kind is kind), None)
    cell = page.cell(column, pupil_id) if column is not None else None
    shown = page.filled[column].row.published_at if column is not None else None
    if cell is None or shown is None or cell.state is CellState.MAKE_UP:
        raise Invalid("re-marking-not-shown")
    days = (await rules_of(unit)).re_marking_days
    if unit.now > shown + timedelta(days=days):
        raise Invalid("re-marking-late", days=days)
    for other in await store.of_pupil(unit.session, pupil_id):
        same = (other.subject_id, other.term, other.kind) == (subject.id, term, kind.value)
        if same and other.status in (*OPEN, "written"):
            raise Invalid("re-marking-there", status=other.status)
    row = ReMarking(
        year_id=year_id,
        class_id=class_id,
        subject_id=subject.id,
        pupil_id=pupil_id,
        term=term,
        kind=kind.value,
        old=cell.to_json(),
        reason=reason,
        status="asked",
        asked_by=unit.who.person_id,
        asked_at=unit.now,
    )
    unit.session.add(row)
    await unit.session.flush()
    unit.audit("re_marking.asked", f"re-marking:{row.id}", old=row.old, reason=reason)
    await tell(unit, row, await readers(unit, row))
    return row


async def markers(unit: Unit, id: int) -> list[tuple[int, str]]:
    """Whom the principal may name: teachers of the subject elsewhere first, then of its department;
    never who teaches the class. Raises `NotAllowed`, `AlreadyDecided`."""
    row = await _asked(unit, id)
    first = set(await teachers_of(unit, row))
    taught = [each for each in await calendar.teachings(unit.session) if each.holds(unit.today)]
    same = {each.person_id for each in taught if each.subject_id == row.subject_id}
    own = set((await departments.of_people(unit.session, first)).values())
    staff = await departments.of_people(unit.session, {each.person_id for each in taught})
    others = {person for person, department in staff.items() if department in own}
    ids = [*sorted(same - first), *sorted(others - same - first)]
    people = await families.people(unit.session, set(ids))
    return [(id, people[id].name) for id in ids]


async def name_marker(unit: Unit, id: int, person_id: int) -> ReMarking:
    """The principal names the second marker; raises `Outdated` for one who cannot be."""
    row = await _asked(unit, id)
    if person_id not in {each for each, _ in await markers(unit, id)}:
        raise Outdated
    values = {
        "status": "marking",
        "marker_id": person_id,
        "decided_by": unit.who.person_id,
        "decided_at": unit.now,
    }
    if not await store.move(unit.session, row, ("asked",), **values):
        raise _late(row)
    unit.audit("re_marking.marker", f"re-marking:{row.id}", person_id=person_id)
    await redraw(unit, row)
    await tell(unit, row, [(person_id, "marker")])
    return row


async def refuse(unit: Unit, id: int, why: str) -> ReMarking:
    """The principal refuses, with a reason that the family reads."""
    row = await _asked(unit, id)
    words = " ".join(why.split())[:LONGEST]
    if not words:
        raise Invalid("re-marking-refuse-why")
    by = {"decided_by": unit.who.person_id, "decided_at": unit.now, "decided_why": words}
    return await _end(unit, row, ("asked",), "rejected", **by)


async def withdraw(unit: Unit, id: int) -> ReMarking:
    """The family takes its wish back while nothing was entered."""
    row = await _get(unit, id)
    if row.asked_by != unit.who.person_id:
        raise NotAllowed
    return await _end(unit, row, OPEN, "withdrawn")


async def own_marking(unit: Unit, id: int) -> ReMarking:
    """A re-marking that waits for the actor's mark; raises `NotAllowed`, `AlreadyDecided`."""
    unit.require(Action.RE_MARK)
    row = await _get(unit, id)
    if row.marker_id != unit.who.person_id:
        raise NotAllowed
    if row.status != "marking":
        raise _late(row)
    return row


async def add_paper(unit: Unit, id: int, digest: str, ending: str) -> int:
    """Keep a picture of a paper; how many there are. Raises `Invalid` for too many."""
    row = await own_marking(unit, id)
    there = len(await store.papers(unit.session, row.id))
    if there >= MOST_PAPERS:
        raise Invalid("score-fix-much-evidence", most=MOST_PAPERS)
    by = {"sent_by": unit.who.person_id, "sent_at": unit.now}
    unit.session.add(ReMarkingPaper(re_marking_id=row.id, digest=digest, ending=ending, **by))
    await unit.session.flush()
    return there + 1


async def enter(unit: Unit, id: int, text: str) -> ReMarking:
    """The second marker's mark ("8,5", "giữ nguyên"): written at once, also in a closed column,
    which stays closed. Raises `Invalid` without papers or for what is no mark."""
    row = await own_marking(unit, id)
    if len(await store.papers(unit.session, row.id)) < BOTH:
        raise Invalid("re-marking-papers-first")
    old = Cell.from_json(row.old)
    page = await unguarded_page(unit, row.class_id, row.subject_id, row.term)
    new = old if fold(text).strip(" .") in KEPT else _mark(text, page.subject.is_scored)
    column = column_of(row)
    if await overtake(unit, row):
        return row
    locks = await locks_of(unit, row.class_id)
    was_closed = locks.is_closed(page.subject, column, unit.now)
    values = {
        "status": "written",
        "new": new.to_json(),
        "written_at": unit.now,
        "number": await store.next_number(unit.session, row.year_id),
    }
    if not await store.move(unit.session, row, ("marking",), **values):
        raise _late(row)
    cause = f"remarking:{row.id}"
    place = (row.class_id, row.subject_id, column)
    if new != old:
        done = await write_cells(unit, *place, {row.pupil_id: new}, cause=cause, correction=True)
        await publish_now(unit, done.assessment_id)
    if was_closed:
        locked = (row.year_id, row.class_id, row.subject_id, column)
        close_again(unit, *locked, cause=cause, decided_by=row.decided_by)
    unit.audit("re_marking.written", f"re-marking:{row.id}", old=row.old, new=row.new)
    await redraw(unit, row)
    await tell(unit, row, await readers(unit, row))
    return row


def _mark(text: str, scored: bool) -> Cell:
    """A clear mark; raises `Invalid` for anything that would have to be asked about."""
    read = read_value(text, scored)
    if read is None or read.cell is None or read.doubt is not None or read.trouble is not None:
        raise Invalid("re-marking-mark")
    if read.cell.state not in (CellState.SCORE, CellState.PASSED, CellState.FAILED):
        raise Invalid("re-marking-mark")
    return read.cell


KEPT = frozenset(["giu nguyen", "giu", "khong doi", "nhu cu", "unchanged"])


async def overtake(unit: Unit, row: ReMarking) -> bool:
    """End it where the mark is another by now or the pupil is not in the class any more; whether it
    ended. For the marker who enters, and the job by the clock."""
    page = await unguarded_page(unit, row.class_id, row.subject_id, row.term)
    on_list = any(place.pupil_id == row.pupil_id for place in page.roster.members)
    if on_list and page.cell(column_of(row), row.pupil_id) == Cell.from_json(row.old):
        return False
    await _end(unit, row, OPEN, "overtaken")
    return True


async def look_at(unit: Unit, id: int) -> tuple[ReMarking, dict[str, object]]:
    """A re-marking with its facts, for the minutes: the principal, the office, the marker and the
    subject's teachers."""
    row = await _get(unit, id)
    own = {row.marker_id, *await teachers_of(unit, row)}
    if unit.who.person_id not in own:
        unit.require(Action.KEEP_MINUTES)
    return row, await facts_of(unit, row)


async def papers_of(unit: Unit, id: int) -> Sequence[ReMarkingPaper]:
    """The papers, for the principal and the marker alone; every look is audited."""
    row = await _get(unit, id)
    if unit.who.person_id != row.marker_id:
        unit.require(Action.DECIDE_CORRECTION)
    unit.audit("re_marking.papers_seen", f"re-marking:{row.id}")
    return await store.papers(unit.session, row.id)


async def _get(unit: Unit, id: int) -> ReMarking:
    row = await store.get(unit.session, id)
    if row is None:
        raise Outdated
    return row


async def _asked(unit: Unit, id: int) -> ReMarking:
    unit.require(Action.DECIDE_CORRECTION)
    row = await _get(unit, id)
    if row.status != "asked":
        raise _late(row)
    return row


def _late(row: ReMarking) -> AlreadyDecided:
    return AlreadyDecided("re-marking-done", status=row.status)


async def _end(
    unit: Unit, row: ReMarking, sources: tuple[str, ...], status: str, **values: object
) -> ReMarking:
    """End it without a change of the mark; everyone concerned hears it."""
    if not await store.move(unit.session, row, sources, status=status, **values):
        raise _late(row)
    unit.audit(f"re_marking.{status}", f"re-marking:{row.id}")
    await redraw(unit, row)
    others = [each for each in await readers(unit, row) if each[0] != unit.actor_id]
    await tell(unit, row, others)
    return row
