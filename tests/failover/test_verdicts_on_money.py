"""What becomes of a row that costs, of one whose line stays down, and of a closed window."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import SendMessage
from aiohttp import ConnectionTimeoutError

from bot.channels.base import Outcome, Result, Way
from bot.channels.telegram_outcomes import outcome_of
from bot.shipping import Shipment
from bot.verdicts import TRIES_BEFORE_ANOTHER, verdict

NOW = datetime(2026, 11, 30, 7, 40, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
CALL = SendMessage(chat_id=1, text="Kính gửi")
THREE = Way("consultation", 165, each=55)
REST = Way("consultation", 110, each=55)  # of three, one of which has left
TEMPLATE = Way("template", 560)


def shipment(way: Way, **facts: Any) -> Shipment:
    """A message on its way on the Official Account."""
    usual = {"attempts": 1, "resent": False, "edits": False, **facts}
    return Shipment(1, "zalo_oa", "7", CALL, way=way, **usual)


@pytest.mark.parametrize(
    ("way", "facts", "outcome", "parts", "cost"),
    [
        (THREE, {}, Outcome(Result.SENT, parts=3), 3, 165),
        (THREE, {}, Outcome(Result.RETRY, parts=0), 0, 0),
        (THREE, {}, Outcome(Result.RETRY, parts=1), 1, 55),
        (THREE, {}, Outcome(Result.UNKNOWN, parts=1), 2, 110),  # the second may have arrived
        (THREE, {}, Outcome(Result.PERMANENT, parts=2), 2, 110),
        (REST, {"done": 1, "spent": 55}, Outcome(Result.SENT, parts=3), 3, 165),
        (REST, {"done": 1, "spent": 55}, Outcome(Result.RETRY, parts=1), 1, 55),
        (REST, {"done": 1, "spent": 55}, Outcome(Result.UNKNOWN, parts=2), 3, 165),
        (TEMPLATE, {"done": 1, "spent": 55}, Outcome(Result.SENT, parts=1), 1, 615),
        (TEMPLATE, {}, Outcome(Result.UNKNOWN), 1, 560),
        (TEMPLATE, {}, Outcome(Result.QUOTA), 0, 0),
    ],
)
def test_what_has_left_is_what_it_costs(
    way: Way, facts: dict[str, Any], outcome: Outcome, parts: int, cost: int
) -> None:
    settled = verdict(shipment(way, **facts), outcome, NOW, resends=False)
    assert (settled.parts, settled.cost) == (parts, cost)


def test_a_template_that_finds_the_window_closed_is_not_tried_for_ever() -> None:
    closed = Outcome(Result.WINDOW_CLOSED, reason="window")
    talk = verdict(shipment(THREE), closed, NOW, resends=False)
    assert (talk.status, talk.shut_window) == ("queued", True)
    alone = verdict(shipment(TEMPLATE), closed, NOW, resends=False)
    assert (alone.status, alone.reason) == ("failed", "window")
    other = verdict(shipment(TEMPLATE, others=True), closed, NOW, resends=False)
    assert (other.status, other.tried) == ("queued", "zalo_oa:7")


def test_who_has_another_messenger_does_not_wait_for_a_dead_line_all_morning() -> None:
    down = Outcome(Result.RETRY, reason="no-connection")
    for attempts, others, expected in (
        (TRIES_BEFORE_ANOTHER - 1, True, None),
        (TRIES_BEFORE_ANOTHER, True, "zalo_oa:7"),
        (TRIES_BEFORE_ANOTHER, False, None),
    ):
        sent = shipment(THREE, attempts=attempts, others=others)
        settled = verdict(sent, down, NOW, resends=False)
        assert (settled.status, settled.tried) == ("queued", expected)
    night = Outcome(Result.RETRY, wait=3600, reason="night")
    later = verdict(shipment(TEMPLATE, attempts=20, others=True), night, NOW, resends=False)
    assert later.tried is None
    half = Outcome(Result.RETRY, reason="no-connection", parts=1)
    rest = verdict(shipment(THREE, attempts=20, others=True), half, NOW, resends=False)
    assert rest.tried is None


def test_the_end_of_a_quota_is_a_trouble_of_the_school() -> None:
    for result, trouble in (
        (Result.QUOTA, "quota"),
        (Result.CONFIG, "quota"),
        (Result.GONE, None),
        (Result.RETRY, None),
    ):
        settled = verdict(shipment(THREE), Outcome(result, reason="quota"), NOW, resends=False)
        assert settled.trouble == trouble


def test_a_connection_that_never_came_about_has_carried_nothing() -> None:
    """Where Telegram is blocked nobody answers at all."""
    error = TelegramNetworkError(method=CALL, message="timeout")
    error.__cause__ = ConnectionTimeoutError()
    assert outcome_of(error) == Outcome(Result.RETRY, reason="no-connection")
