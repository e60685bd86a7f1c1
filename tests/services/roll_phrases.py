"""The class of these stories and the short notation in which they say what is expected.

`Lan=P` excused, `K` unexcused, `?` absent and not yet known, `M10` late by ten minutes, `V4` left
early in lesson 4, `C` present; `K/3` in lesson 3; `M@7:20` came at 7:20.
"""

import unicodedata

from services.attendance_states import State
from services.names import Named, NameIndex
from services.roll_text import Mark, Reading, read_marks

PUPILS = {
    1: "Nguyễn Thị Lan",
    2: "Trần Minh",
    3: "Lê Gia Huy",
    4: "K'Brêm",
    5: "Vũ Gia Phát",
    6: "H'Hương Ayun",
    7: "Đỗ Thu Trang",
    8: "Y Thắng Niê",
    9: "Phạm Ngọc Ánh",
    10: "Bùi Đức Cường",
    11: "Hồ Thị Mai",
    12: "Hoàng Văn Sơn",
}
_GIVEN = "Lan Minh Huy Brêm Phát Hương Trang Thắng Ánh Cường Mai Sơn"
SHORT = dict(zip(PUPILS, _GIVEN.split(), strict=True))
INDEX = NameIndex(Named(100 + n, name, None, n) for n, name in PUPILS.items())
NUMBERS = {n: 100 + n for n in PUPILS}
_LETTERS = {
    State.EXCUSED: "P",
    State.UNEXCUSED: "K",
    State.UNEXPLAINED: "?",
    State.LATE: "M",
    State.LEFT_EARLY: "V",
    State.PRESENT: "C",
}


def read(message: str) -> Reading:
    return read_marks(message, INDEX, NUMBERS)


def noted(mark: Mark) -> str:
    """A mark in the notation above, without its note."""
    text = f"{SHORT[mark.pupil_id - 100]}={_LETTERS[mark.state]}{mark.minutes or ''}"
    text += f"/{mark.period}" if mark.period and mark.state is not State.LEFT_EARLY else ""
    text += str(mark.period) if mark.period and mark.state is State.LEFT_EARLY else ""
    return text + (f"@{mark.at.hour}:{mark.at.minute:02}" if mark.at else "")


def told(reading: Reading) -> str:
    """All marks, in the order of the class list."""
    return " ".join(noted(mark) for mark in sorted(reading.marks, key=lambda mark: mark.pupil_id))


def without_marks(text: str) -> str:
    """As typed on a phone without Vietnamese: "vang Lan"."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def decomposed(text: str) -> str:
    """As Apple devices send it."""
    return unicodedata.normalize("NFD", text)
