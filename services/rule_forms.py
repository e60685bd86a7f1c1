"""How each of the school's rules is called, written and bounded, to be set in words.

Every field of `SchoolRules` has its form here; a test holds it. The bounds keep out slips of the
finger (a bell at 19:15, a cut-off of 200 minutes), not opinions.
"""

import re
from dataclasses import dataclass
from datetime import time
from typing import Any

from services.errors import Invalid
from services.name_syllables import fold
from services.rule_kinds import Form, Kind
from services.score_rule_forms import SCORE_FORMS

YES, NO = ("co", "1", "bat", "yes", "on"), ("khong", "0", "tat", "no", "off")
DAYS = ("hai", "ba", "tu", "nam", "sau", "bay")
_OTHER_UNITS = "phut|giay|ngay|buoi|p|s|minutes?|seconds?|days?"


# What may stand behind the number. Whole hours only: "17h30" is none.
_UNITS = {Kind.HOURS: r"(?:gio|[hg:])(?:\s*00)?|tieng|hours?"}
DAY_FORMS: tuple[Form, ...] = (
    Form("morning", Kind.CLOCK, ("sáng", "vào lớp sáng", "giờ sáng"), "7:15", 300, 660),
    Form("afternoon", Kind.CLOCK, ("chiều", "vào lớp chiều", "giờ chiều"), "13:15", 660, 1020),
    Form("lesson", Kind.MINUTES, ("tiết", "một tiết", "tiết học", "độ dài tiết"), "45", 20, 90),
    Form("breaks", Kind.BREAKS, ("ra chơi", "nghỉ giữa tiết", "giải lao"), "5 20 10 5", 0, 60),
    Form("weekdays", Kind.WEEKDAYS, ("ngày học", "ngày trong tuần"), "thứ 2 đến thứ 6"),
    Form("card_after", Kind.MINUTES, ("thẻ", "thẻ điểm danh", "gửi thẻ"), "10", 0, 120),
    Form("card_again", Kind.MINUTES, ("nhắc thẻ", "nhắc", "nhắc điểm danh"), "10", 1, 120),
    Form("cut_off", Kind.MINUTES, ("báo vắng", "giờ chốt", "chốt vắng"), "20", 0, 120),
    Form("grace_seconds", Kind.SECONDS, ("chờ sửa", "thời gian chờ"), "300", 0, 3600),
    Form("days_back", Kind.DAYS, ("sửa lại", "sửa điểm danh", "ngày sửa"), "7", 0, 60),
    Form("leave_cap", Kind.DAYS, ("nghỉ phép", "gvcn cho nghỉ", "phép"), "3", 1, 30),
    Form("sessions_a_day", Kind.COUNT, ("buổi tính vắng", "buổi", "số buổi"), "1", 1, 2),
    Form("lists_after", Kind.MINUTES, ("bốn danh sách", "danh sách vắng"), "15", 0, 240),
    Form("ask_excused", Kind.YES, ("hỏi lại phép", "hỏi phép"), "có", 0, 1),
    Form("limit_shown_from", Kind.COUNT, ("hiện giới hạn", "giới hạn 45"), "20", 0, 45),
    Form(
        "warn_month",
        Kind.COUNT,
        ("cảnh báo tháng", "cảnh báo trong tháng", "không phép trong tháng"),
        "3",
        0,
        30,
    ),
    Form("warn_row", Kind.DAYS, ("cảnh báo nghỉ liền", "cảnh báo liền"), "3", 0, 30),
    Form(
        "warn_first",
        Kind.COUNT,
        ("cảnh báo lần 1", "cảnh báo năm lần 1", "báo sớm lần 1"),
        "30",
        0,
        45,
    ),
    Form(
        "warn_second",
        Kind.COUNT,
        ("cảnh báo lần 2", "cảnh báo năm lần 2", "báo sớm lần 2"),
        "40",
        0,
        45,
    ),
    Form("dropout_days", Kind.DAYS, ("nguy cơ bỏ học", "bỏ học", "nghỉ dài"), "5", 0, 60),
    Form("harvest_from", Kind.MONTH, ("mùa vụ từ", "thu hoạch từ"), "tháng 10", 1, 12),
    Form("harvest_to", Kind.MONTH, ("mùa vụ đến", "thu hoạch đến"), "tháng 1", 1, 12),
    Form("after_tet", Kind.DAYS, ("sau tết", "sau kì nghỉ"), "14", 0, 60),
    Form("record_days", Kind.DAYS, ("hạn hồ sơ", "hồ sơ"), "25", 1, 120),
    Form("week_before", Kind.MINUTES, ("sơ kết trước", "gửi sơ kết trước"), "60", 0, 1440),
    Form("week_day", Kind.WEEKDAY, ("ngày sơ kết", "thứ sơ kết"), "thứ 6"),
    Form("week_at", Kind.CLOCK, ("giờ sơ kết",), "15:00", 360, 1260),
    Form("unexplained_after", Kind.MINUTES, ("chưa rõ", "vắng chưa rõ"), "120", 0, 600),
    Form("summary_at", Kind.CLOCK, ("giờ tổng hợp", "tổng hợp ngày"), "16:45", 600, 1260),
    Form("book_hour", Kind.HOURS, ("giờ nhắc sổ", "nhắc sổ"), "17 giờ", 0, 23),
    Form(
        "book_family_hours",
        Kind.HOURS,
        ("giờ gia đình xem", "gia đình xem sổ"),
        "24 giờ",
        0,
        168,
    ),
    Form("book_read_out", Kind.YES, ("đọc trước lớp", "công khai trong lớp"), "có", 0, 1),
)
FORMS = DAY_FORMS + SCORE_FORMS
BY_NAME = {form.name: form for form in FORMS}


@dataclass(frozen=True, slots=True)
class Wish:
    """A rule and the value it is to have, as `set_rules` takes it; None: the default."""

    form: Form
    value: Any


def read_wish(text: str) -> Wish:
    """ "vào lớp sáng 7h00", "morning=07:00", "sáng mặc định". Raises `Invalid` where no rule is
    named, or the value is none for it, with a right example."""
    low = " ".join(fold(text).replace("_", " ").split()).removeprefix("dat ").removeprefix("doi ")
    form, rest = _named(low)
    if form is None:
        raise Invalid("rule-which", words=text.strip()[:60])
    rest = re.sub(r"^\W*(?:la|thanh|bang|sang|con|luc|sau)?(?!\w)[\s=:]*", "", rest)
    return Wish(form, None if rest in ("mac dinh", "default") else value_of(form, rest))


def _named(low: str) -> tuple[Form | None, str]:
    """The rule whose name the text begins with, the longest name first, and what follows."""
    names = [
        (fold(call), form) for form in FORMS for call in (*form.called, form.name.replace("_", " "))
    ]
    for call, form in sorted(names, key=lambda each: -len(each[0])):
        if re.match(rf"{re.escape(call)}(?!\w)", low):
            return form, low[len(call) :]
    return None, low


def value_of(form: Form, low: str) -> Any:
    """The value written, folded; raises `Invalid`."""
    if form.kind is Kind.CLOCK:
        return _clock(form, low)
    if form.kind is Kind.WEEKDAYS:
        return _weekdays(form, low)
    if form.kind is Kind.WEEKDAY:
        days = _weekdays(form, low)
        if len(days) != 1:
            raise _wrong(form)
        return days[0]
    if form.kind is Kind.YES:
        if low not in (*YES, *NO):
            raise _wrong(form)
        return int(low in YES)
    if form.kind is Kind.MONTH:
        low = low.removeprefix("thang").strip()
    if form.kind is Kind.WEEK:
        low = low.removeprefix("tuan").strip()
    numbers = [int(number) for number in re.findall(r"\d{1,6}", low)]
    if form.kind is Kind.BREAKS:
        if len(numbers) != 4 or not all(form.least <= n <= form.most for n in numbers):
            raise _wrong(form)
        return numbers
    written = re.fullmatch(rf"(\d{{1,6}})\s*(?:{_UNITS.get(form.kind, _OTHER_UNITS)})?", low)
    if written is None or not form.least <= int(written[1]) <= form.most:
        raise _wrong(form)
    return int(written[1])


def _clock(form: Form, low: str) -> str:
    written = re.fullmatch(r"(\d{1,2})\s*(?:[:.hg]|gio)?\s*(\d{2}|ruoi)?\s*(?:phut)?", low)
    if written is None:
        raise _wrong(form)
    hours, rest = int(written[1]), written[2] or "0"
    minutes = 30 if rest == "ruoi" else int(rest)
    if minutes > 59 or not form.least <= hours * 60 + minutes <= form.most:
        raise _wrong(form)
    return f"{time(hours, minutes):%H:%M}"


def _weekdays(form: Form, low: str) -> list[int]:
    """ "thứ 2 đến thứ 7", "2-6", "2, 4, 6, cn" as 0 = Monday."""
    words = re.sub(r"\bchu nhat\b|\bcn\b", "8", re.sub(r"\bthu\s*|\bt(?=\d)", "", low))
    for at, name in enumerate(DAYS):
        words = re.sub(rf"\b{name}\b", str(at + 2), words)
    found: set[int] = set()
    for part in re.split(r"\s*(?:,|;|va|\+)\s*", words):
        ends = [int(n) for n in re.findall(r"\d+", part)]
        if not ends or not all(2 <= n <= 8 for n in ends):
            raise _wrong(form)
        if len(ends) == 2 and re.search(r"-|den|toi", part):
            found |= set(range(ends[0], ends[1] + 1))
        else:
            found |= set(ends)
    if not found:
        raise _wrong(form)
    return sorted(day - 2 for day in found)


def _wrong(form: Form) -> Invalid:
    return Invalid(
        "rule-wrong",
        rule=form.name,
        call=form.called[0],
        example=form.example,
        kind=form.kind.value,
        least=_bound(form, form.least),
        most=_bound(form, form.most),
    )


def _bound(form: Form, bound: int) -> str:
    return f"{bound // 60}:{bound % 60:02}" if form.kind is Kind.CLOCK else str(bound)
