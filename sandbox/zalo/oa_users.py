"""What the account may ask about itself and its users."""

from sandbox.store import Json
from sandbox.zalo.oa_errors import invalid
from sandbox.zalo.oa_server import OaServer
from sandbox.zalo.state import ZALO_OA, Conversation

MAX_OFFSET = 9951
MAX_COUNT = 50


async def detail(oa: OaServer, wish: Json) -> Json:
    """`GET /v3.0/oa/user/detail`; raises OaError."""
    conv = oa.user(wish.get("user_id"))
    person = oa.zalo.people.all[conv.person]
    heard = oa.zalo.clock.at(conv.heard_at).strftime("%d/%m/%Y") if conv.heard_at else ""
    shared = next((m.contact for m in reversed(conv.messages.values()) if m.contact), None)
    told: Json = {
        "user_id": conv.native_id,
        "display_name": person.name,
        "user_alias": person.name,
        "user_is_follower": conv.follows,
        "user_last_interaction_date": heard,
        "avatar": "",
        "avatars": {},
        "tags_and_notes_info": {"notes": [], "tag_names": []},
    }
    if shared:
        told["shared_info"] = {**shared, "address": "", "city": "", "district": ""}
    return told


async def every(oa: OaServer, wish: Json) -> Json:
    """`GET /v3.0/oa/user/getlist`; raises OaError."""
    offset, count = _number(wish, "offset", MAX_OFFSET), _number(wish, "count", MAX_COUNT)
    followers = wish.get("is_follower")
    found = [
        {"user_id": conv.native_id}
        for conv in oa.zalo.conversations.values()
        if _is_user(oa, conv) and (followers in (None, "") or str(conv.follows) == _bool(followers))
    ]
    users = found[offset : offset + count]
    return {"total": len(found), "count": len(users), "offset": offset, "users": users}


async def quota(oa: OaServer, wish: Json) -> Json:
    """`POST /v3.0/oa/quota/message`: when the user was last heard; raises OaError."""
    conv = oa.user(wish.get("user_id"))
    heard = "" if conv.heard_at is None else str(round(conv.heard_at * 1000))
    return {"user_id": conv.native_id, "last_interaction": heard}


async def account(oa: OaServer, _: Json) -> Json:
    """`GET /v2.0/oa/getoa`."""
    followers = sum(conv.follows for conv in oa.zalo.conversations.values() if _is_user(oa, conv))
    return {
        "oa_id": oa.console.oa_id,
        "name": oa.console.name,
        "description": "",
        "is_verified": oa.console.is_verified,
        "oa_type": 2,
        "num_follower": followers,
        "package_name": oa.console.package_name,
        "linked_ZCA": "ZCA-0001",
    }


def _is_user(oa: OaServer, conv: Conversation) -> bool:
    mine = (conv.channel, conv.account) == (ZALO_OA, oa.console.oa_id)
    return mine and (conv.known or conv.follows)


def _number(wish: Json, name: str, most: int) -> int:
    value = wish.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise invalid(name)
    return value


def _bool(value: object) -> str:
    return str(value).capitalize()
