"""`solienlac invite`: codes on paper and as JSON, without a messenger's library."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main
from services.doors import Door, remember
from services.invite_codes import code_in, hash_of
from storage.school_settings import put
from storage.tables import Invite
from tests.support.identity import IdentityWorld


@pytest.fixture
def data_dir(identity_school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(identity_school, folder / "solienlac.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(folder))
    monkeypatch.setenv("CLOCK_START", "2026-11-30T07:40:00+07:00")
    return folder


def name_the_bot(folder: Path) -> None:
    """As the first `run` does."""
    import asyncio

    from storage.database import Database

    async def work() -> None:
        async with Database(f"sqlite+aiosqlite:///{folder / 'solienlac.db'}") as db:
            await db.run(lambda s: put(s, "bot-name:telegram", "truong_thu_bot"))
            await db.run(lambda s: put(s, "school-name", "THCS <Thử>"))

    asyncio.run(work())


def test_a_teachers_code_as_json(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["invite", "--staff", "cb012", "--json"]) == 0
    (item,) = json.loads(capsys.readouterr().out)
    assert item["person"] == "Trần Anh Khoa"
    assert item["link"] is None
    assert item["expires"].startswith("2026-12-14T07:4")
    assert "guardian" not in item


@pytest.mark.parametrize("pupil", ["7A1/15", "6700010137"])
def test_a_pupils_guardians_get_a_code_each(
    data_dir: Path, capsys: pytest.CaptureFixture[str], pupil: str
) -> None:
    name_the_bot(data_dir)
    assert main(["invite", "--pupil", pupil, "--json", "--days", "30"]) == 0
    items = json.loads(capsys.readouterr().out)
    assert {i["guardian"] for i in items} == {"Nguyễn Bảo Minh", "Nguyễn Diệu Thủy"}
    for item in items:
        assert item["person"] == "Nguyễn Thị Ngọc Lan"
        assert item["link"] == f"https://t.me/truong_thu_bot?start={item['code']}"
        assert item["expires"].startswith("2026-12-30")


def test_slips_are_printed_with_a_qr_code_each(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name_the_bot(data_dir)
    page = tmp_path / "phieu.html"
    assert main(["invite", "--pupil", "7A1/15", "--sheet", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert text.count("<svg") == 2
    assert "mẹ của em Nguyễn Thị Ngọc Lan, lớp 7A1" in text
    assert "THCS &lt;Thử&gt;" in text
    assert "http://www.w3.org" not in text
    assert page.stat().st_mode & 0o077 == 0
    shown = capsys.readouterr().out
    assert len(re.findall(r"start=[A-Za-z0-9]{16}", shown)) == 2
    for code in re.findall(r"<code>([^<]+)</code>", text):
        assert code_in(code) == code.replace("-", "")


def open_zalo(folder: Path, *doors: Door) -> None:
    """As `run` does where the school has no Telegram bot."""
    import asyncio

    from storage.database import Database

    async def work() -> None:
        async with Database(f"sqlite+aiosqlite:///{folder / 'solienlac.db'}") as db:
            for door in doors:
                await db.run(lambda s, door=door: remember(s, door))

    asyncio.run(work())


OA = Door("zalo_oa", "388613280878808645", "", "https://zalo.me/388613280878808645")
ZALO_BOT = Door("zalo_bot", "bot.VDKyGxQvc", "Sổ Liên Lạc <Thử>")


def test_with_zalo_alone_the_slip_says_whom_to_find_and_what_to_write(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_zalo(data_dir, OA, ZALO_BOT)
    page = tmp_path / "phieu.html"
    assert main(["invite", "--pupil", "7A1/15", "--sheet", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert text.count("<svg") == 2  # each guardian's way to the Official Account
    assert "Telegram" not in text
    codes = re.findall(r"<code>([^<]+)</code>", text)
    shown = capsys.readouterr().out
    for code in codes:
        assert code in shown
        assert f"bấm Quan tâm rồi nhắn mã {code}" in text
        assert f"mở bot «Sổ Liên Lạc &lt;Thử&gt;»; nhắn mã {code}" in text


def test_the_first_link_there_is_stands_beside_all_of_them(
    data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_zalo(data_dir, OA, ZALO_BOT)
    assert main(["invite", "--staff", "CB012", "--json"]) == 0
    (item,) = json.loads(capsys.readouterr().out)
    assert item["link"] == OA.page
    assert item["links"] == {"zalo_oa": OA.page}
    name_the_bot(data_dir)
    assert main(["invite", "--staff", "CB012", "--json"]) == 0
    (item,) = json.loads(capsys.readouterr().out)
    assert item["link"] == f"https://t.me/truong_thu_bot?start={item['code']}"
    assert item["links"] == {"telegram": item["link"], "zalo_oa": OA.page}


def test_a_bot_without_a_page_is_no_link_but_a_slip(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_zalo(data_dir, ZALO_BOT)
    page = tmp_path / "phieu.html"
    assert main(["invite", "--staff", "CB012", "--json", "--sheet", str(page)]) == 0
    (item,) = json.loads(capsys.readouterr().out)
    assert item["link"] is None
    assert item["links"] == {}
    assert f"nhắn mã {item['typed']}" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["invite"], "Mời ai"),
        (["invite", "--staff", "CB999"], "CB999"),
        (["invite", "--pupil", "7A1/99"], "7A1/99"),
        (["invite", "--staff", "CB012", "--days", "0"], "Số ngày"),
        (["invite", "--staff", "CB012", "--sheet", "x.html"], "tên bot"),
        (["invite", "--staff", "CB012", "--sheet", "x.pdf"], ".html"),
        (["invite", "--all"], "--yes"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    data_dir: Path, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    assert main(words) != 0
    shown = capsys.readouterr()
    assert told in shown.err
    assert shown.err.count("\n") == 1
    assert not shown.out


def test_invites_do_not_load_the_messengers_library() -> None:
    code = (
        "import sys, bot.cli_invite; sys.exit('aiogram' in sys.modules or 'segno' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


async def test_codes_are_kept_as_hashes(world: IdentityWorld) -> None:
    from services.invites import invite_staff

    person = await world.staff("CB012")
    issued = await world.console(lambda u: invite_staff(u, person))

    async def look(unit):
        return (await unit.session.get_one(Invite, issued.invite_id)).code_hash

    assert await world.run(look) == hash_of(issued.code)
