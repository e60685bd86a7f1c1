"""What a Bot API call says, as messages of the Official Account: pure, before anything is sent.

A text has at most 2,000 characters and five buttons; a picture takes a caption or buttons, not
both; a file and the request for a telephone number stand alone. So one call may become several
messages, and the buttons are below the last text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiogram.methods import (
    EditMessageCaption,
    EditMessageMedia,
    EditMessageText,
    SendDocument,
    SendMessage,
    SendPhoto,
)
from aiogram.methods.base import TelegramMethod
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
)

from bot.channels.plain_text import pieces, plain, units
from services.file_types import PICTURES, type_by_content

LIMIT = 1900  # of 2,000 characters, since nobody says how they are counted
TITLE = 35
FORM_TITLE, FORM_SUBTITLE = 100, 500
MEGABYTE = 1024 * 1024
FILE_ENDINGS = (".pdf", ".doc", ".docx", ".csv")
LARGEST_FILE, LARGEST_PICTURE = 5 * MEGABYTE, MEGABYTE
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """A text, with buttons as Zalo has them."""

    text: str
    buttons: list[Json] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture: a public address, or a file that has to be uploaded."""

    picture: str | BufferedInputFile
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that has to be uploaded."""

    file: BufferedInputFile


@dataclass(frozen=True, slots=True)
class AskedNumber:
    """The request for name and telephone number, which must show a picture."""

    title: str
    subtitle: str
    picture: str


Message = Said | Shown | Handed | AskedNumber


def takes_file(name: str, size: int) -> bool:
    """Whether a file of this name and size (bytes) can be sent as one."""
    return name.casefold().endswith(FILE_ENDINGS) and 0 < size <= LARGEST_FILE


def takes_picture(picture: Any) -> bool:
    """Whether a picture can be sent as one: an address, or a small enough JPG or PNG."""
    if isinstance(picture, str):
        return picture.startswith(("https://", "http://"))
    if not isinstance(picture, BufferedInputFile):
        return False
    small = 0 < len(picture.data) <= LARGEST_PICTURE
    return small and type_by_content(picture.data) in PICTURES


def takes_document(document: Any) -> bool:
    """Whether the file of a call can be sent as one."""
    if not isinstance(document, BufferedInputFile):
        return False
    return takes_file(document.filename or "", len(document.data))


def text_of(call: TelegramMethod[Any]) -> str:
    """The text or caption of a call, plain."""
    media = getattr(call, "media", None)
    source = media if media is not None else call
    text = getattr(source, "text", None) or getattr(source, "caption", None) or ""
    return text if getattr(source, "parse_mode", "") is None else plain(text)


def messages_of(
    call: TelegramMethod[Any], *, form_picture: str = "", in_place: str = ""
) -> list[Message]:
    """The messages that a call becomes; none for what cannot be said here.

    `form_picture` is the address of the picture that the request for a number shows (without one
    there is no such request); `in_place` is said instead of a picture or file that cannot be sent.
    """
    markup = getattr(call, "reply_markup", None)
    buttons, lines = _buttons(markup)
    words = "\n".join([text_of(call), *lines]).strip()
    if isinstance(call, SendPhoto):
        return _picture(call.photo, words, buttons, in_place)
    if isinstance(call, SendDocument):
        return _file(call.document, words, buttons, in_place)
    if not isinstance(call, SendMessage | EditMessageText | EditMessageCaption | EditMessageMedia):
        return []
    said = _said(words, buttons)
    label = _contact_label(markup)
    if label and form_picture:
        about = words.partition("\n")[0].strip() or label
        title, subtitle = _short(label, FORM_TITLE), _short(about, FORM_SUBTITLE)
        said.append(AskedNumber(title, subtitle, form_picture))
    return said


def _said(text: str, buttons: list[Json]) -> list[Message]:
    parts = pieces(text, LIMIT)
    return [Said(part, buttons if n == len(parts) else []) for n, part in enumerate(parts, start=1)]


def _picture(photo: Any, words: str, buttons: list[Json], in_place: str) -> list[Message]:
    if not takes_picture(photo):
        return _said(f"{words}\n{in_place}".strip(), buttons) if in_place else []
    if not buttons and len(pieces(words, LIMIT)) < 2:
        return [Shown(photo, "".join(pieces(words, LIMIT)))]
    return [Shown(photo), *_said(words, buttons)]


def _file(document: Any, words: str, buttons: list[Json], in_place: str) -> list[Message]:
    if not takes_document(document):
        return _said(f"{words}\n{in_place}".strip(), buttons) if in_place else []
    return [Handed(document), *_said(words, buttons)]


def _buttons(markup: Any) -> tuple[list[Json], list[str]]:
    """The buttons, and lines for what is none here: a text to be copied."""
    if not isinstance(markup, InlineKeyboardMarkup):
        return [], []
    found: list[Json] = []
    lines: list[str] = []
    for button in (b for row in markup.inline_keyboard for b in row):
        made = _button(button)
        if made is not None:
            found.append(made)
        elif button.copy_text is not None:
            lines.append(f"{button.text}: {button.copy_text.text}")
    return found, lines


def _button(button: InlineKeyboardButton) -> Json | None:
    title = _short(button.text, TITLE)
    if button.callback_data is not None:  # comes back as a text that the chat does not show
        return {"title": title, "type": "oa.query.hide", "payload": button.callback_data}
    if button.url is not None and button.url.startswith(("https://", "http://")):
        return {"title": title, "type": "oa.open.url", "payload": {"url": button.url}}
    return None


def _contact_label(markup: Any) -> str:
    if not isinstance(markup, ReplyKeyboardMarkup):
        return ""
    asking = [b for row in markup.keyboard for b in row if b.request_contact]
    return asking[0].text if asking else ""


def _short(text: str, limit: int) -> str:
    """At most `limit` characters, however they are counted."""
    if units(text) <= limit:
        return text
    parts = pieces(text, limit - 1) or ["…"]
    return parts[0] if len(parts) == 1 else f"{parts[0].rstrip()}…"


def body_of(user_id: str, message: Mapping[str, Any]) -> Json:
    """The body of a consultation message."""
    return {"recipient": {"user_id": user_id}, "message": dict(message)}


def said_body(said: Said) -> Json:
    """The `message` of a text."""
    body: Json = {"text": said.text}
    if said.buttons:
        body["attachment"] = {"type": "template", "payload": {"buttons": said.buttons}}
    return body


def picture_body(caption: str, where: Mapping[str, str]) -> Json:
    """The `message` of a picture; `where` is its `url` or `attachment_id`."""
    payload = {"template_type": "media", "elements": [{"media_type": "image", **where}]}
    attachment = {"type": "template", "payload": payload}
    return {**({"text": caption} if caption else {}), "attachment": attachment}


def file_body(token: str) -> Json:
    """The `message` of a file that was uploaded."""
    return {"attachment": {"type": "file", "payload": {"token": token}}}


def form_body(asked: AskedNumber) -> Json:
    """The `message` that asks for the telephone number."""
    element = {"title": asked.title, "subtitle": asked.subtitle, "image_url": asked.picture}
    payload = {"template_type": "request_user_info", "elements": [element]}
    return {"attachment": {"type": "template", "payload": payload}}
