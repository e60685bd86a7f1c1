"""A picture by link, for a messenger's server: the picture itself, a few times, for a while."""

import pytest

from tests.web.conftest import House

PNG = b"\x89PNG\r\n\x1a\n" + bytes(60)


async def test_the_messenger_gets_the_picture_itself_five_times(house: House) -> None:
    url = await house.image(PNG, "phieu-diem.png")
    assert url.endswith(".png")
    for _ in range(3):
        async with house.browser.head(url) as answer:
            assert answer.status == 200
    for _ in range(5):
        async with house.browser.get(url) as answer:
            assert (answer.status, answer.content_type) == (200, "image/png")
            assert await answer.read() == PNG
    assert (await house.see(url))[0] == 410


async def test_it_is_over_after_a_quarter_of_an_hour(house: House) -> None:
    url = await house.image(PNG, "phieu-diem.png")
    house.clock.later(minutes=15)
    assert (await house.see(url))[0] == 410


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "book.xlsx", "png"])
async def test_nothing_but_a_picture_is_shown_as_one(house: House, name: str) -> None:
    with pytest.raises(ValueError, match="no picture"):
        await house.image(b"<script>", name)
