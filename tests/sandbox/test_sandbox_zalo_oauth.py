"""The Official Account's tokens: codes of ten minutes, refresh tokens of one use, 25 hours."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sandbox.zalo.oauth import challenge_of
from tests.support.sandbox import Phones, sandbox_server
from tests.support.zalo_oa import APP_ID, OA_ID, OaClient

# The vector of Zalo's own software kit.
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
MORNING = datetime.fromisoformat("2026-11-23T07:00:00+07:00")


@asynccontextmanager
async def zalo(folder: Path) -> AsyncIterator[tuple[OaClient, Phones]]:
    async with (
        sandbox_server(folder) as url,
        Phones(url) as phones,
        aiohttp.ClientSession() as session,
    ):
        yield OaClient(url, session), phones


def set_clock(folder: Path, instant: datetime) -> None:
    anchor = {"real": time.time(), "clock": instant.isoformat()}
    (folder / "clock.json").write_text(json.dumps(anchor))


def refused(answer: Any) -> bool:
    return answer["error"] < 0 and bool(answer["message"]) and "access_token" not in answer


def test_the_challenge_is_that_of_zalos_own_kit() -> None:
    assert challenge_of(VERIFIER) == CHALLENGE


async def test_a_code_is_good_once_and_only_with_its_verifier(tmp_path: Path) -> None:
    async with zalo(tmp_path) as (client, phones):
        shown = await phones.post("zalo/oa", code_challenge=CHALLENGE)
        assert (shown["code_challenge"], shown["secret_key"]) == (CHALLENGE, True)
        got = await phones.post("zalo/oa/code")
        assert got["oa_id"] == OA_ID
        form = {"app_id": APP_ID, "grant_type": "authorization_code", "code": got["code"]}
        assert refused(await client.grant(**form))
        assert refused(await client.grant(**form, code_verifier="x" * 43))
        assert refused(await client.grant("wrong", **form, code_verifier=VERIFIER))
        pair = await client.grant(**form, code_verifier=VERIFIER)
        assert pair["expires_in"] == "90000"
        assert refused(await client.grant(**form, code_verifier=VERIFIER))
        client.token = pair["access_token"]
        assert (await client.get("v2.0/oa/getoa"))["data"]["oa_id"] == OA_ID
        assert (await phones.get("stats"))["methods"]["oauth.code"]["200"] == 1


async def test_a_refresh_token_is_good_once(tmp_path: Path) -> None:
    async with zalo(tmp_path) as (client, phones):
        first = await phones.post("zalo/oa/tokens")
        second = await client.refresh(first["refresh_token"])
        assert second["expires_in"] == "90000"
        assert second["refresh_token"] != first["refresh_token"]
        reused = await client.refresh(first["refresh_token"])
        assert refused(reused)
        await phones.post("zalo", oa={"oauth_error": -77})
        assert (await client.refresh(first["refresh_token"]))["error"] == -77
        assert refused(await client.refresh(second["refresh_token"], app_id="1"))
        assert refused(await client.refresh(second["refresh_token"], grant_type="password"))
        assert refused(await client.refresh(first["access_token"]))
        third = await client.refresh(second["refresh_token"])
        await phones.post("zalo/oa/expire", what="refresh")
        assert refused(await client.refresh(third["refresh_token"]))
        client.token = third["access_token"]
        assert (await client.get("v2.0/oa/getoa"))["error"] == 0


async def test_a_token_request_is_a_form(tmp_path: Path) -> None:
    async with zalo(tmp_path) as (client, phones):
        pair = await phones.post("zalo/oa/tokens")
        facts = {"app_id": APP_ID, "grant_type": "refresh_token"}
        body = {**facts, "refresh_token": pair["refresh_token"]}
        url, headers = f"{client.base}/v4/oa/access_token", {"secret_key": "SandboxAppSecret0001"}
        async with client.session.post(url, json=body, headers=headers) as response:
            assert refused(await response.json())
        assert "access_token" in await client.refresh(pair["refresh_token"])


async def test_tokens_survive_a_restart_and_end_by_the_sandboxs_clock(tmp_path: Path) -> None:
    set_clock(tmp_path, MORNING)
    async with zalo(tmp_path) as (client, phones):
        pair = await phones.post("zalo/oa/tokens")
        code = (await phones.post("zalo/oa/code"))["code"]
    set_clock(tmp_path, MORNING + timedelta(hours=24, minutes=59))
    async with zalo(tmp_path) as (client, phones):
        client.token = pair["access_token"]
        assert (await client.get("v2.0/oa/getoa"))["error"] == 0
        late = {"app_id": APP_ID, "grant_type": "authorization_code", "code": code}
        assert refused(await client.grant(**late))
    set_clock(tmp_path, MORNING + timedelta(hours=25, minutes=1))
    async with zalo(tmp_path) as (client, phones):
        client.token = pair["access_token"]
        assert (await client.get("v2.0/oa/getoa"))["error"] == -220
        assert (await client.zbs("message/quota"))["error"] == -124
        client.token = (await client.refresh(pair["refresh_token"]))["access_token"]
        assert (await client.get("v2.0/oa/getoa"))["error"] == 0


async def test_a_rotation_whose_answer_is_lost_has_happened_all_the_same(tmp_path: Path) -> None:
    async with zalo(tmp_path) as (client, phones):
        pair = await phones.post("zalo/oa/tokens")
        await phones.post("faults", p_timeout=1)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.5):
                await client.refresh(pair["refresh_token"])
        await phones.post("faults", p_timeout=0)
        assert refused(await client.refresh(pair["refresh_token"]))
        assert (await phones.get("stats"))["methods"]["oauth.refresh"]["timeout"] == 1
