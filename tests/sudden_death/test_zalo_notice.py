"""A notice to a family on Zalo and one on Telegram, with the bot killed between any two steps.

Zalo knows no key by which it would tell a message that is made twice, so what was on its way there
when we died is counted as uncertain and never made again; on Telegram it goes once more.
"""

TEACHER = (
    "SELECT p.id, p.full_name FROM person p JOIN staff s ON s.person_id = p.id"
    " WHERE s.code = 'CB012'"
)
ON_ZALO = "SELECT id, full_name FROM person WHERE full_name = 'Trần Hồng Trinh'"
ON_TELEGRAM = "SELECT id, full_name FROM person WHERE full_name = 'Nguyễn Diệu Thủy'"
FIRST, SECOND, THIRD = ("Mai các em mang áo mưa", "Thứ hai chào cờ", "Thứ ba học bình thường")
FILLING = " Xin quý phụ huynh nhắc các em." * 32  # each part of its own message on Zalo
TEXT = "\n\n".join(f"{part}.{FILLING}" for part in (FIRST, SECOND, THIRD))
SEND = "Gửi"
ROW = "SELECT status, resent, error FROM outbox WHERE notice = 'notice' AND person_id = {}"
OUTCOME = "SELECT outcome FROM notice_recipient WHERE person_id = {}"


async def test_on_zalo_nothing_is_sent_twice_whenever_it_dies(die_at_every_step) -> None:
    phones = {}
    uncertain = 0

    async def story(world):
        await world.official_account()
        teacher, other = await world.phone(TEACHER), await world.phone(ON_TELEGRAM)
        mother = await world.phone_on_zalo(ON_ZALO)
        phones.update(mother=mother, other=other)
        for phone in (teacher, other):
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
            return world.rows("SELECT count(*) FROM notice WHERE status = 'done'") == [(1,)]

        return begin, complete

    async def check(world) -> None:
        nonlocal uncertain
        ((mother_id, _),), ((other_id, _),) = world.rows(ON_ZALO), world.rows(ON_TELEGRAM)
        ((status, resent, error),) = world.rows(ROW.format(mother_id))
        said = [m.text for m in await phones["mother"].messages()]
        parts = [[part in text for text in said].count(True) for part in (FIRST, SECOND, THIRD)]
        assert not resent
        if status == "sent":
            assert parts == [1, 1, 1]
            assert world.rows(OUTCOME.format(mother_id)) == [("delivered",)]
        else:
            uncertain += 1
            assert (status, error) == ("uncertain", "crash")
            assert parts in ([0, 0, 0], [1, 0, 0], [1, 1, 0], [1, 1, 1])
            assert world.rows(OUTCOME.format(mother_id)) == [("uncertain",)]
        ((status, resent, _),) = world.rows(ROW.format(other_id))
        shown = sum(FIRST in m.text for m in await phones["other"].messages())
        assert status == "sent"
        assert 1 <= shown <= 1 + resent

    steps = await die_at_every_step(story, check, stride=5, first=24)
    assert steps >= 30, "the story is shorter than its commits and calls"
    assert uncertain, "no death struck while the message was on its way"
