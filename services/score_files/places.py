"""Where a sheet of marks belongs: by our own hidden mark, by the words above its headers or of the
message it came with; what it may be of is only what one enters marks of."""

from collections.abc import Sequence

from services.errors import Invalid, NotAllowed
from services.rosters import classes
from services.score_drafts import begin, command_head, own_columns
from services.score_files.plan import Place
from services.score_files.reading import SheetRead
from services.score_terms import term_now
from services.score_text.head import Head, read_head
from services.subjects import ORDER, subjects
from services.unit import Unit


async def template_wish(unit: Unit, text: str) -> tuple[list[int], int, int]:
    """The classes, the subject and the term of a template that is asked for ("7A1 toán hk2";
    "toán" for every class one teaches it in). Raises `Invalid` or `NotAllowed`."""
    names = [c.name for c in await classes(unit)]
    head = await command_head(unit, text, names)
    mine = await own_columns(unit, periodic=True)
    if not mine:
        raise NotAllowed
    lists = {c.class_id: c.name for c in await classes(unit)}
    found = [
        (of, subject.id)
        for of, subject in mine
        if (not head.class_names or lists[of] in head.class_names)
        and (head.subject is None or subject.code == head.subject.code)
    ]
    if not found:
        raise NotAllowed("score-not-your-subject")
    if len({subject for _, subject in found}) > 1:
        raise Invalid("score-file-how")
    term = head.term or await term_now(unit)
    return [of for of, _ in found], found[0][1], term


async def places_of(
    unit: Unit, sheets: Sequence[SheetRead], words: str
) -> list[tuple[SheetRead, Place]] | None:
    """Each sheet with where it belongs; None where that must be asked. `words` came with the file
    and count for a workbook of one sheet."""
    found = []
    for sheet in sheets:
        place = _own(sheet)
        if place is None:
            place = await _told(unit, words) if words and len(sheets) == 1 else None
        if place is None:
            place = await _told(unit, sheet.words)
        if place is None:
            return None
        found.append((sheet, place))
    return found


def _own(sheet: SheetRead) -> Place | None:
    if sheet.class_id is None or sheet.subject_id is None or sheet.term is None:
        return None
    return Place(sheet.class_id, sheet.subject_id, sheet.term)


async def _told(unit: Unit, words: str) -> Place | None:
    """A place by words: class, subject and term each named once among them."""
    head = await _somewhere(unit, words)
    if not head.class_names:
        return None
    try:
        draft = await begin(unit, head)
    except (Invalid, NotAllowed):
        return None
    if len(draft.class_ids) != 1 or len(draft.subject_ids) != 1:
        return None
    return Place(draft.class_ids[0], draft.subject_ids[0], draft.term)


async def _somewhere(unit: Unit, words: str) -> Head:
    """Class, subject and term wherever they stand: "BẢNG ĐIỂM Toán, lớp 7A1, học kì I"."""
    names = [c.name for c in await classes(unit)]
    own = [(s.code, s.name) for s in (await subjects(unit, 6)).values() if s.code not in ORDER]
    best = Head()
    parts = words.split()
    for at in range(len(parts)):
        head = read_head(" ".join(parts[at:]), names, own)
        known = Head(
            best.class_names or head.class_names[:1],
            best.subject or head.subject,
            best.term or head.term,
        )
        best = known
    return best
