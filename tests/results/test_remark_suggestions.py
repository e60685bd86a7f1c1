"""What the figures suggest for a remark, and that the suggestion can be sent back as it is."""

from datetime import date
from decimal import Decimal

import pytest

from services.errors import NotAllowed, Outdated
from services.results.remark_suggestions import Saying, suggestions
from services.results.term_remarks import Hint, own_page, write
from storage.rosters import Place
from tests.results.test_settling import fill
from tests.support.marks import Marks

D = Decimal
DAY = date(2026, 9, 5)


def hint(average, low=None, high=None, step=None, text: str = "") -> Hint:
    return Hint(
        Place(1, "Nguyễn Văn An", None, None, None, 1, "7A1", DAY, None),
        average,
        low,
        high,
        step,
        text,
    )


@pytest.mark.parametrize(
    ("average", "low", "high", "step", "said"),
    [
        (D("8.0"), D(7), D(9), None, ["strong"]),
        (D("7.9"), D(7), D(9), D("0.9"), ["solid"]),
        (D("6.4"), D(5), D(8), D("1.0"), ["fair", "risen", "uneven"]),
        (D("4.9"), D(4), D(6), D("-1.2"), ["weak", "fallen"]),
        (None, D(8), D(8), None, []),
    ],
)
def test_what_the_figures_say(average, low, high, step, said: list[str]) -> None:
    found = suggestions(hint(average, low, high, step))
    assert [each.saying.value for each in found] == said


async def test_a_suggestion_sent_back_is_a_remark(marks: Marks) -> None:
    await fill(marks, 1)
    of, maths = marks.ids["7A1"], marks.ids["subject TOAN"]
    page = await marks.at("quynh", lambda u: own_page(u, of, maths, 1))
    assert all(suggestions(each)[0].saying is Saying.STRONG for each in page.hints)
    assert page.subject is not None
    text = f"nhận xét 7A1 {page.subject.name} hk1\n1: Nắm chắc kiến thức; kết quả chưa đều"
    saved = await marks.at("quynh", lambda u: write(u, text))
    assert len(saved.changed) == 1
    assert saved.hints[0].text == "Nắm chắc kiến thức; kết quả chưa đều"


async def test_a_forged_button_is_refused(marks: Marks) -> None:
    await fill(marks, 1)
    of, maths = marks.ids["7A1"], marks.ids["subject TOAN"]
    for wrong in ((of, maths, 3), (of, 999, 1), (999, maths, 1)):
        with pytest.raises(Outdated):
            await marks.at("quynh", lambda u, w=wrong: own_page(u, *w))
    with pytest.raises(NotAllowed):
        await marks.at("vu", lambda u: own_page(u, of, maths, 1))
