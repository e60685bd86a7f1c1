"""Words for marks and columns that several messages share."""

from collections.abc import Iterable
from decimal import Decimal

from handlers.capabilities import Capabilities
from handlers.texts import Html, Texts
from services.gradebook import Page
from services.name_syllables import fold
from services.score_cells import Cell, Column, ColumnKind
from services.score_text.values import shown

COLUMNS = {
    ColumnKind.MIDTERM: "score-column-midterm",
    ColumnKind.FINAL: "score-column-final",
    ColumnKind.REASSESSMENT: "score-column-reassessment",
}
MIDDLE = ("thi", "van")
NAME_WIDTH = 17  # of a phone's line in equal letters, with number and mark beside it


def figure(value: Decimal | None) -> str:
    """7.5 as "7,5"; nothing as a dash."""
    return "–" if value is None else f"{value.quantize(Decimal('0.1'))}".replace(".", ",")


def mark(cell: Cell | None) -> str:
    """A cell as it is shown: "7,5", "Đ", "v"; a blank one as a dot."""
    return "·" if cell is None else shown(cell)


def column_words(t: Texts, column: Column) -> str:
    """ "Thường xuyên 2", "Giữa kì", "Cuối kì": without the school's short forms."""
    if column.kind is ColumnKind.REGULAR:
        return t.plain("score-column-regular", number=column.number)
    return t.plain(COLUMNS[column.kind])


def place_words(t: Texts, page: Page, column: Column) -> str:
    """ "7A1 · Toán · Thường xuyên 1 (học kì I)"."""
    return t.plain(
        "score-place",
        subject=page.subject.name,
        column=column_words(t, column),
        term=column.term,
        **{"class": page.roster.list.name},
    )


def short_name(full: str, width: int = NAME_WIDTH) -> str:
    """A name that fits a line: words are dropped from the front, never from the given name; a
    middle word that says little without its surname goes with it."""
    words = full.split()
    while len(words) > 1 and len(" ".join(words)) > width:
        words = words[1:]
        if len(words) > 2 and fold(words[0]) in MIDDLE:
            words = words[1:]
    return " ".join(words)


def rows_of(
    page: Page, column: Column, old: dict[int, Cell | None] | None = None
) -> Iterable[tuple[str, str, str]]:
    """Number, short name and mark of each pupil in the order of the list; "7→8" where `old` has
    another mark, "M" for who is exempt."""
    for place in page.roster.members:
        cell = page.cell(column, place.pupil_id)
        text = mark(cell)
        before = (old or {}).get(place.pupil_id)
        if before is not None and before != cell:
            text = f"{mark(before)}→{text}"
        if place.pupil_id in page.exempt:
            text = "M"
        yield str(place.number or ""), short_name(place.full_name), text


def aligned(rows: Iterable[tuple[str, str, str]], capabilities: Capabilities) -> Html:
    """Lines of a table: in equal letters where the messenger has them, else "1 Lan 8"."""
    if not capabilities.markup:
        return Html("\n".join(escape(f"{n} {name} {text}") for n, name, text in rows))
    lines = [f"{n:>2} {name:<{NAME_WIDTH}} {text}" for n, name, text in rows]
    return Html(f"<pre>{escape(chr(10).join(lines))}</pre>")


def escape(text: str) -> str:
    """Text as HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
