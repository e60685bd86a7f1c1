"""Templates that Zalo approved: to a phone number, to a user, and what is refused."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from tests.support.sandbox import Phones, RefusedError, sandbox_server
from tests.support.zalo_bot import eventually
from tests.support.zalo_oa import OA_ID, Hook, OaClient, webhook

SCHOOL_NOTICE = "7895417a7d3f9461cd2e"
VALUES = {
    "school": "Trường THCS Ban Mai",
    "pupil": "Trần Minh Đức",
    "title": "Họp phụ huynh giữa kì",
    "date": "23/11/2026",
    "link": "https://truong.example/t/7F3K2Q",
}
ABSENCE = {
    "template_id": "290001",
    "name": "Báo vắng",
    "text": "Em <pupil> vắng buổi <session>. <note>",
    "params": [
        {"name": "pupil", "type": "name"},
        {"name": "session", "max": 12},
        {"name": "note", "required": False},
    ],
    "status": "pending",
    "uid": False,
    "price_sdt": 500,
}


@dataclass
class Scene:
    """An account, its webhook, and a mother who has never opened it."""

    client: OaClient
    phones: Phones
    hook: Hook
    mother: int

    async def send(self, phone: str = "84912345678", **more: Any) -> Any:
        """A template by phone number."""
        body = {
            "phone": phone,
            "template_id": SCHOOL_NOTICE,
            "template_data": VALUES,
            "tracking_id": "thong-bao-7-ph-17",
        }
        return await self.client.post("message/template", body | more)

    async def to_user(self, user: str, **more: Any) -> Any:
        """A template by user id."""
        body = {"user_id": user, "template_id": SCHOOL_NOTICE, "template_data": VALUES}
        return await self.client.post("v3.0/oa/message/template", body | more)

    async def user(self) -> str:
        """The mother follows; her id."""
        await self.phones.do(self.mother, "start")
        await eventually(lambda: self.hook.named("follow"))
        user: str = self.hook.named("follow")[0].body["follower"]["id"]
        return user

    async def shown(self) -> list[dict[str, Any]]:
        return await self.phones.messages(self.mother)


@pytest_asyncio.fixture
async def scene(url: str, phones: Phones) -> AsyncIterator[Scene]:
    async with webhook() as hook, aiohttp.ClientSession() as session:
        await phones.post("zalo/oa", webhook_url=hook.url)
        token = (await phones.post("zalo/oa/tokens"))["access_token"]
        mother = await phones.person("Lê Thị Hoa", channel="zalo_oa", phone="0912 345 678")
        yield Scene(OaClient(url, session, token), phones, hook, mother)


async def test_a_family_that_never_wrote_is_reached_by_phone(scene: Scene) -> None:
    sent = await scene.send()
    assert (sent["error"], sent["message"]) == (0, "Success")
    assert sent["data"]["quota"] == {"dailyQuota": "500", "remainingQuota": "499"}
    assert sent["data"]["sent_time"].isdigit()
    shown = (await scene.shown())[0]
    assert "em Trần Minh Đức" in shown["text"]
    assert "Họp phụ huynh giữa kì" in shown["text"]
    assert "<" not in shown["text"]
    assert shown["buttons"] == [[{"text": "Xem thông báo", "url": VALUES["link"]}]]
    await eventually(lambda: scene.hook.posts)
    arrived = scene.hook.posts[0]
    assert arrived.headers["X-ZEvent-Server"] == "ZNS"
    assert arrived.headers["X-ZEvent-Signature"] == arrived.mac()
    assert arrived.body["event_name"] == "user_received_message"
    assert (arrived.body["sender"]["id"], arrived.body["recipient"]["id"]) == (OA_ID, "84912345678")
    message = arrived.body["message"]
    assert message["tracking_id"] == "thong-bao-7-ph-17"
    assert message["msg_id"] == sent["data"]["msg_id"]
    status = await scene.client.zbs("message/status", message_id=message["msg_id"])
    assert status["data"]["status"] == 1
    assert (await scene.phones.get("zalo/oa"))["counts"]["spent"] == 800


async def test_a_message_is_on_its_way_before_it_arrives(scene: Scene) -> None:
    await scene.phones.post("zalo", zbs={"delivery_seconds": 60})
    sent = (await scene.send())["data"]["msg_id"]
    assert (await scene.client.zbs("message/status", message_id=sent))["data"]["status"] == 0
    assert (await scene.client.zbs("message/status", message_id="0"))["data"]["status"] == -1
    assert scene.hook.posts == []


REFUSED: list[tuple[int, Any]] = [
    (-108, {"phone": "0912345678"}),
    (-108, {"phone": "8491234567"}),
    (-108, {"phone": 84912345678}),
    (-118, {"phone": "84900000000"}),
    (-109, {"template_id": "không có"}),
    (-1122, {"template_data": {k: v for k, v in VALUES.items() if k != "title"}}),
    (-1122, {"template_data": {**VALUES, "title": ""}}),
    (-1121, {"template_data": {**VALUES, "pupil": "Đ" * 31}}),
    (-1121, {"template_data": {**VALUES, "date": "9" * 21}}),
    (-112, {"template_data": {**VALUES, "grade": "9,5"}}),
    (-112, {"template_data": {**VALUES, "date": 20261123}}),
    (-112, {"template_data": "school"}),
    (-132, {"tracking_id": "x" * 49}),
    (-132, {"tracking_id": None}),
    (-132, {"mode": "thử"}),
    (-127, {"mode": "development"}),
]


async def test_what_does_not_fit_is_refused_and_costs_nothing(scene: Scene) -> None:
    for error, wish in REFUSED:
        answer = await scene.send(**wish)
        assert (answer["error"], "data" in answer) == (error, False), wish
        assert answer["message"]
    assert (await scene.client.post("message/template", [1]))["error"] == -122
    assert await scene.shown() == []
    quota = (await scene.client.zbs("message/quota"))["data"]
    assert quota == {"dailyQuota": "500", "remainingQuota": "500"}
    assert (await scene.send("+84912345678"))["error"] == 0


async def test_a_number_on_another_messenger_has_no_zalo(scene: Scene) -> None:
    await scene.phones.person("Trần Văn Nam", phone="0987654321")
    assert (await scene.send("84987654321"))["error"] == -118


async def test_a_day_has_its_quota_and_the_next_a_new_one(tmp_path: Path) -> None:
    for start, errors in (("2026-11-23T21:00:00+07:00", [0, -144]), ("2026-11-24T07:00", [0])):
        (tmp_path / "clock.json").unlink(missing_ok=True)
        async with (
            sandbox_server(tmp_path, clock_start=start) as url,
            Phones(url) as phones,
            aiohttp.ClientSession() as session,
        ):
            token = (await phones.post("zalo/oa/tokens"))["access_token"]
            await phones.post("zalo", zbs={"daily_quota": 1})
            await phones.person("Hoa", channel="zalo_oa", phone="0912345678")
            scene = Scene(OaClient(url, session, token), phones, Hook(), 0)
            assert [(await scene.send())["error"] for _ in errors] == errors


@pytest.mark.parametrize(
    ("hour", "error"), [("21:59", 0), ("22:00", -133), ("05:59", -133), ("06:01", 0)]
)
async def test_at_night_nothing_is_sent_where_that_rule_holds(
    tmp_path: Path, hour: str, error: int
) -> None:
    async with (
        sandbox_server(tmp_path, clock_start=f"2026-11-23T{hour}:00+07:00") as url,
        Phones(url) as phones,
        aiohttp.ClientSession() as session,
    ):
        token = (await phones.post("zalo/oa/tokens"))["access_token"]
        await phones.person("Hoa", channel="zalo_oa", phone="0912345678")
        scene = Scene(OaClient(url, session, token), phones, Hook(), 0)
        assert (await scene.send())["error"] == 0
        await phones.post("zalo", zbs={"night": True})
        assert (await scene.send())["error"] == error


async def test_a_template_is_defined_then_approved(scene: Scene) -> None:
    await scene.phones.post("zalo/templates", [ABSENCE])
    values = {"pupil": "Đức", "session": "chiều 23/11"}
    wish: Any = {"template_id": "290001", "template_data": values}
    assert (await scene.send(**wish))["error"] == -131
    await scene.phones.post("zalo/templates", [{**ABSENCE, "status": "disabled"}])
    assert (await scene.send(**wish))["error"] == -146
    await scene.phones.post("zalo/templates", [{**ABSENCE, "status": "approved"}])
    assert (await scene.send(**wish))["error"] == 0
    assert (await scene.shown())[0]["text"] == "Báo vắng\nEm Đức vắng buổi chiều 23/11. "
    assert (await scene.to_user(await scene.user(), **wish))["error"] == -249
    listed = (await scene.client.zbs("template/all", offset=0, limit=100))["data"]
    assert {t["templateId"]: t["status"] for t in listed} == {
        SCHOOL_NOTICE: "ENABLE",
        "290001": "ENABLE",
    }
    info = (await scene.client.zbs("template/info/v2", template_id="290001"))["data"]
    assert info["price_sdt"] == "500"
    assert {p["name"]: (p["maxLength"], p["require"]) for p in info["listParams"]} == {
        "pupil": (30, True),
        "session": (12, True),
        "note": (30, False),
    }
    assert (await scene.client.zbs("template/info/v2", template_id="0"))["error"] == -109


async def test_a_template_that_cannot_be_is_not_taken(scene: Scene) -> None:
    for wrong in (
        {"text": "Em <ten> vắng buổi sáng"},
        {"params": [{"name": "pupil", "type": "poem"}]},
        {"button": {"title": "Xem thông báo", "url_param": "link"}},
        {"status": "gần xong"},
        {"giá": 1},
    ):
        with pytest.raises(RefusedError, match="400"):
            await scene.phones.post("zalo/templates", [ABSENCE, {**ABSENCE, **wrong}])
    assert len(await scene.phones.get("zalo/templates")) == 1


async def test_a_known_user_gets_a_template_by_id_outside_the_window(scene: Scene) -> None:
    user = await scene.user()
    await scene.phones.post("zalo/oa/window", person=scene.mother, hours=24 * 30)
    assert (await scene.client.say(user))["error"] == -230
    sent = await scene.to_user(user)
    assert sent["data"]["quota"] == {"quota_type": "purchase_quota", "remain": 4999}
    assert sent["data"]["user_id"] == user
    assert "em Trần Minh Đức" in (await scene.shown())[0]["text"]
    for error, wish in (
        (-201, {"template_id": "không có"}),
        (-201, {"template_data": {}}),
        (-201, {"user_id": "1"}),
    ):
        assert (await scene.to_user(user, **wish))["error"] == error, wish
    pending = {**ABSENCE, "template_id": SCHOOL_NOTICE}
    await scene.phones.post("zalo/templates", [pending])
    assert (await scene.to_user(user))["error"] == -131


async def test_quota_refusals_and_any_other_error_can_be_provoked(scene: Scene) -> None:
    user = await scene.user()
    await scene.phones.post("zalo", oa={"uid_quota": 0}, zbs={"refuse": -147})
    assert (await scene.to_user(user))["error"] == -211
    assert (await scene.send())["error"] == -147
    await scene.phones.post("zalo", oa={"uid_quota": 9, "refuse_template": -321}, zbs={"refuse": 0})
    assert (await scene.to_user(user))["error"] == -321
    await scene.phones.do(scene.mother, "block")
    assert (await scene.to_user(user))["error"] == -244
    assert (await scene.send())["error"] == -141
    assert await scene.shown() == []


async def test_an_administrator_tests_for_nothing(scene: Scene) -> None:
    await scene.phones.post("zalo/oa", admins=["0912345678"])
    sent = await scene.send(mode="development")
    assert sent["data"]["quota"]["remainingQuota"] == "500"
    assert len(await scene.shown()) == 1
    assert "spent" not in (await scene.phones.get("zalo/oa"))["counts"]
