"""The words of a roll: every phrase a teacher may type, and what it does.

One table, so that a new way of saying something is one more word here. Phrases are written with
their marks; `spelling` finds them without marks, in Telex or with a slip. "không" stands for all
its short forms ("k", "ko", "hok"), "muộn" for "trễ".
"""

from enum import Enum, auto
from itertools import product

from services.attendance_states import State


class Key(Enum):
    """What a phrase does."""

    ABSENT = auto()
    NOT_ABSENT = auto()  # "k vắng": nobody is absent, or these are not
    LATE = auto()
    LEFT = auto()
    LEFT_IF_TIMED = auto()  # "về", only with a period or an hour
    SKIP = auto()
    PRESENT = auto()
    ARRIVED = auto()
    STATE = auto()
    ALL = auto()
    REST = auto()  # "còn lại"
    EXCEPT = auto()
    AND = auto()
    BOTH = auto()
    INSTEAD = auto()  # "chứ không phải"
    PERIOD = auto()
    UNIT = auto()  # minutes
    PERSONS = auto()  # "em", "bạn" after a number; polite elsewhere
    SIZE = auto()
    NUMBERED = auto()
    ZERO = auto()
    COUNTED = auto()  # "hai em"
    REASON = auto()
    BECAUSE = auto()
    MORE = auto()
    TITLE = auto()  # "cô", "GV": the next name is an adult's
    FILLER = auto()


Phrases = dict[str, tuple[Key, State | None]]
PHRASES: Phrases = {}


def _say(key: Key, phrases: str, state: State | None = None) -> None:
    for phrase in phrases.split("|"):
        PHRASES[" ".join(phrase.split())] = (key, state)


def _mix(*parts: str) -> str:
    """All combinations: _mix("a|b", "|c") → "a|a c|b|b c"."""
    return "|".join(" ".join(choice) for choice in product(*(part.split("|") for part in parts)))


_LATE = "muộn|trễ|chậm"
_NOBODY = (
    "ai|ai cả|ai hết|em nào|em nào cả|em nào hết|bạn nào|bạn nào cả|bạn nào hết|học sinh nào"
    "|hs nào|hs|học sinh|em|bạn|một ai|một em nào|người nào"
)

_say(
    Key.ABSENT,
    "vắng|vắng mặt|vắng học|nghỉ|nghỉ học|thiếu|chỉ vắng|chỉ thiếu|có vắng|v|hs vắng|học sinh vắng"
    "|hs nghỉ|chỉ có vắng|xin vắng",
)
_say(
    Key.ABSENT,
    _mix(
        "không|chưa|chưa thấy|không thấy",
        "đi học|đến lớp|đến|tới lớp|tới|vào lớp|có mặt|vào|vô lớp|vô",
    )
    + "|chưa thấy|không thấy|không lên lớp|chưa lên lớp",
)
_say(Key.ABSENT, "vp|vcp|nghỉ phép|xin nghỉ|xin nghỉ học|vắng phép", State.EXCUSED)
_say(Key.ABSENT, "vk|vkp", State.UNEXCUSED)
_say(
    Key.NOT_ABSENT, "không vắng|không nghỉ|không có vắng|chứ không vắng|không thiếu|không vắng mặt"
)
_say(Key.LATE, _LATE + "|m|vào muộn|đi học trể|trể|đi trể|vào trể|muộn học|trễ học|có muộn")
_say(
    Key.LATE,
    _mix("đi|đi học|vào|vào lớp|vào học|đến|đến lớp|tới|tới lớp|vô|vô lớp|lên lớp|bị", _LATE),
)
_say(Key.LEFT, "về sớm|về trước|xin về sớm|xin về|xin về trước|được về sớm|cho về|về giữa buổi")
_say(Key.LEFT, "về giữa giờ|ra về sớm|bỏ về")
_say(Key.LEFT_IF_TIMED, "về|ra về|về nhà")
_say(Key.SKIP, "trốn|trốn tiết|trốn học|bỏ tiết|bỏ giờ|cúp|cúp tiết|cúp học|trốn giờ")
_say(
    Key.PRESENT,
    "có mặt|có đi học|đi học|đã đi học|vẫn đi học|có đến lớp|hiện diện|đi học bình thường"
    "|có đi học rồi|đi học rồi|đi học lại|có mặt rồi|đã có mặt|vẫn có mặt|có đi|có học"
    "|đi học đủ buổi|vẫn học|có đến",
)
_say(
    Key.ARRIVED,
    _mix("vừa|mới|đã|vừa mới", "vào|đến|tới|vô|vào lớp|đến lớp|tới lớp|vô lớp|vào tới|lên lớp")
    + "|đến rồi|tới rồi|vào rồi|vô rồi|vào lớp rồi|đến lớp rồi|đã vào rồi|đã đến rồi|đã tới rồi"
    "|mới vào rồi|vừa vào rồi|vào lớp lúc|đến lúc|vào lúc|đến lớp lúc|tới lúc|vô lúc|mới thấy vào",
)
_say(
    Key.STATE,
    "p|có phép|cp|phép|xin phép|có xin phép|có đơn|có đơn xin phép|đã xin phép|được phép|có xin"
    "|có lý do|cld|có ld|đã có đơn|có giấy|có giấy phép|có đơn xin nghỉ|đã xin nghỉ"
    "|phụ huynh xin phép|ph xin phép|gia đình xin phép|mẹ xin phép|bố xin phép|ba xin phép"
    "|phụ huynh xin|ph xin|mẹ xin|bố xin|gia đình xin|đã báo|có báo|có thưa|ph báo|phụ huynh báo"
    "|phụ huynh đã xin phép|ph đã xin phép|có phép rồi|xin phép rồi|cóphép",
    State.EXCUSED,
)
_say(
    Key.STATE,
    "k|kp|không phép|không p|không có phép|không xin phép|không xin|không có đơn|không đơn"
    "|không lý do|không có lý do|không ld|kld|vô lý do|tự ý|không báo|không thưa",
    State.UNEXCUSED,
)
_say(
    Key.STATE,
    _mix("không|chưa", "rõ|biết|rõ lý do|biết lý do|rõ nguyên nhân|rõ ld|biết ld|rõ vì sao")
    + "|chưa có phép|chưa xin phép|chưa phép|chưa báo|chưa có lý do|chưa liên lạc được"
    "|chưa có đơn|không liên lạc được",
    State.UNEXPLAINED,
)
_say(
    Key.ALL,
    "đủ|đầy đủ|đi học đầy đủ|đi đủ|đi học đủ|có mặt đầy đủ|có mặt đủ|đủ hết|có mặt hết|đi học hết"
    "|đi hết|đủ cả|đủ cả lớp|đông đủ|có mặt cả lớp|cả lớp có mặt|cả lớp đủ|cả lớp đi học|full"
    "|có mặt tất cả|tất cả có mặt|tất cả đi học|đi học đông đủ|đi đầy đủ|đủ hs|đủ học sinh|đủ rồi"
    "|có mặt đông đủ|đi học đủ cả|đều có mặt|đều đi học|cả lớp đi học đầy đủ|đủ sĩ số|có đủ"
    "|cả lớp có mặt đầy đủ|học đầy đủ|cả lớp đều có mặt|cả lớp đi học đủ|đều có mặt đầy đủ",
)
_say(
    Key.ALL,
    _mix("không", "|có", "vắng|nghỉ|thiếu", _NOBODY)
    + "|"
    + _mix("không", "|có", _NOBODY, "vắng|nghỉ|thiếu|nghỉ học|vắng mặt"),
)
_say(
    Key.FILLER,
    _mix("không", "|có", _NOBODY, "|đi|vào", _LATE)
    + "|"
    + _mix("không", "|có", "đi|", _LATE, _NOBODY),
)
_say(
    Key.REST,
    "còn lại|các em khác|các bạn khác|các em còn lại|các bạn còn lại|số còn lại|hs còn lại",
)
_say(Key.EXCEPT, "trừ|ngoại trừ|trừ ra|trừ mỗi|trừ có|chỉ trừ|ngoài")
_say(Key.AND, "và|với|cùng với|cùng|cùng bạn|vs")
_say(Key.BOTH, "đều|cả|cả hai|cả ba|cả hai em|cả hai bạn|đều là|cả bọn|tất cả đều|hai em đều")
_say(Key.INSTEAD, "chứ không phải|không phải|chứ không phải là|không phải là|thay vì|chứ không")
_say(Key.PERIOD, "tiết|t|từ tiết|sau tiết|hết tiết|đến tiết|tiết thứ")
_say(Key.UNIT, "phút|ph|min|phút ạ")
_say(
    Key.PERSONS,
    "em|bạn|hs|học sinh|cháu|người|học trò|bạn hs|em hs|em học sinh|bé|trò|bạn học sinh",
)
_say(Key.SIZE, "sĩ số|tổng số|ss|tổng|tổng sĩ số|sĩ số lớp|tổng cộng")
_say(Key.NUMBERED, "số|stt|số thứ tự|thứ tự")
_say(Key.ZERO, "không|không có|không có ai|không ai|không em nào|không có em nào|không bạn nào")
_REASONS = (
    "ốm|bệnh|bị ốm|bị bệnh|sốt|bị sốt|sốt cao|đau bụng|đau đầu|đau răng|đau chân|đau mắt|đau họng"
    "|cảm cúm|bị cảm|bị cúm|nằm viện|đi viện|nhập viện|khám bệnh|đi khám|đi khám bệnh|đám cưới"
    "|đám tang|đám giỗ|có đám|có tang|việc gia đình|việc nhà|có việc|bận việc|có việc gia đình"
    "|việc riêng|về quê|đi thi|thi hsg|đi thi hsg|tai nạn|gãy tay|gãy chân|chóng mặt|thủy đậu"
    "|quai bị|sốt xuất huyết|hư xe|hỏng xe|xe hư|xe hỏng|bị mệt|bị đau|bị ngã|bị tai nạn|nhà xa"
    "|gia đình có việc|nhà có việc|nhà có đám|đi bệnh viện|bị đau bụng|bị đau đầu|đưa tang"
)
_say(Key.REASON, _REASONS)
_say(Key.REASON, _mix("vì|do|bị|tại|bận", _REASONS))
_say(Key.BECAUSE, "vì|do|bởi|tại vì|bị|lý do|lý do là|với lý do|bận|nguyên nhân")
_say(Key.MORE, "thêm|bổ sung|nữa|thêm nữa|có thêm|vẫn còn")
_say(
    Key.TITLE,
    "cô|thầy|gv|gvcn|giáo viên|cô giáo|thầy giáo|giáo viên chủ nhiệm|gvbm|lớp trưởng|thầy cô"
    "|thưa cô|thưa thầy|thưa thầy cô|dạ cô|dạ thầy|dạ thưa cô|dạ thưa thầy|kính thưa thầy cô"
    "|kính thưa cô|kính thưa thầy|nhờ cô|nhờ thầy|em chào cô|em chào thầy|chào cô|chào thầy"
    "|cảm ơn cô|cảm ơn thầy",
)
_say(
    Key.FILLER,
    "dạ|thưa|ạ|nhé|nha|nhe|nhá|nghen|hen|ơi|vâng|à|ừ|ờ|các em|các bạn|báo cáo|xin báo cáo"
    "|em báo cáo|em xin báo cáo|kính|gửi|kính gửi|kính thưa|báo|xin báo|buổi|lớp|lớp em"
    "|lớp mình|lớp con|cả lớp|lớp ta|lớp tôi|trong lớp|ở lớp|của lớp|hiện|hiện tại|hiện nay"
    "|là|gồm|gồm có|có|thì|mà|rồi|ở|tại|của|cho|tên|tên là|như sau|cụ thể|cụ thể là"
    "|gồm các em|dạ thưa|ban giám hiệu|cô ơi|thầy ơi|cô ạ|thầy ạ|điểm danh|điểm danh lớp"
    "|báo điểm danh|hôm nay|danh sách|danh sách vắng|lúc|từ|nhầm|nhầm rồi|em nhầm|sửa|sửa lại"
    "|đính chính|à không|ghi nhầm|chuyển|chuyển thành|đổi|đổi thành|xin lỗi|em xin lỗi|chứ"
    "|vẫn|đã|hết|tất cả|một số|chỉ|chỉ có|cũng|còn|đang|được|ghi|ghi là|ok|cảm ơn|cám ơn"
    "|em cảm ơn|xin cảm ơn|trân trọng|hihi|haha|đó|đấy|này|luôn|thôi|ra|lớp có|lớp hôm nay"
    "|hôm nay lớp|sĩ số lớp em|khoảng|tầm|chừng|gần|hơn|vào học|nhầm ạ|các|những|lại|nhờ|giúp"
    "|giúp em|và các bạn|với bạn|sửa thành|sang thành",
)

FIGURES = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"]
_say(Key.COUNTED, _mix("|".join(FIGURES), "em|bạn|hs|học sinh|bạn hs"))

# Short forms that stand for a whole word inside a longer phrase.
SHORT: dict[str, tuple[str, ...]] = {
    "k": ("không",),
    "ko": ("không",),
    "kh": ("không",),
    "kg": ("không",),
    "khg": ("không",),
    "hk": ("không",),
    "hok": ("không",),
    "hong": ("không",),
    "hông": ("không",),
    "hổng": ("không",),
    "hem": ("không",),
    "khum": ("không",),
    "chẳng": ("không",),
    "chả": ("không",),
    "v": ("vắng",),
    "fép": ("phép",),
    "fep": ("phép",),
    "đc": ("được",),
    "dc": ("được",),
    "r": ("rồi",),
    "nghĩ": ("nghỉ",),
    "trể": ("trễ",),
    "mượn": ("muộn",),
    "muợn": ("muộn",),
    "đũ": ("đủ",),
    "sỉ": ("sĩ",),
    "khoá": ("khóa",),
    "cta": ("các em",),
    "bn": ("bạn",),
    "e": ("em",),
}
NEGATIONS = frozenset(word for word, full in SHORT.items() if full == ("không",))
# Only inside a longer phrase: alone, "k" is a state and "v" has an entry of its own.
ONLY_INSIDE = frozenset(["k", "v", "kh", "hong", "hông"])

# Words that are forgiven a slip of one letter, if what was typed is no Vietnamese syllable.
FORGIVEN = (
    "vắng",
    "muộn",
    "nghỉ",
    "trễ",
    "phép",
    "không",
    "tiết",
    "phút",
    "sớm",
    "mặt",
    "đầy",
)

# Grammar letters that never begin or form a name.
LETTERS = frozenset(
    ["p", "kp", "cp", "vp", "vcp", "vk", "vkp", "v", "m", "t", "ko", "hs", "vs", "ph", "gv"]
)

# Single words that are also names or parts of names when marks are left out: a name goes first.
YIELDING = frozenset(
    [Key.FILLER, Key.BECAUSE, Key.REASON, Key.SIZE, Key.NUMBERED, Key.MORE, Key.EXCEPT, Key.TITLE]
)
# Typed without its marks, a small word is often somebody's name ("van", "thi", "nhung", "vy"): a
# filler counts only if it is one of these, a reason or a title only if it is none of those.
_SAFE = """da thua a nhe nha oi lop gom co roi o cua nham sua luc het duoc cac giup buoi gui u"""
SAFE_BARE = frozenset(_SAFE.split())
NAME_LIKE = frozenset(["vi", "do", "ban", "ngoai"])
# These stand before every name: "chau lan" may be cháu Lan or Châu, Lan, so it is asked.
POLITE = ("em", "bạn", "cháu", "bé", "dạ", "ạ", "nha", "e", "hs")
