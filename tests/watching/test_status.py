"""What a watchdog and Prometheus are told of the running bot."""

from datetime import timedelta
from pathlib import Path

import aiohttp
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import select

from bot.health import Health
from bot.meters import Meters
from bot.outbox_alarm import OutboxAlarm
from bot.web.server import WebServer
from bot.web.status_routes import StatusRoutes
from storage.tables import OutboxRow
from tests.support.ports import free_port
from tests.support.stage import Stage, staged


async def asked(port: int, path: str) -> tuple[int, str]:
    url = f"http://127.0.0.1:{port}{path}"
    async with aiohttp.ClientSession() as http, http.get(url) as response:
        return response.status, await response.text()


async def test_it_says_that_all_is_well_and_counts(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("7A1 vắng Lan p")
    await teacher.read("Đã lưu")
    await teacher.say("/saoluu")
    await teacher.read("không thuộc quyền")
    meters = stage.program._meters
    health = Health(stage.database, stage.clock, meters, ["telegram"])
    server = WebServer(0, "127.0.0.1")
    server.add(StatusRoutes(health, metrics=True))
    await server.start()
    try:
        status, body = await asked(server.port, "/healthz")
        assert (status, '"ok": true' in body) == (200, True)
        status, body = await asked(server.port, "/metrics")
        figures = {
            (sample.name, *sorted(sample.labels.values())): sample.value
            for family in text_string_to_metric_families(body)
            for sample in family.samples
        }
    finally:
        await server.stop()
    assert figures["solienlac_up",] == 1
    assert figures["solienlac_updates_total", "refused", "telegram"] == 1
    assert figures["solienlac_updates_total", "done", "telegram"] >= 2
    assert figures["solienlac_messages_total", "sent", "telegram"] >= 2
    assert figures["solienlac_update_seconds_count",] >= 3
    assert "Lan" not in body
    assert "7A1" not in body


async def test_it_says_what_is_wrong(stage: Stage) -> None:
    health = Health(stage.database, stage.clock, Meters(), ["telegram", "zalo_oa"])
    state = await health.look()
    assert not state.is_well  # neither messenger listens, as far as these meters know
    assert (state.database, state.scheduler, state.outbox) == (True, True, True)
    await stage.database.close()
    await stage.program._ticking.stop()


async def test_messages_that_do_not_leave_are_told_once_an_hour(stage: Stage) -> None:
    admin = await stage.staff("CB003")

    async def stuck(session) -> None:
        session.add(
            OutboxRow(
                channel="zalo_oa",
                chat="1",
                method="sendMessage",
                payload={"chat_id": 1, "text": "x"},
                priority=3,
                not_before=stage.clock.now() - timedelta(minutes=40),
                created_at=stage.clock.now(),
            )
        )

    health = Health(stage.database, stage.clock, stage.program._meters, ["telegram"])
    alarm = OutboxAlarm(stage.database, health, stage.clock, stage.program._deliverer.wake)
    assert not await alarm.look()
    await stage.program._deliverer.stop()
    await stage.run(stuck)
    assert await alarm.look()
    assert await alarm.look()

    async def told(session) -> list[OutboxRow]:
        ours = select(OutboxRow).where(OutboxRow.notice == "outbox-stuck")
        return list(await session.scalars(ours))

    (row,) = await stage.run(told)
    assert row.params == {"count": 1, "minutes": 40}
    assert admin is not None


async def test_the_public_address_tells_no_figures(school: Path, tmp_path: Path) -> None:
    port = free_port()
    async with staged(tmp_path, school, messenger="zalo_oa", public_url=f"http://127.0.0.1:{port}"):
        status, body = await asked(port, "/healthz")
        assert (status, body.replace(" ", "")) == (200, '{"ok":true}')
        assert (await asked(port, "/metrics"))[0] == 404


async def test_a_taken_port_does_not_keep_the_school_waiting(stage: Stage) -> None:
    taken = WebServer(0, "127.0.0.1")
    await taken.start()
    try:
        stage.program._status = WebServer(taken.port, "127.0.0.1")
        await stage.program._open_status()
        assert stage.program._status is None
    finally:
        await taken.stop()
