"""The buttons of the roll book. They carry ids only; what may be done is asked again on arrival."""

from datetime import date

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.showing import button, keyboard
from handlers.texts import Texts
from services.periods import Period


class BookOpen(CallbackData, prefix="bko"):
    """The page of a class; `first` as an ordinal."""

    of: int
    kind: str
    first: int


class BookPick(CallbackData, prefix="bkp"):
    """The page with this number."""

    page: int


class BookBoard(CallbackData, prefix="bkb"):
    """All classes of a month, a term or a year."""

    kind: str
    first: int


class BookStep(CallbackData, prefix="bks"):
    """Do a step of a page; `knowing`: although something is odd."""

    page: int
    step: str
    knowing: bool = False


class BookConfirm(CallbackData, prefix="bkc"):
    """Ask before a month is locked."""

    page: int


class BookSettle(CallbackData, prefix="bkg"):
    """The absences that are neither P nor K yet, each with its buttons."""

    page: int


class BookFile(CallbackData, prefix="bkf"):
    """The page as a file: a4, a3 or xlsx."""

    page: int
    form: str


class BookAll(CallbackData, prefix="bka"):
    """File or sign all pages whose turn it is."""

    kind: str
    first: int
    step: str


class BookRow(CallbackData, prefix="bkr"):
    """A family's word on the child's row: right or wrong."""

    page: int
    pupil: int
    said: str


class BookSeen(CallbackData, prefix="bkv"):
    """The homeroom teacher has seen to what families said of a pupil."""

    page: int
    pupil: int


class BookWish(CallbackData, prefix="bkw"):
    """Ask for a correction of a locked month."""

    page: int


class BookBack(CallbackData, prefix="bkx"):
    """Take an own wish for a correction back."""

    wish: int


class BookDecide(CallbackData, prefix="bkd"):
    """The principal's word on a wish."""

    wish: int
    approved: bool


class BookWhy(CallbackData, prefix="bkq"):
    """A quick reason for a rejection; a key of `WHYS`."""

    wish: int
    why: str


FORMS = {"a4": "book-button-a4", "a3": "book-button-a3", "xlsx": "book-button-xlsx"}
STEP_BUTTONS = {
    "shown": "book-button-shown",
    "confirmed": "book-button-confirmed",
    "signed": "book-button-signed",
    "filed": "book-button-filed",
    "approved": "book-button-approved",
}
ALL_BUTTONS = {"filed": "book-button-all-filed", "approved": "book-button-all-approved"}
WHYS = {"proof": "book-why-proof", "talk": "book-why-talk"}


def open_data(class_id: int, period: Period) -> str:
    """What a button carries that opens a class's page."""
    return BookOpen(of=class_id, kind=period.kind.value, first=period.first.toordinal()).pack()


def board_data(period: Period) -> str:
    """What a button carries that opens the board."""
    return BookBoard(kind=period.kind.value, first=period.first.toordinal()).pack()


def day_of(ordinal: int) -> date:
    """The day that a button carries; the first day there is for nonsense."""
    return date.fromordinal(ordinal) if 0 < ordinal <= date.max.toordinal() else date.min


def step_button(t: Texts, page: int, step: str) -> InlineKeyboardButton:
    """A step; confirming asks first."""
    data = BookConfirm(page=page) if step == "confirmed" else BookStep(page=page, step=step)
    return button(t.plain(STEP_BUTTONS[step]), data.pack())


def row_buttons(t: Texts, page: int, pupil: int) -> InlineKeyboardMarkup | None:
    """[Đúng] [Có chỗ chưa đúng]."""
    right, wrong = (
        BookRow(page=page, pupil=pupil, said=said).pack() for said in ("right", "wrong")
    )
    return keyboard(
        [button(t.plain("book-button-right"), right)],
        [button(t.plain("book-button-wrong"), wrong)],
    )


def decide_buttons(t: Texts, wish: int) -> InlineKeyboardMarkup | None:
    """[Duyệt] [Từ chối]."""
    return keyboard(
        [
            button(t.plain("book-button-approve"), BookDecide(wish=wish, approved=True).pack()),
            button(t.plain("book-button-reject"), BookDecide(wish=wish, approved=False).pack()),
        ]
    )


def why_buttons(t: Texts, wish: int) -> InlineKeyboardMarkup | None:
    """Quick reasons for a rejection; others are typed."""
    return keyboard(
        [button(t.plain(key), BookWhy(wish=wish, why=why).pack()) for why, key in WHYS.items()]
    )
