"""What families write, and what is to be read in it, in a short notation.

The day is Wednesday 25 November 2026; the writer is a parent of Huy and Lan. `leave 26/11-27/11`
are days on end, `26/11s` and `26/11c` a morning and an afternoon, `26/11x3` three school days from
then; `late t2` until lesson 2, `early @15:30` at that hour, `15p` minutes; `?a|b` days to choose
from; «a name» that is no child of the writer's; `ask:` what must be asked; `-` is no leave at all.
"""

from datetime import date

from leave_phrases_days import LEAVE

from services.attendance_states import Half
from services.leave_text import LeaveText, Span, read_leave
from services.names import Named, NameIndex

TODAY = date(2026, 11, 25)
SHORT = {1: "Huy", 2: "Lan"}
CHILDREN = NameIndex([Named(1, "Nguyễn Thành Huy"), Named(2, "Nguyễn Thị Ngọc Lan")])
_HALVES = {Half.MORNING: ("s", "sáng"), Half.AFTERNOON: ("c", "chiều")}


def _span(span: Span) -> str:
    told = f"{span.first.day}/{span.first.month}"
    if span.last != span.first:
        told += f"-{span.last.day}/{span.last.month}"
    if span.half:
        told += _HALVES[span.half][0]
    return f"{told}x{span.count}" if span.count else told


def noted(text: LeaveText | None) -> str:
    """A reading in the notation."""
    if text is None:
        return "-"
    days, part = text.days, text.part
    told = [text.kind.value, *map(_span, days.spans)]
    if days.options:
        told.append("?" + "|".join(map(_span, days.options)))
    if part.at:
        told.append(f"@{part.at:%H:%M}")
    if part.period:
        told.append(f"t{part.period}")
    if part.minutes:
        told.append(f"{part.minutes}p")
    half = part.half or (days.half if not days.spans else None)
    if half:
        told.append(_HALVES[half][1])
    if text.all_children:
        told.append("all")
    told += [SHORT[id] for id in text.children]
    if text.stranger:
        told.append(f"«{text.stranger}»")
    if text.why:
        told.append(text.why)
    told += [f"ask:{doubt}" for doubt in text.doubts]
    return " ".join(told)


def read(text: str) -> str:
    """What is read in a message, in the notation."""
    return noted(read_leave(text, TODAY, CHILDREN))


# Comes late.
LATE = {
    "vô trễ tiết 2": "late t2 ask:day",
    "hôm nay cháu đi học muộn, hết tiết 1 cháu mới vào": "late 25/11 t2",
    "cháu đến trễ 15 phút": "late 15p ask:day",
    "sáng nay cháu tới trễ vì xe hư": "late 25/11s sáng ask:part",
    "9h cháu mới tới lớp": "late @09:00 ask:day",
    "cho con nghỉ tiết 1": "late t2 ask:day",
    "xin nghỉ 2 tiết đầu": "late t3 ask:day",
    "mai con đi muộn khoảng 8h": "late 26/11 @08:00",
    "sáng mai cháu vào trễ 30p": "late 26/11s 30p sáng",
    "cháu vô trễ nửa tiếng nha cô": "late 30p ask:day",
    "xe hư nên con tới trễ xíu": "late ask:day ask:part",
    "bé Lan vào lớp lúc 8h15 nha cô": "late @08:15 Lan ask:day",
    "hôm nay 8 giờ rưỡi cháu mới đến lớp": "late 25/11 @08:30",
    "mai cho con vô học từ tiết 3": "late 26/11 t3",
    "sáng nay kẹt xe con tới trễ": "late 25/11s sáng ask:part",
    "Huy đi trễ tiết 1 ạ": "late Huy ask:day ask:part",
    "nay cháu dậy muộn 8h cháu mới vô lớp": "late 25/11 @08:00",
    "đường ngập nên Huy vào trễ 20 phút": "late 20p Huy ask:day",
    "bé vô lớp trễ 1 tiếng nha cô": "late 60p ask:day",
    "mai cháu học từ tiết 2 vì đi khám răng": "late 26/11 t2 sick",
    "con xin vào lớp tiết 3 ạ": "late t3 ask:day",
    "mai Lan vắng 2 tiết đầu đi khám bệnh": "late 26/11 t3 Lan sick",
    "tiết 2 cháu mới tới ạ": "late t2 ask:day",
    "xin vào muộn hôm nay": "late 25/11 ask:part",
    "mai cháu đến trường muộn 15p nha thầy": "late 26/11 15p",
    "cháu nghỉ đến 9h thì vào lớp": "late @09:00 ask:day",
    "hôm qua Huy đi muộn vì xe hỏng ạ": "late 24/11 Huy ask:part",
    "ddi hoc treex tieets 2": "late t2 ask:day",
}

# Is fetched early.
EARLY = {
    "3h rưỡi tôi đón": "early @15:30 ask:day",
    "xin cho cháu về sớm lúc 10h": "early @10:00 ask:day",
    "tiết 4 cho cháu về": "early t4 ask:day",
    "11h tôi đón cháu đi khám răng": "early @11:00 sick ask:day",
    "cháu xin nghỉ từ tiết 4": "early t4 ask:day",
    "11h30 bà đón cháu nhé": "early @11:30 ask:day",
    "nay cho cháu về trước tiết 5": "early 25/11 t5",
    "3 giờ rưỡi chiều nay tôi đón Lan": "early 25/11c @15:30 chiều Lan",
    "15h30 em đón con nhé cô": "early @15:30 ask:day",
    "cho cháu về sau tiết 3": "early t4 ask:day",
    "trưa nay tôi đón cháu sớm": "early 25/11 ask:part",
    "chiều nay em đón bé sớm đi khám bệnh lúc 2h": "early 25/11c @14:00 chiều sick",
    "xin cho Huy ra về lúc 9 giờ kém 15": "early @08:45 Huy ask:day",
    "2h chiều mai rước Lan nha cô": "early 26/11c @14:00 chiều Lan",
    "trưa nay 10h30 em đón Huy về quê": "early 25/11 @10:30 Huy family",
    "10h cho con về nha cô, con mệt": "early @10:00 sick ask:day",
    "cho cháu về sớm": "early ask:day ask:part",
    "xin cho Lan về sớm 2 tiết cuối": "early Lan ask:day ask:part",
    "học xong tiết 3 cho cháu về nha cô": "early t4 ask:day",
    "hết tiết 4 em rước bé": "early t5 ask:day",
    "mai 9h em xin đón Lan đi bệnh viện": "early 26/11 @09:00 Lan sick",
    "chiều nay 3h em qua đón bé nha cô": "early 25/11c @15:00 chiều",
    "16h15 ba đón con sớm nhé cô": "early @16:15 ask:day",
    "tôi đón cháu lúc 3:30 chiều nay": "early 25/11c @15:30 chiều",
    "cháu nghỉ từ 9h nha cô": "early @09:00 ask:day",
}

# Comes again, or the request is taken back.
BACK = {
    "cháu hết ốm rồi mai đi học lại": "back 26/11",
    "thôi không xin nghỉ nữa": "undo",
    "thứ 2 cháu đi học lại": "back 30/11",
    "hôm nay cháu đi học bình thường ạ": "back 25/11",
    "thôi mai cháu vẫn đi học ạ": "undo 26/11",
    "hủy đơn xin nghỉ giúp em": "undo",
    "cháu khỏe rồi mai đi học lại nhé cô": "back 26/11",
    "khỏi xin nghỉ nữa nha cô, cháu khỏe rồi": "undo",
    "mai Huy không nghỉ nữa cô nhé": "undo 26/11 Huy",
    "cô ơi huỷ giúp em đơn xin nghỉ hôm qua em gửi": "undo 24/11",
    "Lan hết sốt rồi, thứ 6 đi học lại": "back 27/11 Lan",
    "chiều nay Huy đi học lại được rồi ạ": "back 25/11c Huy",
    "mai con vào học lại": "back 26/11",
    "cháu khỏi bệnh rồi ạ mai vô học lại nghen cô": "back 26/11",
    "thứ 2 cháu đi học trở lại ạ": "back 30/11",
    "thôi không nghỉ nữa cô ạ": "undo",
    "thôi cô ơi mai cháu vẫn đi học bình thường": "undo 26/11",
    "em rút lại đơn xin nghỉ của Huy": "undo Huy",
    "rút đơn xin nghỉ mai của Lan giúp em": "undo 26/11 Lan",
    "không xin về sớm nữa nha cô": "undo",
    "em xin hủy đơn xin nghỉ của bé Huy": "undo Huy",
    "bé không cần nghỉ nữa": "undo",
    "mai con khỏi nghỉ nha cô": "undo 26/11",
    "bỏ xin nghỉ giúp em với ạ": "undo",
}

# No leave: it stays unread, as anything else that families write.
OTHER = {
    "hôm nay có nghỉ không cô": "-",
    "mai lớp mình nghỉ à": "-",
    "hôm qua cháu sốt nên không báo kịp, em xin phép cô": "-",
    "mấy giờ đón con vậy cô": "-",
    "cảm ơn cô đã cho cháu nghỉ": "-",
    "hôm nay trường có nghỉ không ạ": "-",
    "bao giờ nghỉ tết hả cô": "-",
    "cháu không nghỉ hôm qua": "-",
    "cô nghỉ ốm mau khỏe nhé": "-",
    "tôi nghĩ mai trời mưa": "-",
    "cháu hôm nay quên mang vở": "-",
    "mai tôi đi họp không đón cháu được": "-",
    "nghỉ sáng mai thôi ạ chiều vẫn học": "-",
    "con đỡ sốt rồi, chiều nay cháu đi học": "-",
    "mai có nghỉ được không cô": "-",
    "hôm nay mấy giờ tan học vậy cô": "-",
    "cô ơi cháu quên vở ở lớp": "-",
    "điểm kiểm tra của Huy bao nhiêu vậy cô": "-",
    "em cảm ơn cô ạ": "-",
    "dạ": "-",
    "ok cô": "-",
    "vâng ạ": "-",
    "lịch nghỉ tết năm nay thế nào ạ": "-",
    "mai các cháu được nghỉ phải không cô": "-",
    "trường cho nghỉ bão đến hôm nào ạ": "-",
    "nghỉ lễ mấy ngày vậy cô": "-",
    "hôm nay cháu có đi học không cô": "-",
    "cháu đến lớp chưa cô": "-",
    "Huy có vắng buổi nào không cô": "-",
    "sao cô ghi cháu vắng, cháu có đi học mà": "-",
    "sao hôm qua cháu về muộn vậy cô": "-",
    "hôm qua cháu nghỉ nên chưa có bài, cô gửi bài giúp em": "-",
    "cô cho hỏi mai có học không ạ": "-",
    "mai lớp mình có phải nghỉ không": "-",
    "nếu mai mưa to thì cháu nghỉ": "-",
    "có thể mai cháu nghỉ": "-",
    "hình như mai Huy nghỉ": "-",
    "cháu nghỉ học luôn ở nhà làm rẫy": "-",
    "xin cho cháu thôi học": "-",
    "cho cháu chuyển trường": "-",
    "tôi nghỉ làm hôm nay": "-",
    "mẹ cháu nghỉ sinh": "-",
    "bố nó hôm nay nghỉ việc": "-",
    "cô nghỉ dạy hôm nay à": "-",
    "cho cháu nghỉ ngơi nhiều vào nhé cô": "-",
    "giờ nghỉ trưa cháu ăn ở đâu": "-",
    "xin miễn thể dục cho cháu": "-",
    "cháu Huy học có tốt không cô": "-",
    "cô nhắc cháu uống thuốc giúp em": "-",
    "tối nay em gọi cô nhé": "-",
    "mai em lên trường gặp cô": "-",
    "mai họp phụ huynh lúc mấy giờ": "-",
    "tôi đóng tiền rồi nhé cô": "-",
    "đưa đón cháu mấy giờ": "-",
    "hôm nay Huy về nhà muộn": "-",
    "cháu về đến nhà rồi cô": "-",
    "cháu ốm cô ạ": "-",
    "cháu đi học lúc 6h30 rồi cô": "-",
    "cháu đã đi học từ nhà rồi": "-",
    "con tôi bị bạn đánh": "-",
    "Lan đau bụng cô xem giúp": "-",
    "đừng cho cháu nghỉ": "-",
    "cháu chưa nghỉ buổi nào": "-",
    "xin cô bài tập về nhà": "-",
    "nghỉ": "-",
    "mai": "-",
    "học thêm mai có nghỉ không cô": "-",
    "cả lớp nghỉ hả cô": "-",
    "thầy ơi mai ai đón các cháu": "-",
    "mẹ cháu mai nghỉ": "-",
    "ra chơi tôi đón cháu": "-",
    "when is the holiday": "-",
}

# Basic sentences in English.
ENGLISH = {
    "my son is sick today, he will stay home": "leave 25/11 sick",
    "please excuse Huy tomorrow": "leave 26/11 Huy",
    "Huy will be late tomorrow, he will arrive at 8:30": "late 26/11 @08:30 Huy",
    "I will pick up Lan at 3:30 pm today": "early 25/11 @15:30 chiều Lan",
    "Huy will be back to school on Monday": "back 30/11 Huy",
    "cancel the leave request please": "undo",
    "is there school tomorrow?": "-",
    "I would like to ask for leave for my daughter on Thursday and Friday": "leave 26/11-27/11",
    "Lan is absent tomorrow because of a family matter": "leave 26/11 Lan family",
    "my son has a fever, he cannot come to school today": "leave 25/11 sick",
    "Huy will stay home from Thursday to Friday": "leave 26/11-27/11 Huy",
    "Lan will be 15 minutes late today": "late 25/11 15p Lan",
    "please let Huy leave early at 10:00 today": "early 25/11 @10:00 Huy",
    "Lan is feeling better, she will come back tomorrow": "back 26/11 Lan",
    "my daughter can't come today, she is sick": "leave 25/11 sick",
    "both children will be absent tomorrow": "leave 26/11 all",
    "is tomorrow a day off?": "-",
    "my son is ill, no school tomorrow": "leave 26/11 sick",
    "My son is ill. No school tomorrow.": "leave 26/11 sick",
    "no school for Huy tomorrow, he is sick": "leave 26/11 Huy sick",
    "please, no school for my daughter on Friday": "leave 27/11",
    "my daughter is not going to school tomorrow": "leave 26/11",
    "he will not be going to school tomorrow": "leave 26/11",
    "my child is ill and won't go to school today": "leave 25/11 sick",
    "Huy does not go to school tomorrow": "leave 26/11 Huy",
    "Lan isn't going to school today": "leave 25/11 Lan",
    "my son cant come tomorrow, he is ill": "leave 26/11 sick",
    "Huy is not able to come today": "leave 25/11 Huy",
    "Lan will skip school tomorrow, she has a fever": "leave 26/11 Lan sick",
    "my son will be missing school tomorrow": "leave 26/11",
    "no school tomorrow": "-",
    "no school tomorrow?": "-",
    "is there no school tomorrow": "-",
    "why is there no school for my son tomorrow": "-",
    "my son says no school tomorrow": "-",
    "Huy said there is no school tomorrow": "-",
    "the teacher is ill, no school tomorrow": "-",
    "my son has no school bag today": "-",
    "my son is not going to school by bus tomorrow": "-",
    "my son is ill but he is going to school": "-",
}

PHRASES = LEAVE | LATE | EARLY | BACK | OTHER | ENGLISH
