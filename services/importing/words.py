"""The words that the workbook uses for what the program keeps as codes, in both directions."""

import re
from collections.abc import Iterable

from services.access import Role
from services.importing.cells import CellError, fold

GENDERS = {"M": "Nam", "F": "Nữ"}
HALVES = {"morning": "Sáng", "afternoon": "Chiều"}
TERMS = {1: "I", 2: "II"}
TEST_KINDS = {"midterm": "Giữa kì", "final": "Cuối kì"}
RELATIONS = ("father", "mother", "guardian")

ACTIVE = "Đang học"
OUTCOMES = {  # how an enrolment ended: what the workbook calls it
    "transferred": "Chuyển đi",
    "dropped_out": "Thôi học",
    "suspended": "Bảo lưu",
    "graduated": "Tốt nghiệp",
}
_LEFT = {
    "chuyen di": "transferred",
    "chuyen truong": "transferred",
    "da chuyen": "transferred",
    "da chuyen di": "transferred",
    "da chuyen truong": "transferred",
    "chuyen truong di": "transferred",
    "thoi hoc": "dropped_out",
    "bo hoc": "dropped_out",
    "nghi hoc": "dropped_out",
    "da nghi hoc": "dropped_out",
    "xoa ten": "dropped_out",
    "bao luu": "suspended",
    "tam nghi": "suspended",
    "tot nghiep": "graduated",
    "da tot nghiep": "graduated",
    "hoan thanh": "graduated",
}
_PRESENT = re.compile(
    r"dang (theo )?hoc|chuyen den|chuyen lop|hoc|con hoc|moi|moi den|luu ban|"
    r".*\b(xin )?(hoc lai|di hoc lai)|(hoc )?hoa nhap|tiep tuc hoc"
)

POSTS: dict[Role, str] = {  # what the export writes; the first word that fits is read back
    Role.PRINCIPAL: "Hiệu trưởng",
    Role.VICE_PRINCIPAL: "Phó hiệu trưởng",
    Role.DEPARTMENT_HEAD: "Tổ trưởng chuyên môn",
    Role.ADMINISTRATOR: "Quản trị CSDL",
    Role.OFFICE: "Tổ trưởng văn phòng",
    Role.ACCOUNTANT: "Kế toán",
    Role.LIBRARIAN: "Thư viện",
    Role.EQUIPMENT: "Thiết bị",
    Role.PORTAL_EDITOR: "Quản trị cổng TTĐT",
    Role.NURSE: "Nhân viên y tế",
    Role.SUBJECT_TEACHER: "Giáo viên",
}
_POST_WORDS: tuple[tuple[str, Role], ...] = (
    (r"pho hieu truong|hieu pho|p ?ht|pht", Role.VICE_PRINCIPAL),
    (r"hieu truong|ht", Role.PRINCIPAL),
    (r"to truong (to )?van phong|ttvp|van thu|van phong", Role.OFFICE),
    (r"to truong( chuyen mon| to .*| bo mon)?|ttcm|tt", Role.DEPARTMENT_HEAD),
    (r".*\b(cong thong tin|cong ttdt|website|trang tin)\b.*", Role.PORTAL_EDITOR),
    (r".*\b(csdl|csdln|co so du lieu|quan tri)\b.*", Role.ADMINISTRATOR),
    (r".*\bke toan\b.*", Role.ACCOUNTANT),
    (r".*\bthu vien\b.*", Role.LIBRARIAN),
    (r".*\bthiet bi\b.*", Role.EQUIPMENT),
    (r".*\by te\b.*", Role.NURSE),
    (r"(giao vien|gv)\b.*|gvcn|gvbm|to pho.*|tong phu trach.*", Role.SUBJECT_TEACHER),
)

SUBJECT_SHORT = {  # what timetables write: the official name of circular 32/2018
    "van": "Ngữ văn",
    "khtn": "Khoa học tự nhiên",
    "gdcd": "Giáo dục công dân",
    "gdtc": "Giáo dục thể chất",
    "gddp": "Nội dung giáo dục của địa phương",
    "hdtn": "Hoạt động trải nghiệm, hướng nghiệp",
    "hdtn hn": "Hoạt động trải nghiệm, hướng nghiệp",
    "hdtnhn": "Hoạt động trải nghiệm, hướng nghiệp",
    "ls dl": "Lịch sử và Địa lí",
    "lsdl": "Lịch sử và Địa lí",
    "su dia": "Lịch sử và Địa lí",
}
_ACTIVITIES = re.compile(r"chao co.*|shdc|shcc|sinh hoat.*|shl|shcn|hoat dong tap the")
_CLUB = re.compile(r"clb|cau lac bo|club|.*\bclb\b.*")


def outcome(status: str | None) -> tuple[str | None, bool]:
    """How a pupil left, or None who is here; and whether the word was understood."""
    plain = fold(status or ACTIVE)
    if plain in _LEFT:
        return _LEFT[plain], True
    return None, _PRESENT.fullmatch(plain) is not None


def roles(post: str) -> tuple[set[Role], list[str]]:
    """The roles that a post gives ("Giáo viên, Thư viện"), and the parts that give none."""
    found: set[Role] = set()
    unknown: list[str] = []
    for part in re.split(r"[,;/+&]|\bkiêm\b|\s-\s", post):
        plain = fold(part)
        role = next((role for words, role in _POST_WORDS if re.fullmatch(words, plain)), None)
        if role is not None:
            found.add(role)
        elif plain:
            unknown.append(part.strip())
    return found, unknown


def post(held: Iterable[str]) -> str:
    """Roles as the workbook writes them, the first of them first."""
    return ", ".join(word for role, word in POSTS.items() if role in set(held))


def has_left_post(status: str | None) -> bool | None:
    """Whether a staff member's status says they are gone; None where it says nothing."""
    if status is None:
        return None
    return re.match(r"(da )?(nghi|thoi|chuyen di|chuyen truong|ve huu)", fold(status)) is not None


def is_activity(words: str) -> bool:
    """Whether a timetable's entry is no subject (flag salute, class hour)."""
    return _ACTIVITIES.fullmatch(fold(words)) is not None


def half(words: str | None) -> str | None:
    """ "morning" or "afternoon"; raises `CellError` for another word."""
    if words is None:
        return None
    plain = fold(words).removeprefix("buoi ")
    known = {"sang": "morning", "s": "morning", "chieu": "afternoon", "c": "afternoon"}
    if plain not in known:
        raise CellError("import-cell-half", words)
    return known[plain]


def weekday(words: str | None) -> int | None:
    """0 for Monday ("2", "Thứ 2", "Thứ hai") to 6 for Sunday ("CN")."""
    if words is None:
        return None
    names = ("hai", "ba", "tu", "nam", "sau", "bay")
    plain = fold(words).removeprefix("thu ").removeprefix("t")
    known = {name: n for n, name in enumerate(names)} | {str(n + 2): n for n in range(6)}
    known |= {"u": 2, "cn": 6, "8": 6, "chu nhat": 6}
    if plain not in known:
        raise CellError("import-cell-weekday", words)
    return known[plain]


def test_kind(words: str | None) -> str | None:
    """ "midterm" or "final"."""
    if words is None:
        return None
    plain = fold(words)
    if re.search(r"\bgiua\b|gk", plain):
        return "midterm"
    if re.search(r"\bcuoi\b|ck", plain):
        return "final"
    raise CellError("import-cell-test", words)


def group_kind(label: str | None, name: str) -> str:
    """ "club", or "extra" for every other kind of group."""
    return "club" if _CLUB.fullmatch(fold(label or name)) else "extra"
