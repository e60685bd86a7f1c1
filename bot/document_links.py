"""A document for a messenger that carries none: its caption, with a link to fetch it once."""

from aiogram.methods import SendMessage

from bot.frozen import FILE
from handlers.texts import texts
from services.link_tokens import Links
from services.links import FILE_LIFE, file_link
from services.unit import Unit
from storage import accounts
from storage.files import FileStore
from storage.tables import OutboxRow


async def document_as_link(
    unit: Unit,
    links: Links | None,
    files: FileStore,
    row: OutboxRow,
    *,
    channel: str,
    chat: str,
) -> SendMessage:
    """The message that stands for a row's sendDocument, in its reader's language.

    The link is good from now on, so it is made when the message leaves. Without a web server it
    says that the file cannot be had here. Raises `FileNotFoundError` where the file is gone.
    """
    payload = row.payload or {}
    kept = payload["document"]
    caption = payload.get("caption") or ""
    t = texts(await accounts.language_of(unit.session, channel, chat))
    if links is None:
        told = t("files-out-no-way", file=kept["name"])
    else:
        address = await file_link(
            unit.session,
            links,
            unit.now,
            channel=channel,
            chat=chat,
            digest=kept[FILE],
            name=kept["name"],
            size=files.size(kept[FILE]),
        )
        until = (unit.now + FILE_LIFE).astimezone(unit.zone).strftime("%H:%M")
        told = t("files-out-link", file=kept["name"], link=address, until=until)
    more = {"reply_markup": payload["reply_markup"]} if payload.get("reply_markup") else {}
    return SendMessage(chat_id=int(chat), text=f"{caption}\n\n{told}".strip(), **more)
