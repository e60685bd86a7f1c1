"""A file out by link: looked at by messengers, fetched once, over after half an hour."""

import asyncio
import re

import pytest

from tests.web.conftest import House

BOOK = b"PK\x03\x04" + b"so diem " * 400
NAME = "Sổ điểm 7A1.xlsx"


async def test_a_preview_does_not_use_it_up_and_the_button_does(house: House) -> None:
    url = await house.file(BOOK, NAME)
    for _ in range(3):  # the messenger's server, the virus scanner, the reader
        status, page = await house.see(url)
        assert status == 200
        assert "THCS Bình Minh" in page
        assert NAME in page
        assert "08:10" in page  # until when
    async with house.browser.head(url) as answer:
        assert answer.status == 200
    async with house.browser.post(url) as answer:
        assert answer.status == 200
        assert await answer.read() == BOOK
        assert "filename*=UTF-8''S%E1%BB%95" in answer.headers["Content-Disposition"]
        assert answer.headers["Content-Disposition"].startswith("attachment;")
    house.clock.later(minutes=5)
    for asked in (house.browser.get, house.browser.post):
        async with asked(url) as answer:
            assert answer.status == 410
            assert "07:40" in await answer.text()


async def test_a_download_manager_that_asks_again_gets_the_file_for_a_moment(house: House) -> None:
    url = await house.file(BOOK, NAME)
    async with house.browser.post(url, allow_redirects=False) as answer:
        assert answer.status == 303
        place = re.sub(r"[^/]+$", answer.headers["Location"], url)
    for _ in range(2):
        async with house.browser.get(place) as answer:
            assert await answer.read() == BOOK
    house.clock.later(minutes=3)
    status, page = await house.see(place)
    assert status == 410
    assert "07:40" in page


async def test_the_moment_after_is_no_open_door(house: House) -> None:
    url = await house.file(BOOK, NAME)
    async with house.browser.post(url, allow_redirects=False) as answer:
        place = re.sub(r"[^/]+$", answer.headers["Location"], url)
    guessed = place.split("/")
    guessed[-2] = "A" * len(guessed[-2])
    assert (await house.see("/".join(guessed)))[0] == 404
    told = [(await house.see(place))[0] for _ in range(8)]
    assert told.count(200) == 4
    assert told[-1] == 410


async def test_a_ticket_before_the_button_is_worth_nothing(house: House) -> None:
    url = await house.file(BOOK, NAME)
    ticket = house.links.ticket(1, house.clock.now())
    assert (await house.see(f"{url}/{ticket}/x.xlsx"))[0] == 404
    assert (await house.see(url))[0] == 200


async def test_of_two_who_press_at_once_one_gets_it(house: House) -> None:
    url = await house.file(BOOK, NAME)

    async def press() -> int:
        async with house.browser.post(url, allow_redirects=False) as answer:
            return answer.status

    assert sorted(await asyncio.gather(*(press() for _ in range(5)))) == [303, 410, 410, 410, 410]


async def test_it_is_over_after_half_an_hour(house: House) -> None:
    url = await house.file(BOOK, NAME)
    house.clock.later(minutes=29, seconds=59)
    assert (await house.see(url))[0] == 200
    house.clock.later(seconds=2)
    status, page = await house.see(url)
    assert status == 410
    assert "hết hạn" in page
    async with house.browser.post(url) as answer:
        assert answer.status == 410


async def test_the_link_of_a_lost_phone_leads_nowhere(house: House) -> None:
    url = await house.file(BOOK, NAME)
    await house.unlink()
    status, page = await house.see(url)
    assert status == 404
    assert NAME not in page


async def test_a_name_cannot_write_into_the_page_or_the_headers(house: House) -> None:
    url = await house.file(BOOK, '../<script>alert(1)</script>"\r\nX-Bad: 1.xlsx')
    _, page = await house.see(url)
    assert "<script" not in page
    async with house.browser.post(url) as answer:
        assert "X-Bad" not in answer.headers
        assert await answer.read() == BOOK


async def test_a_file_that_is_gone_is_said_so(house: House) -> None:
    url = await house.file(BOOK, NAME)
    digest = (await house.rows())[0].params["file"]
    (house.folder / "files" / digest[:2] / digest).unlink()
    async with house.browser.post(url) as answer:
        assert answer.status == 404
        assert "không còn trên máy chủ" in await answer.text()


@pytest.mark.parametrize("language", ["en-GB,en;q=0.8,vi;q=0.5", "vi", "fr", ""])
async def test_a_stranger_reads_their_browsers_language(house: House, language: str) -> None:
    _, page = await house.see(
        house.links.base + "/file/" + "A" * 36, headers={"Accept-Language": language}
    )
    assert ("There is nothing here" in page) is language.startswith("en")
    assert ("Không có gì ở đây" in page) is not language.startswith("en")
