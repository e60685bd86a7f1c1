"""Reading a wish for a correction as a teacher types it: "Lan 12/11 P vì nộp giấy khám muộn".

Who, which day (and half-day where there were two rolls), how the pupil shall stand, and why.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from services.attendance_states import Half, State
from services.errors import Invalid
from services.names import Fit, Named, NameIndex
from services.standing import Standing
from storage.rosters import Place

LONGEST = 500
_WHY = re.compile(
    r"[:;](?!\d)|\b(?:lí do|lý do|li do|ly do|reason)\b\s*:?|\s(?:vì|because)\s", re.I
)
# Without its mark it may be a name (Tường Vi), so it must follow the state.
_PLAIN_WHY = re.compile(
    r"\b(?:p|k|cp|kp|phép|phep|mặt|mat|học|hoc|muộn|muon|trễ|tre|phút|phut|\d+)"
    r"(?P<why>\s+(?:vi|do)\s)",
    re.I,
)
_DATE = re.compile(
    r"\b(?:ngày\s+|ngay\s+)?(\d{1,2})\s?(?:[/.-]|tháng|thang)\s?(\d{1,2})"
    r"(?:\s?(?:[/.-]|năm|nam)\s?(20\d\d))?\b",
    re.I,
)
_NUMBER = re.compile(r"^(?:(?:em|hs|học sinh|hoc sinh|số|so|stt|no)\.?\s+){0,2}(\d{1,3})$", re.I)
_HALF = re.compile(r"\b(?:buổi\s+|buoi\s+)?(sáng|sang|morning|chiều|chieu|afternoon)\b", re.I)
_ARROW = re.compile(
    r"->|→|=>|\b(?:thành|thanh|từ|tu(?=\s+[pk]\b)|sửa|sua|ghi|là|to|ngày|ngay)\b", re.I
)
_UNEXCUSED = r"\b(?:không phép|khong phep|ko phép|ko phep|kp|unexcused|k)\s*$"
_EXCUSED = r"\b(?:có phép|co phep|cp|excused|p)\s*$"
_PRESENT = r"\b(?:có mặt|co mat|đi học|di hoc|present|đủ|du)\s*$"
_LATE = (
    r"\b(?:đi muộn|di muon|muộn|muon|đi trễ|trễ|tre|late)"
    r"\s*(\d{1,3})?\s*(?:phút|phut|p|min)?\s*$"
)
_STATES: tuple[tuple[re.Pattern[str], State], ...] = (
    (re.compile(_LATE, re.I), State.LATE),
    (re.compile(_UNEXCUSED, re.I), State.UNEXCUSED),
    (re.compile(_EXCUSED, re.I), State.EXCUSED),
    (re.compile(_PRESENT, re.I), State.PRESENT),
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
    head, reason = _reason(said)
    head, day = _day(head, first, last)
    head, half = _half(head)
    head, standing = _state(head)
    pupil = _pupil(head, pupils)
    if not reason:
        raise Invalid("book-wish-why", name=pupil.full_name)
    return Wish(pupil, day, half, standing, reason[:LONGEST])


def _reason(said: str) -> tuple[str, str]:
    """What comes before the reason, and the reason."""
    if cut := _WHY.search(said):
        start, end = cut.span()
    elif cut := _PLAIN_WHY.search(said):
        start, end = cut.span("why")
    else:
        return said, ""
    return said[:start], said[end:].strip(" .,:;-")


def _day(head: str, first: date, last: date) -> tuple[str, date]:
    if (found := _DATE.search(head)) is not None:
        number, month = int(found[1]), int(found[2])
        rest = f"{head[: found.start()]} {head[found.end() :]}"
        for each in (first + timedelta(days=n) for n in range((last - first).days + 1)):
            if (each.day, each.month) == (number, month) and found[3] in (None, str(each.year)):
                return rest, each
        raise Invalid("book-wish-day", first=f"{first:%d/%m}", last=f"{last:%d/%m/%Y}")
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
    if by_number := _NUMBER.match(name):
        for place in pupils:
            if place.number == int(by_number[1]):
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
