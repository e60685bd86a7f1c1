"""The Official Account's channel against the sandbox: what a mother sees, what it costs, and what
becomes of a message on a bad day."""

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
from aiogram.methods import SendDocument, SendMessage, SendPhoto
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)
from sqlalchemy import func, select

from bot.channels.base import Outcome, Result, Way
from bot.channels.zalo_oa_picture import plain_picture
from storage.database import Database
from storage.tables import OutboxRow, WebLink
from tests.support.oa_office import TEMPLATE, OaOffice, oa_office
from tests.support.sandbox import Phones
from tests.support.zalo_oa import APP_SECRET

LONG = "\n\n".join("Kính gửi phụ huynh. " * 40 for _ in range(4))
NOTICE = {"kind": "notice", "about": {"about": [["Nguyễn Ngọc Lan", "7A1"]]}}


@pytest.fixture
async def office(
    url: str, phones: Phones, database: Database, tmp_path: Path, now: datetime
) -> AsyncIterator[OaOffice]:
    async with oa_office(url, phones, database, tmp_path, now) as office:
        yield office


def say(text: str = "<b>Chào chị Hoa</b>", *labels: str) -> SendMessage:
    taps = [
        [InlineKeyboardButton(text=label, callback_data=f"#c:7:{n}")]
        for n, label in enumerate(labels, 1)
    ]
    markup = InlineKeyboardMarkup(inline_keyboard=taps) if taps else None
    return SendMessage(chat_id=1, text=text, parse_mode="HTML", reply_markup=markup)


async def test_inside_two_days_a_message_is_free_and_its_button_comes_back(
    office: OaOffice,
) -> None:
    mother, chat = await office.mother()
    outcome = await office.send(say("<b>Em Lan</b> vắng", "Đã biết", "Gọi lại"), chat)
    assert outcome.result is Result.SENT
    assert outcome.parts == 1
    shown = (await office.shown(mother))[-1]
    assert shown["text"] == "Em Lan vắng"
    assert [b["text"] for row in shown["buttons"] for b in row] == ["Đã biết", "Gọi lại"]
    await office.phones.do(mother, "tap", message_id=shown["id"], button="Đã biết")
    tapped = await office.next("user_send_text")
    assert tapped.payload["message"]["text"] == "#c:7:1"


async def test_after_two_days_it_costs_and_after_seven_it_does_not_go(office: OaOffice) -> None:
    mother, chat = await office.mother()
    await office.settings(spending={"month_dong": 200})
    await office.window(mother, chat, 49)
    assert await office.way(say(), chat) == Way("consultation", 55, {"user": await user(office)})
    long = await office.way(say(LONG), chat)
    assert isinstance(long, Way)
    assert long.cost == 55 * 2
    assert await office.way(say(), chat) == Outcome(Result.QUOTA, reason="ceiling")
    await office.window(mother, chat, 169)
    assert await office.way(say(), chat) == Outcome(Result.WINDOW_CLOSED, reason="window")


async def user(office: OaOffice) -> str:
    return (await office.contact("1")).native_id


async def test_a_notice_to_one_long_silent_goes_as_a_template_with_the_text_behind_a_link(
    office: OaOffice,
) -> None:
    mother, chat = await office.mother()
    person = await office.parent(chat)
    school = {"school-name": "Trường THCS Nguyễn Du, quận Hai Bà Trưng, Hà Nội"}
    await office.settings(spending={"month_dong": 1000}, zalo__template=TEMPLATE, **school)
    await office.window(mother, chat, 169)
    text = "<b>Họp phụ huynh lớp 7A1 chiều thứ bảy</b>\n\n" + "Nội dung. " * 500
    call = say(text, "Sẽ dự", "Không dự được")
    outcome = await office.send(call, chat, person_id=person, owner="notice:12", **NOTICE)
    assert outcome.result is Result.SENT
    shown = (await office.shown(mother))[-1]
    assert "gia đình em Nguyễn Ngọc Lan" in shown["text"]
    assert "Họp phụ huynh lớp 7A1 chiều thứ bảy" in shown["text"]
    assert "30/11/2026" in shown["text"]
    link = shown["buttons"][0][0]["url"]
    assert link.startswith("https://truong.example.vn/page/")
    page = await office.run(lambda unit: unit.session.scalar(select(WebLink)))
    assert (page.kind, page.purpose, page.person_id) == ("page", "notice:12", person)
    assert page.params["text"].count("Nội dung.") == 500
    assert page.params["text"].endswith("1) Sẽ dự\n2) Không dự được")
    # Tried again (a line that was down) it leads to the same page.
    await office.way(call, chat, person_id=person, owner="notice:12", **NOTICE)
    assert await office.run(lambda u: u.session.scalar(select(func.count(WebLink.id)))) == 1
    # What one wrote oneself is never answered by a template.
    answer = await office.way(say("Vâng"), chat, person_id=person)
    assert answer == Outcome(Result.WINDOW_CLOSED, reason="window")


async def test_one_without_an_account_is_reached_by_telephone_if_the_school_allows_it(
    office: OaOffice,
) -> None:
    await office.phones.person("Trần Văn Nam", channel="zalo_oa", phone="0987654321")
    father = await office.parent(phone="098 765 43 21")
    ask = office.channel.by_phone
    assert await office.run(lambda unit: ask(unit, father)) is None
    await office.settings(spending={"month_dong": 1000}, zalo__template=TEMPLATE)
    chat = await office.run(lambda unit: ask(unit, father))
    assert chat == await office.run(lambda unit: ask(unit, father))
    assert (await office.contact(chat)).native_id == "tel:84987654321"
    way = await office.way(say(), chat, person_id=father, **NOTICE)
    assert isinstance(way, Way)
    assert (way.name, way.cost) == ("phone", 800)
    assert (await office.channel.send(say(), way)).result is Result.SENT
    nobody = await office.parent(phone="024 3825 3000")  # a landline has no Zalo
    assert await office.run(lambda unit: ask(unit, nobody)) is None


async def test_nobody_uses_zalo_with_this_number(office: OaOffice) -> None:
    father = await office.parent(phone="0912000000")
    await office.settings(spending={"month_dong": 1000}, zalo__template=TEMPLATE)
    chat = await office.run(lambda unit: office.channel.by_phone(unit, father))
    outcome = await office.send(say(), chat, person_id=father, **NOTICE)
    assert (outcome.result, outcome.reason) == (Result.PERMANENT, "no-zalo")


async def test_pictures_files_and_the_request_for_a_number_arrive(office: OaOffice) -> None:
    mother, chat = await office.mother()
    picture = BufferedInputFile(plain_picture(), "lop.png")
    sent = await office.send(SendPhoto(chat_id=1, photo=picture, caption="Lớp 7A1"), chat)
    assert sent.result is Result.SENT
    letter = BufferedInputFile(b"%PDF-1.7 ...", "giay-moi.pdf")
    sent = await office.send(SendDocument(chat_id=1, document=letter, caption="Giấy mời"), chat)
    assert (sent.result, sent.parts) == (Result.SENT, 2)
    share = KeyboardButton(text="Chia sẻ số điện thoại", request_contact=True)
    ask = SendMessage(
        chat_id=1, text="Xin chào", reply_markup=ReplyKeyboardMarkup(keyboard=[[share]])
    )
    assert (await office.send(ask, chat)).result is Result.SENT
    shown = await office.shown(mother)
    assert [m["media"]["kind"] for m in shown if m.get("media")] == ["photo", "document"]
    assert [m["text"] for m in shown[:4]] == ["Lớp 7A1", "", "Giấy mời", "Xin chào"]
    await office.phones.do(mother, "contact")
    read = await office.read(await office.next("user_submit_info"))
    assert read.updates[0]["message"]["contact"]["phone_number"] == "84912345678"


async def test_a_file_that_zalo_does_not_take_is_offered_by_a_link(office: OaOffice) -> None:
    mother, chat = await office.mother()
    table = BufferedInputFile(b"PK...", "diem-7a1.xlsx")
    await office.send(SendDocument(chat_id=1, document=table, caption="Bảng điểm"), chat)
    shown = (await office.shown(mother))[-1]["text"]
    assert shown.startswith("Bảng điểm\n")
    assert "https://truong.example.vn/file/" in shown


async def test_one_picture_for_a_class_is_uploaded_once(office: OaOffice, phones: Phones) -> None:
    families = [await office.mother(f"Phụ huynh {n}", f"091200000{n}") for n in range(5)]
    call = SendPhoto(chat_id=1, photo=BufferedInputFile(plain_picture(), "lop.png"))
    sent = await asyncio.gather(*(office.send(call, chat) for _, chat in families))
    assert {outcome.result for outcome in sent} == {Result.SENT}
    stats = (await phones.get("stats"))["methods"]["zalo_oa.upload"]
    assert sum(stats.values()) == 1


async def test_the_key_dies_in_the_middle_and_nobody_notices(
    office: OaOffice, phones: Phones
) -> None:
    mother, chat = await office.mother()
    ways = [await office.way(say(f"Tin {n}"), chat) for n in range(20)]
    await phones.post("zalo/oa/expire", what="access")
    sent = await asyncio.gather(
        *(office.channel.send(say(f"Tin {n}"), way) for n, way in enumerate(ways))  # type: ignore[arg-type]
    )
    assert {outcome.result for outcome in sent} == {Result.SENT}
    assert len({m["text"] for m in await office.shown(mother)}) == 20


async def test_without_a_key_a_message_fails_with_its_reason(
    office: OaOffice, phones: Phones
) -> None:
    _, chat = await office.mother()
    await phones.post("zalo/oa/expire", what="access")
    await phones.post("zalo/oa/expire", what="refresh")
    outcome = await office.send(say(), chat)
    assert (outcome.result, outcome.reason) == (Result.CONFIG, "token")
    again = await office.send(say(), chat)
    assert (again.result, again.reason) == (Result.CONFIG, "token")


@pytest.mark.parametrize(
    ("code", "result"),
    [(-213, Result.GONE), (-230, Result.WINDOW_CLOSED), (-211, Result.QUOTA), (-32, Result.PAUSED)],
)
async def test_what_zalo_says_is_what_the_deliverer_hears(
    office: OaOffice, phones: Phones, code: int, result: Result
) -> None:
    _, chat = await office.mother()
    await phones.post("zalo", oa={"refuse_cs": code})
    assert (await office.send(say(), chat)).result is result


async def test_a_long_text_that_breaks_off_goes_on_where_it_was(
    office: OaOffice, phones: Phones
) -> None:
    mother, chat = await office.mother()
    way = await office.way(say(LONG), chat)
    assert isinstance(way, Way)
    outcome = await office.channel.send(say(LONG), way, 1)  # the first part left an hour ago
    assert (outcome.result, outcome.parts) == (Result.SENT, 2)
    shown = await office.shown(mother)
    assert len(shown) == 1
    await phones.post("zalo", oa={"refuse_cs": -211})
    refused = await office.channel.send(say(LONG), way, 1)
    assert (refused.result, refused.parts) == (Result.QUOTA, 1)


async def test_an_answer_that_does_not_come_is_not_asked_for_twice(
    url: str, phones: Phones, database: Database, tmp_path: Path, now: datetime
) -> None:
    async with oa_office(url, phones, database, tmp_path, now, patience=0.3) as office:
        mother, chat = await office.mother()
        await phones.post("faults", p_timeout=1.0)
        assert (await office.send(say(), chat)).result is Result.UNKNOWN
        await phones.post("faults", p_timeout=0.0, p500=1.0)
        assert (await office.send(say(), chat)).result is Result.UNKNOWN
        await phones.post("faults", p500=0.0)
        assert len(await office.shown(mother)) <= 1


async def test_where_nobody_listens_nothing_was_sent(office: OaOffice) -> None:
    _, chat = await office.mother()
    office.channel.client._base = "http://127.0.0.1:9"
    outcome = await office.send(say(), chat)
    assert (outcome.result, outcome.reason) == (Result.RETRY, "no-connection")


async def test_the_last_call_of_a_minute_is_known_before_zalo_has_to_say_so(
    office: OaOffice, phones: Phones
) -> None:
    _, chat = await office.mother()
    await phones.post("zalo", oa={"calls_per_minute": 2})
    results = [(await office.send(say(), chat)).result for _ in range(4)]
    assert results[-1] is Result.PAUSED
    refused = (await phones.get("stats"))["methods"]["zalo_oa.cs"]
    assert sum(refused.values()) <= 3


async def test_neither_keys_nor_words_nor_numbers_stand_in_the_log(
    office: OaOffice, phones: Phones, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    _, chat = await office.mother()
    await office.send(say("Em Lan vắng"), chat)
    await phones.post("zalo/oa/expire", what="access")
    await office.send(say("Em Lan vắng"), chat)
    await phones.post("zalo", oa={"refuse_cs": -213})
    await office.send(say("Em Lan vắng"), chat)
    secrets = [APP_SECRET, await office.channel.oauth.token(), "Lan", "0912345678"]
    shown = caplog.text + repr(office.channel.client) + repr(office.channel._settings)
    assert not [secret for secret in secrets if secret in shown]


async def test_every_promise_is_reckoned_with_its_cost(office: OaOffice) -> None:
    mother, chat = await office.mother()
    await office.settings(spending={"month_dong": 55 * 4})
    await office.window(mother, chat, 100)
    outcomes = [await office.send(say(f"Tin {n}"), chat) for n in range(6)]
    assert [o.result for o in outcomes] == [Result.SENT] * 4 + [Result.QUOTA] * 2
    spent = await office.run(lambda unit: unit.session.scalar(select(func.sum(OutboxRow.cost))))
    paid = (await office.phones.get("zalo/oa"))["counts"]["cs_paid"]
    assert spent == 55 * paid == 220
