"""Class 7A1 is called by name, in all the ways its teachers type."""

import unicodedata

import pytest

from services.names import Fit, Named, NameIndex

CLASS = {
    1: "Nguyễn Thị Lan",
    2: "Trần Minh",
    3: "Đỗ Quốc Huy",
    4: "Trần Văn Huy",
    5: "Phạm Mỹ Dung",
    6: "Hồ Tiến Dũng",
    7: "Y Thắng Niê",
    8: "H’Hương Ayun",
    9: "Y Sơn Buôn Yă",
    10: "K'Brêm",
    11: "Sùng Seo Chứ",
    12: "Điểu Thị Nhơn",
    13: "Hoàng Thị Thùy Linh",
    14: "Lê Thu Hường",
    15: "Nguyễn Thủy Tiên",
    16: "Vũ Tiến",
    17: "Phan Khánh Hòa",
    18: "Lý Tường Vy",
    19: "Đặng Đình Đức",
    20: "Giàng A Páo",
    21: "Ka Mai",
}


def people(names: dict[int, str]) -> list[Named]:
    return [Named(number, name, number=number) for number, name in names.items()]


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex(people(CLASS), aliases={"Huy nhỏ": 4})


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("Lan", 1),
        ("lan", 1),
        ("LAN", 1),
        ("Thị Lan", 1),
        ("thi lan", 1),
        ("Nguyễn Thị Lan", 1),
        ("NGUYỄN   THỊ  LAN", 1),
        ("Nguyễn Lan", 1),
        ("nguyenthilan", 1),
        ("NguyễnThịLan", 1),
        ("N T Lan", 1),
        ("N.T.Lan", 1),
        ("NT Lan", 1),
        ("NTLan", 1),
        ("ntlan", 1),
        ("Ng T Lan", 1),
        ("Nguyễn T Lan", 1),
        ("em Lan", 1),
        ("em bé Lan", 1),
        ("bạn Nguyễn Thị Lan", 1),
        ("Minh", 2),
        ("trần minh", 2),
        ("Huy nhỏ", 4),
        ("huy nho", 4),
        ("em Huy nhỏ", 4),
        ("Văn Huy", 4),
        ("Đỗ Huy", 3),
        ("D Q Huy", 3),
        ("Dũng", 6),
        ("Dungx", 6),
        ("dunxg", 6),
        ("Du4ng", 6),
        ("dung4", 6),
        ("Thắng", 7),
        ("Y Thắng", 7),
        ("ythang", 7),
        ("Thắng Niê", 7),
        ("y thang nie", 7),
        ("Y Thawngs Niee", 7),
        ("Hương", 8),
        ("Huwowng", 8),
        ("Hu7o7ng", 8),
        ("huong7", 8),
        ("H'Hương", 8),
        ("HʼHương Ayun", 8),
        ("H‘Hương", 8),
        ("H Hương", 8),
        ("HHương", 8),
        ("hhuong ayun", 8),
        ("Sơn Buôn Yă", 9),
        ("Y Sơn", 9),
        ("K'Brêm", 10),
        ("K Brêm", 10),
        ("KBrêm", 10),
        ("k brem", 10),
        ("Brêm", 10),
        ("Sùng Seo Chứ", 11),
        ("seo chu", 11),
        ("Nhơn", 12),
        ("Thuỳ Linh", 13),
        ("Thùy Linh", 13),
        ("T T Linh", 13),
        ("Hường", 14),
        ("Tiên", 15),
        ("tieens", 16),
        ("Tiến", 16),
        ("Hoà", 17),
        ("Hòa", 17),
        ("Vi", 18),
        ("lí tường vi", 18),
        ("Đ Đức", 19),
        ("ddinhf dduwcs", 19),
        ("d9u71c", 19),
        ("A Páo", 20),
        ("ka mai", 21),
    ],
)
def test_one_pupil_is_meant(index: NameIndex, typed: str, number: int) -> None:
    for text in (typed, unicodedata.normalize("NFD", typed)):
        found = index.fits(text)
        assert (found.fit, found.ids) == (Fit.ONE, (number,))
        assert index.resolve(text) == found


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("Huy", (3, 4)),
        ("dung", (5, 6)),  # nobody knows whether the marks were left out
        ("Dung", (5, 6)),
        ("huong", (8, 14)),
        ("tien", (15, 16)),
        ("tieen", (15, 16)),  # Tiên in Telex, or a key of "tien" hit twice
    ],
)
def test_a_tie_is_asked(index: NameIndex, typed: str, numbers: tuple[int, ...]) -> None:
    found = index.resolve(typed)
    assert (found.fit, found.ids) == (Fit.SEVERAL, numbers)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("Lann", 1),
        ("Lsn", 1),
        ("La n", 1),
        ("Nguyen Thi Lam", 1),
        ("Nguyne Thi Lan", 1),
        ("Mimh", 2),
        ("Dủng", 6),
        ("Thnag", 7),
        ("Hươg", 8),
        ("bé Thùy Lihn", 13),
        ("VVy", 18),
    ],
)
def test_a_slip_is_asked_never_taken(index: NameIndex, typed: str, number: int) -> None:
    assert index.fits(typed).fit is Fit.NONE
    found = index.resolve(typed)
    assert found.fit is Fit.NEAR
    assert number in found.ids
    assert len(found.ids) <= 8


@pytest.mark.parametrize(
    "typed",
    [
        *("Thị", "Văn", "Niê", "nie", "Nguyễn", "Seo", "Buôn Yă", "Trần", "Y", "H", "Ka"),
        *("em", "bạn", "cô", "thầy", "7A1", "có phép", "đi học đầy đủ"),
        *("", "  ", "🙂", "12", "10", "'"),
        "Trần Thị Lan",  # of another class
    ],
)
def test_words_that_call_nobody(index: NameIndex, typed: str) -> None:
    assert index.fits(typed).fit is Fit.NONE
    assert index.resolve(typed).fit in (Fit.NEAR, Fit.NONE)


def test_a_surname_that_half_the_class_has_suggests_nobody() -> None:
    many = NameIndex(people({n: f"Nguyễn Văn {g}" for n, g in enumerate(["Huy"] * 9)}))
    assert many.resolve("Nguyễn").fit is Fit.NONE


def test_two_pupils_of_one_full_name_are_asked() -> None:
    twins = NameIndex(people({1: "Nguyễn Mỹ Anh", 2: "Nguyễn Mỹ Anh"}))
    assert twins.resolve("Nguyễn Mỹ Anh").ids == (1, 2)


def test_a_full_name_does_not_beat_a_namesake_it_may_shorten() -> None:
    index = NameIndex(people({1: "Nguyễn Tân", 2: "Nguyễn Văn Tân"}))
    assert index.fits("Nguyễn Tân").ids == (1, 2)
    assert index.fits("Văn Tân").ids == (2,)


def test_a_word_without_marks_ties_even_beside_marked_words() -> None:
    index = NameIndex(people({1: "Nguyễn Mỹ Dung", 2: "Nguyễn Tiến Dũng"}))
    assert index.fits("Nguyễn Dung").ids == (1, 2)
    assert index.fits("Nguyễn Dũng").ids == (2,)


def test_i_and_y_tie() -> None:
    index = NameIndex(people({1: "Lê Tường Vi", 2: "Trần Tường Vy", 3: "Hồ Thị Thúy"}))
    assert index.fits("Vi").ids == (1, 2)
    assert index.fits("Trần Tường Vi").ids == (2,)
    assert index.fits("Thúi").fit is Fit.NONE


def test_a_word_is_not_cut_where_it_may_be_one() -> None:
    index = NameIndex(people({1: "Lê Thị Hạnh", 2: "Đỗ Thị Uyên"}))
    assert index.fits("Thanh").fit is Fit.NONE  # Thanh of another class, not T Hạnh
    assert index.fits("tuyen").fit is Fit.NONE
    assert index.fits("T Hạnh").ids == (1,)
    assert index.fits("TUyên").ids == (2,)


def test_what_may_be_a_slip_as_well_as_initials_is_asked() -> None:
    index = NameIndex(people({1: "Nguyễn Gia An", 2: "Bùi Ngân"}))
    assert index.fits("nggan").fit is Fit.NONE
    assert index.resolve("nggan").ids == (1, 2)


def test_a_doubled_letter_may_be_telex_or_a_key_hit_twice() -> None:
    index = NameIndex(people({1: "Phạm Trọng Văn", 2: "Lê Thị Vân", 3: "Đỗ Đạt"}))
    assert index.fits("vaan").fit is Fit.NONE
    assert set(index.resolve("vaan").ids) == {1, 2}
    assert index.fits("ddat").ids == index.fits("ddatj").ids == (3,)
    index = NameIndex(people({1: "Lê Hoàng Sỹ", 2: "Nguyễn Như Ý"}))
    assert index.fits("ys").fit is index.fits("ỹS").fit is Fit.NONE
    assert set(index.resolve("ys").ids) == {1, 2}


def test_a_title_may_be_part_of_a_name() -> None:
    index = NameIndex(people({1: "Bế Thùy Nhi", 2: "Phạm Thùy Nhi", 3: "Lê Văn Em"}))
    assert index.fits("bé Nhi").ids == (1, 2)
    assert index.fits("Bế Nhi").ids == (1,)
    assert index.fits("Em").ids == (3,)
    assert index.fits("em Em").ids == (3,)


def test_a_called_by_name_takes_the_place_of_the_given_name() -> None:
    index = NameIndex(
        [
            Named(1, "Trần Thị Lan", called="Bông"),
            Named(2, "Lê Lan"),
            Named(3, "Vũ Gia Bảo Anh", "Bảo Anh"),
        ]
    )
    assert index.fits("Lan").ids == (2,)
    assert index.fits("Bông").ids == index.fits("bong").ids == (1,)
    assert index.fits("Thị Lan").ids == index.fits("Trần Thị Lan").ids == (1,)
    assert index.fits("Bảo Anh").ids == (3,)
    assert index.fits("Anh").fit is Fit.NONE


def test_a_called_by_name_with_its_marker() -> None:
    index = NameIndex([Named(1, "K'Brêm", called="K'Brêm"), Named(2, "H'Linh Niê", called="H'Lin")])
    assert index.fits("KBrêm").ids == index.fits("K Brêm").ids == (1,)
    assert index.fits("HLin").ids == index.fits("h lin").ids == (2,)


def test_a_teachers_short_name_wins() -> None:
    index = NameIndex(people({1: "Đỗ Quốc Huy", 2: "Trần Văn Huy"}), aliases={"Huy": 1, "Tồ": 2})
    assert index.fits("huy").ids == (1,)
    assert index.fits("Văn Huy").ids == (2,)
    assert index.fits("tồ").ids == (2,)
    assert index.fits("Tố").fit is Fit.NONE


def test_the_longest_run_that_fits(index: NameIndex) -> None:
    words = ["vắng", "em", "Nguyễn", "Thị", "Lan", "Trần", "Minh", "k", "H'", "Hương"]
    words += ["và", "y", "thang", "nie", "ạ"]
    found = {at: run for at in range(len(words)) if (run := index.longest(words, at))}
    assert found[1][0] == 4
    assert found[1][1].ids == (1,)
    assert found[2][0] == 3
    assert found[5] == (2, index.fits("Trần Minh"))
    assert found[8] == (2, index.fits("H'Hương"))
    assert found[11] == (3, index.fits("Y Thắng Niê"))
    assert 0 not in found
    assert 10 not in found


def test_two_given_names_in_a_row_are_two_pupils(index: NameIndex) -> None:
    words = ["Lan", "Minh"]
    assert index.longest(words, 0) == (1, index.fits("Lan"))
    assert index.longest(words, 1) == (1, index.fits("Minh"))
    assert index.longest(words, 2) is None


def test_the_run_is_no_longer_than_asked(index: NameIndex) -> None:
    words = ["Hoàng", "Thị", "Thùy", "Linh"]
    assert index.longest(words, 0) == (4, index.fits("Linh"))
    assert index.longest(words, 0, limit=2) is None


def test_an_empty_class_knows_nobody() -> None:
    empty = NameIndex([])
    assert empty.resolve("Lan").fit is Fit.NONE
    assert empty.longest(["Lan"], 0) is None


@pytest.mark.parametrize("typed", ["lan " * 2000, "x" * 4000, "ạ" * 4000, "n t " * 5, "'" * 4000])
def test_long_and_hostile_text_names_nobody(index: NameIndex, typed: str) -> None:
    assert index.fits(typed).fit is Fit.NONE
    assert index.resolve(typed).fit in (Fit.NEAR, Fit.NONE)
