"""The words of days, halves, lessons and hours in families' messages."""

from services.attendance_states import Half
from services.leave_text.words import PHRASES, Meaning, Sense


def _say(sense: Sense, phrases: str, number: int = 0, half: Half | None = None) -> None:
    for phrase in phrases.split("|"):
        PHRASES[phrase] = Meaning(sense, number, half)


_DAYS = {
    0: "hôm nay|bữa nay|ngày hôm nay|hnay|h nay|hum nay|nay|bữa ni|ngày nay|hôm ni|trong hôm nay",
    1: "ngày mai|mai|bữa mai|hôm sau|ngày hôm sau|mơi|ngày mơi|bữa mơi|ngay ngày mai|bữa sau",
    2: "ngày mốt|mốt|bữa mốt|ngày kia|hôm kia kìa|mốt này",
    3: "ngày kìa|bữa kìa",
    -1: "hôm qua|bữa qua|ngày hôm qua|hqua|h qua|bữa hổm qua|ngày qua|hum qua",
    -2: "hôm kia|bữa kia|hôm trước nữa|bữa hổm kia",
}
for _number, _names in _DAYS.items():
    _say(Sense.DAY, _names, _number)
_HALVES = {Half.MORNING: ("sáng", "buổi sáng", "ca sáng"), Half.AFTERNOON: ("chiều", "buổi chiều")}
for _half, _leads in _HALVES.items():
    for _lead in _leads:
        _say(Sense.DAY, f"{_lead} nay|{_lead} hôm nay|{_lead} bữa nay", 0, _half)
        _say(Sense.DAY, f"{_lead} mai|{_lead} ngày mai|{_lead} mơi", 1, _half)
        _say(Sense.DAY, f"{_lead} mốt|{_lead} ngày mốt|{_lead} ngày kia", 2, _half)
        _say(Sense.DAY, f"{_lead} qua|{_lead} hôm qua", -1, _half)
        _say(Sense.HALF, _lead, 0, _half)
    _say(Sense.HALF, f"cả buổi {_leads[0]}|nguyên buổi {_leads[0]}|cả {_leads[0]}", 0, _half)
_say(Sense.DAY, "trưa nay|trưa hôm nay", 0)
_say(Sense.DAY, "trưa mai", 1)
_say(Sense.WHOLE, "cả ngày|nguyên ngày|trọn ngày|cả sáng cả chiều|cả sáng lẫn chiều|cả hai buổi")
_say(Sense.WHOLE, "hai buổi|hai buổi luôn|cả sáng và chiều|sáng và chiều|sáng chiều|nguyên bữa")

_NAMES = ("hai", "ba", "tư", "năm", "sáu", "bảy")
for _at, _name in enumerate(_NAMES):
    _say(Sense.WEEKDAY, f"thứ {_name}", _at)
_say(Sense.WEEKDAY, "thứ bẩy", 5)
_say(Sense.WEEKDAY, "chủ nhật|cn|chúa nhật", 6)
_say(Sense.NUMBERED, "thứ|t")
_say(Sense.WEEK, "tuần sau|tuần tới|tuần kế", 1)
_say(Sense.WEEK, "tuần sau nữa|tuần tới nữa", 2)
_say(Sense.WEEK, "tuần này|trong tuần|trong tuần này", 0)
_say(Sense.WEEK, "tuần trước|tuần rồi|tuần vừa rồi|tuần qua|tuần vừa qua", -1)
_say(Sense.WHOLE_WEEK, "cả tuần sau|cả tuần tới|nguyên tuần sau|trọn tuần sau|hết cả tuần sau", 1)
_say(Sense.END_OF_WEEK, "hết tuần|hết tuần này|cuối tuần|cuối tuần này|tới cuối tuần", 0)
_say(Sense.END_OF_WEEK, "đến hết tuần|tới hết tuần|đến cuối tuần|đến hết tuần này", 0)
_say(Sense.END_OF_WEEK, "hết tuần sau|đến hết tuần sau|tới hết tuần sau|hết tuần tới", 1)
_say(Sense.NEXT, "này|sắp tới|sắp tới đây|tới đây")
_say(Sense.LAST, "vừa rồi|vừa qua|rồi|trước|hôm trước")

_COUNTED = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
for _at, _name in enumerate(_COUNTED, 1):
    _say(Sense.COUNT, f"{_name} ngày|{_name} hôm|{_name} bữa", _at)
_say(Sense.COUNT, "một ngày hôm nay|một bữa nay|một hôm nay", -1)
_say(Sense.UNIT, "ngày|hôm|bữa|ngày học|hum", 1)
_say(Sense.UNIT, "tuần|tuần lễ", 6)
_say(Sense.COUNT, "một tuần|cả tuần|nguyên tuần|một tuần lễ|trọn tuần", 6)
_say(Sense.COUNT, "hai tuần", 12)
_say(
    Sense.VAGUE,
    "nửa tháng|một tháng|cả tháng|mấy ngày|mấy hôm|mấy bữa|vài ngày|vài hôm|vài bữa|ít ngày"
    "|ít hôm|ít bữa|một hai ngày|ba bốn ngày"
    "|hai ba ngày|hai ba hôm|hai ba bữa|một vài ngày|một vài hôm|một vài bữa|mai mốt|nay mai"
    "|bữa nào"
    "|mấy ngày tới|mấy hôm tới|vài ngày tới|mấy bữa tới|mùng|mồng|âm lịch|một thời gian|dài ngày"
    "|ít lâu|hôm khác|mấy bữa nay|mấy ngày nay|mấy hôm nay|sắp tới|cho đến khi khỏi|khi khỏi"
    "|đến khi khỏi|đến khi khỏe|mấy ngày nữa|hôm nào đó|bữa hổm|hôm trước|hôm nọ|bữa trước",
)
_say(
    Sense.PAST_TIME,
    "tối qua|đêm qua|đêm hôm qua|tối hôm qua|hồi tối|hồi đêm|khuya qua|từ tối qua|từ hôm qua"
    "|từ hôm qua đến giờ|từ hôm qua tới giờ|từ sáng|từ sáng giờ|từ đêm qua|hôm qua giờ|qua giờ"
    "|hôm qua đến giờ|hôm qua tới giờ|hồi hôm|hồi khuya|sáng ra|sáng dậy|sáng ngủ dậy"
    "|từ sáng đến giờ"
    "|từ hôm kia|từ bữa qua|mấy hôm rồi|mấy ngày rồi|suốt đêm|cả đêm|đêm|tối|từ chiều qua"
    "|từ chiều hôm qua|bữa qua giờ|từ tối hôm qua|từ đêm hôm qua|nửa đêm|hồi sáng|từ hồi sáng",
)
_say(Sense.FROM, "từ|bắt đầu từ|kể từ|tính từ|bắt đầu")
_say(Sense.TO, "đến|tới|đến hết|tới hết|cho đến|cho tới|hết|đến tận|qua hết")
_say(Sense.TO, "cho đến hết|cho tới hết|đến cuối")
_say(Sense.AND, "và|với|cùng|cả|rồi cả|lẫn|vs|cộng|và cả|với cả")

_say(Sense.LESSON, "tiết|tiết học|tiết thứ")
_say(Sense.FIRST, "đầu|đầu tiên|đầu giờ|đầu buổi")
_say(Sense.FINAL, "cuối|cuối cùng|sau cùng|cuối buổi|cuối giờ")
_say(Sense.AFTER, "sau|hết|xong|học xong|sau khi học xong|sau khi hết|học hết|sau khi học|ra chơi")
_say(Sense.HALF_PAST, "rưỡi|rưởi|rưõi")
_say(Sense.LESS, "kém")
_say(Sense.SOON, "sớm|trước giờ|giữa giờ|giữa buổi|sớm hơn|sớm chút|sớm xíu")
_say(Sense.MINUTES, "phút|p|ph")
_say(Sense.HOURS, "tiếng|tiếng đồng hồ")
_say(Sense.MINUTES, "nửa tiếng|nửa giờ|nửa tiếng đồng hồ", 30)
_say(Sense.MINUTES, "một tiếng|một tiếng đồng hồ", 60)
_say(Sense.MORE, "thêm|tiếp")
