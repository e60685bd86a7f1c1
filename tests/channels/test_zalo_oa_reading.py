"""What people do on the Official Account, as the rest of the program hears it; and what nobody
should ever hear of."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiogram.types import Update
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import func, select

from bot.channels.zalo_oa_events import incoming, matters
from bot.channels.zalo_oa_reading import contents_of
from bot.channels.zalo_oa_signature import MARK, mac
from services.errors import Refusal
from services.unit import Unit
from storage import accounts, choices
from storage.database import Database
from storage.inbox import Incoming
from storage.tables import InboxRow, MessengerContact, OutboxRow
from tests.support.oa_office import OaOffice, oa_office
from tests.support.sandbox import Phones
from tests.support.zalo_oa import APP_ID, APP_SECRET, OA_ID

USER = "246845883529197922"


@pytest.fixture
async def office(
    url: str, phones: Phones, database: Database, tmp_path: Path, now: datetime
) -> AsyncIterator[OaOffice]:
    async with oa_office(url, phones, database, tmp_path, now) as office:
        yield office


def said(name: str, at: datetime, user: str = USER, **message: Any) -> dict[str, Any]:
    """An event as Zalo writes it."""
    return {
        "app_id": APP_ID,
        "sender": {"id": user},
        "recipient": {"id": OA_ID},
        "event_name": name,
        "message": {"msg_id": "96d3cdf3af150460909", **message},
        "timestamp": str(int(at.timestamp() * 1000)),
    }


def follow(name: str, at: datetime) -> dict[str, Any]:
    stamp = str(int(at.timestamp() * 1000))
    return {
        "app_id": APP_ID,
        "oa_id": OA_ID,
        "follower": {"id": USER},
        "event_name": name,
        "timestamp": stamp,
    }


def kept(event: dict[str, Any]) -> Incoming:
    return incoming("zalo_oa", event, json.dumps(event).encode())


Read = Callable[[dict[str, Any]], Awaitable[list[dict[str, Any]]]]


@pytest.fixture
def read(office: OaOffice) -> Read:
    """The updates of an event, each of which the Bot API's own types accept."""

    async def updates(event: dict[str, Any]) -> list[dict[str, Any]]:
        heard = await office.read(kept(event), 77)
        for update in heard.updates:
            Update.model_validate(update, context={"bot": office.channel.bot})
        return heard.updates

    return updates


async def test_a_family_says_something(read: Read, office: OaOffice, now: datetime) -> None:
    (update,) = await read(said("user_send_text", now, text="Cháu Lan xin nghỉ"))
    message = update["message"]
    assert message["text"] == "Cháu Lan xin nghỉ"
    assert (message["message_id"], message["chat"]["id"]) == (77, 1)
    assert message["date"] == int(now.timestamp())
    assert (await office.contact("1")).heard_at == now


async def test_pictures_files_stickers_places_and_what_cannot_be_read(
    read: Read, now: datetime
) -> None:
    url = "https://photo-stal-1.zdn.vn/x.jpg"

    async def one(kind: str, payload: dict[str, Any], **more: Any) -> dict[str, Any]:
        attachments = [{"type": kind, "payload": payload}]
        (update,) = await read(said(f"user_send_{kind}", now, attachments=attachments, **more))
        content: dict[str, Any] = update["message"]
        return content

    picture = await one("image", {"url": url, "thumbnail": url}, text="Đơn của cháu")
    assert picture["photo"][0]["file_id"] == url
    assert picture["caption"] == "Đơn của cháu"
    file = await one("file", {"url": url, "size": "1024", "name": "don.pdf", "checksum": "ab"})
    assert file["document"]["file_id"] == url
    assert (file["document"]["file_name"], file["document"]["file_size"]) == ("don.pdf", 1024)
    strange = await one("file", {"url": url, "size": "much", "name": 7})
    assert "file_size" not in strange["document"]
    assert "sticker" in await one("sticker", {"id": "5", "url": url})
    place = await one("location", {"coordinates": {"latitude": "21.02", "longitude": "105.83"}})
    assert place["location"] == {"latitude": 21.02, "longitude": 105.83}
    assert (await one("audio", {"url": url}))["voice"]["file_id"] == url
    assert (await one("link", {"url": "https://truong.example.vn"}))["text"].startswith("https://")
    for kind in ("video", "business_card", "image", "something_new"):
        assert (await one(kind, {}))["document"]["file_id"] == ""


async def test_three_pictures_in_one_message_are_all_heard(read: Read, now: datetime) -> None:
    shots = [{"type": "photo", "payload": {"url": f"https://x.zdn.vn/{n}.jpg"}} for n in range(3)]
    updates = await read(said("user_send_image", now, attachments=shots, text="Vở của cháu"))
    assert [u["message"]["photo"][0]["file_id"][-5] for u in updates] == ["0", "1", "2"]
    assert [u["message"].get("caption") for u in updates] == ["Vở của cháu", None, None]


async def test_a_tap_is_a_text_and_becomes_a_tap_again(
    read: Read, office: OaOffice, now: datetime
) -> None:
    await read(said("user_send_text", now, text="Chào cô"))

    async def ask(unit: Unit) -> int:
        row = OutboxRow(priority=0, not_before=now, created_at=now)
        unit.session.add(row)
        await unit.session.flush()
        options = [{"label": "Duyệt", "data": "ap:5:yes"}, {"label": "Từ chối", "data": "ap:5:no"}]
        made = await choices.put(
            unit.session,
            row_id=row.id,
            channel="zalo_oa",
            chat="1",
            root=40,
            tag=None,
            options=options,
            marks=["1", "2"],
            now=now,
        )
        await choices.shown(unit.session, [row.id], now)
        return made.id

    list_id = await office.run(ask)
    (update,) = await read(said("user_send_text", now, text=f"#c:{list_id}:2"))
    assert update["callback_query"]["data"] == "ap:5:no"
    assert update["callback_query"]["message"]["message_id"] == 40
    # Somebody else types the same payload: it is not theirs.
    foreign = said("user_send_text", now, user="999", text=f"#c:{list_id}:2")
    heard: Any = None
    try:
        heard = await office.read(kept(foreign), 78)
    except Refusal:
        return
    assert heard.refusal is not None or not any("callback_query" in u for u in heard.updates)


async def test_who_follows_is_greeted_once_and_who_leaves_is_closed(
    read: Read, office: OaOffice, now: datetime
) -> None:
    (update,) = await read(follow("follow", now))
    assert update["message"]["text"] == "/start"
    contact = await office.contact("1")
    assert contact.follows
    assert contact.heard_at == now
    person = await office.parent("1")
    assert person
    assert await read(follow("follow", now + timedelta(minutes=1))) == []
    (left,) = await read(follow("unfollow", now + timedelta(minutes=2)))
    assert left["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert not (await office.contact("1")).follows
    await office.run(lambda unit: accounts.close(unit.session, "zalo_oa", "1", now))
    (back,) = await read(follow("follow", now + timedelta(minutes=3)))
    assert back["my_chat_member"]["new_chat_member"]["status"] == "member"


@pytest.mark.parametrize(
    "info",
    [
        {"name": "Lê Hoa", "phone": "84912345678", "full_address": {}},
        {"name": "Lê Hoa", "phone": 84912345678, "address": "", "city": "", "district": ""},
    ],
)
async def test_the_form_with_the_number_is_a_shared_contact(
    read: Read, now: datetime, info: dict[str, Any]
) -> None:
    event = said("user_submit_info", now)
    del event["message"]
    (update,) = await read({**event, "info": info})
    contact = update["message"]["contact"]
    assert contact["phone_number"] == "84912345678"
    assert contact["user_id"] == update["message"]["from"]["id"]
    assert await read({**event, "info": {"name": "Lê Hoa"}}) == []


async def test_an_old_event_opens_no_window_and_a_date_of_the_future_is_now(
    read: Read, office: OaOffice, now: datetime
) -> None:
    await read(said("user_send_text", now, text="Vâng"))
    await read(said("user_send_text", now - timedelta(days=3), text="Dạ"))
    assert (await office.contact("1")).heard_at == now
    await read(said("user_send_text", now + timedelta(days=30), text="Vâng ạ"))
    heard_at = (await office.contact("1")).heard_at
    assert heard_at is not None
    assert heard_at <= office.clock.now()


@pytest.mark.parametrize(
    "change",
    [
        {"app_id": "111"},
        {"recipient": {"id": "222"}},
        {"sender": {"id": OA_ID}},  # an echo of our own message
        {"event_name": "oa_send_text"},
        {"event_name": "user_received_message"},
        {"event_name": "user_seen_message"},
        {"event_name": "user_send_group_text"},
        {"event_name": "change_template_status"},
        {"event_name": None},
        {"sender": None},
        {"sender": {"id": "tel:84912345678"}},
        {"sender": {"id": "x" * 100}},
        {"sender": {"id": ["1"]}},
    ],
)
async def test_what_does_not_concern_us_is_taken_and_changes_nothing(
    office: OaOffice, now: datetime, change: dict[str, Any]
) -> None:
    event = {**said("user_send_text", now, text="DUYET H4"), **change}
    assert await post(office, event) == 200
    await nothing_happened(office)


async def post(office: OaOffice, body: Any, **how: Any) -> int:
    """A call of the webhook, signed unless `mark` says otherwise."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    stamp = body.get("timestamp", "") if isinstance(body, dict) else ""
    told = how.get("mark", "mac=" + mac(APP_ID, raw, str(stamp), APP_SECRET))
    address = f"http://127.0.0.1:{office.web.port}{office.channel.webhook_path}"
    async with (
        aiohttp.ClientSession() as http,
        http.post(address, data=raw, headers={MARK: told} if told else {}) as response,
    ):
        return response.status


async def nothing_happened(office: OaOffice) -> None:
    async def look(unit: Unit) -> tuple[Any, Any]:
        rows = await unit.session.scalar(select(func.count(InboxRow.id)))
        people = await unit.session.scalar(select(func.count(MessengerContact.id)))
        return rows, people

    assert await office.run(look) == (0, 0)


async def test_a_wrong_mark_is_sent_away(office: OaOffice, now: datetime) -> None:
    event = said("user_send_text", now, text="DUYET H4")
    foreign = mac(APP_ID, json.dumps(event).encode(), event["timestamp"], "another app's key")
    for mark in ("", "mac=", f"mac={foreign}", "mac=" + "0" * 64):
        assert await post(office, event, mark=mark) == 403
    assert await post(office, b"x" * (10 * 1024 * 1024)) == 413
    await nothing_happened(office)


async def test_an_event_is_answered_once_it_is_kept_and_kept_once(
    office: OaOffice, now: datetime
) -> None:
    event = said("user_send_text", now, text="Chào cô")
    for _ in range(3):  # Zalo brings it again
        assert await post(office, event) == 200
    rows = await office.run(lambda unit: unit.session.scalars(select(InboxRow)))
    assert [(row.key, row.lane) for row in rows] == [("96d3cdf3af150460909", USER)]


async def test_before_it_is_ready_zalo_is_asked_to_come_again(
    office: OaOffice, now: datetime
) -> None:
    office.channel._webhook.shut()
    assert await post(office, said("user_send_text", now, text="Chào cô")) == 503
    await nothing_happened(office)


async def test_each_way_of_signing_that_the_sandbox_has(office: OaOffice) -> None:
    mother, _ = await office.mother()
    for timestamp in ("body", "header"):
        for first in ("app_id", "oa_id"):
            options = {"timestamp": timestamp, "signed_with": first}
            await office.phones.post("zalo", oa=options)
            await office.phones.do(mother, "text", text=f"Chào cô {timestamp} {first}")
            event = await office.next("user_send_text")
            assert event.payload["message"]["text"] == f"Chào cô {timestamp} {first}"


async def test_a_file_that_somebody_sent_comes_into_the_store(office: OaOffice) -> None:
    mother, _ = await office.mother()
    await office.phones.send_file(mother, b"%PDF-1.7 don xin nghi", "don.pdf")
    heard = await office.read(await office.next("user_send_file"))
    document = heard.updates[0]["message"]["document"]
    digest = await office.channel.fetch(document["file_id"])
    assert office.channel._files.get(digest) == b"%PDF-1.7 don xin nghi"
    with pytest.raises(Refusal):
        await office.channel.fetch("http://169.254.169.254/latest/meta-data")


anything = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=30),
    lambda inner: (
        some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(some.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_whatever_stands_in_an_event_is_read_without_a_fault(
    now: datetime, data: some.DataObject
) -> None:
    """Each part of a good event in turn is replaced by anything at all."""
    kind = data.draw(some.sampled_from(["text", "image", "file", "link", "location", "sticker"]))
    attachments = [{"type": kind, "payload": {"url": "https://x.zdn.vn/1", "size": "1"}}]
    event: Any = said(f"user_send_{kind}", now, text="Chào", attachments=attachments)
    places: list[tuple[Any, Any]] = [(event, name) for name in event]
    places += [(event["message"], name) for name in event["message"]]
    places += [(attachments[0], "payload"), (attachments, 0)]
    places += [(event["sender"], "id"), (event["recipient"], "id")]
    places += [(attachments[0]["payload"], name) for name in ("url", "size")]
    where, name = data.draw(some.sampled_from(places))
    where[name] = data.draw(anything)
    if matters(event, APP_ID, OA_ID):
        entry = incoming("zalo_oa", event, repr(event).encode())
        assert 0 < len(entry.key) <= 80
        assert 0 < len(entry.lane) <= 64
    message = event["message"] if isinstance(event["message"], dict) else {}
    assert isinstance(contents_of(kind, message), list)
