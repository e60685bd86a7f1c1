"""`doctor` beside a bot that runs on Telegram, a Zalo Bot and an Official Account: what is well is
said to be, and each thing that an administrator can get wrong is named with what to do.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from sqlalchemy import update

from bot.channels.zalo_bot_client import ZaloBotClient
from bot.channels.zalo_bot_webhook import webhook_path
from bot.checks import examine
from bot.cli_text import Text
from bot.finding import Finding
from bot.lock import hold
from storage import channel_tokens, school_settings
from storage.tables import ChannelToken
from tests.support.ports import free_port
from tests.support.stage import Stage, staged

TEMPLATE = {
    "id": "7895417a7d3f9461cd2e",
    "fields": {name: name for name in ("school", "pupil", "title", "date", "link")},
    "uid": True,
    "phone": True,
    "price": 560,
    "price_phone": 800,
}


class Report:
    """What doctor said: by key, and as it is printed in both languages."""

    def __init__(self, findings: list[Finding]) -> None:
        self.by = {finding.key: finding for finding in findings}
        self.bad = {key for key, finding in self.by.items() if not finding.good}
        self.printed = {
            language: "\n".join(Text(language)(f.key, **f.values) for f in findings)
            for language in ("vi", "en")
        }


async def doctor(stage: Stage, **changed: Any) -> Report:
    """All checks with the stage's settings, some of them `changed`."""
    settings = stage._settings().model_copy(update=changed)
    return Report([finding async for finding in examine(settings)])


@pytest.fixture
async def stage(school: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged(tmp_path, school, messenger="zalo_oa") as stage:
        yield stage


async def store(stage: Stage, key: str, value: Any) -> None:
    await stage.run(lambda session: school_settings.put(session, key, value))


async def refreshes(stage: Stage) -> int:
    async with stage.http.get(f"{stage.url}/control/stats") as response:
        methods = (await response.json())["methods"]
    return sum(sum(results.values()) for name, results in methods.items() if "refresh" in name)


async def test_a_school_that_is_set_up_is_told_so_and_no_key_is_shown(stage: Stage) -> None:
    await stage.guardian("7A1", 1)
    await store(stage, "zalo:template", TEMPLATE)
    await store(stage, "spending", {"month_dong": 200_000})
    report = await doctor(stage)
    assert report.bad == set(), report.printed["vi"]
    assert {
        "doctor-telegram",
        "doctor-address",
        "doctor-clock",
        "doctor-zalo-bot",
        "doctor-zalo-hook",
        "doctor-oa",
        "doctor-oa-keys",
        "doctor-oa-hook",
        "doctor-template",
        "doctor-template-quota",
        "doctor-budget",
    } <= report.by.keys()
    assert report.by["doctor-oa-signed"].values == {"variant": "app_id, body time, app secret"}
    assert "gói Nâng cao" in report.printed["vi"]
    settings = stage._settings()
    kept = await stage.run(lambda session: channel_tokens.get(session, "zalo_oa"))
    assert kept is not None
    secrets = [
        settings.telegram_token.partition(":")[2],
        settings.zalo_bot_token.partition(":")[2],
        settings.zalo_app_secret,
        settings.zalo_oa_refresh_token,
        kept.access_token,
        kept.refresh_token,
    ]
    for printed in report.printed.values():
        assert not [secret for secret in secrets if secret in printed]


async def test_how_zalo_signs_is_told_from_its_own_events(stage: Stage) -> None:
    report = await doctor(stage)
    assert "doctor-oa-never-heard" in report.bad
    await stage.control("zalo", {"oa": {"timestamp": "header", "signed_with": "oa_id"}})
    await stage.guardian("7A1", 1)
    report = await doctor(stage)
    assert report.by["doctor-oa-signed"].values == {"variant": "oa_id, header time, app secret"}


async def test_other_keys_than_the_running_bots_are_noticed(stage: Stage) -> None:
    report = await doctor(stage, zalo_app_secret="another-secret")
    assert report.by["doctor-oa-hook-bad"].values["kind"] == "nobody"
    report = await doctor(stage, zalo_oa_secret="another-webhook-key")
    assert report.by["doctor-oa-hook-bad"].values["kind"] == "refused"
    report = await doctor(stage, zalo_oa_id="111222333")
    assert report.by["doctor-oa-other"].values["ours"] == "111222333"
    report = await doctor(stage, zalo_app_secret="", zalo_oa_id="")
    assert report.by["doctor-oa-missing"].values == {"names": "ZALO_APP_SECRET, ZALO_OA_ID"}


async def test_beside_a_running_bot_the_refresh_token_is_left_alone(stage: Stage) -> None:
    async def end_access(session: Any) -> None:
        past = stage.clock.now() - timedelta(hours=1)
        await session.execute(update(ChannelToken).values(access_until=past))

    await stage.run(end_access)
    before = await refreshes(stage)
    with hold(stage.folder / "solienlac.lock"):
        assert "doctor-oa-keys-later" in (await doctor(stage)).bad
    assert await refreshes(stage) == before
    report = await doctor(stage)  # nobody holds the lock: it renews as the bot would
    assert "doctor-oa" in report.by
    assert await refreshes(stage) == before + 1
    old = stage.oa["zalo_oa_refresh_token"]
    kept = await stage.run(lambda session: channel_tokens.get(session, "zalo_oa"))
    assert kept is not None
    assert kept.refresh_token != old


async def test_keys_that_zalo_takes_no_more_are_told_with_what_to_do(stage: Stage) -> None:
    await stage.control("zalo/oa/expire", {"what": "access"})
    await stage.control("zalo/oa/expire", {"what": "refresh"})
    report = await doctor(stage)
    assert "doctor-oa-keys-refused" in report.bad
    assert "solienlac zalo connect" in report.printed["en"]


async def test_an_account_that_is_not_verified_yet(stage: Stage) -> None:
    await stage.control("zalo/oa", {"is_verified": False})
    assert "doctor-oa-unverified" in (await doctor(stage)).bad


async def test_each_thing_that_is_wrong_with_a_template(stage: Stage) -> None:
    async def bad_with(stored: dict[str, Any], **changes: Any) -> set[str]:
        zalo = {
            "template_id": TEMPLATE["id"],
            "name": "Thông báo",
            "text": "Kính gửi gia đình em <pupil>: <title> <link>",
            "params": [{"name": n} for n in ("pupil", "title")]
            + [{"name": "link", "type": "address"}],
            **changes,
        }
        await stage.control("zalo/templates", [zalo])
        await store(stage, "zalo:template", stored)
        report = await doctor(stage)
        return {key for key in report.bad if "template" in key}

    good = {
        **TEMPLATE,
        "fields": {"pupil": "pupil", "title": "title", "link": "link"},
        "lengths": {"title": 30},
    }
    assert await bad_with(good) == {"doctor-budget-zero-template"}
    await store(stage, "spending", {"month_dong": 200_000})
    assert await bad_with(good) == set()
    assert await bad_with({**good, "lengths": {}}) == {"doctor-template-long"}
    fields = {"link": "link", "title": "title", "lop": "pupil"}
    wrong = {"doctor-template-unknown", "doctor-template-missing"}
    assert await bad_with({**good, "fields": fields}) == wrong
    assert await bad_with(good, status="pending") == {"doctor-template-status"}
    assert await bad_with(good, price_uid=700) == {"doctor-template-price"}
    short = [{"name": n} for n in ("pupil", "title", "link")]
    assert await bad_with(good, params=short) == {"doctor-template-link"}
    assert await bad_with({**good, "id": "khong-co"}) == {"doctor-template-gone"}
    assert await bad_with({"id": "x", "fields": {"a": "b"}}) == {"doctor-template-fault"}


async def test_zalos_caller_is_stopped_by_a_firewall(stage: Stage) -> None:
    settings = stage._settings()
    async with firewall(stage.public_url) as address:
        client = ZaloBotClient(settings.zalo_bot_token, settings.zalo_api_base)
        url = address + webhook_path(settings.zalo_bot_token)
        await client.call("setWebhook", {"url": url, "secret_token": "12345678"})
        await client.close()
        report = await doctor(stage, public_url=address)
    assert report.by["doctor-zalo-hook-bad"].values["hint"] == "blocked"
    for printed in report.printed.values():
        assert "Java/" in printed
        assert "Browser Integrity Check" in printed
    assert "doctor-address" in report.by, "a browser gets through all the same"


@asynccontextmanager
async def firewall(behind: str) -> AsyncIterator[str]:
    """An address that passes on what is asked for, but to nobody who calls himself Java."""

    async def answer(request: web.Request) -> web.Response:
        if request.headers.get("User-Agent", "").startswith("Java/"):
            return web.Response(status=403)
        assert request.path == "/health" or request.method == "POST", behind
        return web.Response(text="solienlac")

    app = web.Application()
    app.router.add_route("*", "/{any:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def test_a_page_that_says_yes_to_everything_is_not_our_webhook(stage: Stage) -> None:
    async with firewall(stage.public_url) as address:
        report = await doctor(stage, public_url=address)
    assert "doctor-oa-hook-open" in report.bad


async def test_the_zalo_bots_month_and_token(stage: Stage) -> None:
    teacher = await stage.staff("CB012", on="zalo_bot")
    await teacher.say("/trogiup")
    await stage.quiet()
    report = await doctor(stage, zalo_bot_monthly=1)
    assert "doctor-zalo-month-full" in report.bad
    assert report.by["doctor-zalo-people"].values == {"people": 1, "most": 50}
    report = await doctor(stage, zalo_bot_token="84210009:ma-cua-mot-bot-khac")
    assert "doctor-zalo-hook-none" in report.bad
    report = await doctor(stage, zalo_bot_token="khong co dau hai cham")
    assert "doctor-zalo-token-bad" in report.bad


async def test_where_telegram_cannot_be_reached_zalo_is_named(stage: Stage) -> None:
    report = await doctor(stage, telegram_api_base=f"http://127.0.0.1:{free_port()}")
    assert "doctor-telegram-unreachable" in report.bad
    assert "hãy dùng Zalo" in report.printed["vi"]
    for way_around in ("VPN", "proxy", "DNS"):
        assert way_around not in Text("vi")("doctor-telegram-unreachable")


async def test_an_address_that_leads_nowhere(stage: Stage) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}"
    report = await doctor(stage, public_url=nowhere)
    assert {"doctor-address-bot-rests", "doctor-oa-hook-unreachable"} <= report.bad
    here = {"public_url": nowhere, "webhook_port": int(stage.public_url.rpartition(":")[2])}
    with hold(stage.folder / "solienlac.lock"):
        assert "doctor-address-closed" in (await doctor(stage, **here)).bad
        report = await doctor(stage, public_url=nowhere, webhook_port=free_port())
        assert "doctor-address-nobody-listens" in report.bad


async def test_a_real_messenger_takes_https_on_its_own_port_only(stage: Stage) -> None:
    real = {"zalo_api_base": "https://127.0.0.1:1", "zalo_oa_api_base": "https://127.0.0.1:1"}
    report = await doctor(stage, public_url="http://truong.example.vn", **real)
    assert "doctor-address-not-https" in report.bad
    report = await doctor(stage, public_url="https://truong.example.vn:8443", **real)
    assert "doctor-address-port" in report.bad
    assert {"doctor-zalo-unreachable", "doctor-oa-unreachable"} <= report.bad


async def test_many_doctors_at_once_renew_once(stage: Stage) -> None:
    async def end_access(session: Any) -> None:
        past = stage.clock.now() - timedelta(hours=1)
        await session.execute(update(ChannelToken).values(access_until=past))

    await stage.run(end_access)
    before = await refreshes(stage)
    reports = await asyncio.gather(*(doctor(stage) for _ in range(3)))
    assert all("doctor-oa" in report.by for report in reports)
    assert await refreshes(stage) == before + 1
