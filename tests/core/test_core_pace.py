"""The pace: never faster than Telegram allows, and replies before the crowd's notices."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as some

from bot.pace import CHAT_BURST, Pace

LIMIT = 30
STEPS = some.lists(
    some.tuples(
        some.floats(0, 0.3),  # seconds that pass
        some.integers(1, 6),  # chat
        some.booleans(),  # bulk
    ),
    max_size=200,
)


@given(STEPS)
def test_never_more_than_the_limit_in_any_second_nor_than_the_bucket_in_a_chat(
    steps: list[tuple[float, int, bool]],
) -> None:
    pace, now = Pace(LIMIT), 0.0
    sent: list[float] = []
    by_chat: dict[str, list[float]] = defaultdict(list)
    for passed, number, bulk in steps:
        now += passed / 10
        chat = str(number)
        if pace.room(now, bulk=bulk) and pace.chat_room(chat, now):
            pace.take(chat, now)
            sent.append(now)
            by_chat[chat].append(now)
    for end in sent:
        assert len([t for t in sent if end - 1 < t <= end]) <= LIMIT
    for times in by_chat.values():
        for first in range(len(times)):
            for last in range(first, len(times)):
                allowed = CHAT_BURST + (times[last] - times[first]) + 1e-6
                assert last - first + 1 <= allowed


def test_replies_have_room_when_notices_have_none() -> None:
    pace = Pace(10)
    for n in range(8):
        assert pace.room(0.0, bulk=True)
        pace.take(str(n), 0.0)
    assert not pace.room(0.5, bulk=True)
    assert pace.room(0.5, bulk=False)
    assert not pace.room(0.5, bulk=False, chosen=2)
    assert pace.room(1.2, bulk=True)


def test_a_chat_rests_after_a_burst_and_an_idle_one_is_forgotten() -> None:
    pace = Pace(LIMIT)
    for _ in range(CHAT_BURST):
        assert pace.chat_room("1", 0.0)
        pace.take("1", 0.0)
    assert pace.full_chats(0.1) == ["1"]
    assert pace.chat_room("1", 1.2)
    assert pace.full_chats(100.0) == []


def test_a_server_of_ones_own_has_no_pace() -> None:
    pace = Pace(0)
    for _ in range(1000):
        pace.take("1", 0.0)
    assert pace.room(0.0, bulk=True)
    assert pace.chat_room("1", 0.0)
