"""Reading a wish for a correction as a teacher types it: "Lan 12/11 P vì nộp giấy khám muộn".

Who, which day (and half-day where there were two rolls), how the pupil shall stand, and why.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from services.attendance_states import Half, State
from services.errors import Invalid
from services.leave_text.dates import written_dates
from services.names import Fit, Named, NameIndex
from services.standing import Standing
from storage.rosters import Place

LONGEST = 500
_WHY = re.compile(
    r"\s(?:vì|vi|do|because)\s|\b(?:lí do|lý do|li do|ly do|reason)\b\s*:?|[:;]", re.I
)
_HALF = re.compile(r"\b(?:buổi\s+|buoi\s+)?(sáng|sang|morning|chiều|chieu|afternoon)\b", re.I)
_ARROW = re.compile(
    r"(?:->|→|=>|\bthành\b|\bthanh\b|\bsửa\b|\bsua\b|\bghi\b|\blà\b|\bto\b|\bngày\b|\bngay\b)", re.I
)
_STATES: tuple[tuple[re.Pattern[str], State], ...] = (
    (
        re.compile(r"\b(?:không phép|khong phep|ko phép|ko phep|kp|unexcused|k)\s*$", re.I),
        State.UNEXCUSED,
    ),
    (re.compile(r"\b(?:có phép|co phep|cp|excused|p)\s*$", re.I), State.EXCUSED),
    (re.compile(r"\b(?:có mặt|co mat|đi học|di hoc|present|đủ|du)\s*$", re.I), State.PRESENT),
    (
        re.compile(
            r"\b(?:đi muộn|di muon|muộn|muon|trễ|tre|late)\s*(\d{1,3})?\s*(?:phút|phut|p|min)?\s*$",
            re.I,
        ),
        State.LATE,
    ),
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What was typed; `standing` None means present, `half` None that none was named."""

    pupil: Place
    day: date
    half: Half | None
    standing: Standing | None
    reason: str


def read_wish(text: str, pupils: list[Place], first: date, last: date) -> Wish:
    """The wish in a text; raises `Invalid` that says what is missing and shows an example."""
    said = " ".join(unicodedata.normalize("NFC", text).split())
    cut = _WHY.search(said)
    reason = said[cut.end() :].strip(" .,:;-") if cut else ""
    head = f"{said[: cut.start()] if cut else said} "
    head, day = _day(head, first, last)
    head, half = _half(head)
    head, standing = _state(head)
    pupil = _pupil(head, pupils)
    if not reason:
        raise Invalid("book-wish-why", name=pupil.full_name)
    return Wish(pupil, day, half, standing, reason[:LONGEST])


def _day(head: str, first: date, last: date) -> tuple[str, date]:
    for found in written_dates(head, last):
        if found.day is None or not first <= found.day <= last:
            raise Invalid("book-wish-day", first=f"{first:%d/%m}", last=f"{last:%d/%m/%Y}")
        return f"{head[: found.start]} {head[found.end :]}", found.day
    if alone := re.search(r"\b(?:ngày|ngay|day)\s+(\d{1,2})\b", head, re.I):
        number = int(alone[1])
        if first.day <= number <= last.day and first.month == last.month:
            return head[: alone.start()] + " " + head[alone.end() :], first.replace(day=number)
    raise Invalid("book-wish-day", first=f"{first:%d/%m}", last=f"{last:%d/%m/%Y}")


def _half(head: str) -> tuple[str, Half | None]:
    found = _HALF.search(head)
    if found is None:
        return head, None
    morning = found[1].casefold() in ("sáng", "sang", "morning")
    rest = head[: found.start()] + " " + head[found.end() :]
    return rest, Half.MORNING if morning else Half.AFTERNOON


def _state(head: str) -> tuple[str, Standing | None]:
    """The last state said; one before it is how the pupil stands now ("K → P")."""
    words = _ARROW.sub(" ", head).strip(" ,.")
    found: list[Standing | None] = []
    while True:
        for pattern, state in _STATES:
            if (hit := pattern.search(words)) is None or not words[: hit.start()].strip():
                continue
            minutes = int(hit[1]) if state is State.LATE and hit[1] else None
            found.append(None if state is State.PRESENT else Standing(state, minutes))
            words = words[: hit.start()].strip(" ,.")
            break
        else:
            break
    if not found:
        raise Invalid("book-wish-state")
    return words, found[0]


def _pupil(words: str, pupils: list[Place]) -> Place:
    name = words.strip(" ,.-")
    if name.isdecimal():
        for place in pupils:
            if place.number == int(name):
                return place
    index = NameIndex([Named(p.pupil_id, p.full_name, p.called, p.number) for p in pupils])
    fit = index.fits(name)
    by_id = {place.pupil_id: place for place in pupils}
    if fit.fit is Fit.ONE:
        return by_id[fit.ids[0]]
    if fit.fit is Fit.SEVERAL:
        names = ", ".join(f"{by_id[id].number}. {by_id[id].full_name}" for id in fit.ids)
        raise Invalid("book-wish-several", typed=name, names=names)
    raise Invalid("book-wish-nobody", typed=name)
