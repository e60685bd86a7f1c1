"""The rules of naming a pupil, written a second time and slowly, to judge the quick ones by.

It shares no code with services/names.py: it tries every way of writing every name against the
plain text of a query (before Telex keys, lost blanks or slips were put in), and says who is meant.
"""

import re
import unicodedata

from services.names import Named

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SIGNS = re.compile(r"['’ʼ‘`´.,]")


def bare(text: str) -> str:
    """Letters without marks."""
    plain = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return "".join(c for c in plain if not unicodedata.combining(c))


def _canon(word: str) -> tuple[tuple[str, ...], str]:
    """Each letter with its marks, and the tone; a final i and y made one."""
    letters: list[str] = []
    tone = ""
    for sign in unicodedata.normalize("NFD", word.lower()):
        if sign in _TONES and letters and letters[-1][0] in "aeiouy":
            tone = sign
        elif unicodedata.combining(sign):
            letters[-1] += sign
        else:
            letters.append(sign)
    plain = bare(word)
    if len(plain) > 1 and plain[-1] in "iy" and (plain[-2] not in "aeiou" or plain[-3:-1] == "qu"):
        letters[-1] = "i" + letters[-1][1:]
    return tuple(letters), tone


class Oracle:
    """Who a plain text may mean among these people."""

    def __init__(self, people: list[Named], aliases: dict[str, int]) -> None:
        self._ways = [(person.id, self._write(person)) for person in people]
        self._aliases = [(of, [_words(alias)]) for alias, of in aliases.items()]
        self._canon: dict[str, tuple[tuple[str, ...], str]] = {}

    def meant(self, plain: str) -> set[int]:
        """The ids of all who may be meant; marked syllables narrow it to those who have them."""
        query = _words(plain)
        meant = self._among(query, self._aliases) or self._among(query, self._ways)
        if len(query) > 1 and query[0] in _TITLES:
            meant |= self.meant(" ".join(query[1:]))
        return meant

    def _among(self, query: list[str], ways: list[tuple[int, list[list[str]]]]) -> set[int]:
        loose, exact = set(), set()
        size, tail = len(query), bare(query[-1])[0]
        for person, writings in ways:
            for words in writings:
                if len(words) != size or bare_of(words[-1])[0] != tail:
                    continue
                grades = [self._word(q, w, at + 1 < size) for at, (q, w) in _pairs(query, words)]
                if min(grades):
                    loose.add(person)
                    if min(grades) == 2:
                        exact.add(person)
        return exact or loose

    def _word(self, query: str, name: str, may_cut: bool) -> int:
        """0 other, 1 agrees in the marks typed, 2 is the same or carries no mark."""
        (mine, tone), (its, other) = self._parts(query), self._parts(name)
        initial = "".join(mine)
        if may_cut and bare(initial) in _INITIALS and bare_of(name).startswith(bare(initial)):
            return 2 if not initial.startswith("đ") or name.startswith("đ") else 0
        if len(mine) != len(its) or (tone and tone != other):
            return 0
        for one, two in zip(mine, its, strict=True):
            if one != two and one != bare_of(two):
                return 0
        marked = tone or "".join(mine) != bare(initial)
        return 1 if marked and (mine != its or tone != other) else 2

    def _parts(self, word: str) -> tuple[tuple[str, ...], str]:
        if word not in self._canon:
            self._canon[word] = _canon(word)
        return self._canon[word]

    @staticmethod
    def _write(person: Named) -> list[list[str]]:
        words = _words(person.full_name)
        ways = []
        if words[0] in ("y", "h", "k") and len(words) > 1:
            marker, given, clan = words[0], words[1], words[2:]
            for head in ([marker, given], [given], [marker + given]):
                ways += [head, head + clan, clan + head]
        else:
            given = words[-1]
            ways += [words[at:] for at in range(len(words))]
            ways += [words[:1] + words[at:] for at in range(2, len(words))]
        if person.called:
            if len(words) > 1 and _words(person.called) != [given]:
                ways = [way for way in ways if way != [given]]
            ways.append(_words(person.called))
        return ways


_INITIALS = set("abcdđeghiklmnopqrstuvxy") | {"ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th"}
_INITIALS |= {"tr", "ngh"}
_TITLES = {"em", "e", "bạn", "ban", "cháu", "chau", "bé", "be", "trò", "tro", "con", "hs"}
_BARE: dict[str, str] = {}


def bare_of(word: str) -> str:
    """bare(), remembered."""
    if word not in _BARE:
        _BARE[word] = bare(word)
    return _BARE[word]


def _words(text: str) -> list[str]:
    return _SIGNS.sub(" ", unicodedata.normalize("NFC", text)).lower().split()


def _pairs(query: list[str], words: list[str]) -> enumerate[tuple[str, str]]:
    return enumerate(zip(query, words, strict=True))
