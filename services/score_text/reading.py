"""Reading a column of marks: who gets which, what is asked, what is told (article 8.1).

An answer to a question is taken by reading the same text again with it, so that a draft is its
text and its answers, and nothing else.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from services.name_syllables import fold
from services.names import Fit, NameIndex
from services.score_cells import Cell
from services.score_text.kinds import (
    Doubt,
    Problem,
    Question,
    Reading,
    Remarked,
    Trouble,
)
from services.score_text.named import Entry, entries, names_somebody
from services.score_text.pieces import Piece, clean, glued_figures, is_adding, listed, pairs
from services.score_text.values import Value, read_value, shown

_FILL = re.compile(
    r"(?:cả lớp|ca lop|tất cả|tat ca|toàn lớp|toan lop|toàn bộ|toan bo|cả lớp này|ca lop nay)"
    r"\s*(?:(?:đều|deu|được|duoc|là|la)(?!\w))?\s*[:=]?\s*(?P<value>.+)",
    re.I | re.S,
)
_EXCEPT = re.compile(
    r"[,;\s]*(?<!\w)(?:ngoại trừ|ngoai tru|trừ|tru|riêng|rieng|còn|con)(?!\w)[:\s]*", re.I
)
SPLIT, DECIMAL, FROM_START = "split", "decimal", "start"


@dataclass(frozen=True, slots=True)
class ListedPupil:
    """A pupil as the list has them."""

    pupil_id: int
    number: int | None


@dataclass(slots=True)
class _Column:
    """A column being read."""

    pupils: Sequence[ListedPupil]
    index: NameIndex
    scored: bool
    exempt: Collection[int]
    answers: Mapping[str, str]
    given: dict[int, list[tuple[Cell | None, str]]] = field(default_factory=dict)
    notes: list[Remarked] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    named: dict[str, int] = field(default_factory=dict)

    def put(self, pupil_id: int, value: Value, text: str) -> None:
        """Take a pupil's mark, ask about it, or say why not."""
        if pupil_id in self.exempt:
            if not value.blank and value.trouble is not Trouble.EXEMPT:
                self.problems.append(Problem(Trouble.EXEMPT, text, pupil_id))
            return
        if value.trouble is not None:
            self.problems.append(Problem(value.trouble, text, pupil_id))
            return
        cell = value.cell
        if value.doubt is not None:
            key = f"{value.doubt}:{pupil_id}"
            found = self._answered(value, key)
            if found is None:
                options = tuple(shown(option) for option in value.options)
                self.questions.append(Question(value.doubt, key, text, options, pupil_id))
                return
            cell = found
        if value.note is not None:
            self.notes.append(Remarked(value.note, pupil_id, text, shown(cell)))
        self.given.setdefault(pupil_id, []).append((cell, text))

    def _answered(self, value: Value, key: str) -> Cell | None:
        return next((o for o in value.options if shown(o) == self.answers.get(key)), None)

    def who(self, entry: Entry) -> int | None:
        """Whose entry it is; asks, or says that nobody fits."""
        found = self.index.resolve(entry.name)
        if entry.number is not None:
            of = next((p.pupil_id for p in self.pupils if p.number == entry.number), None)
            if of is not None and of in found.ids:
                return of
            self.problems.append(Problem(Trouble.DIFFERENT, entry.text))
            return None
        if found.fit is Fit.ONE:
            return found.ids[0]
        if found.fit is Fit.NONE:
            self.problems.append(Problem(Trouble.NOBODY, entry.text))
            return None
        name = fold(entry.name)
        self.named[name] = self.named.get(name, 0) + 1
        key = f"{Doubt.WHO}:{self.named[name]}:{name}"
        options = tuple(map(str, found.ids))
        if self.answers.get(key) in options:
            return int(self.answers[key])
        near = found.fit is Fit.NEAR
        self.questions.append(Question(Doubt.WHO, key, entry.text, options, near=near))
        return None

    def done(self, is_fill: bool = False) -> Reading:
        """Settle who has two marks, and give what there is."""
        cells: dict[int, Cell | None] = {}
        for pupil_id, marks in self.given.items():
            different = list(dict.fromkeys(shown(cell) for cell, _ in marks))
            chosen = marks[0][0]
            if len(different) > 1:
                key = f"{Doubt.TWICE}:{pupil_id}"
                if self.answers.get(key) not in different:
                    text = ", ".join(text for _, text in marks)
                    self.questions.append(
                        Question(Doubt.TWICE, key, text, tuple(different), pupil_id)
                    )
                    continue
                chosen = next(cell for cell, _ in marks if shown(cell) == self.answers[key])
            cells[pupil_id] = chosen
        notes = tuple(n for n in self.notes if n.pupil_id in cells)
        return Reading(cells, notes, tuple(self.questions), tuple(self.problems), is_fill)


def read_column(
    text: str,
    pupils: Sequence[ListedPupil],
    index: NameIndex,
    *,
    scored: bool,
    exempt: Collection[int] = (),
    answers: Mapping[str, str] | None = None,
) -> Reading:
    """Read the marks of a message. `pupils` are in the order of the list; `answers` are those
    given so far, by `Question.key`."""
    column = _Column(pupils, index, scored, frozenset(exempt), answers or {})
    body = clean(text)
    if not body:
        return Reading()
    if is_adding(body) and _FILL.match(body) is None:
        column.problems.append(Problem(Trouble.ADDING, body[:60]))
        return column.done()
    filled = _FILL.fullmatch(body)
    if filled is not None:
        return _fill(column, filled["value"])
    if (glued := glued_figures(body)) is not None:
        how = column.answers.get(Doubt.SEPARATOR)
        if how is None:
            column.questions.append(_separator(glued))
            return column.done()
        body = _as_answered(body, how)
    numbered = pairs(body, scored)
    if numbered is not None:
        _by_number(column, numbered)
        return column.done()
    in_order = listed(body, scored, len(pupils))
    if in_order is not None and not names_somebody(body, index):
        _in_order(column, in_order)
        return column.done()
    _by_name(column, body)
    return column.done()


def _separator(glued: str) -> Question:
    return Question(Doubt.SEPARATOR, Doubt.SEPARATOR, glued, (SPLIT, DECIMAL))


def _as_answered(body: str, how: str) -> str:
    """ "8,7,5,9" as four marks, or as 8,7 and 5,9."""

    def parted(match: re.Match[str]) -> str:
        figures = re.split(r"[,.]", match[0])
        if how == SPLIT:
            return " ".join(figures)
        halves = [",".join(figures[i : i + 2]) for i in range(0, len(figures), 2)]
        return " ".join(halves)

    return re.sub(r"\d{1,2}(?:[,.]\d{1,2}){2,}", parted, body)


def _fill(column: _Column, rest: str) -> Reading:
    """ "cả lớp Đ trừ Huy CĐ": one mark for all, and who has another or none."""
    written, *more = _EXCEPT.split(rest, maxsplit=1)
    piece = written.strip(" ,;.")
    value = read_value(piece, column.scored)
    if value is None:
        column.problems.append(Problem(Trouble.UNREADABLE, piece[:60]))
        return column.done()
    if value.trouble is not None or value.doubt is not None:
        # A doubtful mark for a whole class is written out by its teacher, not chosen by a tap.
        column.problems.append(Problem(value.trouble or Trouble.UNREADABLE, piece[:60]))
        return column.done()
    asked = len(column.questions)
    left = _exceptions(column, more[0] if more else "")
    lost = any(p.trouble in (Trouble.NOBODY, Trouble.DIFFERENT) for p in column.problems)
    if lost or any(q.doubt is Doubt.WHO for q in column.questions[asked:]):
        return column.done(is_fill=True)  # who is left out is not clear: nobody is filled
    rest_of = [p.pupil_id for p in column.pupils if p.pupil_id not in left]
    for at, pupil_id in enumerate(id for id in rest_of if id not in column.exempt):
        column.put(pupil_id, value if at == 0 else Value(value.cell, blank=value.blank), piece)
    return column.done(is_fill=True)


def _exceptions(column: _Column, text: str) -> set[int]:
    """Take the marks of those whom a fill leaves out, by number or name; without a mark they are
    only left out. Who they are."""
    if not text.strip():
        return set()
    numbered = pairs(text, column.scored)
    if numbered is not None:
        _by_number(column, numbered)
        numbers = {piece.number for piece in numbered}
        return {p.pupil_id for p in column.pupils if p.number in numbers}
    left = set()
    for entry in entries(text, column.index, column.scored):
        pupil_id = column.who(entry)
        if pupil_id is None:
            continue
        left.add(pupil_id)
        if entry.value is not None:
            column.put(pupil_id, entry.value, entry.text)
    return left


def _by_number(column: _Column, pieces: list[Piece]) -> None:
    by_number = {p.number: p.pupil_id for p in column.pupils if p.number is not None}
    for piece in pieces:
        pupil_id = by_number.get(piece.number or 0)
        if pupil_id is None:
            column.problems.append(Problem(Trouble.NUMBER, f"{piece.number}: {piece.text}"))
        else:
            column.put(pupil_id, piece.value, piece.text)


def _in_order(column: _Column, pieces: list[Piece]) -> None:
    """As many marks as pupils, or as pupils who are assessed; else it is asked."""
    whom = [p.pupil_id for p in column.pupils]
    assessed = [id for id in whom if id not in column.exempt]
    if len(pieces) == len(assessed):
        whom = assessed
    counts = (len(pieces), len(whom))
    if len(pieces) > len(whom):
        text = " ".join(piece.text for piece in pieces[len(whom) :])
        column.problems.append(Problem(Trouble.TOO_MANY, text[:60]))
        return
    if len(pieces) < len(whom) and column.answers.get(Doubt.COUNT) != FROM_START:
        question = Question(
            Doubt.COUNT, Doubt.COUNT, pieces[-1].text, (FROM_START,), whom[len(pieces) - 1], counts
        )
        column.questions.append(question)
        return
    for pupil_id, piece in zip(whom, pieces, strict=False):
        column.put(pupil_id, piece.value, piece.text)


def _by_name(column: _Column, body: str) -> None:
    for entry in entries(body, column.index, column.scored):
        if not entry.name:
            column.problems.append(Problem(Trouble.UNREADABLE, entry.text))
            continue
        if entry.value is None:
            fit = column.index.resolve(entry.name).fit
            trouble = Trouble.UNREADABLE if fit is Fit.NONE else Trouble.NO_MARK
            column.problems.append(Problem(trouble, entry.text))
            continue
        pupil_id = column.who(entry)
        if pupil_id is not None:
            column.put(pupil_id, entry.value, entry.text)
