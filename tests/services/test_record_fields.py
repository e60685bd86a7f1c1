"""The minimum record of article 7.1: gaps, deadlines, and what people type into it."""

import unicodedata
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from services.errors import Invalid
from services.record_fields import (
    Adult,
    Field,
    Minimum,
    TypedAdult,
    deadline,
    read_adult,
    read_value,
)

TODAY = date(2026, 11, 30)
MOTHER = Adult(2, "Nguyễn Thị Hoa", "mother", "0912345678")
WHOLE = {
    "birth": date(2014, 3, 15),
    "gender": "F",
    "ethnic": "Kinh",
    "address": "Thôn 3, xã Thuận Hạnh",
    "adults": (MOTHER,),
}


def minimum(**values: object) -> Minimum:
    kept = WHOLE | values
    return Minimum(1, "Nguyễn Thị Ngọc Lan", 15, 1, "7A1", date(2026, 9, 5), **kept)  # type: ignore[arg-type]  # built from a table


def test_nothing_is_missing_though_the_family_is_no_policy_family() -> None:
    assert minimum().gaps == ()


@pytest.mark.parametrize(
    ("values", "gaps"),
    [
        ({"birth": None}, (Field.BIRTH,)),
        ({"ethnic": "", "address": None}, (Field.ETHNIC, Field.ADDRESS)),
        ({"adults": ()}, (Field.GUARDIAN, Field.PHONE)),
        ({"adults": (Adult(2, "Nguyễn Thị Hoa", "mother", None),)}, (Field.PHONE,)),
        ({"adults": (Adult(1, "Trần Văn Ba", "father", None), MOTHER)}, ()),
    ],
)
def test_what_is_missing(values: dict[str, object], gaps: tuple[Field, ...]) -> None:
    assert minimum(**values).gaps == gaps


@given(
    some.dates(date(2020, 1, 1), date(2030, 1, 1)),
    some.dates(date(2020, 1, 1), date(2030, 1, 1)),
    some.integers(0, 365),
)
def test_the_deadline_leaves_everybody_the_same_time(year: date, since: date, days: int) -> None:
    due = deadline(year, since, days)
    assert due - max(year, since) == timedelta(days=days)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (Field.BIRTH, "9/5/14", "2014-05-09"),
        (Field.BIRTH, "09-05-2014", "2014-05-09"),
        (Field.GENDER, "NỮ", "F"),
        (Field.GENDER, "nam", "M"),
        (Field.ETHNIC, "dân tộc ê đê", "Ê Đê"),
        (Field.ETHNIC, "M'Nông", "M'Nông"),
        (Field.ADDRESS, "  Thôn 3,  xã Thuận Hạnh ", "Thôn 3, xã Thuận Hạnh"),
        (Field.POLICY, "con thương binh", "con thương binh"),
        (Field.POLICY, "khong", None),
        (Field.POLICY, "-", None),
    ],
)
def test_values_as_they_are_typed(field: Field, typed: str, value: str | None) -> None:
    for form in (typed, unicodedata.normalize("NFD", typed)):
        assert read_value(field, form, TODAY) == value


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (Field.BIRTH, "31/02/2014"),
        (Field.BIRTH, "15/03/2027"),
        (Field.BIRTH, "15/03/1980"),
        (Field.BIRTH, ""),
        (Field.GENDER, "x"),
        (Field.ETHNIC, "12"),
        (Field.ADDRESS, "abc"),
        (Field.ADDRESS, "1 2"),
        (Field.ADDRESS, "thôn " * 80),
        (Field.POLICY, "x" * 121),
    ],
)
def test_what_cannot_be_taken_is_refused(field: Field, typed: str) -> None:
    with pytest.raises(Invalid):
        read_value(field, typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "adult"),
    [
        (
            "mẹ Nguyễn Thị Hoa 0912 345 678",
            TypedAdult("mother", "Nguyễn Thị Hoa", "0912345678"),
        ),
        ("BỐ: TRẦN VĂN BA, +84912345678", TypedAdult("father", "Trần Văn Ba", "0912345678")),
        ("ba Trần Văn Tư", TypedAdult("father", "Trần Văn Tư", None)),
        ("bà Lò Thị Pha 0912345678", TypedAdult("guardian", "Lò Thị Pha", "0912345678")),
        ("bà ngoại Lò Thị Pha", TypedAdult("guardian", "Lò Thị Pha", None)),
        ("người giám hộ H'Linh Niê", TypedAdult("guardian", "H'Linh Niê", None)),
        ("me 0912.345.678", TypedAdult("mother", None, "0912345678")),
        ("0912345678", TypedAdult(None, None, "0912345678")),
        ("Nguyễn Thị Hoa", TypedAdult(None, "Nguyễn Thị Hoa", None)),
    ],
)
def test_adults_as_they_are_typed(typed: str, adult: TypedAdult) -> None:
    assert read_adult(typed) == adult


@pytest.mark.parametrize("typed", ["mẹ 0912 34", "mẹ @@@ 123", "bố 0112345678"])
def test_adults_that_are_none(typed: str) -> None:
    with pytest.raises(Invalid):
        read_adult(typed)


@given(some.text(max_size=300))
def test_any_text_is_an_adult_or_refused(text: str) -> None:
    with suppress(Invalid):
        read_adult(text)
