"""What the buttons of notices carry: ids only, and the revision of the preview they stand below."""

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup


class NoticeTalk(StatesGroup):
    """Where the writing of a notice stands."""

    audience = State()
    pupil = State()
    text = State()
    rewriting = State()


class NoticeTo(CallbackData, prefix="nto"):
    """For whom: class, grade, school or staff; `kind` "classes" shows the list of classes."""

    kind: str
    id: int = 0


class NoticePupil(CallbackData, prefix="npu"):
    """Which pupil's family, of those whom the typed name may mean."""

    pupil: int
    token: int


class NoticeAbout(CallbackData, prefix="nab"):
    """What it is about: routine, trip, money, other."""

    notice: int
    revision: int
    subject: str


class NoticeUrgent(CallbackData, prefix="nur"):
    """Urgent or not, for those who may."""

    notice: int
    revision: int
    on: bool


class SendNotice(CallbackData, prefix="nse"):
    """[Gửi] and [Gửi duyệt]: the rules decide on arrival which of them it is."""

    notice: int
    revision: int


class SendAnyway(CallbackData, prefix="nsa"):
    """[Vẫn gửi], after being told what it costs."""

    notice: int
    revision: int


class SendNotYet(CallbackData, prefix="nsn"):
    """[Thôi]: back to the preview."""

    notice_id: int


class RewriteNotice(CallbackData, prefix="nrw"):
    """[Sửa nội dung], and [Sửa và gửi lại] after a rejection: the author types a new text."""

    notice_id: int


class DropNotice(CallbackData, prefix="nrd"):
    """[Hủy] below a preview, and [Bỏ] after a rejection."""

    notice_id: int


class WithdrawNotice(CallbackData, prefix="nwd"):
    """[Thu hồi]; `sure` once the author has confirmed, `no` to leave it."""

    notice: int
    sure: bool = False


class KeepNotice(CallbackData, prefix="nke"):
    """[Không, để nguyên]: the question whether to withdraw is answered no."""

    notice: int


class NotReachedList(CallbackData, prefix="nnr"):
    """Whom it did not reach; a page of them."""

    notice: int
    page: int = 0
