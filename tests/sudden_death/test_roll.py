"""A roll, with the bot killed between any two of its steps: nothing lost, nothing doubled."""

TEACHER = (
    "SELECT p.id, p.full_name FROM person p JOIN staff s ON s.person_id = p.id"
    " WHERE s.code = 'CB012'"
)
MOTHER = "SELECT id, full_name FROM person WHERE full_name = 'Trần Hồng Trinh'"


async def test_a_roll_survives_death_at_every_step(die_at_every_step) -> None:
    phones = {}

    async def story(world):
        teacher, mother = await world.phone(TEACHER), await world.phone(MOTHER)
        phones.update(teacher=teacher, mother=mother)
        await teacher.start()
        await mother.start()

        async def begin() -> None:
            await teacher.say("7A1 vắng Minh; muộn Huy 10")

        async def complete() -> bool:
            told = any(
                "Kính gửi phụ huynh em Trần Đức Minh" in m.text for m in await mother.messages()
            )
            echoed = any("Nguyễn Thành Huy" in m.text for m in await teacher.messages())
            return told and echoed

        return begin, complete

    async def check(world) -> None:
        assert world.rows("SELECT count(*) FROM roll_call") == [(1,)]
        assert world.rows("SELECT count(*) FROM attendance") == [(2,)]
        assert world.rows("SELECT version FROM roll_call") == [(1,)]
        assert world.rows("SELECT count(*) FROM inbox WHERE status != 'done'") == [(0,)]
        assert world.is_sent()
        (resent,), *_ = world.rows("SELECT count(*) FROM outbox WHERE resent")
        alerts = [m for m in await phones["mother"].messages() if "chưa có mặt ở lớp" in m.text]
        echoes = [m for m in await phones["teacher"].messages() if "Nguyễn Thành Huy" in m.text]
        doubled = len(alerts) - 1 + len(echoes) - 1
        assert 0 <= doubled <= int(resent), "only calls in flight at the kill may be doubled"

    steps = await die_at_every_step(story, check)
    assert steps >= 8, "the story is shorter than its commits and calls"
