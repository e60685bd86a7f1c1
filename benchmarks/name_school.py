"""Pupils to be named: the sample workbook's, and an invented school of any size.

The invented names follow the usual frequencies (a third are Nguyễn, every girl's second is Thị
or a flower), so that classes have the namesakes that real ones have.
"""

import random
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from python_calamine import CalamineWorkbook

from services.names import Named

_SURNAMES = (
    "Nguyễn:38 Trần:11 Lê:9 Phạm:7 Hoàng:5 Huỳnh:3 Phan:4 Vũ:3 Võ:3 Đặng:2 Bùi:2 Đỗ:2 Hồ:2 Ngô:2 "
    "Dương:1 Lý:1 Đinh:1 Đoàn:1 Trương:2 Mai:1 Tô:1 Lương:1 Cao:1 Trịnh:1 Hà:1 Bế:1 Nông:1 Lò:1"
)
_MIDDLES = {
    "f": "Thị:30 Ngọc:7 Thu:6 Thanh:5 Phương:5 Mỹ:4 Minh:4 Bảo:4 Kim:4 Thùy:4 Khánh:4 Quỳnh:3 "
    "Như:3 Hoài:3 Diệu:3 Hồng:3 Lan:2 Ánh:2 Tường:2 Thúy:2 Gia:2 Thị Ngọc:3 Thị Thu:3 Thị Mỹ:2 :1",
    "m": "Văn:16 Minh:9 Quốc:7 Gia:7 Đức:7 Hữu:6 Tuấn:6 Anh:5 Bảo:5 Thành:5 Xuân:4 Nhật:4 Công:4 "
    "Đình:4 Hoàng:4 Quang:4 Trọng:3 Tiến:3 Thanh:3 Ngọc:2 Duy:2 Hoàng Gia:1 Nguyễn Minh:1 :2",
}
_GIVENS = {
    "f": "Anh:9 Linh:8 Trang:6 Hương:4 Lan:3 Mai:4 Thảo:5 Ngân:5 Nhi:6 Vy:6 Vi:1 Hân:4 Thư:4 Như:4 "
    "My:4 Mi:1 Quỳnh:4 Trâm:3 Yến:3 Phương:3 Hà:3 Thủy:2 Thúy:1 Thùy:1 Tiên:3 Châu:3 Dung:2 Hằng:3 "
    "Hạnh:2 Nga:2 Oanh:2 Uyên:3 Ánh:2 Giang:2 Hiền:2 Hoa:2 Hòa:1 Loan:1 Ly:2 Lý:1 Ngọc:3 Xuân:1 "
    "Ý:1 Hường:1 Phượng:2 Diễm:1 Trinh:2 An:2 Thơ:1 Tú:1 Tuyền:1 Tuyết:1 Vân:2 Quyên:1",
    "m": "Anh:4 Minh:7 Huy:8 Khang:6 Bảo:6 Phúc:5 Khoa:5 Đạt:5 Dũng:4 Hùng:3 Hưng:3 Nam:5 Long:5 "
    "Phát:4 Phong:4 Quân:5 Quang:3 Sơn:3 Thắng:3 Thịnh:4 Tiến:3 Toàn:2 Trí:3 Trung:3 Tuấn:4 Tùng:3 "
    "Việt:2 Vinh:3 Vũ:2 Hải:3 Hiếu:4 Hoàng:4 Hòa:1 Kiệt:4 Khôi:3 Kỳ:1 Lâm:3 Lộc:2 Nghĩa:2 Nhân:3 "
    "Tài:3 Tân:2 Tâm:2 Thành:3 Thiện:2 Quý:2 Sỹ:1 Tấn:1 Đức:4 Duy:4 Cường:3 Bình:2 Vỹ:1 Văn:1 An:2",
}
_HIGHLAND = (
    "H' Lan:2 H' Linh:2 H' Hương:2 H' Nhung:1 H' Ngân:1 H' Mai:1 H' Oanh:1 Y Thắng:2 Y Sơn:1 "
    "Y Điệp:1 Y Bhăm:1 Y Huy:1 Y Khoa:1 Y Minh:1"
)
_CLANS = "Niê:4 Byă:3 Ayun:2 Êban:2 Mlô:3 Kbuôr:2 Niê Kdăm:2 Buôn Yă:2 Buôn Krông:1 Kpă:1 Ksơr:1"
_OTHERS = "K'Brêm:1 Ka Mai:1 Điểu Thị Nhơn:1 Sùng Seo Chứ:2 Giàng A Páo:2 Thào Thị Mỷ:2 K'Hoa:1"
_PET_NAMES = ["Bông", "Tí", "Cún", "Su", "Bi", "Sóc", "Ben", "Na"]
_APOSTROPHES = ["'", "’", "ʼ", "‘", " "]


@dataclass
class Room:
    """A class, or a whole school, as one teacher sees it."""

    label: str
    people: list[Named]
    aliases: dict[str, int] = field(default_factory=dict)


def of_workbook(path: Path) -> list[Room]:
    """The classes of a school's workbook (sheet HocSinh, columns found by their header)."""
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("HocSinh").to_python()
    at = next(i for i, row in enumerate(rows) if "Họ tên" in row)
    name, group = rows[at].index("Họ tên"), rows[at].index("Mã lớp")
    rooms: dict[str, Room] = {}
    for number, row in enumerate(rows[at + 1 :], 1):
        if full_name := str(row[name]).strip():
            label = str(row[group])
            room = rooms.setdefault(label, Room(label, []))
            room.people.append(Named(number, full_name, number=len(room.people) + 1))
    return [_with_short_names(room, random.Random(7)) for room in rooms.values()]


def invented(size: int, per_class: int, seed: int) -> list[Room]:
    """Classes of an invented school; one pupil in 40 has a called-by name."""
    rng = random.Random(seed)
    rooms = []
    for start in range(0, size, per_class):
        people = []
        for number in range(start, min(size, start + per_class)):
            name = _name(rng)
            called = None
            if rng.random() < 0.025:
                words = name.split()
                double = len(words) > 2 and "'" not in name and words[0] not in ("H", "Y")
                use_double = double and rng.random() < 0.4
                called = " ".join(words[-2:]) if use_double else rng.choice(_PET_NAMES)
            people.append(Named(number, name, called, number - start + 1))
        rooms.append(_with_short_names(Room(f"L{start // per_class}", people), rng))
    return rooms


def whole(rooms: list[Room], label: str) -> Room:
    """All classes as one room; a teacher's short names do not reach that far."""
    return Room(label, [person for room in rooms for person in room.people])


def _pick(rng: random.Random, table: str) -> str:
    names, weights = _entries(table)
    return rng.choices(names, weights)[0]


@cache
def _entries(table: str) -> tuple[list[str], list[int]]:
    """A table "Lan:3 Thị Mai:1" as names and their weights."""
    pairs = re.findall(r"(?:^| )([^:]*):(\d+)", table)
    return [name for name, _ in pairs], [int(weight) for _, weight in pairs]


def _name(rng: random.Random) -> str:
    draw = rng.random()
    if draw < 0.06:
        marker, given = _pick(rng, _HIGHLAND).split(" ")
        apostrophe = rng.choice(_APOSTROPHES)
        head = marker[0] + apostrophe + given if marker == "H'" else f"{marker} {given}"
        return f"{head} {_pick(rng, _CLANS)}"
    if draw < 0.09:
        return _pick(rng, _OTHERS)
    sex = rng.choice("fm")
    parts = (_pick(rng, _SURNAMES), _pick(rng, _MIDDLES[sex]), _pick(rng, _GIVENS[sex]))
    return " ".join(part for part in parts if part)


def _with_short_names(room: Room, rng: random.Random) -> Room:
    """Give one pair of namesakes the teacher's own names: "Huy lớn", "Huy nhỏ"."""
    by_given: dict[str, list[Named]] = {}
    for person in room.people:
        by_given.setdefault(person.full_name.split()[-1], []).append(person)
    pairs = [(given, people) for given, people in by_given.items() if len(people) > 1]
    if pairs:
        given, people = rng.choice(pairs)
        room.aliases |= {f"{given} lớn": people[0].id, f"{given} nhỏ": people[1].id}
    return room
