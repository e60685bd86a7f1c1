"""The words that say of which session a message speaks: day, half, kind, and that it corrects."""

from dataclasses import dataclass

from services.attendance_states import Half, SessionKind


@dataclass(frozen=True, slots=True)
class Hint:
    """What a phrase says; `days` from today, `weeks` on top of a weekday, `weekday` 0 = Monday."""

    days: int | None = None
    half: Half | None = None
    kind: SessionKind | None = None
    weekday: int | None = None
    weeks: int | None = None
    number_follows: bool = False  # "thứ" before a figure
    corrects: bool = False
    head_only: bool = False  # means this only before the names begin


HINTS: dict[str, Hint] = {}


def _say(phrases: str, hint: Hint) -> None:
    HINTS.update((phrase, hint) for phrase in phrases.split("|"))


_say("hôm nay|ngày hôm nay|hnay|h nay|bữa nay|ngày nay", Hint(days=0))
_say("nay", Hint(days=0, head_only=True))
_say("hôm qua|ngày hôm qua|hqua|h qua|bữa qua", Hint(days=-1))
_say("hôm kia|bữa kia|hôm trước nữa", Hint(days=-2))
_say("ngày mai|hôm sau", Hint(days=1))
for _half, _name in ((Half.MORNING, "sáng"), (Half.AFTERNOON, "chiều")):
    for _lead in (_name, f"buổi {_name}", f"ca {_name}"):
        _say(f"{_lead} nay|{_lead} hôm nay", Hint(days=0, half=_half))
        _say(f"{_lead} qua|{_lead} hôm qua", Hint(days=-1, half=_half))
        _say(f"{_lead} hôm kia|{_lead} kia", Hint(days=-2, half=_half))
        _say(f"{_lead} mai|{_lead} ngày mai", Hint(days=1, half=_half))
    _say(f"buổi {_name}|ca {_name}", Hint(half=_half))
    _say(_name, Hint(half=_half, head_only=True))
for _day, _name in enumerate(["hai", "ba", "tư", "năm", "sáu", "bảy"]):
    _say(f"thứ {_name}", Hint(weekday=_day, head_only=True))
_say("thứ bẩy", Hint(weekday=5, head_only=True))
_say("thứ", Hint(number_follows=True))
_say("chủ nhật", Hint(weekday=6))
_say("tuần trước|tuần rồi|tuần qua", Hint(weeks=-1))
_say("tuần này", Hint(weeks=0))
_EXTRA = "phụ đạo|học phụ đạo|học thêm|dạy thêm|bồi dưỡng|học bồi dưỡng|ôn tập|ôn thi|tăng cường|ôn"
_say(_EXTRA, Hint(kind=SessionKind.EXTRA))
_say("clb|câu lạc bộ", Hint(kind=SessionKind.CLUB))
_say("chính khóa|học chính|buổi chính", Hint(kind=SessionKind.MAIN))
_say(
    "nhầm|đính chính|à không|sửa lại|ghi nhầm|em nhầm|báo nhầm|điểm danh nhầm", Hint(corrects=True)
)
_say("sửa|xin lỗi|em xin lỗi", Hint(corrects=True, head_only=True))


def _list(phrases: str) -> list[str]:
    return phrases.split("|")


# A message that begins so is something else, whatever follows.
OPENINGS = _list(
    "thông báo|nhắc|nhắc nhở|mời|hủy|huỷ|đề nghị|yêu cầu|lịch|kế hoạch|họp|kính mời|xin hỏi"
    "|cho hỏi|cho em hỏi|em hỏi|xin cho|xin phép cho|cho cháu|cho con|cho bé|con tôi|con em"
    "|tôi xin|gửi phụ huynh|kính gửi phụ huynh|chúc|chúc mừng|thông báo lớp|xin phép thầy"
    "|xin phép cô|điểm|nhập điểm|em xin phép|xin nghỉ cho|tin nhắn|báo cáo tuần|hỏi"
)
# Asked, not told ("không em nào vắng" is one phrase and no question).
ASKING = _list(
    "mấy giờ|mấy em|mấy bạn|mấy hs|bao giờ|khi nào|bao nhiêu|tại sao|vì sao|sao lại|thế nào"
    "|làm sao|như nào|là gì|gì ạ|gì vậy|ở đâu|được không|có phải|không nhỉ|chưa nhỉ"
    "|phải không|có ai|có em nào|có bạn nào|em nào|bạn nào|những ai|ai vắng|vắng ai|ai nghỉ"
    "|nghỉ ai|đủ không|đủ chưa|vắng không|muộn không|nghỉ không|chưa ạ|là ai|có vắng không"
    "|đi học không|đi học chưa|đến chưa|vào chưa"
)
# After "nghỉ" or before it, these make it a holiday, not an absence.
HOLIDAY = _list(
    "nghỉ lễ|nghỉ tết|nghỉ hè|nghỉ trưa|nghỉ hưu|nghỉ thai sản|nghỉ ngơi|nghỉ dạy|nghỉ việc"
    "|được nghỉ|cho nghỉ|nghỉ dịch|nghỉ bão|nghỉ bù|nghỉ đông|nghỉ giữa kì|nghỉ giải lao"
    "|cả lớp nghỉ|toàn trường nghỉ|trường nghỉ|lớp nghỉ|nghĩ là|nghỉ mát|nghỉ phép năm"
    "|chế độ nghỉ"
)
MARKS = _list("tx|đđgtx|gk|ck|ktra|kiểm tra|bảng điểm|học kì|giữa kì|cuối kì|hệ số|điểm")
