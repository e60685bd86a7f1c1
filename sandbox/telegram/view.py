"""What a phone shows of a message: the control API's JSON, and HTML for the page."""

from html import escape

from sandbox.store import Json
from sandbox.telegram.rich_view import buttons_of, rich_html, rich_text, text_of
from sandbox.telegram.state import Chat, Message
from sandbox.telegram.world import World

TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
MARKED = {"mention", "hashtag", "bot_command", "phone_number"}


def view(world: World, message: Message) -> Json:
    """One message as `GET /control/people/{id}/messages` lists it."""
    api = message.api
    shown: Json = {
        "id": message.id,
        "from": "me" if message.mine else "bot",
        "date": world.clock.at(api["date"]).isoformat(),
        "text": plain_text(api),
        "buttons": [[_button(button) for button in row] for row in button_rows(api)],
        "edited": "edit_date" in api,
    }
    entities = api.get("entities") or api.get("caption_entities")
    if "rich_message" in api:
        shown["html"] = rich_html(api["rich_message"], world.media)
    elif entities:
        shown["html"] = entities_html(api.get("text") or api.get("caption") or "", entities)
    if message.chat < 0:
        shown["sender"] = api["from"]["id"]
    if "reply_to_message" in api:
        shown["reply_to"] = api["reply_to_message"]["message_id"]
    if media := _media(world, api):
        shown["media"] = media
    if "contact" in api:
        shown["contact"] = api["contact"]
    if "sticker" in api:
        shown["sticker"] = True
    if "media_group_id" in api:
        shown["album"] = api["media_group_id"]
    if message.reaction:
        shown["reaction"] = "".join(r.get("emoji", "") for r in message.reaction)
    return shown


def plain_text(api: Json) -> str:
    """Text, caption, or what stands for a message without either."""
    for key in ("text", "caption"):
        if key in api:
            return str(api[key])
    if "rich_message" in api:
        return rich_text(api["rich_message"]["blocks"])
    if "contact" in api:
        contact = api["contact"]
        name = " ".join(filter(None, (contact["first_name"], contact.get("last_name"))))
        return f"{name}: {contact['phone_number']}"
    if "sticker" in api:
        return str(api["sticker"].get("emoji", ""))
    return ""


def last_line(world: World, chat: Chat) -> Json | None:
    """The newest message in one line, for a list of chats."""
    message = chat.last()
    if message is None:
        return None
    text = plain_text(message.api)
    if not text and (media := _media(world, message.api)):
        text = media["name"]
    return {
        "text": " ".join(text.split())[:200],
        "date": world.clock.at(message.api["date"]).isoformat(),
        "from": "me" if message.mine else "bot",
    }


def button_rows(api: Json) -> list[list[Json]]:
    """Every row of buttons of a message: those inside a rich one, then those below it."""
    rows: list[list[Json]] = buttons_of(api["rich_message"]) if "rich_message" in api else []
    below: list[list[Json]] = api.get("reply_markup", {}).get("inline_keyboard", [])
    return rows + below


def _button(button: Json) -> Json:
    shown: Json = {"text": text_of(button["text"])}
    if "callback_data" in button:
        shown["data"] = button["callback_data"]
    if "copy_text" in button:
        shown["copy"] = button["copy_text"]["text"]
    for name in ("url", "style"):
        if name in button:
            shown[name] = button[name]
    return shown


def _media(world: World, api: Json) -> Json | None:
    if "photo" in api:
        kind, file_id = "photo", api["photo"][-1]["file_id"]
    elif "document" in api:
        kind, file_id = "document", api["document"]["file_id"]
    else:
        return None
    file = world.media.get(file_id)
    if file is None:
        return None
    media: Json = {
        "kind": kind,
        "name": file.name,
        "url": f"/control/media/{file.id}",
        "size": file.size,
        "mime": file.mime,
    }
    if file.width:
        media |= {"width": file.width, "height": file.height}
    return media


def entities_html(text: str, entities: list[Json]) -> str:
    """Text and entities as HTML that is safe to show: every letter escaped, known tags only."""
    data = text.encode("utf-16-le")
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        inner = data[start * 2 : end * 2].decode("utf-16-le", "replace")
        before, after = _tag(entity, inner)
        if before:
            opens.setdefault(start, []).append(before)
            closes.setdefault(end, []).insert(0, after)
    points = sorted({0, len(data) // 2, *opens, *closes})
    out = []
    for start, end in zip(points, [*points[1:], points[-1]], strict=True):
        out += closes.get(start, []) + opens.get(start, [])
        out.append(escape(data[start * 2 : end * 2].decode("utf-16-le", "replace")))
    return "".join(out)


def _tag(entity: Json, inner: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in TAGS:
        return f"<{TAGS[kind]}>", f"</{TAGS[kind]}>"
    if kind == "spoiler":
        return '<span class="spoiler">', "</span>"
    if kind in MARKED:
        return f'<span class="{kind}">', "</span>"
    url = entity.get("url") if kind == "text_link" else inner if kind == "url" else None
    if kind == "email":
        url = f"mailto:{inner}"
    if url and url.lower().startswith(("http://", "https://", "tg://", "mailto:")):
        return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">', "</a>"
    return "", ""
