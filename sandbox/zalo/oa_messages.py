"""Messages of the account to one user: consultation messages and reactions.

Free within 48 hours of the user's last sign, paid for within seven days, refused afterwards.
"""

import aiohttp

from sandbox.store import Json
from sandbox.zalo import oa_checks
from sandbox.zalo.oa_checks import address, element, part
from sandbox.zalo.oa_errors import (
    NO_INTERACTION,
    NOT_FOLLOWER,
    OLD_API,
    USER_REFUSES,
    OaError,
    invalid,
)
from sandbox.zalo.oa_events import event_of, for_user
from sandbox.zalo.oa_server import OaServer
from sandbox.zalo.oa_uploads import LIMITS, check_file
from sandbox.zalo.state import Conversation, ZaloMessage

FREE_SECONDS = 48 * 3600
WINDOW_SECONDS = 7 * 86400
FETCH_SECONDS = 10
MAX_REACTIONS = 50


async def send(oa: OaServer, body: Json) -> Json:
    """`POST /v3.0/oa/message/cs`; raises OaError."""
    conv = oa.user(part(body, "recipient").get("user_id"))
    message = part(body, "message")
    _check_quote(conv, message)
    content = await _content(oa, message)
    age = _check_window(oa, conv)
    if oa.options.refuse_cs:
        raise OaError(oa.options.refuse_cs)
    oa.ledger.add("cs_free" if age <= FREE_SECONDS else "cs_paid")
    sent = oa.show(conv, **content)
    _tell(oa, conv, sent)
    return {"message_id": sent.native_id, "user_id": conv.native_id, "sent_time": sent_time(sent)}


def sent_time(sent: ZaloMessage) -> str:
    """The moment as answers have it."""
    return str(sent.milliseconds)


async def old_message(oa: OaServer, body: Json) -> Json:
    """`POST /v2.0/oa/message`: of the old API only reactions are left; raises OaError."""
    action = body.get("sender_action")
    if not isinstance(action, dict):
        raise OaError(OLD_API)
    conv = oa.user(part(body, "recipient").get("user_id"))
    about = str(action.get("react_message_id"))
    if not any(message.native_id == about for message in conv.messages.values()):
        raise invalid("react_message_id")
    if not isinstance(action.get("react_icon"), str):
        raise invalid("react_icon")
    _check_window(oa, conv)
    if oa.reactions[about] >= MAX_REACTIONS:
        raise invalid("react_message_id")
    oa.reactions[about] += 1
    return {"message_id": about, "user_id": conv.native_id}


def _check_window(oa: OaServer, conv: Conversation) -> float:
    """Seconds since the user was last heard; raises OaError where that is too long."""
    if conv.blocked:
        raise OaError(USER_REFUSES)
    if oa.options.follow_needed and not conv.follows:
        raise OaError(NOT_FOLLOWER)
    if conv.heard_at is None:
        raise OaError(NO_INTERACTION)
    age = oa.zalo.clock.unix() - conv.heard_at
    if age > WINDOW_SECONDS:
        raise OaError(NO_INTERACTION)
    return age


def _check_quote(conv: Conversation, message: Json) -> None:
    quoted = message.get("quote_message_id")
    if quoted is None:
        return
    if not any(said.native_id == quoted for said in conv.messages.values()):
        raise invalid("quote_message_id")


async def _content(oa: OaServer, message: Json) -> Json:
    """The message as fields of ZaloMessage."""
    text = oa_checks.text_of(message)
    if "attachment" not in message:
        if not text.strip():
            raise invalid("text")
        return {"text": text}
    attachment = part(message, "attachment")
    payload = part(attachment, "payload")
    if attachment.get("type") == "file":
        if text:
            raise invalid("text")  # a file has no caption: better heard of than lost
        file = oa.uploads.file(payload.get("token"), "file", "token")
        return {"media": {"kind": "document", "file": file}}
    if attachment.get("type") != "template":
        raise invalid("type")
    kind = payload.get("template_type")
    if kind is None:
        if not text.strip():
            raise invalid("text")
        return {"text": text, "buttons": oa_checks.buttons_of(payload)}
    if "buttons" in payload:
        raise invalid("buttons")
    if kind == "request_user_info":
        if text:
            raise invalid("text")
        return {"form": oa_checks.form_of(payload)}
    if kind == "media":
        return {"text": text, **await _media(oa, element(payload))}
    raise invalid("template_type")


async def _media(oa: OaServer, wish: Json) -> Json:
    kind = wish.get("media_type")
    if kind == "sticker":
        if not isinstance(wish.get("attachment_id"), str):
            raise invalid("attachment_id")
        return {"sticker": {"id": wish["attachment_id"], "emoji": "🙂"}}
    if kind not in ("image", "gif"):
        raise invalid("media_type")
    if kind == "gif" and not all(isinstance(wish.get(n), int) for n in ("width", "height")):
        raise invalid("width")
    if ("url" in wish) == ("attachment_id" in wish):
        raise invalid("url")
    if "attachment_id" in wish:
        file = oa.uploads.file(wish["attachment_id"], kind, "attachment_id")
    else:
        file = await _fetch(oa, kind, address(wish, "url"))
    return {"media": {"kind": "photo", "file": file}}


async def _fetch(oa: OaServer, kind: str, url: str) -> str:
    """Fetch a picture at once, as Zalo does; its id among the sandbox's files."""
    limit = aiohttp.ClientTimeout(total=FETCH_SECONDS)
    data = bytearray()
    try:
        async with oa.zalo.http().get(url, timeout=limit) as response:
            if response.status != 200:
                raise invalid("url")
            async for piece in response.content.iter_chunked(65536):
                data += piece
                if len(data) > LIMITS[kind]:
                    raise invalid("url")
    except (aiohttp.ClientError, TimeoutError) as error:
        raise invalid("url") from error
    check_file(kind, url, bytes(data))
    name = url.partition("?")[0].rpartition("/")[2] or "image"
    return oa.zalo.media.save(bytes(data), name, "photo").id


def _tell(oa: OaServer, conv: Conversation, sent: ZaloMessage) -> None:
    """Let the webhook hear of the account's own message, and of its arrival."""
    told: Json = {"msg_id": sent.native_id}
    lane = conv.native_id
    if oa.options.echo:
        kind = "oa_send_text"
        if sent.media:
            kind = "oa_send_image" if sent.media["kind"] == "photo" else "oa_send_file"
        elif sent.form:
            kind = "oa_send_template"
        elif sent.sticker:
            kind = "oa_send_sticker"
        body = event_of(oa, kind, conv.native_id, {**told, "text": sent.text}, own=True)
        oa.courier.send({**body, **for_user(oa, conv)}, lane)
    if oa.options.receipts:
        received = {**told, "delivery_time": sent_time(sent)}
        body = event_of(oa, "user_received_message", conv.native_id, received, own=True)
        oa.courier.send(body, lane)
