"""A roll card and its answer, with the bot killed between any two of its steps, also between the
clock's promise and the sending: it comes once, and one tap saves one roll."""

TEACHER = (
    "SELECT p.id, p.full_name FROM person p JOIN staff s ON s.person_id = p.id"
    " WHERE s.code = 'CB012'"
)
CARDS_COME = "DELETE FROM setting WHERE key = 'school-rules'"
CARD, FULL = "Sĩ số 39", "Đủ"


async def test_a_card_survives_death_at_every_step(die_at_every_step) -> None:
    phones = {}

    async def story(world):
        teacher = await world.phone(TEACHER)
        phones.update(teacher=teacher)
        await teacher.start()
        world.change(CARDS_COME)
        tapped = []

        async def begin() -> None:
            """Nobody does anything: the clock brings the card."""

        async def complete() -> bool:
            shown = await teacher.messages()
            if not tapped:
                cards = [m for m in shown if FULL in m.labels]
                if not cards:
                    return False
                tapped.append(cards[-1].id)
                await teacher.tap(cards[-1].id, FULL, wait=0)
            return any("Có mặt 39/39" in m.text for m in shown)

        return begin, complete

    async def check(world) -> None:
        assert world.rows("SELECT count(*), sum(version) FROM roll_call") == [(1, 1)]
        assert world.rows(
            "SELECT count(*) FROM roll_card r JOIN school_class c ON c.id = r.class_id"
            " WHERE c.name = '7A1' AND r.closed_at IS NOT NULL"
        ) == [(1,)]
        assert world.rows("SELECT count(*) FROM inbox WHERE status != 'done'") == [(0,)]
        assert world.rows(
            "SELECT count(*) FROM outbox WHERE notice = 'roll-card' AND edits IS NULL"
        ) == [(1,)]
        (resent,), *_ = world.rows("SELECT count(*) FROM outbox WHERE resent")
        words = (CARD, "Đã lưu điểm danh lớp 7A1")
        shown = [m for m in await phones["teacher"].messages() if any(w in m.text for w in words)]
        assert 0 <= len(shown) - 1 <= int(resent), "only calls in flight at the kill are doubled"

    steps = await die_at_every_step(story, check, stride=2)
    assert steps >= 6, "the story is shorter than its commits and calls"
