"""The buttons of a question to the principal, and of what comes back to its author.

They carry ids only; whether the question is open and who may decide is asked again on arrival.
"""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from handlers.notice_buttons import DropNotice, RewriteNotice
from handlers.showing import button, keyboard, rows_of
from handlers.texts import Texts


class ApprovalStep(CallbackData, prefix="ap"):
    """What the decider taps on a card: approve, reject or changes."""

    approval: int
    step: str


class ApprovalReason(CallbackData, prefix="apr"):
    """A quick reason for a rejection or for changes; `reason` is a key of `REASONS`."""

    approval: int
    step: str
    reason: str


class ApprovalLater(CallbackData, prefix="apl"):
    """No reason now: the question stays open."""


STEPS = {
    "approve": "approval-button-approve",
    "reject": "approval-button-reject",
    "changes": "approval-button-changes",
}
REASONS = {
    "unclear": "approval-reason-unclear",
    "amount": "approval-reason-amount",
    "audience": "approval-reason-audience",
    "time": "approval-reason-time",
    "talk": "approval-reason-talk",
}


def step_data(approval: int, step: str) -> str:
    """What the button of a step carries."""
    return ApprovalStep(approval=approval, step=step).pack()


def card_buttons(t: Texts, approval: int) -> InlineKeyboardMarkup | None:
    """[Duyệt] over [Từ chối] [Yêu cầu sửa]."""
    approve, *others = (
        button(t.plain(key), step_data(approval, step)) for step, key in STEPS.items()
    )
    return keyboard([approve], others)


def reason_buttons(t: Texts, approval: int, step: str) -> InlineKeyboardMarkup | None:
    """The quick reasons, and a way back."""
    quick = [
        button(t.plain(key), ApprovalReason(approval=approval, step=step, reason=name).pack())
        for name, key in REASONS.items()
    ]
    later = button(t.plain("approval-button-later"), ApprovalLater().pack())
    return keyboard(*rows_of([*quick, later], 2))


def returned_buttons(t: Texts, notice: int) -> InlineKeyboardMarkup | None:
    """[Sửa và gửi lại] [Bỏ]."""
    return keyboard(
        [
            button(t.plain("approval-button-rewrite"), RewriteNotice(notice_id=notice).pack()),
            button(t.plain("approval-button-drop"), DropNotice(notice_id=notice).pack()),
        ]
    )
