"""`solienlac zalo`: a part-time administrator connects the account, chooses a template, sets a
ceiling; nothing is changed unasked, and no key appears on the screen.
"""

import asyncio
import json
import os
import pty
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.channels.zalo_oauth import ZaloOAuth
from services.clock import open_clock
from storage.database import Database
from tests.support.sandbox import SandboxProcess
from tests.support.zalo_oa import APP_ID, APP_SECRET, OA_ID

ROOT = Path(__file__).parents[2]
# The pair of RFC 7636, which Zalo's own library uses as its example.
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
TEMPLATE = "7895417a7d3f9461cd2e"


@pytest.fixture(scope="module")
def zalo(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Zalo"]:
    """Zalo's servers, in a process of their own."""
    sandbox = SandboxProcess(tmp_path_factory.mktemp("zalo"))
    yield Zalo(sandbox.url)
    sandbox.stop()


class Zalo:
    """What an administrator does on Zalo's own pages."""

    def __init__(self, url: str) -> None:
        self.url = url

    def post(self, path: str, body: Any = None) -> Any:
        """One entry there."""
        data = json.dumps(body or {}).encode()
        headers = {"Content-Type": "application/json"}
        asked = urllib.request.Request(f"{self.url}/control/zalo/{path}", data, headers)
        with urllib.request.urlopen(asked) as answer:
            return json.load(answer)

    def explorer(self) -> tuple[str, str]:
        """The API Explorer's pair."""
        pair = self.post("oa/tokens")
        return pair["access_token"], pair["refresh_token"]


@pytest.fixture
def school(solienlac, folder: Path, zalo: Zalo, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A school whose .env has the account's facts, and no keys yet."""
    settings = {
        "ZALO_APP_ID": APP_ID,
        "ZALO_APP_SECRET": APP_SECRET,
        "ZALO_OA_ID": OA_ID,
        "ZALO_OA_API_BASE": f"{zalo.url}/zalo",
        "ZALO_ZBS_API_BASE": f"{zalo.url}/zalo",
        "ZALO_OAUTH_BASE": f"{zalo.url}/zalo",
        "PUBLIC_URL": "https://lienlac.truong.example.vn",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert solienlac("init", "--yes", "--name", "Trường THCS Thử").code == 0
    return folder / "data" / "solienlac.db"


def rows(database: Path, statement: str) -> list[Any]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(statement).fetchall()


def kept(database: Path) -> tuple[str, str]:
    """The pair in the database."""
    [pair] = rows(database, "SELECT access_token, refresh_token FROM channel_token")
    return tuple(pair)


def setting(database: Path, key: str) -> Any:
    found = rows(database, f"SELECT value FROM setting WHERE key = '{key}'")
    return json.loads(found[0][0]) if found else None


@pytest.fixture
def connected(solienlac, school: Path, zalo: Zalo) -> Path:
    """The same with keys."""
    access, refresh = zalo.explorer()
    told = (f"--access-token={access}", f"--refresh-token={refresh}")
    assert solienlac("zalo", "connect", "--yes", *told).code == 0
    return school


def test_the_explorers_pair_is_kept_and_tried_and_never_shown(
    solienlac, school: Path, zalo: Zalo
) -> None:
    access, refresh = zalo.explorer()
    said = solienlac(
        "zalo", "connect", "--yes", f"--access-token={access}", f"--refresh-token={refresh}"
    )
    assert (said.code, said.err) == (0, "")
    assert "«Trường THCS (thử)»" in said.out
    assert "https://lienlac.truong.example.vn/zalo-oa/" in said.out
    assert kept(school) == (access, refresh)
    for secret in (access, refresh, APP_SECRET):
        assert secret not in said.out
    [(details,)] = rows(
        school, "SELECT details FROM audit_event WHERE action = 'channel.connected'"
    )
    assert refresh not in details
    assert solienlac("verify").code == 0


def test_a_refresh_token_alone_is_enough_and_its_successor_is_kept(
    solienlac, school: Path, zalo: Zalo
) -> None:
    _, refresh = zalo.explorer()
    assert solienlac("zalo", "connect", "--yes", f"--refresh-token={refresh}").code == 0
    access, successor = kept(school)
    assert access
    assert successor != refresh


def test_a_code_is_exchanged_once(solienlac, school: Path, zalo: Zalo) -> None:
    code = zalo.post("oa/code", {"code_challenge": CHALLENGE})["code"]
    words = ("zalo", "connect", "--yes", f"--code={code}", "--verifier")
    refused = solienlac(*words, VERIFIER[::-1])
    assert (refused.code, "Code Verifier" in refused.error) == (1, True)
    said = solienlac(*words, VERIFIER)
    assert said.code == 0
    pair = kept(school)
    again = solienlac(*words, VERIFIER)
    assert (again.code, "một lần" in again.error) == (1, True)
    assert kept(school) == pair, "what works is not given up"


def test_what_env_still_lacks_is_told_without_the_secret(
    solienlac, school: Path, zalo: Zalo, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ZALO_APP_ID", "ZALO_APP_SECRET", "ZALO_OA_ID"):
        monkeypatch.delenv(name)
    _, refresh = zalo.explorer()
    facts = ("--app-id", APP_ID, "--app-secret", APP_SECRET, "--oa-id", OA_ID)
    said = solienlac("zalo", "connect", "--yes", *facts, f"--refresh-token={refresh}")
    assert said.code == 0
    assert f"  ZALO_APP_ID={APP_ID}\n  ZALO_OA_ID={OA_ID}\n  ZALO_APP_SECRET=(" in said.out
    assert APP_SECRET not in said.out
    missing = solienlac("zalo", "connect", "--yes", f"--refresh-token={refresh}")
    assert (missing.code, "ZALO_APP_ID" in missing.error) == (1, True)


def test_a_pair_that_still_stands_in_env_does_not_come_back(
    solienlac, school: Path, zalo: Zalo, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, (access, refresh) = zalo.explorer(), zalo.explorer()
    monkeypatch.setenv("ZALO_OA_ACCESS_TOKEN", old[0])
    monkeypatch.setenv("ZALO_OA_REFRESH_TOKEN", old[1])
    said = solienlac(
        "zalo", "connect", "--yes", f"--access-token={access}", f"--refresh-token={refresh}"
    )
    assert "Xóa ZALO_OA_ACCESS_TOKEN" in said.out

    async def next_start() -> None:
        clock = open_clock(folder / "data", ZoneInfo("Asia/Ho_Chi_Minh"), None)
        facts = {"base": f"{zalo.url}/zalo", "app_id": APP_ID, "app_secret": APP_SECRET}
        async with Database(f"sqlite+aiosqlite:///{school}") as database:
            await ZaloOAuth(database, clock, first=old, **facts).start()

    asyncio.run(next_start())
    assert kept(school) == (access, refresh)


def test_the_keys_of_another_account_are_noticed(
    solienlac, school: Path, zalo: Zalo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZALO_OA_ID", "111222333")
    said = solienlac("zalo", "connect", "--yes", f"--refresh-token={zalo.explorer()[1]}")
    assert said.code == 1
    assert OA_ID in said.out
    assert "111222333" in said.out


def test_nothing_is_changed_where_nobody_can_say_yes(program, connected: Path, zalo: Zalo) -> None:
    before = kept(connected)
    for words in (
        ("connect", f"--refresh-token={zalo.explorer()[1]}"),
        ("budget", "--month-cost", "500000"),
        ("templates", "use", TEMPLATE),
    ):
        said = program("zalo", *words)
        assert (said.code, "--yes" in said.error) == (1, True), words
    assert kept(connected) == before
    assert setting(connected, "spending") is None
    assert setting(connected, "zalo:template") is None


def test_the_accounts_templates_are_listed_and_one_is_chosen(solienlac, connected: Path) -> None:
    listed = solienlac("zalo", "templates")
    assert f"○ {TEMPLATE} «Thông báo của nhà trường»" in listed.out
    assert "pupil: đến 30 kí tự, bắt buộc" in listed.out
    said = solienlac("zalo", "templates", "use", TEMPLATE, "--yes", "--field", "title=date")
    assert (said.code, said.err) == (0, "")
    stored = setting(connected, "zalo:template")
    assert stored["id"] == TEMPLATE
    assert stored["fields"] == {
        "school": "school",
        "pupil": "pupil",
        "title": "date",
        "date": "date",
        "link": "link",
    }
    assert (stored["lengths"]["pupil"], stored["price"], stored["price_phone"]) == (30, 560, 800)
    assert (stored["uid"], stored["phone"]) == (True, True)
    assert f"● {TEMPLATE}" in solienlac("zalo", "templates").out
    only = solienlac("zalo", "templates", "use", TEMPLATE, "--yes", "--by", "user")
    assert only.code == 0
    assert setting(connected, "zalo:template")["phone"] is False


def test_a_template_that_would_not_go_is_refused_with_the_reason(
    solienlac, connected: Path, zalo: Zalo
) -> None:
    other = {
        "template_id": "mau-lop",
        "name": "Tin của lớp",
        "text": "Gửi em <ten_em>: <noi_dung> <link>",
        "params": [{"name": "ten_em"}, {"name": "noi_dung"}, {"name": "link", "type": "address"}],
    }
    zalo.post("templates", [other, {**other, "template_id": "chua-duyet", "status": "pending"}])
    use = ("zalo", "templates", "use", "mau-lop", "--yes")
    assert "ten_em" in solienlac(*use, "--field", "noi_dung=title").error
    assert "pupil, title" in solienlac(*use, "--field", "ten_em=ten").error
    assert (
        "không có trường «lop»"
        in solienlac(
            *use, "--field", "ten_em=pupil", "--field", "noi_dung=title", "--field", "lop=pupil"
        ).error
    )
    fields = ("--field", "ten_em=pupil", "--field", "noi_dung=title")
    assert solienlac(*use, *fields).code == 0
    waiting = solienlac("zalo", "templates", "use", "chua-duyet", "--yes", *fields)
    assert (waiting.code, "PENDING_REVIEW" in waiting.error) == (1, True)
    assert "-109" in solienlac("zalo", "templates", "use", "khong-co", "--yes").error
    assert "templates use" in solienlac("zalo", "templates", "chon", "mau-lop").error
    assert setting(connected, "zalo:template")["id"] == "mau-lop"


def test_ceilings_and_prices_are_shown_and_set(solienlac, connected: Path) -> None:
    assert "Hạn mức tháng: 0đ, không giới hạn số tin." in solienlac("zalo", "budget").out
    said = solienlac(
        *("zalo", "budget", "--yes", "--month-cost", "500.000", "--notice-messages", "200"),
        *("--price-consultation", "60", "--free-hours", "24"),
    )
    assert (said.code, said.err) == (0, "")
    stored = setting(connected, "spending")
    assert (stored["month_dong"], stored["notice_messages"]) == (500_000, 200)
    assert stored["prices"]["consultation"] == 60
    assert stored["hours"]["free_hours"] == 24
    assert solienlac("zalo", "budget", "--yes", "--month-cost", "không").code == 0
    assert setting(connected, "spending")["month_dong"] is None
    wrong = solienlac("zalo", "budget", "--yes", "--month-cost", "nửa triệu")
    assert (wrong.code, "--month-cost" in wrong.error) == (1, True)
    assert setting(connected, "spending")["month_dong"] is None
    [(who,)] = rows(
        connected, "SELECT DISTINCT actor_id FROM audit_event WHERE action = 'spending.changed'"
    )
    assert who is None, "it was done at the school's machine, by nobody with an account"


def test_addresses_and_status_need_nobodys_answer(
    solienlac, connected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZALO_BOT_TOKEN", "84210001:mot-ma-bot-thu")
    for name in ("ZALO_OA_API_BASE", "ZALO_ZBS_API_BASE", "ZALO_OAUTH_BASE", "ZALO_API_BASE"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    said = solienlac("zalo", "webhook")
    assert said.code == 0
    assert said.out.count("https://lienlac.truong.example.vn/zalo-") == 2
    assert "mot-ma-bot-thu" not in said.out
    status = solienlac("zalo", "status", "--language", "en")
    assert "keys renew themselves" in status.out
    assert "Zalo Bot: 0 messages this month (at most 3,000)" in status.out
    assert "0 đồng spent" in status.out
    assert not [key for key in kept(connected) if key in said.out + status.out]


def test_before_anything_is_set_up(solienlac, folder: Path) -> None:
    assert solienlac("init", "--yes").code == 0
    for part in ("webhook", "status"):
        said = solienlac("zalo", part)
        assert (said.code, "docs/zalo.md" in said.error) == (1, True)
    assert "ZALO_OA_ID" in solienlac("zalo", "templates").error
    assert solienlac("zalo").code == 2
    assert solienlac("zalo", "connect", "--help").code == 0


def test_the_keys_are_asked_for_and_not_shown_while_they_are_typed(
    school: Path, zalo: Zalo, folder: Path
) -> None:
    _, refresh = zalo.explorer()
    keyboard, terminal = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "bot.cli", "zalo", "connect"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # no other terminal that it could ask at
    )
    assert running.stderr
    assert "Refresh Token" in running.stderr.readline(20), "it has asked, so it listens"
    os.write(keyboard, f"{refresh}\n".encode())
    assert running.stdout
    told = ""
    while "k = không]" not in told and running.poll() is None:
        told += running.stdout.read(1)
    os.write(keyboard, b"c\n")
    out, err = running.communicate(timeout=60)
    os.close(keyboard)
    os.close(terminal)
    assert running.returncode == 0, err
    assert "«Trường THCS (thử)»" in out
    assert refresh not in told + out + err
    assert kept(school)[1] != ""
