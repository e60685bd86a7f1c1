"""Settings: all are explained in `.env.example`, and what is unknown about Zalo can be set."""

import re
from pathlib import Path

from bot.settings import Settings
from tests.support.stage import staged

EXAMPLE = Path(__file__).parents[2] / ".env.example"


def test_the_example_names_every_setting_and_changes_none() -> None:
    named = re.findall(r"^([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(name.upper() for name in Settings.model_fields)
    assert Settings(_env_file=EXAMPLE) == Settings(_env_file=None)


async def test_an_account_that_takes_no_buttons_is_answered_by_typing(
    school: Path, tmp_path: Path
) -> None:
    async with staged(tmp_path, school, messenger="zalo_oa") as stage:
        teacher = await stage.staff("CB012")
        await teacher.say("7A1 vắng 3")
        asked = await teacher.read("số thứ tự hay số em")
        assert "Bỏ qua phần này" in asked.data, "a real button"
        await teacher.say("/huy")
        await stage.quiet()
        await stage.close()
        stage.oa["zalo_oa_buttons"] = 0
        await stage.open()
        await teacher.say("7A1 vắng 5")
        asked = await teacher.read("số thứ tự hay số em")
        assert asked.data == {}
        assert "Bỏ qua phần này" in asked.labels, "a line of a numbered list"
