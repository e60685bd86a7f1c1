"""In a group the bot says one line that names nobody, and leaves."""

import asyncio
from typing import Any

from tests.support.stage import Stage


async def _call(stage: Stage, verb: str, path: str, **body: Any) -> Any:
    async with stage.http.request(verb, f"{stage.url}/control/{path}", json=body or None) as answer:
        assert answer.status < 400, await answer.text()
        return await answer.json()


async def left(stage: Stage, group: int) -> bool:
    for _ in range(400):
        groups = await _call(stage, "GET", "groups")
        if next(g for g in groups if g["id"] == group)["bot_left"]:
            return True
        await asyncio.sleep(0.05)
    return False


async def said(stage: Stage, group: int) -> list[str]:
    shown = await _call(stage, "GET", f"groups/{group}/messages")
    return [m["text"] for m in shown if m["from"] == "bot" and m["text"]]


async def test_being_added_to_a_group_is_answered_once_and_left(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    group = await _call(stage, "POST", "groups", title="Phụ huynh 7A1", members=[teacher.id])
    assert await left(stage, group["id"])
    await asyncio.sleep(0.5)
    lines = [line for line in await said(stage, group["id"]) if "trò chuyện riêng" in line]
    assert len(lines) == 1
    for name in ("Khoa", "7A1", "Lan", "Trường"):
        assert name not in lines[0]
    await teacher.hears_nothing(0.5)


async def test_the_roll_cannot_be_asked_in_a_group(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    other = await stage.stranger("Ai đó")
    group = await _call(stage, "POST", "groups", title="Tổ Toán", members=[teacher.id, other.id])
    await _call(stage, "POST", f"groups/{group['id']}/text", person=teacher.id, text="/vangmat 7A1")
    assert await left(stage, group["id"])
    await asyncio.sleep(0.5)
    lines = await said(stage, group["id"])
    assert len([line for line in lines if "trò chuyện riêng" in line]) == 1
    assert not any("Lan" in line or "Khoa" in line for line in lines)
    await teacher.say("/toi")
    await teacher.read("Trần Anh Khoa")
