"""The account looked at from its console, asked about its people, and on bad days."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from tests.support.sandbox import Phones
from tests.support.zalo_oa import OA_ID, Scene, button, media, oa_scene, with_buttons

NOTICE = "Kính gửi phụ huynh em Trần Minh Đức"


@pytest_asyncio.fixture
async def scene(url: str, phones: Phones) -> AsyncIterator[Scene]:
    async with oa_scene(url, phones) as ready:
        yield ready


async def test_the_account_asks_about_its_users(scene: Scene) -> None:
    detail = (await scene.client.get("v3.0/oa/user/detail", user_id=scene.user))["data"]
    assert (detail["display_name"], detail["user_is_follower"]) == ("Lê Thị Hoa", True)
    assert len(detail["user_last_interaction_date"].split("/")) == 3
    people = (await scene.client.get("v3.0/oa/user/getlist", offset=0, count=50))["data"]
    assert people["users"] == [{"user_id": scene.user}]
    assert (await scene.client.get("v3.0/oa/user/getlist", offset=9952, count=50))["error"] == -201
    before = (await quota(scene))["last_interaction"]
    await scene.window(1)
    assert int(before) - int((await quota(scene))["last_interaction"]) > 3_500_000
    account = (await scene.client.get("v2.0/oa/getoa"))["data"]
    assert (account["oa_id"], account["num_follower"]) == (OA_ID, 1)


async def quota(scene: Scene) -> dict[str, Any]:
    answer = await scene.client.post("v3.0/oa/quota/message", {"user_id": scene.user})
    return dict(answer["data"])


async def test_of_the_old_api_only_reactions_are_left(scene: Scene) -> None:
    await scene.phones.do(scene.mother, "text", text="Cảm ơn cô")
    message = (await scene.came("user_send_text"))[0].body["message"]["msg_id"]
    old = {"recipient": {"user_id": scene.user}, "message": {"text": "a"}}
    assert (await scene.client.post("v2.0/oa/message", old))["error"] == -240
    action = {"react_icon": "/-strong", "react_message_id": message}
    react = {"recipient": {"user_id": scene.user}, "sender_action": action}
    assert (await scene.client.post("v2.0/oa/message", react))["error"] == 0
    action["react_message_id"] = "0"
    assert (await scene.client.post("v2.0/oa/message", react))["error"] == -201


async def test_bad_days(scene: Scene) -> None:
    await scene.phones.post("faults", p429=1)
    assert (await scene.client.say(scene.user))["error"] == -32
    await scene.phones.post("faults", p429=0, p_drop=1)
    with pytest.raises(aiohttp.ClientError):
        await scene.client.say(scene.user, "bị rơi")
    await scene.phones.post("faults", p_drop=0, p500=1)
    with pytest.raises(AssertionError):
        await scene.client.say(scene.user, "bị rơi")
    await scene.phones.post("faults", p500=0, p_timeout=1)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5):
            await scene.client.say(scene.user, "một lần")
    await scene.phones.post("faults", p_timeout=0)
    await scene.phones.post("zalo", oa={"refuse_cs": -211})
    assert (await scene.client.say(scene.user))["error"] == -211
    assert [m["text"] for m in await scene.shown()] == ["một lần"]


async def test_the_console_keeps_its_secrets(scene: Scene) -> None:
    shown = await scene.phones.post("zalo/oa", secret_key="rất bí mật", name="Trường THCS Ban Mai")
    assert "rất bí mật" not in json.dumps(shown, ensure_ascii=False)
    assert shown["secret_key"] is True
    for wish in ({"webhook_url": "hook"}, {"oa_id": "abc"}, {"mã": "a"}, {"app_id": 7}):
        with pytest.raises(AssertionError, match="400"):
            await scene.phones.post("zalo/oa", wish)


NONSENSE: list[Any] = [None, True, -1, 10**30, "", "\x00", [], {}, [[]], {"": {}}, {"a": [None]}]
NAMES = ("recipient", "message", "user_id", "text", "attachment", "payload", "type", "buttons")
MORE_NAMES = ("elements", "template_type", "media_type", "phone", "template_id", "template_data")


async def test_nonsense_gets_a_refusal_of_its_own(scene: Scene) -> None:
    good: Any = {"recipient": {"user_id": scene.user}, "user_id": scene.user}
    bodies: list[Any] = [*NONSENSE, *({name: n} for name in NAMES + MORE_NAMES for n in NONSENSE)]
    for n in NONSENSE:
        bodies.append({**good, "message": n, "template_data": n, "template_id": n})
        bodies.append({**good, "message": {"text": n, "attachment": n, "quote_message_id": n}})
        bodies.append({**good, "message": {"text": "a", "attachment": with_buttons(n)}})
        bodies.append({**good, "message": {"text": "a", "attachment": with_buttons(button(n, n))}})
        bodies.append({**good, "message": {"attachment": media(media_type="gif", url=n, width=n)}})
        bodies.append({**good, "message": {"attachment": media(media_type=n, attachment_id=n)}})
        bodies.append({**good, "sender_action": n})
        bodies.append({**good, "sender_action": {"react_message_id": n, "react_icon": n}})
    paths = ("v3.0/oa/message/cs", "v3.0/oa/message/template", "v2.0/oa/message")
    for path in (*paths, "message/template", "v3.0/oa/quota/message"):
        for body in bodies:
            answer = await scene.client.post(path, body)
            assert answer["error"] != -200, (path, body)
            if path != "v3.0/oa/quota/message":
                assert answer["error"] < 0, (path, body)
    for n in NONSENSE:
        listed = await scene.client.get("v3.0/oa/user/getlist", offset=n, count=n)
        assert listed["error"] == -201
        assert (await scene.client.get("v3.0/oa/user/detail", user_id=n))["error"] == -201
    assert await scene.shown() == []
