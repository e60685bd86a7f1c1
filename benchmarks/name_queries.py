"""The ways in which people type a pupil's name; each gives the query and what it says in plain.

A way returns None where it does not apply (no y to write as i, no highland name). The plain text
is what the oracle judges: the same words before keys, blanks or slips changed them.
"""

import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.name_keys import TELEX, i_y, keys, nfd, other_tone_place, tone_at_vowel
from benchmarks.name_oracle import bare
from services.names import Named


@dataclass
class Typed:
    """A query, what it says in plain letters, and whether it carries a slip."""

    query: str
    plain: str
    slip: bool = False


Way = Callable[[Named, random.Random], Typed | None]
_KEYBOARD = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]


def _words(person: Named) -> list[str]:
    return re.sub(r"(?<=\b\w)['’ʼ‘]\s*", " ", person.full_name).split()


def _highland(person: Named) -> bool:
    return len(words := _words(person)) > 1 and words[0] in ("Y", "H", "K")


def full(person: Named) -> str:
    return person.full_name


def given(person: Named) -> str:
    if person.called:
        return person.called
    words = _words(person)
    return words[1] if _highland(person) else words[-1]


def with_middle(person: Named) -> str | None:
    words = _words(person)
    return None if _highland(person) or len(words) < 3 else " ".join(words[-2:])


def with_surname(person: Named) -> str | None:
    words = _words(person)
    return None if _highland(person) or len(words) < 3 else f"{words[0]} {words[-1]}"


def with_initials(person: Named) -> str | None:
    words = _words(person)
    if _highland(person) or len(words) < 3:
        return None
    return " ".join([word[0] for word in words[:-1]] + words[-1:])


def _plainly(part: Callable[[Named], str | None], change: Callable[[str], str]) -> Way:
    """A way that writes one part of the name with marks, case or form changed."""

    def way(person: Named, rng: random.Random) -> Typed | None:
        text = part(person)
        if text is None:
            return None
        return Typed(change(text), change(text))

    return way


def _written(part: Callable[[Named], str | None], change: Callable[[str], str | None]) -> Way:
    """A way whose keys differ from what they say: the oracle hears the unchanged part."""

    def way(person: Named, rng: random.Random) -> Typed | None:
        text = part(person)
        query = None if text is None else change(text)
        return None if query is None or text is None else Typed(query, text)

    return way


def _some_bare(person: Named, rng: random.Random) -> Typed | None:
    """Some words with their marks, some without any, as autocompletion leaves them."""
    words = _words(person)[-3:]
    if person.called or _highland(person):
        return None
    text = " ".join(word if rng.random() < 0.5 else bare(word) for word in words)
    return Typed(text, text)


def _stuck(part: Callable[[Named], str | None]) -> Way:
    """Blanks lost: NguyễnThịLan."""

    def way(person: Named, rng: random.Random) -> Typed | None:
        text = part(person)
        if text is None or " " not in text:
            return None
        return Typed(text.replace(" ", ""), text)

    return way


def _initials(form: str) -> Way:
    def way(person: Named, rng: random.Random) -> Typed | None:
        text = with_initials(person)
        if text is None:
            return None
        *heads, last = text.split()
        if form == "glued":
            return Typed("".join(heads) + last, text)
        if form == "dots":
            return Typed(".".join([*heads, last]), text)
        if form == "one group":
            return Typed("".join(heads) + " " + last, text)
        if form == "surname":
            words = _words(person)
            text = f"{words[0][0]} {words[-1]}"
        if form == "mixed":
            words = _words(person)
            text = " ".join([words[0], *heads[1:], last])
        return Typed(text, text)

    return way


def _highland_way(person: Named, rng: random.Random) -> Typed | None:
    if not _highland(person):
        return None
    marker, name, *clan = _words(person)
    join = rng.choice(["'", "’", "ʼ", "‘", " ", "", "' ", "`"])
    tail = clan if rng.random() < 0.6 else []
    text = " ".join([f"{marker}{join}{name}", *tail])
    if rng.random() < 0.5:
        text = bare(text)
    return Typed(text, text.replace("`", "'").replace("' ", "'"))


def _given_and_clan(person: Named, rng: random.Random) -> Typed | None:
    if not _highland(person) or len(_words(person)) < 3:
        return None
    text = " ".join(_words(person)[1:])
    return Typed(text, text)


def _titled(person: Named, rng: random.Random) -> Typed | None:
    text = rng.choice([full(person), given(person)])
    title = rng.choice(["em", "bạn", "cháu", "bé", "Em", "ban", "chau", "em bé"])
    return Typed(f"{title} {text}", text)


def _shifted(person: Named, rng: random.Random) -> Typed | None:
    text = " ".join(word[:2].upper() + word[2:] for word in _words(person)[-2:])
    return None if _highland(person) or person.called else Typed(text, text)


def _wrong_tone(part: Callable[[Named], str | None]) -> Way:
    """Hỏi for ngã and the other way round, as the South often types."""

    def way(person: Named, rng: random.Random) -> Typed | None:
        text = part(person)
        apart = unicodedata.normalize("NFD", text or "")
        swapped = apart.translate({0x303: 0x309, 0x309: 0x303})
        if text is None or swapped == apart:
            return None
        query = unicodedata.normalize("NFC", swapped)
        return Typed(query, query, slip=True)

    return way


def _without_tone(part: Callable[[Named], str | None]) -> Way:
    """The tone's key forgotten where the letters have their marks: Tiên for Tiến."""

    def way(person: Named, rng: random.Random) -> Typed | None:
        text = part(person)
        text = text and unicodedata.normalize("NFC", text)
        apart = unicodedata.normalize("NFD", text or "")
        toneless = unicodedata.normalize("NFC", "".join(c for c in apart if c not in TELEX))
        if (
            text is None
            or toneless == unicodedata.normalize("NFC", apart)
            or toneless == bare(text)
        ):
            return None
        return Typed(toneless, toneless, slip=True)

    return way


def _slip(part: Callable[[Named], str | None], marks: bool) -> Way:
    """One letter lost, doubled, swapped with the next, or its neighbour's key hit."""

    def way(person: Named, rng: random.Random) -> Typed | None:
        text = part(person)
        if text is None:
            return None
        text = text if marks else bare(text)
        places = [at for at, sign in enumerate(text) if sign.isalpha()]
        at = rng.choice(places)
        kind = rng.randrange(4)
        if kind == 0 and len(places) > 2:
            slipped = text[:at] + text[at + 1 :]
        elif kind == 1:
            slipped = text[: at + 1] + text[at:]
        elif kind == 2 and at + 1 in places and text[at] != text[at + 1]:
            slipped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        else:
            row = next((row for row in _KEYBOARD if bare(text[at]) in row), "")
            near = [row[i] for i, c in enumerate(row) if abs(i - row.find(bare(text[at]))) == 1]
            if not near:
                return None
            slipped = text[:at] + rng.choice(near) + text[at + 1 :]
        return Typed(slipped, slipped, slip=True)

    return way


WAYS: dict[str, Way] = {
    "full name": _plainly(full, str),
    "full name, lower case": _plainly(full, str.lower),
    "full name, capitals": _plainly(full, str.upper),
    "full name, NFD": _plainly(full, nfd),
    "full name, no marks": _plainly(full, bare),
    "full name, blanks doubled": _written(full, lambda text: f"  {text.replace(' ', '  ')} "),
    "full name, blanks lost": _stuck(full),
    "full name, no marks, blanks lost": _stuck(lambda person: bare(full(person))),
    "some words without marks": _some_bare,
    "given name": _plainly(given, str),
    "given name, capitals, NFD": _plainly(given, lambda text: nfd(text.upper())),
    "given name, no marks": _plainly(given, bare),
    "middle and given": _plainly(with_middle, str),
    "middle and given, no marks": _plainly(with_middle, bare),
    "middle and given, blank lost": _stuck(with_middle),
    "surname and given": _plainly(with_surname, str),
    "surname and given, no marks": _plainly(with_surname, bare),
    "initials N T Lan": _initials("blanks"),
    "initials N.T.Lan": _initials("dots"),
    "initials NT Lan": _initials("one group"),
    "initials NTLan": _initials("glued"),
    "initials, no marks, lower": _plainly(with_initials, bare),
    "initial of the surname": _initials("surname"),
    "surname, then initials": _initials("mixed"),
    "òa and oà": _written(full, other_tone_place),
    "i for y, y for i": _plainly(lambda person: i_y(full(person)), str),
    "i for y in the given name": _plainly(lambda person: i_y(given(person)), str),
    "Telex, tone at the end": _written(full, lambda text: keys(text, False, False)),
    "Telex, all keys at the end": _written(given, lambda text: keys(text, False, True)),
    "Telex, tone at the vowel": _written(full, tone_at_vowel),
    "Telex, given name, lower": _written(given, lambda text: keys(text.lower(), False, False)),
    "VNI, full name": _written(full, lambda text: keys(text, True, False)),
    "VNI, all keys at the end": _written(given, lambda text: keys(text, True, True)),
    "highland names, apostrophes": _highland_way,
    "highland given name and clan": _given_and_clan,
    "em, bạn, cháu, bé before it": _titled,
    "shift held too long": _shifted,
    "hỏi for ngã": _wrong_tone(full),
    "hỏi for ngã in the given name": _wrong_tone(given),
    "tone forgotten": _without_tone(full),
    "tone forgotten in the given name": _without_tone(given),
    "slip in the given name": _slip(given, True),
    "slip in the given name, no marks": _slip(given, False),
    "slip in middle and given": _slip(with_middle, False),
    "slip in the full name": _slip(full, True),
    "slip in the full name, no marks": _slip(full, False),
}
