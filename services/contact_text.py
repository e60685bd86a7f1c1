"""A family's own words about a new number or a new address, told from everything else.

"số điện thoại mới của tôi là 0912 345 678", "em đổi sim sang 0912…", "số của bố cháu giờ là 09…",
"nhà em chuyển về thôn 5 xã Thuận Hạnh rồi ạ", "địa chỉ mới: …"; with or without diacritics. What
only mentions a number, or somebody moving, is none of it.
"""

import re
import unicodedata
from dataclasses import dataclass

from services.name_syllables import fold
from services.phone_numbers import normalised

LONGEST = 300
_NUMBER = re.compile(r"\+?\d[\d\s.\-()]{7,}\d")
_ANEW = re.compile(
    r"\b(so( dien thoai| dt| may| zalo)?|sdt|dt|sim|phone|number)\b.{0,30}\b(moi|new|gio la|nay la|"
    r"bay gio la|thanh|sang|la)\b"
    r"|\b(doi|(?:moi|vua|da) thay|thay(?= (?:so|sim|sdt|dt)\b)|changed?|new)\b.{0,20}"
    r"\b(so|sdt|sim|dt|dien thoai|number|phone)\b"
    r"|\b(so|sdt) moi\b"
)
_MOVED = re.compile(
    r"^(?:.*?\b)?(?:dia chi(?: thuong tru)?(?: nha)?(?: cua)?(?: \w+){0,2}? "
    r"(?:moi|bay gio|hien nay)(?: la)?|doi dia chi(?: thanh| sang| la)?"
    r"|(?:nha|gia dinh)(?: em| toi| minh| chau| con| chung toi)?(?: da| moi| vua| se)* "
    r"(?:chuyen(?: nha)?|don(?: nha)?|doi) (?:ve|den|toi|qua|sang|len|xuong|ra|vao)"
    r"(?: o)?|(?:my |our )?new address(?: is)?|we (?:have )?moved to) *[:,]? *"
)
_OWNERS = (
    ("father", re.compile(r"\bcua (?:bo|ba|cha|tia)(?: (?:em|chau|con|be|no))?\b|\bfather'?s\b")),
    ("mother", re.compile(r"\bcua (?:me|ma)(?: (?:em|chau|con|be|no))?\b|\bmother'?s\b")),
)
_TAIL = re.compile(
    r"[\s.,!]*\b(r[oồ]i|[aạ]|nh[eé]|nha|nghen|th[aầ]y|c[oô])\b[\s.,!]*$", re.IGNORECASE
)
_APOSTROPHES = str.maketrans(dict.fromkeys("'’ʼ‘`´′", "q"))  # "M'Nông" keeps its length
_GRANDMOTHER = re.compile(r"\bbà\b", re.IGNORECASE)  # without its tone she would be "ba"


@dataclass(frozen=True, slots=True)
class ContactText:
    """What was reported: `field` phone or address; `owner` father or mother where it is said
    whose number it is."""

    field: str
    value: str
    owner: str | None = None


def read_contact(text: str) -> ContactText | None:
    """What a message reports, or None where it plainly reports nothing."""
    said = " ".join(unicodedata.normalize("NFC", text).split())
    if not said or len(said) > LONGEST or said.startswith("/"):
        return None
    if said.endswith("?"):
        return None
    return _phone(said) or _address(said)


def _phone(said: str) -> ContactText | None:
    plain = fold(said)
    if not _ANEW.search(plain):
        return None
    found = [n for match in _NUMBER.finditer(said) if (n := normalised(match[0]))]
    if len(set(found)) != 1:
        return None  # an old and a new one: which is which is asked, never guessed
    whose = fold(_GRANDMOTHER.sub("-", said))
    owner = next((who for who, words in _OWNERS if words.search(whose)), None)
    return ContactText("phone", found[0], owner)


def _address(said: str) -> ContactText | None:
    plain = fold(said.translate(_APOSTROPHES))
    moved = _MOVED.match(plain)
    if moved is None or len(plain) != len(said):
        return None
    value = said[moved.end() :].strip(" .,:;!")
    while (shorter := _TAIL.sub("", value)) != value:
        value = shorter
    return ContactText("address", value) if len(value.split()) >= 2 else None
