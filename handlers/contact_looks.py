"""The buttons around a family's number and address, and what the family sees of them."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from handlers.absence_words import guardian_words
from handlers.showing import button, keyboard
from handlers.texts import Texts
from services.contact_changes import Child, Reported

Face = tuple[str, InlineKeyboardMarkup | None]


class ContactAsk(CallbackData, prefix="cta"):
    """A guardian wants to report a phone or an address; "stop" leaves the question."""

    field: str


class ContactBack(CallbackData, prefix="ctb"):
    """A guardian takes a report back."""

    change: int


class ContactStep(CallbackData, prefix="cts"):
    """What the school says to a report: accept or refuse."""

    change: int
    step: str


def overview(t: Texts, phone: str | None, children: Sequence[Child]) -> Face:
    """What the school knows of the way to this family, and what can be reported."""
    blank = t.plain("record-blank")
    lines = [t("contact-head", phone=phone or blank)]
    lines += [
        t("contact-child", name=child.name, klass=child.class_name, address=child.address or blank)
        for child in children
    ]
    lines.append(t("contact-foot"))
    return "\n".join(lines), keyboard(
        [button(t.plain("contact-button-phone"), ContactAsk(field="phone").pack())],
        [button(t.plain("contact-button-address"), ContactAsk(field="address").pack())],
    )


def question(t: Texts, field: str) -> Face:
    """The new number or address is awaited."""
    key = "contact-ask-phone" if field == "phone" else "contact-ask-address"
    return t(key), keyboard(
        [button(t.plain("contact-button-stop"), ContactAsk(field="stop").pack())]
    )


def echo(t: Texts, reported: Reported) -> Face:
    """What was written down, who confirms it, and the way back."""
    change = reported.change
    names = ", ".join(f"{child.name} ({child.class_name})" for child in reported.children)
    if reported.known:
        return t("contact-known", value=change.value), None
    key = "contact-saved-phone" if change.field == "phone" else "contact-saved-address"
    lines = [t(key, value=change.value, children=names)]
    if reported.whose is not None:
        lines.append(t("contact-card-whose", who=guardian_words(t, reported.whose)))
    lines.append(t("contact-waits" if reported.reached else "contact-waits-nobody"))
    back = ContactBack(change=change.id).pack()
    return "\n".join(lines), keyboard([button(t.plain("contact-button-back"), back)])
