"""A notice, with the bot killed between any two of its steps: promised once, kept once."""

TEACHER = (
    "SELECT p.id, p.full_name FROM person p JOIN staff s ON s.person_id = p.id"
    " WHERE s.code = 'CB012'"
)
MOTHERS = (
    "SELECT id, full_name FROM person WHERE full_name = 'Trần Hồng Trinh'",
    "SELECT id, full_name FROM person WHERE full_name = 'Nguyễn Diệu Thủy'",
)
TEXT = "Mai các em mang áo mưa"
SEND = "Gửi"


async def test_a_notice_survives_death_at_every_step(die_at_every_step) -> None:
    phones = {}

    async def story(world):
        teacher = await world.phone(TEACHER)
        mothers = [await world.phone(query) for query in MOTHERS]
        phones.update(teacher=teacher, mothers=mothers)
        for phone in (teacher, *mothers):
            await phone.start()
        tapped = []

        async def begin() -> None:
            await teacher.say(f"thông báo 7A1: {TEXT}")

        async def complete() -> bool:
            if not tapped:
                previews = [m for m in await teacher.messages() if SEND in m.labels]
                if not previews:
                    return False
                tapped.append(previews[-1].id)
                await teacher.tap(previews[-1].id, SEND, wait=0)
            received = [any(TEXT in m.text for m in await p.messages()) for p in mothers]
            return all(received) and world.rows(
                "SELECT count(*) FROM notice WHERE status = 'done'"
            ) == [(1,)]

        return begin, complete

    async def check(world) -> None:
        assert world.rows("SELECT status FROM notice") == [("done",)]
        assert world.rows("SELECT count(*) FROM inbox WHERE status != 'done'") == [(0,)]
        assert world.rows("SELECT count(*) FROM notice_recipient WHERE outcome = 'delivered'") == [
            (2,)
        ]
        (resent,), *_ = world.rows("SELECT count(*) FROM outbox WHERE resent")
        doubled = 0
        for mother in phones["mothers"]:
            doubled += sum(TEXT in m.text for m in await mother.messages()) - 1
        assert 0 <= doubled <= int(resent), "only calls in flight at the kill may be doubled"

    steps = await die_at_every_step(story, check, stride=5)
    assert steps >= 8, "the story is shorter than its commits and calls"
