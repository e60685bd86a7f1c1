"""The minimum record of article 7.1: what belongs to it, what is missing, and how it is typed.

Name, date of birth, ethnic group, gender, address, policy family, parents, a telephone number.
A blank "policy family" says that it is none, as in the sector's lists, so it is never a gap; one
adult who answers for the child and one number are enough, since not every child has two parents.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from services.errors import Invalid
from services.importing import cells
from services.importing.cells import CellError
from services.name_syllables import fold

OLDEST, YOUNGEST = timedelta(days=365 * 25), timedelta(days=365 * 8)  # pupils of these classes
SHORTEST_ADDRESS = 2  # words
LONGEST = {"ethnic": 60, "policy": 120, "address": 250}


class Field(StrEnum):
    """What can be missing or be changed, in the order in which it is asked for."""

    BIRTH = "birth"
    GENDER = "gender"
    ETHNIC = "ethnic"
    ADDRESS = "address"
    GUARDIAN = "guardian"
    PHONE = "phone"
    POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Adult:
    """One who answers for the child; `relation` is father, mother or guardian."""

    person_id: int
    name: str
    relation: str
    phone: str | None


@dataclass(frozen=True, slots=True)
class Minimum:
    """The minimum record of one pupil; what is not known is None."""

    pupil_id: int
    name: str
    number: int | None
    class_id: int
    class_name: str
    since: date
    birth: date | None = None
    gender: str | None = None
    ethnic: str | None = None
    address: str | None = None
    policy: str | None = None
    adults: tuple[Adult, ...] = ()

    @property
    def gaps(self) -> tuple[Field, ...]:
        """What is missing, in the order in which it is asked for."""
        there = {
            Field.BIRTH: self.birth is not None,
            Field.GENDER: bool(self.gender),
            Field.ETHNIC: bool(self.ethnic),
            Field.ADDRESS: bool(self.address),
            Field.GUARDIAN: bool(self.adults),
            Field.PHONE: any(adult.phone for adult in self.adults),
        }
        return tuple(field for field in Field if not there.get(field, True))

    def shown(self, field: Field) -> str | None:
        """What stands in a field, as it is kept in a change."""
        if field is Field.BIRTH:
            return self.birth.isoformat() if self.birth else None
        kept = {
            Field.GENDER: self.gender,
            Field.ETHNIC: self.ethnic,
            Field.ADDRESS: self.address,
            Field.POLICY: self.policy,
        }
        return kept.get(field)


@dataclass(frozen=True, slots=True)
class TypedAdult:
    """An adult as typed: "mẹ Nguyễn Thị Hoa 0912 345 678"; what was not said is None."""

    relation: str | None
    name: str | None
    phone: str | None


def deadline(year_starts: date, since: date, days: int) -> date:
    """The last day on which a pupil's record may be incomplete: `days` after the year began, or
    after the pupil came."""
    return max(year_starts, since) + timedelta(days=days)


def read_value(field: Field, text: str, today: date) -> str | None:
    """A typed value as it is kept; None empties it (a family that is no policy family).

    Raises `Invalid` with a right example.
    """
    readers: dict[Field, Callable[[], str | None]] = {
        Field.BIRTH: lambda: _birth(text, today),
        Field.GENDER: lambda: cells.gender(text),
        Field.ETHNIC: lambda: _ethnic(text),
        Field.ADDRESS: lambda: _address(text),
        Field.POLICY: lambda: _policy(text),
    }
    try:
        value = readers[field]()
    except CellError as error:
        raise Invalid(WRONG[field], shown=error.shown[:60]) from None
    if value is None and field is not Field.POLICY:
        raise Invalid(WRONG[field], shown=text.strip()[:60])
    return value


WRONG = {
    Field.BIRTH: "record-wrong-birth",
    Field.GENDER: "record-wrong-gender",
    Field.ETHNIC: "record-wrong-ethnic",
    Field.ADDRESS: "record-wrong-address",
    Field.POLICY: "record-wrong-policy",
    Field.GUARDIAN: "record-wrong-guardian",
    Field.PHONE: "record-wrong-phone",
}


def _birth(text: str, today: date) -> str | None:
    day = cells.day(text.strip(), today - OLDEST, today - YOUNGEST)
    return day.isoformat() if day else None


def _ethnic(text: str) -> str | None:
    shown = cells.short(text, LONGEST["ethnic"])
    if shown is None:
        return None
    plain = re.sub(r"^(người|nguoi|dân tộc|dan toc)\s+", "", shown, flags=re.IGNORECASE)
    if any(sign.isdigit() for sign in plain) or not any(sign.isalpha() for sign in plain):
        raise CellError("record-wrong-ethnic", shown)
    return cells.person_name(plain.lower() if plain.isupper() else plain)


def _address(text: str) -> str | None:
    shown = cells.short(text, LONGEST["address"])
    if shown is None or len(shown.split()) < SHORTEST_ADDRESS:
        return None
    if not any(sign.isalpha() for sign in shown):
        raise CellError("record-wrong-address", shown)
    return shown


def _policy(text: str) -> str | None:
    shown = cells.short(text, LONGEST["policy"])
    if shown is None or fold(shown).strip(" .") in ("khong", "ko", "k", "no", "none", "-"):
        return None
    return shown


RELATIONS = {
    "father": ("bo", "ba", "cha", "tia", "father", "dad"),
    "mother": ("me", "ma", "u", "mother", "mum", "mom"),
    "guardian": ("nguoi giam ho", "giam ho", "ong", "ba noi", "ba ngoai", "bac", "chu", "co", "di"),
}
_NUMBER = re.compile(r"(\+?\d[\d\s.\-()]{7,}\d)")


def read_adult(text: str) -> TypedAdult:
    """An adult in one line: relation, name, number, in this order or without some of them.

    Raises `Invalid` where a number or a name is none.
    """
    said = cells.text(text) or ""
    number = _NUMBER.search(said)
    phone = None
    if number is not None:
        phone = read_phone(number[1])
        said = f"{said[: number.start()]} {said[number.end() :]}"
    words = said.strip(" ,;:.-").split()
    relation = None
    if words and words[0].casefold() == "bà":  # without its tone she would be "ba", a father
        relation, words = "guardian", words[1:]
    for size in (3, 2, 1):
        if relation is not None:
            break
        start = fold(" ".join(words[:size])).strip(" ,;:.")
        found = [key for key, names in RELATIONS.items() if start in names]
        if len(words) >= size and found:
            relation, words = found[0], words[size:]
            break
    while words and fold(words[0]) in ("em", "chau", "la", ":", "so", "dt", "sdt"):
        words = words[1:]
    rest = " ".join(words).strip(" ,;:.-")
    try:
        name = cells.person_name(rest) if rest else None
    except CellError as error:
        raise Invalid("record-wrong-guardian", shown=error.shown) from None
    return TypedAdult(relation, name, phone)


def read_phone(text: str) -> str:
    """A Vietnamese number as `0…`; raises `Invalid` with a right example."""
    try:
        phone = cells.phone(text)
    except CellError:
        phone = None
    if phone is None or not re.fullmatch(r"0[2-9]\d{8,9}", phone):
        raise Invalid("record-wrong-phone", shown=text.strip()[:40])
    return phone
