"""What the webhook hears: a person's gestures as Zalo's events. Ids and times are texts."""

import hashlib
from pathlib import PurePath

from sandbox.store import Json
from sandbox.zalo.oa_server import OaServer
from sandbox.zalo.state import Conversation, ZaloMessage
from sandbox.zalo.world import Event, Inbound, ZaloWorld


def event_of(oa: OaServer, name: str, user: str, message: Json, *, own: bool = False) -> Json:
    """An event about a message from a user, or (`own`) from the account to the user."""
    sender, recipient = user, oa.console.oa_id
    if own:
        sender, recipient = recipient, sender
    return {
        "app_id": oa.console.app_id,
        "sender": {"id": sender},
        "recipient": {"id": recipient},
        "event_name": name,
        "message": message,
        "timestamp": oa.now_ms(),
    }


def for_user(oa: OaServer, conv: Conversation) -> Json:
    """The user's other id, the one within the app."""
    digest = hashlib.sha256(f"{oa.console.app_id}/{conv.native_id}".encode()).digest()
    return {"user_id_by_app": str(10**17 + int.from_bytes(digest[:7], "big"))}


def inbound_of(oa: OaServer) -> Inbound:
    """The function that hears of a person's gestures."""

    def heard(zalo: ZaloWorld, conv: Conversation, event: Event) -> None:
        if conv.account != oa.console.oa_id:
            return  # said to an account that the console no longer names
        body = _body(oa, conv, event)
        if not conv.known:
            conv.known = True
            zalo.save_conversation(conv)
        oa.courier.send(body, conv.native_id)

    return heard


def _body(oa: OaServer, conv: Conversation, event: Event) -> Json:
    kind, message = event["kind"], event["message"]
    if kind in ("follow", "unfollow") or message is None:
        return {
            "app_id": oa.console.app_id,
            "oa_id": oa.console.oa_id,
            "follower": {"id": conv.native_id},
            **for_user(oa, conv),
            "event_name": kind,
            "source": "oa_profile",
            "timestamp": oa.now_ms(),
        }
    if kind == "read":
        seen = {"msg_ids": [message.native_id]}
        return event_of(oa, "user_seen_message", conv.native_id, seen, own=True)
    if kind == "submit_info":
        body = event_of(oa, "user_submit_info", conv.native_id, {})
        del body["message"]
        return {**body, **for_user(oa, conv), "info": _info(oa, event["info"])}
    name = "user_send_audio" if kind == "voice" else f"user_send_{kind}"
    body = event_of(oa, name, conv.native_id, _message(oa, kind, message))
    return {**body, **for_user(oa, conv)}


def _message(oa: OaServer, kind: str, message: ZaloMessage) -> Json:
    told: Json = {"msg_id": message.native_id}
    if message.text:
        told["text"] = message.text
    if message.sticker:
        url = f"{oa.zalo.base_url}/zalo/sticker/{message.sticker['id']}.png"
        payload = {"id": message.sticker["id"], "url": url}
        told["attachments"] = [{"type": "sticker", "payload": payload}]
    elif message.media:
        kind = oa.options.image_type if kind == "image" else kind
        kind = "audio" if kind == "voice" else kind
        payload = _payload(oa, kind, message.media["file"])
        told["attachments"] = [{"type": kind, "payload": payload}]
    return told


def _payload(oa: OaServer, kind: str, file_id: str) -> Json:
    url = oa.zalo.media_url(file_id)
    file = oa.zalo.media.get(file_id)
    if kind == "audio" or file is None:
        return {"url": url}
    if kind != "file":
        return {"url": url, "thumbnail": url}
    return {
        "url": url,
        "size": str(file.size),
        "name": file.name,
        "type": PurePath(file.name).suffix.removeprefix("."),
        "checksum": file.digest[:32],
    }


def _info(oa: OaServer, info: Json) -> Json:
    where = {"address": "", "district": "", "city": ""}
    if oa.options.user_info == "new":
        return {**info, "full_address": where}
    return {**info, **where}
