"""What a cell of a sheet of marks means. A figure that could be two things is refused, not guessed:
unlike in a message there is nobody to ask at once."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from services.importing import cells
from services.score_cells import FAILED, MAKE_UP, NOT_SAT, PASSED, Cell, score

WORDS: dict[str, Cell | None] = {
    **dict.fromkeys(("d", "dat", "passed"), PASSED),
    **dict.fromkeys(("cd", "chua dat", "failed"), FAILED),
    **dict.fromkeys(("v", "vang", "cho bu"), MAKE_UP),
    **dict.fromkeys(("kd", "khong du"), NOT_SAT),
}
CLEAR = ("-", "–", "—")
EXEMPT = ("mien", "m")  # what a sheet says of who is not assessed; it changes nothing


class MarkError(ValueError):
    """A cell that is no mark; `shown` is what stands there."""

    def __init__(self, key: str, shown: str) -> None:
        super().__init__(key)
        self.key, self.shown = key, shown


@dataclass(frozen=True, slots=True)
class Read:
    """A mark read; None as `cell` means that the mark is to be taken out. `rounded` where the
    figure had more than one decimal."""

    cell: Cell | None
    rounded: bool = False


def read_mark(raw: cells.Cell) -> Read | None:
    """The mark in a cell; None for a blank one, which changes nothing. Raises `MarkError`."""
    shown = cells.text(raw)
    if shown is None:
        return None
    if shown in CLEAR:
        return Read(None)
    low = cells.fold(shown)
    if low in EXEMPT:
        return None
    if low in WORDS:
        return Read(WORDS[low])
    plain = shown.replace(",", ".") if isinstance(raw, str) else repr(raw)
    try:
        value = Decimal(plain)
    except InvalidOperation:
        raise MarkError("score-file-no-mark", shown[:20]) from None
    if not value.is_finite() or not 0 <= value <= 10:
        raise MarkError("score-file-out-of-range", shown[:20])
    if plain.startswith("0") and len(plain) > 1 and "." not in plain:
        raise MarkError("score-file-no-mark", shown[:20])  # "05": 5 or 0,5?
    found = score(value)
    return Read(found, found.value != value)


def written(cell: Cell | None) -> float | str:
    """A mark as a sheet has it: a number, a word, or nothing."""
    if cell is None:
        return ""
    if cell.value is not None:
        return float(cell.value)
    return {PASSED.state: "Đ", FAILED.state: "CĐ", MAKE_UP.state: "v", NOT_SAT.state: "kd"}[
        cell.state
    ]
