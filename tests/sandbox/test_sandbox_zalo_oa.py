"""The Official Account: what it may say to whom and when, and what people say to it."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest_asyncio
from aiohttp import web

from tests.support.sandbox import Phones
from tests.support.zalo_oa import OA_ID, Scene, button, media, oa_scene, with_buttons

NOTICE = "Kính gửi phụ huynh em Trần Minh Đức"


@pytest_asyncio.fixture
async def scene(url: str, phones: Phones) -> AsyncIterator[Scene]:
    async with oa_scene(url, phones) as ready:
        yield ready


async def test_a_follower_writes_and_is_answered(scene: Scene) -> None:
    follow = scene.hook.posts[0]
    assert follow.body["event_name"] == "follow"
    assert (follow.body["oa_id"], follow.body["source"]) == (OA_ID, "oa_profile")
    await scene.phones.do(scene.mother, "text", text="Cho tôi hỏi lịch thi")
    heard = (await scene.came("user_send_text"))[0]
    assert heard.body["sender"]["id"] == scene.user
    assert heard.body["recipient"]["id"] == OA_ID
    assert heard.body["message"]["text"] == "Cho tôi hỏi lịch thi"
    assert heard.headers["X-ZEvent-Signature"] == heard.mac()
    assert "num_retry" not in heard.headers
    assert isinstance(heard.body["timestamp"], str)
    assert isinstance(heard.body["message"]["msg_id"], str)
    assert float(scene.user) > 2**53, "an id that a float cannot hold"
    quoted = heard.body["message"]["msg_id"]
    sent = await scene.client.say(scene.user, NOTICE, quote_message_id=quoted)
    assert (sent["error"], sent["message"]) == (0, "Success")
    assert sent["data"]["user_id"] == scene.user
    assert sent["data"]["sent_time"].isdigit()
    assert [m["text"] for m in await scene.shown()] == ["Cho tôi hỏi lịch thi", NOTICE]
    echo = (await scene.came("oa_send_text"))[0].body
    assert (echo["sender"]["id"], echo["message"]["text"]) == (OA_ID, NOTICE)
    assert echo["message"]["msg_id"] == sent["data"]["message_id"]
    received = (await scene.came("user_received_message"))[0].body
    assert received["message"]["msg_id"] == sent["data"]["message_id"]
    await scene.phones.do(scene.mother, "read")
    seen = (await scene.came("user_seen_message"))[0].body
    assert seen["message"]["msg_ids"] == [sent["data"]["message_id"]]
    assert (await scene.phones.get("stats"))["methods"]["zalo_oa.cs"] == {"200": 1}


async def test_a_tap_comes_back_as_a_text_and_opens_the_window_again(scene: Scene) -> None:
    link = button("Xem", "oa.open.url", {"url": "https://truong.example/tb/7"})
    call = button("Gọi", "oa.open.phone", {"phone_code": "84912345678"})
    await scene.client.say(
        scene.user, NOTICE, attachment=with_buttons(button(), button("Hỏi", "oa.query.show"), link)
    )
    shown = (await scene.shown())[-1]
    assert shown["buttons"] == [
        [{"text": "Đã đọc", "data": "#c:7:1"}],
        [{"text": "Hỏi", "data": "#c:7:1"}],
        [{"text": "Xem", "url": "https://truong.example/tb/7"}],
    ]
    await scene.window(24 * 8)
    assert (await scene.client.say(scene.user))["error"] == -230
    await scene.phones.do(scene.mother, "tap", message_id=shown["id"], button="Xem")
    assert (await scene.client.say(scene.user))["error"] == -230, "a link is no sign of life"
    await scene.phones.do(scene.mother, "tap", message_id=shown["id"], button="Đã đọc")
    tapped = (await scene.came("user_send_text"))[0].body
    assert tapped["message"]["text"] == "#c:7:1"
    assert [m["from"] for m in await scene.shown()] == ["bot"], "a hidden payload is not shown"
    assert (await scene.client.say(scene.user, attachment=with_buttons(call)))["error"] == 0


async def test_the_window_is_free_then_paid_then_shut(scene: Scene) -> None:
    for hours, error in ((47.9, 0), (48.1, 0), (167.9, 0), (168.1, -230), (None, -230)):
        await scene.window(hours)
        assert (await scene.client.say(scene.user))["error"] == error, hours
    counts = (await scene.phones.get("zalo/oa"))["counts"]
    assert counts == {"cs_free": 1, "cs_paid": 2}
    assert len(await scene.shown()) == 3


async def test_who_leaves_is_not_written_to(scene: Scene) -> None:
    await scene.phones.do(scene.mother, "block")
    await scene.came("unfollow")
    assert (await scene.client.say(scene.user))["error"] == -244
    await scene.phones.do(scene.mother, "unblock")
    assert (await scene.client.say(scene.user))["error"] == 0
    father = await scene.phones.person("Trần Văn Nam", channel="zalo_oa")
    await scene.phones.do(father, "text", text="Chào nhà trường")
    user = (await scene.came("user_send_text"))[0].body["sender"]["id"]
    assert (await scene.client.say(user))["error"] == 0, "who writes need not follow"
    await scene.phones.post("zalo", oa={"follow_needed": True})
    assert (await scene.client.say(user))["error"] == -213
    assert (await scene.client.say(scene.user))["error"] == 0


BAD_MESSAGES: list[tuple[int, Any]] = [
    (-210, {"text": "ă" * 2001}),
    (-201, {"text": " "}),
    (-201, {"text": 7}),
    (-201, {"text": "a", "quote_message_id": "0" * 20}),
    (-201, {"text": "a", "attachment": with_buttons(*[button()] * 6)}),
    (-201, {"text": "a", "attachment": with_buttons()}),
    (-201, {"text": "", "attachment": with_buttons(button())}),
    (-201, {"text": "a", "attachment": with_buttons(button(payload="x" * 1001))}),
    (-201, {"text": "a", "attachment": with_buttons(button(payload={"a": 1}))}),
    (-201, {"text": "a", "attachment": with_buttons(button(title="x" * 101))}),
    (-201, {"text": "a", "attachment": with_buttons(button(title=""))}),
    (-201, {"text": "a", "attachment": with_buttons(button(kind="oa.query"))}),
    (-201, {"text": "a", "attachment": with_buttons(button(kind="oa.open.url"))}),
    (-201, {"attachment": {"type": "photo", "payload": {}}}),
    (-201, {"attachment": {"type": "file", "payload": {"token": "không có"}}}),
    (-201, {"attachment": media(media_type="image")}),
    (-201, {"attachment": media(media_type="image", url="ftp://a/b.png")}),
    (-201, {"attachment": media(media_type="image", url="http://127.0.0.1:9/b.png")}),
    (-201, {"attachment": media(media_type="image", attachment_id="không có")}),
    (-201, {"attachment": media(media_type="video", url="https://a/b.mp4")}),
    (-201, {"attachment": {"type": "template", "payload": {"template_type": "list"}}}),
]


async def test_what_does_not_fit_is_refused_and_not_shown(scene: Scene) -> None:
    for error, message in BAD_MESSAGES:
        body = {"recipient": {"user_id": scene.user}, "message": message}
        answer = await scene.client.post("v3.0/oa/message/cs", body)
        assert (answer["error"], "data" in answer) == (error, False), message
        assert answer["message"]
    for user in ("1", int(scene.user), None):
        body = {"recipient": {"user_id": user}, "message": {"text": "a"}}
        assert (await scene.client.post("v3.0/oa/message/cs", body))["error"] == -201
    assert (await scene.client.post("v3.0/oa/message/cs", ["a"]))["error"] == -201
    assert await scene.shown() == []
    full = [button(title="x" * 100, payload="y" * 1000)] * 5
    answer = await scene.client.say(scene.user, "ă" * 2000, attachment=with_buttons(*full))
    assert answer["error"] == 0


async def test_tokens_of_every_call_are_looked_at(scene: Scene) -> None:
    good = scene.client.token
    scene.client.token = "khác"
    assert (await scene.client.say(scene.user))["error"] == -216
    assert (await scene.client.get("v2.0/oa/getoa"))["error"] == -216
    assert (await scene.client.upload("image", b"x", "a.png"))["error"] == -216
    assert (await scene.client.zbs("template/all"))["error"] == -124
    scene.client.token = good
    assert await scene.phones.post("zalo/oa/expire", what="access") == {"killed": 1}
    assert (await scene.client.say(scene.user))["error"] == -220
    assert (await scene.client.post("message/template", {}))["error"] == -124


async def test_a_minute_has_so_many_calls(scene: Scene) -> None:
    assert (await scene.client.say(scene.user))["error"] == 0
    assert scene.client.headers["X-RateLimit-Limit"] == "4000"
    assert scene.client.headers["X-RateLimit-Remain"] == "3999"
    await scene.phones.post("zalo", oa={"calls_per_minute": 2})
    answers = []
    for _ in range(6):  # were the minute to end meanwhile, one of the halves would have three
        answers.append((await scene.client.say(scene.user))["error"])
        assert answers[-1] == 0 or scene.client.headers["X-RateLimit-Remain"] == "0"
    assert set(answers) == {0, -32}
    await scene.phones.post("faults", pace=False)
    assert (await scene.client.say(scene.user))["error"] == 0


async def test_pictures_are_fetched_at_once_or_uploaded_before(scene: Scene, png: bytes) -> None:
    async def page(_: web.Request) -> web.Response:
        return web.Response(body=png if len(fetched) == 0 else b"<html>")

    fetched: list[int] = []
    app = web.Application()
    app.router.add_get("/bang-diem.png", page)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/bang-diem.png"
    picture = media(media_type="image", url=url)
    assert (await scene.client.say(scene.user, "Bảng điểm", attachment=picture))["error"] == 0
    fetched.append(1)
    assert (await scene.client.say(scene.user, "", attachment=picture))["error"] == -201
    await runner.cleanup()
    uploaded = (await scene.client.upload("image", png, "a.png"))["data"]["attachment_id"]
    again = media(media_type="image", attachment_id=uploaded)
    both = media(media_type="image", attachment_id=uploaded, url=url)
    assert (await scene.client.say(scene.user, "", attachment=again))["error"] == 0
    assert (await scene.client.say(scene.user, "", attachment=both))["error"] == -201
    first, second = await scene.shown()
    assert (first["text"], first["media"]["kind"]) == ("Bảng điểm", "photo")
    assert second["media"]["size"] == len(png)


async def test_files_have_kinds_sizes_and_seven_days(
    scene: Scene, png: bytes, tmp_path: Path
) -> None:
    token = (await scene.client.upload("file", b"%PDF-1.7", "hoc-ba.pdf"))["data"]["token"]
    for kind, data, name in (
        ("file", b"PK", "diem.xlsx"),
        ("file", b"", "rong.pdf"),
        ("file", b"x" * (5 * 1024 * 1024 + 1), "dai.pdf"),
        ("image", b"GIF89a", "a.gif"),
        ("image", png + b"x" * 1024 * 1024, "to.png"),
        ("gif", png, "a.gif"),
    ):
        assert (await scene.client.upload(kind, data, name))["error"] == -201, name
    file = {"type": "file", "payload": {"token": token}}
    assert (await scene.client.say(scene.user, "", attachment=file))["error"] == 0
    shown = (await scene.shown())[-1]
    assert (shown["media"]["kind"], shown["media"]["name"]) == ("document", "hoc-ba.pdf")
    moving = (await scene.client.upload("gif", b"GIF89a\x02\0\x02\0", "a.gif"))["data"]
    gif = media(media_type="gif", **moving, width=2, height=2)
    assert (await scene.client.say(scene.user, "", attachment=gif))["error"] == 0
    later = {"real": 0, "clock": "1970-01-08T00:00:01+00:00"}
    (tmp_path / "data" / "clock.json").write_text(json.dumps(later))
    await asyncio.sleep(0.6)  # the file is looked at twice a second
    scene.client.token = (await scene.phones.post("zalo/oa/tokens"))["access_token"]
    await scene.window(1)
    assert (await scene.client.say(scene.user, "", attachment=file))["error"] == -100


async def test_a_request_for_the_number_is_answered(scene: Scene) -> None:
    element = {
        "title": "Số điện thoại",
        "subtitle": "Để nhà trường gọi khi cần",
        "image_url": "https://truong.example/anh.png",
    }
    payload = {"template_type": "request_user_info", "elements": [element]}
    form = {"type": "template", "payload": payload}
    assert (await scene.client.say(scene.user, "", attachment=form))["error"] == 0
    assert (await scene.shown())[-1]["form"]["title"] == "Số điện thoại"
    await scene.phones.do(scene.mother, "contact")
    new = (await scene.came("user_submit_info"))[0].body
    assert (new["info"]["name"], new["info"]["phone"]) == ("Lê Thị Hoa", "84912345678")
    assert (new["sender"]["id"], "full_address" in new["info"]) == (scene.user, True)
    detail = await scene.client.get("v3.0/oa/user/detail", user_id=scene.user)
    assert detail["data"]["shared_info"]["phone"] == "84912345678"
    await scene.phones.post("zalo", oa={"user_info": "old"})
    assert (await scene.client.say(scene.user, "", attachment=form))["error"] == 0
    await scene.phones.do(scene.mother, "contact", phone="0987654321")
    old = (await scene.came("user_submit_info", 2))[1].body
    assert old["info"]["phone"] == "84987654321"
    assert ("city" in old["info"], "full_address" in old["info"]) == (True, False)
    payload["elements"] = [element, element]
    assert (await scene.client.say(scene.user, "", attachment=form))["error"] == -201


async def test_pictures_files_and_stickers_of_a_person(scene: Scene, png: bytes) -> None:
    await scene.phones.send_file(scene.mother, png, "don.png", "photo", "đơn xin nghỉ")
    await scene.phones.send_file(scene.mother, b"%PDF", "Đơn xin nghỉ.pdf")
    await scene.phones.do(scene.mother, "sticker")
    image = (await scene.came("user_send_image"))[0].body["message"]
    assert (image["text"], image["attachments"][0]["type"]) == ("đơn xin nghỉ", "image")
    async with scene.client.session.get(image["attachments"][0]["payload"]["url"]) as response:
        assert await response.read() == png
    file = (await scene.came("user_send_file"))[0].body["message"]["attachments"][0]["payload"]
    assert (file["name"], file["size"], file["type"]) == ("Đơn xin nghỉ.pdf", "4", "pdf")
    async with scene.client.session.get(file["url"]) as response:
        assert await response.read() == b"%PDF"
    await scene.came("user_send_sticker")
    await scene.phones.post("zalo", oa={"image_type": "photo"})
    await scene.phones.send_file(scene.mother, png, "b.png", "photo")
    images = await scene.came("user_send_image", 2)
    assert images[1].body["message"]["attachments"][0]["type"] == "photo"
    place = {"attachments": [{"type": "location", "payload": {"coordinates": {"latitude": "21"}}}]}
    told = await scene.phones.post(
        "zalo/oa/event", event_name="user_send_location", person=scene.mother, message=place
    )
    assert told == {"status": 200}
    location = scene.hook.named("user_send_location")[0]
    assert location.headers["X-ZEvent-Signature"] == location.mac()
    assert location.body["sender"]["id"] == scene.user
