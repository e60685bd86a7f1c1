"""What a teacher writes to have a closed mark corrected (article 11.2):
"sửa điểm Lan 7A1 toán tx1 7 thành 8: cộng nhầm câu 3"."""

import re
from dataclasses import dataclass, replace

from services.access import Action
from services.errors import Invalid
from services.gradebook import Page, score_target, unguarded_page
from services.name_syllables import fold
from services.names import Fit
from services.rosters import classes
from services.score_cells import Cell, CellState, Column
from services.score_terms import term_now
from services.score_text.head import Head, folded, read_head
from services.score_text.pieces import clean
from services.score_text.values import read_value
from services.score_writing import REMARK_STATES
from services.subjects import ORDER, subjects
from services.unit import Unit
from storage import gradebook

_VERB = re.compile(
    r"(?:xin\s+|de nghi\s+)?(?:sua|chinh|dinh chinh)\s+(?:lai\s+)?(?:diem(?!\s*danh)|muc)\b[:\s]*"
)
TO = re.compile(r"\s(?:thanh|sang|la|->|=>|→)\s|(?:->|=>|→)")
WHY = re.compile(r"[:;]|\b(?:vi|do|li do|ly do|because)\b")
LONGEST = 500


@dataclass(frozen=True, slots=True)
class CorrectionWish:
    """One cell, what stands in it and what shall; `reason` may still be empty."""

    page: Page
    column: Column
    pupil_id: int
    old: Cell | None
    new: Cell | None
    reason: str


def is_wish(text: str) -> bool:
    """Whether a text asks for a correction of a mark."""
    return _VERB.match(folded(clean(text))) is not None


async def read_wish(unit: Unit, text: str) -> CorrectionWish:
    """Read a wish; raises `Invalid` with a right example for whatever is missing or unclear."""
    plain = clean(text)
    verb = _VERB.match(folded(plain))
    rest = plain[verb.end() :] if verb else plain
    low = folded(rest)
    to = TO.search(low)
    if to is None:
        raise Invalid("score-fix-how")
    what, after = rest[: to.start()].strip(), rest[to.end() :].strip()
    why = WHY.search(folded(after))
    written = after if why is None else after[: why.start()]
    reason = "" if why is None else " ".join(after[why.end() :].split())[:LONGEST]
    name, head = await _name_and_head(unit, what)
    page, column = await _place(unit, head)
    new = _mark(page, written)
    old = _mark(page, head.body) if head.body else None
    pupil_id = _pupil(page, name)
    current = page.cell(column, pupil_id)
    if old is not None and old != current:
        raise Invalid("score-fix-other", name=page.roster.by_id[pupil_id].full_name)
    if new == current:
        raise Invalid("score-fix-same", name=page.roster.by_id[pupil_id].full_name)
    return CorrectionWish(page, column, pupil_id, current, new, reason)


async def _name_and_head(unit: Unit, what: str) -> tuple[str, Head]:
    """The pupil's name, before or behind class, subject and column."""
    names = [c.name for c in await classes(unit)]
    own = [(s.code, s.name) for s in (await subjects(unit, 6)).values() if s.code not in ORDER]
    words = what.split()
    for at in range(len(words) + 1):
        head = read_head(" ".join(words[at:]), names, own)
        if head.class_names and head.subject and head.names_column:
            if at:
                return " ".join(words[:at]), head
            return _named_last(head)
    raise Invalid("score-fix-how")


def _named_last(head: Head) -> tuple[str, Head]:
    """ "7A1 toán tx1 Lan 7": the name stands before the old mark."""
    parts = head.body.rsplit(maxsplit=1)
    if len(parts) == 2 and read_value(parts[1], True) is not None:
        return parts[0], replace(head, body=parts[1])
    return head.body, replace(head, body="")


async def _place(unit: Unit, head: Head) -> tuple[Page, Column]:
    of = next(c for c in await classes(unit) if c.name == head.class_names[0])
    assert of.class_id is not None  # a class was named, not a group
    assert head.subject is not None  # the caller found one
    grade, _ = await gradebook.grade_and_year(unit.session, of.class_id)
    known = (await subjects(unit, grade)).values()
    subject = next((s for s in known if s.code == head.subject.code), None)
    if subject is None:
        raise Invalid("scores-no-such-subject")
    term = head.term or await term_now(unit)
    column = head.column(term)
    if column is None:
        raise Invalid("score-fix-how")
    unit.require(Action.ASK_CORRECTION, await score_target(unit, of.class_id, subject.id))
    return await unguarded_page(unit, of.class_id, subject.id, column.term), column


def _mark(page: Page, written: str) -> Cell | None:
    value = read_value(written.strip(" .,"), page.subject.is_scored)
    if value is None or value.trouble is not None:
        raise Invalid("score-fix-mark", words=written.strip()[:30])
    if value.blank:
        return None
    if value.doubt is not None:
        options = [o for o in value.options if o.state is CellState.SCORE]
        if fold(written.strip(" .,")) != "0" or not options:
            raise Invalid("score-fix-mark", words=written.strip()[:30])
        return options[0]
    cell = value.cell
    if cell is not None and page.subject.is_scored and cell.state in REMARK_STATES:
        raise Invalid("scores-need-figures", subject=page.subject.name)
    return cell


def _pupil(page: Page, name: str) -> int:
    numbers = page.roster.numbers()
    if name.isdecimal() and int(name) in numbers:
        return numbers[int(name)]
    found = page.roster.index.resolve(name)
    if found.fit is Fit.ONE:
        return found.ids[0]
    names = [page.roster.by_id[id] for id in found.ids]
    shown = "; ".join(f"{p.number}. {p.full_name}" for p in names)
    key = "score-fix-who" if names else "score-fix-nobody"
    raise Invalid(key, name=name[:60], names=shown)
