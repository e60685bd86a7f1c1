"""What a phone shows of a Zalo message: the same JSON as for any messenger."""

from sandbox.people import Person, person_facts
from sandbox.store import Json
from sandbox.zalo.state import ZALO_OA, Conversation, ZaloMessage
from sandbox.zalo.styles import styled_html
from sandbox.zalo.world import ZaloWorld


def view(zalo: ZaloWorld, message: ZaloMessage) -> Json:
    """One message as `GET /control/people/{id}/messages` lists it."""
    shown: Json = {
        "id": message.id,
        "from": "me" if message.mine else "bot",
        "date": zalo.clock.at(message.date).isoformat(),
        "text": plain_text(message),
        "buttons": [[_button(button)] for button in message.buttons],
        "edited": False,
    }
    if message.styles:
        shown["html"] = styled_html(message.text, message.styles)
    if media := _media(zalo, message):
        shown["media"] = media
    if message.contact:
        shown["contact"] = {
            "first_name": message.contact["name"],
            "phone_number": message.contact["phone"],
        }
    if message.sticker:
        shown["sticker"] = True
    if message.form:
        shown["form"] = message.form
    if message.sender is not None:
        shown["sender"] = message.sender
    return shown


def plain_text(message: ZaloMessage) -> str:
    """Text, caption, or what stands for a message without either."""
    if message.text:
        return message.text
    if message.form:
        return f"{message.form['title']}\n{message.form['subtitle']}"
    if message.contact:
        return f"{message.contact['name']}: {message.contact['phone']}"
    if message.sticker:
        return str(message.sticker.get("emoji", ""))
    return ""


def person_json(zalo: ZaloWorld, person: Person, conv: Conversation | None) -> Json:
    """A person as `GET /control/people` shows one; optional facts are left out.

    An open request for name and number is shown as the key by which other messengers ask.
    """
    shown = person_facts(
        person,
        started=bool(conv and conv.started),
        blocked=bool(conv and conv.blocked),
        unread=conv.unread if conv else 0,
    )
    if conv and (last := conv.last()):
        text = plain_text(last)
        if not text and (media := _media(zalo, last)):
            text = media["name"]
        shown["last"] = {
            "text": " ".join(text.split())[:200],
            "date": zalo.clock.at(last.date).isoformat(),
            "from": "me" if last.mine else "bot",
        }
    if person.channel == ZALO_OA:
        shown["follows"] = bool(conv and conv.follows)
    if conv and conv.channel == ZALO_OA and (form := conv.open_form()):
        shown["keyboard"] = {"keyboard": [[{"text": form["title"], "request_contact": True}]]}
    return shown


def _button(button: Json) -> Json:
    shown: Json = {"text": button["text"]}
    if "payload" in button:
        shown["data"] = button["payload"]
    if "url" in button:
        shown["url"] = button["url"]
    return shown


def _media(zalo: ZaloWorld, message: ZaloMessage) -> Json | None:
    file = zalo.media.get(message.media["file"]) if message.media else None
    if file is None or message.media is None:
        return None
    media: Json = {
        "kind": message.media["kind"],
        "name": file.name,
        "url": f"/control/media/{file.id}",
        "size": file.size,
        "mime": file.mime,
    }
    if file.width:
        media |= {"width": file.width, "height": file.height}
    return media
