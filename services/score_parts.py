"""One test of a subject with strands, marked by several teachers: each enters a part, the parts add
up to the one mark once all are there; Nghệ thuật is Đạt when both strands are (official letters
2613/2021, 5636/2023; circular 22/2021 art. 7). Whether a strand's figures are a part or the whole
mark is never guessed."""

from dataclasses import dataclass
from decimal import Decimal

from services.errors import Invalid, NotAllowed
from services.gradebook import unguarded_page
from services.name_syllables import fold
from services.rosters import classes
from services.score_cells import FAILED, PASSED, Cell, CellState, Column, ColumnKind, score
from services.score_confirming import ask_teacher
from services.score_drafts import own_columns, read_opening
from services.score_locks import require_open
from services.score_terms import term_now
from services.score_text.head import Head
from services.score_text.kinds import Doubt, Problem, Remarked
from services.score_text.reading import ListedPupil, read_column
from services.score_text.values import shown
from services.score_writing import write_cells
from services.score_writing_rights import require_writer
from services.subject_words import STRANDS
from services.unit import Unit
from storage import score_parts as store

WHOLE, PASSED_PART = 100, 10  # tenths
TESTS = (ColumnKind.MIDTERM, ColumnKind.FINAL)


@dataclass(frozen=True, slots=True)
class PartsSaved:
    """What a message of parts came to: how many of the strand were kept, how many pupils have all
    parts, which strands are waited for, whose parts are more than ten together."""

    class_name: str
    subject: str
    column: Column
    strand: str
    kept: int
    complete: int
    waiting: tuple[str, ...]
    too_high: tuple[str, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Remarked, ...]
    told: bool


async def part_head(unit: Unit, text: str) -> Head | None:
    """Whether a message names a strand in a midterm or final; its head."""
    head = await read_opening(unit, text)
    if head is None or head.subject is None or head.subject.strand is None:
        return None
    return head if head.kind in TESTS else None


async def enter(unit: Unit, text: str) -> PartsSaved:
    """ "7A1 phần sử gk: 4 3,5 5 …" in every form that columns are written in; "-" takes one out.

    Raises `Invalid` where "phần" is not said, where something is to be asked, or nothing is read;
    `NotAllowed` for a subject of others. What is more than ten together is said and not kept.
    """
    head = await part_head(unit, text)
    if head is None or head.subject is None or head.kind is None:
        raise Invalid("score-part-how")
    strand = head.subject.strand or ""
    mine = await own_columns(unit, periodic=True)
    names = {c.class_id: c.name for c in await classes(unit)}
    found = [
        (of, subject)
        for of, subject in mine
        if subject.code == head.subject.code
        and (not head.class_names or names[of] == head.class_names[0])
    ]
    if not found:
        raise NotAllowed("score-not-your-subject")
    if "phan" not in fold(text.split(":", 1)[0]).split():
        raise Invalid("score-part-or-whole", subject=found[0][1].name)
    if len(found) != 1:
        raise Invalid("score-part-how")
    class_id, subject = found[0]
    column = Column(head.term or await term_now(unit), head.kind)
    await require_writer(unit, class_id, subject.id, column)
    await require_open(unit, class_id, subject.id, column)
    page = await unguarded_page(unit, class_id, subject.id, column.term)
    pupils = [ListedPupil(p.pupil_id, p.number) for p in page.roster.members]
    reading = read_column(
        head.body,
        pupils,
        page.roster.index,
        scored=subject.is_scored,
        exempt=page.exempt,
        answers={f"{Doubt.ZERO}:{p.pupil_id}": shown(score(0)) for p in pupils},  # a part may be 0
    )
    if reading.questions:
        raise Invalid("score-part-unclear", fragment=reading.questions[0].fragment)
    values = {id: _tenths(cell) for id, cell in reading.cells.items()}
    new = {id: value for id, value in values.items() if value is not None}
    blank = [id for id, cell in reading.cells.items() if cell is None]
    if not new and not blank and not reading.problems:
        raise Invalid("score-part-how")
    place = {
        "class_id": class_id,
        "subject_id": subject.id,
        "term": column.term,
        "kind": column.kind.value,
    }
    before = await store.parts(unit.session, place)
    high = [
        id
        for id, value in new.items()
        if subject.is_scored and sum({**before.get(id, {}), strand: value}.values()) > WHOLE
    ]
    kept = {id: value for id, value in new.items() if id not in high}
    by = {"entered_by": unit.who.person_id, "entered_at": unit.now}
    await store.put(unit.session, place, strand, kept, by)
    await store.drop(unit.session, place, strand, blank)
    unit.audit("score_parts.kept", f"class:{class_id}", strand=strand, parts=kept, blank=blank)
    after = await store.parts(unit.session, place)
    strands = [name for name, _ in STRANDS[subject.code]]
    whole = {
        id: _sum(own, scored=subject.is_scored)
        for id, own in after.items()
        if id in kept and set(own) >= set(strands)
    }
    told = False
    cells: dict[int, Cell | None] = {**whole}
    for id in blank:  # a mark whose part was taken out is no mark
        if set(before.get(id, {})) >= set(strands):
            cells[id] = None
    if cells:
        written = await write_cells(unit, class_id, subject.id, column, cells, cause="parts")
        told = written.changed and bool(await ask_teacher(unit, written.assessment_id))
    ids = {place.pupil_id for place in page.roster.members} - page.exempt
    waiting = tuple(name for name in strands if any(name not in after.get(id, {}) for id in ids))
    return PartsSaved(
        page.roster.list.name,
        subject.name,
        column,
        strand,
        len(kept),
        sum(set(own) >= set(strands) for own in after.values()),
        waiting,
        tuple(page.roster.by_id[id].full_name for id in high),
        reading.problems,
        reading.notes,
        told,
    )


def _tenths(cell: Cell | None) -> int | None:
    """A part as it is kept; states other than a mark are entered for the whole test."""
    if cell is None:
        return None
    if cell.state is CellState.SCORE and cell.value is not None:
        return int(cell.value * 10)
    if cell.state in (CellState.PASSED, CellState.FAILED):
        return PASSED_PART if cell.state is CellState.PASSED else 0
    raise Invalid("score-part-state")


def _sum(parts: dict[str, int], *, scored: bool) -> Cell:
    """The mark that all parts make."""
    if scored:
        return score(Decimal(sum(parts.values())) / 10)
    return PASSED if all(value == PASSED_PART for value in parts.values()) else FAILED
