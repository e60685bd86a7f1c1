"""Tokens: what was not signed here, or for something else, or is over, opens nothing."""

import stat
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy import event

from bot.web.key import server_key
from services.errors import NotFound, Outdated
from services.link_tokens import LinkKind, Links
from tests.support.stage import MORNING
from tests.web.conftest import House

LINKS = Links("https://truong.example", b"k" * 32)
ENDS = MORNING + timedelta(minutes=30)
TOKEN = LINKS.token(LinkKind.FILE, 7, ENDS)


def test_it_is_read_until_its_end() -> None:
    assert len(TOKEN) == 36
    assert LINKS.read(LinkKind.FILE, TOKEN, ENDS - timedelta(seconds=1)) == 7
    with pytest.raises(Outdated):
        LINKS.read(LinkKind.FILE, TOKEN, ENDS)


@given(some.integers(0, 26), some.integers(0, 7))
def test_no_bit_of_it_can_be_changed(place: int, bit: int) -> None:
    packed = bytearray(urlsafe_b64decode(TOKEN))
    packed[place] ^= 1 << bit
    with pytest.raises(NotFound):
        LINKS.read(LinkKind.FILE, urlsafe_b64encode(packed).decode(), MORNING)


@given(some.text(max_size=80))
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(NotFound):
        LINKS.read(LinkKind.FILE, text, MORNING)


def test_a_token_of_one_kind_or_server_is_none_of_another() -> None:
    for kind in (LinkKind.UPLOAD, LinkKind.PAGE, LinkKind.IMAGE):
        with pytest.raises(NotFound):
            LINKS.read(kind, TOKEN, MORNING)
    with pytest.raises(NotFound):
        Links(LINKS.base, b"x" * 32).read(LinkKind.FILE, TOKEN, MORNING)


def test_the_key_is_never_shown() -> None:
    assert "kkk" not in repr(LINKS)


def test_the_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "data" / "web.key"
    key = server_key(path)
    assert len(key) == 32
    assert server_key(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["web.key"]
    path.write_bytes(b"short")
    with pytest.raises(ValueError, match="no key"):
        server_key(path)


async def test_the_database_is_not_asked_about_forged_or_old_tokens(house: House) -> None:
    url = await house.file(b"x", "a.pdf")
    asked: list[str] = []

    @event.listens_for(house.database.engine.sync_engine, "before_cursor_execute")
    def listen(connection, cursor, statement, *_) -> None:
        asked.append(statement)

    for forged in ("/file/" + "A" * 36, "/page/" + url[-36:], "/upload/" + url[-36:], "/file/x"):
        assert (await house.see(house.links.base + forged))[0] == 404
    house.clock.later(hours=1)
    assert (await house.see(url))[0] == 410
    assert asked == []
    house.clock.later(hours=-1)
    assert (await house.see(url))[0] == 200
    assert asked != []
