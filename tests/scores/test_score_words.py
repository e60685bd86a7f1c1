"""Names and marks as lines of a table have them."""

import pytest

from handlers.capabilities import Capabilities
from handlers.score_words import aligned, mark, short_name
from services.score_cells import FAILED, MAKE_UP, NOT_SAT, score


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Trần Gia Huy", "Trần Gia Huy"),
        ("Nguyễn Thị Ngọc Hương", "Ngọc Hương"),
        ("Nguyễn Khánh Phượng", "Khánh Phượng"),
        ("H'Hương Niê", "H'Hương Niê"),
        ("Công-Tằng-Tôn-Nữ-Hương", "Công-Tằng-Tôn-Nữ-Hương"),
    ],
)
def test_a_name_is_shortened_from_the_front(full: str, short: str) -> None:
    assert short_name(full) == short


def test_marks_are_written_as_people_write_them() -> None:
    marks = [score("7.5"), score(8), score(10), FAILED, MAKE_UP, NOT_SAT, None]
    assert [mark(m) for m in marks] == ["7,5", "8", "10", "CĐ", "v", "kd", "·"]


def test_a_table_says_the_same_with_and_without_markup() -> None:
    rows = [("1", "Lê <b> Lan", "8"), ("12", "Huy", "7,5")]
    rich, plain = (aligned(rows, Capabilities(markup=yes)) for yes in (True, False))
    assert "&lt;b&gt;" in rich
    assert " ".join(plain.split()) == "1 Lê &lt;b&gt; Lan 8 12 Huy 7,5"
    assert rich.startswith("<pre>")
