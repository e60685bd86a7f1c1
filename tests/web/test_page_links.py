"""The text of a notice behind a link: for one person, again and again, until it is withdrawn."""

from pathlib import Path

from services import links
from storage.tables import Person
from tests.web.conftest import CHAT, House

TEXT = "Kính gửi phụ huynh.\n\nLớp đi tham quan <thứ Bảy> & về lúc 16:30.\nXin mang áo mưa."


async def test_a_family_reads_the_notice_and_the_school_knows(house: House) -> None:
    person = await house.person("CB012", "5012")
    url = await house.page(person, "Đi tham quan", TEXT)

    async def seen() -> dict:
        return await house.database.run(lambda s: links.opened_by(s, "notice:12"))

    status, page = await house.see(url)  # the messenger's preview: nobody has read it yet
    assert status == 200
    assert "Lớp đi tham quan &lt;thứ Bảy&gt; &amp; về lúc 16:30.\nXin mang áo mưa." in page
    assert f"Chỉ dành cho {await house.name(person)}" in page
    assert await seen() == {}
    house.clock.later(days=1)
    first = house.clock.now()
    point = url.rsplit("/", 1)[0] + "/" + page.split('src="')[1].split('"')[0]
    async with house.browser.get(point) as answer:  # a browser that shows the page
        assert answer.content_type == "image/gif"
    house.clock.later(days=1)
    await house.see(point)
    assert await seen() == {person: first}


async def test_it_can_be_read_for_two_weeks(house: House) -> None:
    person = await house.person("CB012", "5012")
    url = await house.page(person, "Đi tham quan", TEXT)
    house.clock.later(days=13, hours=23)
    assert (await house.see(url))[0] == 200
    house.clock.later(hours=1)
    status, page = await house.see(url)
    assert status == 410
    assert "tham quan" not in page


async def test_a_withdrawn_notice_is_read_by_nobody(house: House) -> None:
    person, other = await house.person("CB012", "5012"), await house.person("CB013", "5013")
    mine = await house.page(person, "Đi tham quan", TEXT)
    theirs = await house.page(other, "Đi tham quan", TEXT)
    elsewhere = await house.page(person, "Họp", TEXT, purpose="notice:13")
    now = house.clock.now()
    await house.database.run(lambda s: links.close_links(s, "notice:12", now, other))
    assert [(await house.see(url))[0] for url in (mine, theirs, elsewhere)] == [200, 410, 200]
    await house.database.run(lambda s: links.close_links(s, "notice:12", now))
    assert [(await house.see(url))[0] for url in (mine, theirs, elsewhere)] == [410, 410, 200]


async def test_it_speaks_the_persons_language(house: House) -> None:
    person = await house.person("CB012", "5012")

    async def english(session) -> None:
        (await session.get_one(Person, person)).language = "en"

    await house.database.run(english)
    _, page = await house.see(await house.page(person, "Trip", TEXT))
    assert "only" in page
    assert 'lang="en"' in page


async def test_old_links_are_forgotten(house: House, tmp_path: Path) -> None:
    await house.file(b"x", "a.pdf", CHAT)
    house.clock.later(days=29)
    person = await house.person("CB012", "5012")
    await house.page(person, "Họp", TEXT)
    house.clock.later(days=2)
    now = house.clock.now()
    await house.database.run(lambda s: links.forget_links(s, now))
    assert [row.kind for row in await house.rows()] == ["page"]
