"""Columns of marks as teachers write them, made by lot: what was meant, and how it is written."""

import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from services.name_syllables import fold
from services.names import Named, NameIndex
from services.score_cells import FAILED, MAKE_UP, PASSED, Cell, score
from services.score_text.reading import ListedPupil

NAMES = (
    "Lê Hoàng Lan",
    "Trần Gia Huy",
    "Phạm Quang Huy",
    "H'Hương Niê",
    "Vũ Đức Minh",
    "Nguyễn Tiến Đạt",
    "Đỗ Năm",
    "Bùi Khánh Linh",
    "Cao Minh Quân",
    "Hồ Yến Nhi",
    "Nguyễn Thị Ngọc Ánh",
    "Y Sơn Buôn Yă",
    "Đặng Khánh Ánh",
    "Mai Quỳnh Dung",
    "Phan Anh Dũng",
    "Nguyễn Tám",
    "Trần Văn Nhân",
    "Lý Tư",
)
PUPILS = tuple(ListedPupil(n, n) for n in range(1, len(NAMES) + 1))
INDEX = NameIndex([Named(n, name, None, n) for n, name in enumerate(NAMES, start=1)])
WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


@dataclass(frozen=True)
class Written:
    """A column: the form's name, the text, what was meant by list number."""

    form: str
    text: str
    scored: bool
    meant: dict[int, Cell | None]


def a_score(lot: random.Random) -> Cell:
    """A mark that nobody would be asked about (0 is)."""
    return score(f"{lot.choice([*range(1, 101)]) / 10:.1f}")


def figure(cell: Cell | None, lot: random.Random, *, dense: bool = True) -> str:
    """One way to write a mark."""
    if cell is None:
        return "-"
    if cell == MAKE_UP:
        return lot.choice(["v", "V", "vắng"])
    if cell == PASSED:
        return lot.choice(["Đ", "đ"])
    if cell == FAILED:
        return lot.choice(["CĐ", "cđ"])
    assert cell.value is not None
    plain = f"{cell.value.normalize():f}"
    ways = [plain, plain.replace(".", ",")]
    if cell.value >= 2 and cell.value < 10 and dense:
        ways.append(f"{int(cell.value * 10)}")
    if "." in plain:
        ways.append(plain.replace(".", "đ"))
    return lot.choice(ways)


def in_words(cell: Cell) -> str | None:
    """ "tám rưỡi"; None where words say it clumsily."""
    assert cell.value is not None
    whole, tenth = divmod(int(cell.value * 10), 10)
    if tenth == 0:
        return WORDS[whole]
    return f"{WORDS[whole]} rưỡi" if tenth == 5 else None


def a_cell(lot: random.Random, scored: bool) -> Cell | None:
    kind = lot.random()
    if kind < 0.06:
        return None
    if kind < 0.1:
        return MAKE_UP
    return a_score(lot) if scored else lot.choice([PASSED, PASSED, PASSED, FAILED])


def some_numbers(lot: random.Random) -> list[int]:
    return sorted(lot.sample(range(1, len(NAMES) + 1), lot.randint(1, len(NAMES))))


def in_order(lot: random.Random) -> Written:
    scored = lot.random() < 0.7
    meant = {n: a_cell(lot, scored) for n in range(1, len(NAMES) + 1)}
    gap = lot.choice([" ", "  ", "\n", "; ", ", ", "\t", " | "])
    return Written("order", gap.join(figure(c, lot) for c in meant.values()), scored, meant)


def numbered(lot: random.Random) -> Written:
    scored = lot.random() < 0.7
    meant = {n: a_cell(lot, scored) for n in some_numbers(lot)}
    meant = {n: c for n, c in meant.items() if c is not None} or {1: score(8)}
    scored = scored or any(c is not None and c.value is not None for c in meant.values())
    joint = lot.choice([":", ": ", "=", " : "])
    gap = lot.choice([" ", "\n", "; ", ", "])
    text = gap.join(f"{n}{joint}{figure(c, lot)}" for n, c in meant.items())
    return Written("numbered", text, scored, dict(meant))


def dashed(lot: random.Random) -> Written:
    meant = {n: a_score(lot) for n in some_numbers(lot)}
    return Written(
        "dashed", " ".join(f"{n}-{figure(c, lot)}" for n, c in meant.items()), True, dict(meant)
    )


def named(lot: random.Random) -> Written:
    scored = lot.random() < 0.8
    meant = {n: a_score(lot) if scored else lot.choice([PASSED, FAILED]) for n in some_numbers(lot)}
    gap = lot.choice([", ", "; ", "\n"])
    words = [f"{NAMES[n - 1]} {figure(c, lot)}" for n, c in meant.items()]
    return Written("named", gap.join(words), scored, dict(meant))


def glued(lot: random.Random) -> Written:
    meant = {n: a_score(lot) for n in some_numbers(lot)}
    words = [f"{NAMES[n - 1]}{figure(c, lot, dense=False)}" for n, c in meant.items()]
    return Written("glued", ", ".join(words), True, dict(meant))


def spoken(lot: random.Random) -> Written:
    meant = {}
    words = []
    for n in some_numbers(lot):
        cell = a_score(lot)
        said = in_words(cell)
        if said is not None:
            meant[n] = cell
            words.append(f"{NAMES[n - 1]} {said}")
    if not meant:
        return named(lot)
    return Written("spoken", "; ".join(words), True, dict(meant))


def pasted(lot: random.Random) -> Written:
    meant = {n: a_score(lot) for n in some_numbers(lot)}
    lines = [f"{n}\t{NAMES[n - 1]}\t{figure(c, lot)}" for n, c in meant.items()]
    return Written("pasted", "\n".join(lines), True, dict(meant))


def filled(lot: random.Random) -> Written:
    scored = lot.random() < 0.5
    common: Cell = a_score(lot) if scored else PASSED
    others = {n: a_score(lot) if scored else FAILED for n in some_numbers(lot)[:4]}
    meant: dict[int, Cell | None] = dict.fromkeys(range(1, len(NAMES) + 1), common)
    meant |= others
    start = lot.choice(["cả lớp", "tất cả", "Cả lớp đều"])
    text = f"{start} {figure(common, lot)}"
    if others:
        text += " trừ " + ", ".join(f"{NAMES[n - 1]} {figure(c, lot)}" for n, c in others.items())
    return Written("filled", text, scored, meant)


FORMS: tuple[Callable[[random.Random], Written], ...] = (
    in_order,
    numbered,
    dashed,
    named,
    glued,
    spoken,
    pasted,
    filled,
)


def a_column(lot: random.Random) -> Written:
    """A column in a form drawn by lot, as a phone may send it."""
    made = lot.choice(FORMS)(lot)
    text = made.text
    way = lot.random()
    if way < 0.15:
        text = unicodedata.normalize("NFD", text)
    elif way < 0.25:
        text = text.upper()
    return Written(made.form, text, made.scored, made.meant)


def without_marks(text: str) -> str:
    """The text without diacritics, as many type."""
    return "".join(fold(sign) or sign for sign in unicodedata.normalize("NFC", text))
