"""The words by which families speak of leave, north and south, each written with its marks once.

The lexicon finds them however they are typed: without marks, with some, with Telex left in them.
A phrase of one word stands here only where its bare letters mean nothing else that matters.
"""

from dataclasses import dataclass
from enum import Enum, auto

from services.attendance_states import Half


class Sense(Enum):
    """What a phrase does in the message."""

    LEAVE = auto()
    NO_SCHOOL = auto()  # leave only for a child with a reason or a request; else news
    LATE = auto()
    EARLY = auto()
    FETCH = auto()  # early only together with an hour, a lesson or "soon"
    COME = auto()  # late only together with an hour or a lesson
    BACK = auto()
    UNDO = auto()
    ASKS = auto()  # asks for permission: "xin", "cho"
    PARDON = auto()  # speaks of what is past
    CHILD = auto()
    OWN = auto()  # a child that is the writer's own by these words
    ALL = auto()  # all children of the family
    OTHER = auto()  # somebody else, when right before a verb
    NOT = auto()
    SICK = auto()
    FAMILY = auto()
    BECAUSE = auto()
    POLITE = auto()
    QUESTION = auto()
    MAY_I = auto()  # a question that is a request
    NO_LEAVE = auto()  # a matter of its own, whatever else is said
    DAY = auto()
    WEEKDAY = auto()
    WEEK = auto()
    WHOLE_WEEK = auto()
    END_OF_WEEK = auto()
    NUMBERED = auto()  # "thứ" before a figure
    HALF = auto()
    WHOLE = auto()
    COUNT = auto()  # so many days
    UNIT = auto()  # "ngày", after a figure a count, before one a day of the month
    VAGUE = auto()  # days that nobody can count
    PAST_TIME = auto()  # since when the child is ill; no day of leave
    FROM = auto()
    TO = auto()
    AND = auto()
    NEXT = auto()  # after a weekday: the coming one
    LAST = auto()  # after a weekday: the one that was
    LESSON = auto()
    FIRST = auto()
    FINAL = auto()
    AFTER = auto()
    HALF_PAST = auto()
    LESS = auto()  # "kém 15"
    SOON = auto()
    MINUTES = auto()
    HOURS = auto()
    MORE = auto()
    # what is no phrase
    DATE = auto()
    BAD_DATE = auto()  # figures of a day that there is not
    CLOCK = auto()
    NUMBER = auto()
    NAME = auto()
    WORD = auto()  # not known
    COMMA = auto()
    STOP = auto()
    DASH = auto()
    MARK = auto()  # a question mark


@dataclass(frozen=True, slots=True)
class Meaning:
    """A sense with its value: days from today, a weekday from 0, weeks, a count."""

    sense: Sense
    number: int = 0
    half: Half | None = None


PHRASES: dict[str, Meaning] = {}


def _say(sense: Sense, phrases: str, number: int = 0, half: Half | None = None) -> None:
    for phrase in phrases.split("|"):
        PHRASES.setdefault(" ".join(phrase.split()), Meaning(sense, number, half))


_NO = ("không", "chưa", "hổng", "chẳng")
_say(
    Sense.UNDO,
    "thôi không nghỉ nữa|thôi không nghỉ|thôi không xin nghỉ nữa|thôi không xin nghỉ|khỏi nghỉ"
    "|thôi không xin nữa|không xin nghỉ nữa|không nghỉ nữa|không xin nữa|không cần nghỉ nữa"
    "|không cần nghỉ|khỏi xin nghỉ|thôi khỏi nghỉ|hủy xin nghỉ|hủy đơn xin nghỉ|hủy đơn"
    "|hủy lời xin nghỉ|hủy phép|hủy giúp|rút đơn|rút đơn xin nghỉ|rút lại đơn|rút lời xin nghỉ"
    "|rút lại lời xin nghỉ|xin rút đơn|xin rút|rút lại|bỏ xin nghỉ|xin nghỉ nhầm|báo nghỉ nhầm"
    "|vẫn đi học|vẫn đi học được|vẫn đi học bình thường|không xin về sớm nữa|không về sớm nữa"
    "|không đón sớm nữa|không đi muộn nữa|không đi trễ nữa|không vào muộn nữa|không vô trễ nữa"
    "|thôi không đón sớm|khỏi đón sớm|thôi khỏi xin|không nghỉ học nữa|thôi không nghỉ học nữa"
    "|không phải nghỉ nữa",
)
_say(
    Sense.BACK,
    "mới đi học lại|mới đi học lại được|mới học lại|đi học lại|đi học trở lại|đi học bình thường"
    "|đi học lại bình thường|đến lớp lại|tới lớp lại"
    "|đến trường lại|vào học lại|vô học lại|học lại|trở lại lớp|trở lại trường|đi học lại được"
    "|đi học được rồi|quay lại lớp|quay lại trường|đi học lại rồi|đi học tiếp",
)
for _go in (
    "đi học",
    "đến lớp",
    "đến trường",
    "tới lớp",
    "tới trường",
    "lên lớp",
    "vô lớp",
    "vào lớp",
):
    for _no in _NO:
        _say(Sense.LEAVE, f"{_no} {_go}|{_no} thể {_go}|{_no} {_go} được|{_no} thể {_go} được")
for _no in _NO:
    _say(Sense.LEAVE, f"{_no} đi được|{_no} thể đi được|{_no} học được|{_no} đi nổi")
_say(
    Sense.LEAVE,
    "nghỉ học|nghỉ|nghỉ ở nhà|nghỉ học ở nhà|vắng mặt|vắng|ở nhà|nghỉ phép|nghỉ ốm|nghỉ bệnh"
    "|xin phép ở nhà|off|nghỉ một bữa|nghỉ học một bữa",
)
_say(
    Sense.LATE,
    "đi muộn|đi trễ|đi học muộn|đi học trễ|vào muộn|vào trễ|vô muộn|vô trễ|đến muộn|đến trễ"
    "|tới muộn|tới trễ|đến lớp muộn|đến lớp trễ|tới lớp trễ|tới lớp muộn|vào lớp muộn|vào lớp trễ"
    "|vô lớp trễ|vô lớp muộn|vào học muộn|vào học trễ|vô học trễ|lên lớp muộn|lên trễ|trễ giờ"
    "|muộn giờ|đến trường muộn|tới trường trễ|trễ học|muộn học|trễ|bị trễ|bị muộn|lên muộn"
    "|đi trễ học|đi học hơi muộn|đi học hơi trễ|vào hơi muộn|vô hơi trễ|đến hơi muộn|tới hơi trễ",
)
_say(
    Sense.COME,
    "mới vào|mới vô|mới đến|mới tới|mới lên|mới đi học|mới vào lớp|mới vô lớp|mới đến lớp"
    "|mới tới lớp|mới đến trường|mới tới trường|mới có mặt|mới vào học|mới vô học|vào lớp|vô lớp"
    "|vào học|vô học|đến lớp|tới lớp|có mặt|mới đi học được|mới lên lớp|mới đi được|học từ"
    "|vào từ|vô từ",
)
_say(
    Sense.EARLY,
    "về sớm|về trước|xin về|cho về sớm|đón sớm|rước sớm|đón về sớm|xin đón sớm|về trước giờ"
    "|đón trước giờ|ra về sớm|xin về sớm|về học sớm|đón sớm về",
)
_say(
    Sense.FETCH, "đón về|rước về|đón|rước|cho về|ra về|về|qua đón|qua rước|đến đón|lên đón|tới đón"
)
_say(
    Sense.ASKS,
    "xin|xin phép|xin phép cho|xin cho|cho|cho phép|báo|nhờ|mong|giúp|phép|có phép"
    "|xin được|được phép|cho xin|cho xin phép|đề nghị|xin báo|thông báo cho cô|báo cô|báo thầy"
    "|sẽ|phải|đành|kính mong|kính xin|tôi xin|em xin|mình xin|tui xin|tôi xin phép|em xin phép"
    "|mình xin phép|con xin phép|tôi báo|em báo|mình báo|xin phép cô giáo|xin phép nhà trường"
    "|nhà trường cho|kính đề nghị|cô cho|thầy cho|cô giáo cho|mẹ xin|mẹ xin phép|bố xin"
    "|bố xin phép|ba xin|ba xin phép|gia đình xin|gia đình xin phép|phụ huynh xin|nhà em xin"
    "|nhà tôi xin|tôi cho|em cho|mẹ cho|ba cho|bố cho|xin cô|xin thầy|xin phép cô|xin phép thầy"
    "|xin cô cho|xin thầy cho|xin phép cô cho|xin phép thầy cho|nhờ cô cho|nhờ thầy cho|má xin",
)
_say(
    Sense.PARDON, "giải trình|xin lỗi|bổ sung|quên báo|chưa kịp báo|không kịp báo|báo muộn|báo trễ"
)
_say(Sense.PARDON, "chưa báo|quên xin phép|chưa kịp xin phép|chưa xin phép|quên không báo")
_say(
    Sense.CHILD,
    "con|cháu|bé|em|nhóc|cu|thằng bé|con bé|con gái|con trai|cháu gái|cháu trai|cu cậu|nó"
    "|cháu nó|bé nó|em nó|học sinh",
)
_say(
    Sense.OWN,
    "con tôi|con mình|con em|con tui|con anh|con chị|con nhà tôi|con nhà mình|con nhà em"
    "|cháu nhà tôi|cháu nhà mình|cháu nhà em|cháu nhà|bé nhà tôi|bé nhà mình|bé nhà em|bé nhà"
    "|con gái tôi|con trai tôi|con gái em|con trai em|con gái mình|con trai mình|cháu nhà tui"
    "|bé nhà tui|con trai tui|con gái tui|con của tôi|con của em|con ruột",
)
_say(
    Sense.ALL,
    "hai cháu|hai con|hai đứa|cả hai|hai bé|hai em|cả hai cháu|cả hai con|cả hai đứa|cả hai bé"
    "|hai chị em|hai anh em|hai bạn|hai đứa nhỏ|cả hai chị em|cả hai anh em",
    2,
)
_say(
    Sense.ALL,
    "ba đứa|ba cháu|ba con|ba bé|ba chị em|ba anh em|cả ba cháu|cả ba đứa|cả ba con|cả ba"
    "|ba đứa nhỏ",
    3,
)
_say(Sense.ALL, "mấy đứa|mấy chị em|mấy anh em|tụi nhỏ|các cháu nhà tôi|các con tôi|các con em")
_say(
    Sense.OTHER,
    "tôi|tui|mình|mẹ|bố|ba|má|ông|bà|chị|anh|cô|thầy|lớp|trường|nhà trường|các cháu|các con"
    "|các em|các bạn|bạn|cả lớp|phụ huynh|cô giáo|thầy giáo|học trò|ai|người ta|bọn trẻ"
    "|mẹ cháu|bố cháu|ba cháu|má cháu|bà cháu|ông cháu|anh cháu|chị cháu|mẹ con|bố con|mẹ bé"
    "|mẹ em nó|anh nó|chị nó|mẹ nó|bố nó|ba nó|ông nội|bà nội|ông ngoại|bà ngoại|cậu|dì|chú|bác"
    "|cả nhà|lớp mình|toàn trường|tụi nó|chúng nó|chúng em|bạn ấy",
)
_say(Sense.NOT, "không|chưa|đừng|chẳng|không phải|không có|đâu có|không được|chưa được|không cho")
_say(
    Sense.SICK,
    "ốm|sốt|bệnh|bịnh|bị bịnh|bị cảm|cảm cúm|cảm lạnh|cảm sốt|bị cúm|cúm|bị ho|ho nhiều|ho sốt"
    "|sốt ho"
    "|đau bụng|đau đầu|đau răng|đau mắt|đau mắt đỏ|đau chân|đau tay|đau họng|đau lưng|bị đau|đau"
    "|mệt|nhức đầu|viêm họng|viêm phổi|viêm phế quản|viêm amidan|sốt xuất huyết|thủy đậu"
    "|quai bị|tay chân miệng|tiêu chảy|nôn ói|nôn|bị ói|ói|nằm viện|nhập viện|đi viện|đi khám"
    "|khám bệnh|khám răng|nhổ răng|đi bác sĩ|bác sĩ|tai nạn|gãy tay|gãy chân|bị té|bị ngã"
    "|té xe|ngã xe|bong gân|dị ứng|ngộ độc|không khỏe|chưa khỏe|không được khỏe|chưa được khỏe"
    "|phát ban|bị bệnh|bị ốm|bị sốt|sốt cao|sốt nhẹ|bệnh viện|chóng mặt|chảy máu cam|trẹo chân"
    "|đi tiêm|tiêm phòng|chích ngừa|đi chích|truyền nước|bị mệt|mổ ruột thừa|ruột thừa",
)
_say(
    Sense.FAMILY,
    "việc gia đình|gia đình có việc|nhà có việc|việc nhà|việc riêng|việc bận|có việc|bận việc"
    "|đám tang|đám ma|đám giỗ|có giỗ|giỗ ông|giỗ bà|đám cưới|đám hỏi|ăn cưới|ông mất|bà mất"
    "|nội mất|ngoại mất|có tang|về quê|đi xa|thu hoạch|hái cà phê|mùa cà phê|lên rẫy|làm rẫy"
    "|chuyển nhà|nhà bận|gia đình bận|có hiếu|việc hiếu|việc hỉ|bà ốm|ông ốm|nhà có đám"
    "|có đám|về nội|về ngoại|đưa tang|nhà có tang|lễ cúng|lễ bỏ mả|mùa rẫy|tuốt lúa|gặt lúa",
)
_say(Sense.BECAUSE, "vì|do|tại|bởi|bởi vì|tại vì|lí do|lý do|lí do là|vì lí do|với lí do|do là")
_say(
    Sense.POLITE,
    "ạ|dạ|vâng|nha|nhé|nhen|nghen|nghe|ha|hén|với|giùm|dùm|ơi|thưa|kính gửi|kính thưa|gửi|kính"
    "|cô ơi|thầy ơi|thưa cô|thưa thầy|dạ cô|dạ thầy|dạ cô ơi|dạ thầy ơi|thưa cô ơi|cô ạ|thầy ạ"
    "|nha cô|nha thầy|nhé cô|nhé thầy"
    "|nghen cô|ạ cô|với ạ|với cô|với thầy|cô giúp"
    "|thưa cô giáo|cô giáo ơi|thầy giáo ơi|cảm ơn|cám ơn|em cảm ơn|cảm ơn cô|cảm ơn thầy"
    "|em cảm ơn cô|trân trọng|trân trọng cảm ơn|chân thành cảm ơn|nhiều|chủ nhiệm|gvcn|cô gvcn"
    "|cô chủ nhiệm|thầy chủ nhiệm|giáo viên|em chào cô|chào cô|chào thầy|em chào thầy|tôi là"
    "|em là|mẹ của|bố của|ba của|thì|là|mà|nên|nên là|rồi|được|ở|tạm|luôn|đã|bị|hiện|đang|mới"
    "|nữa|thôi|tại nhà|nhà|lúc|vào lúc|tầm|khoảng|cỡ|giờ|tiếng|qua|lên|đó|đấy|vậy|thế|này|ấy"
    "|cái|ngày học|buổi học|học|đi|lớp|của|để|cùng|hơi|một chút|chút|xíu|chút xíu|có"
    "|gia đình|cả nhà em|chắc chắn",
)
_say(
    Sense.QUESTION,
    "mấy giờ|khi nào|bao giờ|lúc nào|bao nhiêu|tại sao|vì sao|sao lại|sao|thế nào|làm sao|như nào"
    "|như thế nào|có phải|phải không|đúng không|có ai|có bạn nào|bạn nào|em nào|ngày nào|hôm nào"
    "|thứ mấy|ai|gì|là gì|ở đâu|hay không|chưa nhỉ|không nhỉ|nhỉ|hả|hở|chưa vậy|không vậy|à|ủa"
    "|cháu nào|lớp nào|buổi nào|hay là|có được nghỉ|có nghỉ|có đi học|có học|được mấy",
)
_say(
    Sense.MAY_I,
    "được không|được không ạ|được không cô|được không thầy|có được không|có được không ạ|được chứ"
    "|được không vậy|được hông|được không cô ơi|được không thầy ơi|có được hông"
    "|không biết được không",
)
_say(
    Sense.NO_LEAVE,
    "nghỉ lễ|nghỉ tết|nghỉ hè|nghỉ trưa|nghỉ bão|nghỉ lũ|nghỉ dịch|nghỉ bù|nghỉ ngơi|nghỉ hưu"
    "|nghỉ việc|nghỉ sinh|nghỉ làm|nghỉ dạy|nghỉ đông|nghỉ giữa kì|nghỉ giải lao|nghỉ mát"
    "|nghỉ hẳn"
    "|nghỉ luôn|nghỉ học luôn|nghỉ học hẳn|nghỉ chơi|nghỉ phép năm|nghỉ thai sản|cả lớp nghỉ"
    "|lớp nghỉ|toàn trường nghỉ|trường nghỉ|trường cho nghỉ|nhà trường cho nghỉ|cho các con nghỉ"
    "|cho các cháu nghỉ|cho các em nghỉ|cho học sinh nghỉ|các con nghỉ|các cháu nghỉ|đã cho con"
    "|các em nghỉ|đã cho cháu|lịch nghỉ|ngày nghỉ|kì nghỉ|kỳ nghỉ|thôi học|chuyển trường|bài tập"
    "|bài vở|chép bài|gửi bài|bài học|học phí|đóng tiền|nộp tiền|họp phụ huynh|họp|nếu|giả sử|lỡ"
    "|có thể|hình như|chắc là|hay cho|lịch học|thời khóa biểu|nghỉ thể dục|nghỉ môn|miễn thể dục"
    "|môn|ghi nhầm|điểm danh nhầm|sao cô ghi|ghi cháu|ghi con|ghi em|đừng cho|nghỉ chung"
    "|nghỉ chân|nghỉ xả hơi|nghỉ học nhiều|hay nghỉ|nghỉ nhiều|xe đưa đón|đưa đón|đón tiếp"
    "|nghĩ là"
    "|nghĩ rằng|nghỉ chờ|nghỉ thi|nghỉ buổi trưa|trễ hạn|trễ tiền|nộp muộn"
    "|nộp trễ|trả lời muộn|về việc|về chuyện|về tới|về đến|về rồi|về lúc nào|chưa về|mới về"
    "|mới về nhà|về muộn|về trễ",
)
