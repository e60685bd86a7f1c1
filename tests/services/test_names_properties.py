"""What holds for every class and every query."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from services.names import Fit, Named, NameIndex, fold

SURNAMES = ["Nguyễn", "Trần", "Lê", "Hồ", "Đỗ", "Bế", "Lý", "Châu"]
MIDDLES = ["Thị", "Văn", "Minh", "Ngọc", "Đức", "Hữu", "Anh", "Gia"]
GIVENS = [
    "Lan",
    "Huy",
    "Dung",
    "Dũng",
    "Hương",
    "Hường",
    "An",
    "Anh",
    "Ánh",
    "Vy",
    "Vi",
    "Hòa",
    "Đạt",
]
HIGHLAND = ["Y Thắng Niê", "H'Hương Ayun", "H Lan Byă", "K'Brêm", "Y Sơn Buôn Yă", "H’Oanh Mlô"]

kinh = st.builds(
    lambda surname, middles, given_name: " ".join([surname, *middles, given_name]),
    st.sampled_from(SURNAMES),
    st.lists(st.sampled_from(MIDDLES), max_size=2),
    st.sampled_from(GIVENS),
)
classes = st.lists(st.one_of(kinh, st.sampled_from(HIGHLAND)), min_size=1, max_size=12).map(
    lambda names: [Named(number, name) for number, name in enumerate(names, 1)]
)
syllables = st.sampled_from(
    [*SURNAMES, *MIDDLES, *GIVENS, "Niê", "Buôn", "Y", "H", "thi", "dung", "huong"]
)
queries = st.one_of(
    st.lists(syllables, min_size=1, max_size=4).map(" ".join),
    st.text(alphabet="anhuyNTLÐđĐươôợ'’. 17fsw", max_size=12),
)


@given(classes, queries)
def test_one_has_every_word_that_was_typed(people: list[Named], query: str) -> None:
    found = NameIndex(people).resolve(query)
    ids = [person.id for person in people]
    assert set(found.ids) <= set(ids)
    assert len(set(found.ids)) == len(found.ids)
    match found.fit:
        case Fit.ONE:
            assert len(found.ids) == 1
        case Fit.SEVERAL:
            assert len(found.ids) > 1
        case Fit.NEAR:
            assert 1 <= len(found.ids) <= 8
        case Fit.NONE:
            assert found.ids == ()


@given(classes, st.lists(syllables, min_size=1, max_size=4))
def test_who_fits_has_every_syllable_typed(people: list[Named], typed: list[str]) -> None:
    found = NameIndex(people).fits(" ".join(typed))
    for person in people:
        if person.id in found.ids:
            name = fold(person.full_name).replace(" ", "")
            assert all(fold(word).rstrip("iy") in name for word in typed)


@given(classes, queries)
def test_form_and_case_change_nothing(people: list[Named], query: str) -> None:
    index = NameIndex(people)
    found = index.resolve(query)
    assert index.resolve(unicodedata.normalize("NFD", query)) == found
    assert index.resolve(unicodedata.normalize("NFC", query)) == found
    assert index.fits(query.lower()) == index.fits(query.upper())
    assert index.fits(query.title()).ids in (index.fits(query).ids, index.fits(query.lower()).ids)


@given(classes, st.data())
def test_marks_left_out_only_widen(people: list[Named], data: st.DataObject) -> None:
    index = NameIndex(people)
    words = data.draw(st.sampled_from(people)).full_name.split()
    query = " ".join(words[data.draw(st.integers(0, len(words) - 1)) :])
    marked, unmarked = (
        index.fits(query),
        index.fits(fold(query.replace("'", " ").replace("’", " "))),
    )
    assert set(marked.ids) <= set(unmarked.ids)


@given(classes)
def test_everyone_is_found_by_the_full_name(people: list[Named]) -> None:
    index = NameIndex(people)
    for person in people:
        assert person.id in index.fits(person.full_name).ids
        assert person.id in index.fits(fold(person.full_name)).ids


@given(classes, queries)
def test_resolve_only_adds_the_near_to_what_fits(people: list[Named], query: str) -> None:
    index = NameIndex(people)
    fitting, found = index.fits(query), index.resolve(query)
    assert fitting.fit is not Fit.NEAR
    if fitting.fit is Fit.NONE:
        assert found.fit in (Fit.NEAR, Fit.NONE)
    else:
        assert found == fitting


@given(classes, st.lists(syllables, min_size=1, max_size=8), st.integers(0, 7))
def test_the_longest_run_is_the_longest(people: list[Named], words: list[str], start: int) -> None:
    index = NameIndex(people)
    runs = range(1, min(6, len(words) - start) + 1)
    fitting = [
        n for n in runs if index.fits(" ".join(words[start : start + n])).fit is not Fit.NONE
    ]
    found = index.longest(words, start)
    assert (found[0] if found else None) == (max(fitting) if fitting else None)
