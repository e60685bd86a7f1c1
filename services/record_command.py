"""What stands behind `/hoso`: a class, a pupil by name or number, a field and its new value.

"7A1", "7A1 15", "Lan 7A1", "7A1 Lan địa chỉ: thôn 3, xã Thuận Hạnh"; all of it without diacritics
as well. The homeroom teacher of one class need not name it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from services.access import Action, may
from services.errors import Invalid, NotAllowed
from services.name_syllables import fold
from services.names import Fit
from services.record_fields import Field
from services.records import own_classes
from services.rosters import RollList, classes, roster
from services.unit import Unit
from storage.rosters import Place

WORDS = {
    Field.BIRTH: ("ngay sinh", "sinh ngay", "sinh", "birth", "born"),
    Field.GENDER: ("gioi tinh", "phai", "gender"),
    Field.ETHNIC: ("dan toc", "ethnic"),
    Field.ADDRESS: ("dia chi thuong tru", "dia chi", "cho o", "address"),
    Field.POLICY: ("con gia dinh chinh sach", "gia dinh chinh sach", "chinh sach", "policy"),
    Field.GUARDIAN: ("phu huynh", "nguoi giam ho", "giam ho", "bo", "cha", "me", "guardian"),
    Field.PHONE: ("so dien thoai", "dien thoai", "sdt", "dt", "phone"),
}
KEPT = ("bo", "cha", "me", "nguoi giam ho", "giam ho")  # they are part of what is written
LONGEST = 4  # words that name a field


@dataclass(frozen=True, slots=True)
class Asked:
    """What was meant: several classes to choose from, one class, one pupil or several who fit."""

    classes: tuple[RollList, ...] = ()
    pupils: tuple[Place, ...] = ()
    field: Field | None = None
    value: str = ""


async def read(unit: Unit, text: str) -> Asked:
    """What the words behind the command ask for.

    Raises `Invalid` for a class that there is not, or a pupil who is not in it.
    """
    typed = text.split()
    named, rest = await _class_in(unit, typed)
    if named is not None and not may(unit.who, Action.KEEP_RECORD, named.target):
        raise NotAllowed
    own = await own_classes(unit)
    if named is None:
        homeroom = [of for of in own if of.class_id in unit.who.homeroom_of]
        own = homeroom if len(homeroom) == 1 and (rest or len(own) == 1) else own
        if len(own) > 1:
            if rest:
                raise Invalid("record-say-class")
            return Asked(tuple(own))
        named = own[0]
    if not rest:
        return Asked((named,))
    pupils, rest = await _pupil_in(unit, named, rest)
    field, value = _field_in(rest)
    return Asked((named,), pupils, field, value)


async def _class_in(unit: Unit, typed: Sequence[str]) -> tuple[RollList | None, list[str]]:
    """The class that is named, anywhere before the value, and the other words."""
    by_name = {fold(of.name): of for of in await classes(unit)}
    for at, word in enumerate(typed):
        plain = fold(word).strip(",;:.")
        found = by_name.get(plain)
        taken = 1
        if found is None and plain.isdigit() and at + 1 < len(typed):
            found = by_name.get(plain + fold(typed[at + 1]).strip(",;:."))
            taken = 2
        if found is not None:
            before = list(typed[:at])
            if before and fold(before[-1]) in ("lop", "class"):
                before.pop()
            return found, [*before, *typed[at + taken :]]
        if _like_a_class(plain):
            raise Invalid(
                "record-no-class", typed=word, known=", ".join(o.name for o in by_name.values())
            )
    return None, list(typed)


def _like_a_class(word: str) -> bool:
    """ "7a9": a grade, a letter, and perhaps a number."""
    return 2 <= len(word) <= 4 and word[0].isdigit() and word[1].isalpha()


async def _pupil_in(
    unit: Unit, of: RollList, words: list[str]
) -> tuple[tuple[Place, ...], list[str]]:
    """The pupil or those who fit, and the words behind the name."""
    found = await roster(unit, of, unit.today)
    number = words[0].strip(".,:;")
    if number.isdigit():
        id = found.numbers().get(int(number))
        if id is None:
            raise Invalid("record-no-number", number=number, klass=of.name)
        return (found.by_id[id],), words[1:]
    clean = [word.strip(",;:") for word in words]
    longest = found.index.longest(clean, 0)
    if longest is not None:
        count, fit = longest
        return tuple(found.by_id[id] for id in fit.ids), words[count:]
    stop = next((at for at in range(1, len(words)) if _field_in(words[at:])[0]), len(words))
    near = found.index.resolve(" ".join(clean[:stop]))
    if near.fit is Fit.NONE:
        raise Invalid("record-no-name", typed=" ".join(words[:stop])[:60], klass=of.name)
    return tuple(found.by_id[id] for id in near.ids), words[stop:]


def _field_in(words: Sequence[str]) -> tuple[Field | None, str]:
    """The field that the words begin with, and its value."""
    for size in range(min(LONGEST + 1, len(words)), 0, -1):
        start = fold(" ".join(words[:size])).strip(" :,.")
        for field, names in WORDS.items():
            if start in names:
                kept = words if start in KEPT else words[size:]
                return field, " ".join(kept).lstrip(" :,")
    return None, ""
