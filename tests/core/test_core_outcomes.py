"""What Telegram's answers mean, and what becomes of a row: both read as tables."""

from datetime import datetime, timedelta

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    RestartingTelegram,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage
from aiohttp import ClientConnectorError, ServerDisconnectedError

from bot.channels.base import Outcome, Result
from bot.channels.telegram_outcomes import outcome_of
from bot.shipping import Shipment
from bot.verdicts import LONGEST_WAIT, TRIES, verdict

CALL = SendMessage(chat_id=1, text="Kính gửi")


def network(cause: Exception) -> TelegramNetworkError:
    """As aiogram raises it."""
    try:
        raise TelegramNetworkError(method=CALL, message=type(cause).__name__) from cause
    except TelegramNetworkError as error:
        return error


def bad(text: str) -> TelegramBadRequest:
    return TelegramBadRequest(method=CALL, message=f"Bad Request: {text}")


OUTCOMES = [
    (TelegramRetryAfter(method=CALL, message="", retry_after=7), Result.PAUSED, "429"),
    (
        TelegramForbiddenError(method=CALL, message="Forbidden: bot was blocked by the user"),
        Result.GONE,
        "blocked",
    ),
    (
        TelegramForbiddenError(
            method=CALL, message="Forbidden: bot can't initiate conversation with a user"
        ),
        Result.GONE,
        "never-started",
    ),
    (bad("chat not found"), Result.GONE, "chat-not-found"),
    (bad("PEER_ID_INVALID"), Result.GONE, "chat-not-found"),
    (bad("message is not modified: specified new message"), Result.SENT, ""),
    (bad("message to delete not found"), Result.SENT, ""),
    (bad("message text is empty"), Result.PERMANENT, "message text is empty"),
    (bad("message to edit not found"), Result.PERMANENT, "message to edit not found"),
    (TelegramUnauthorizedError(method=CALL, message="Unauthorized"), Result.CONFIG, "token"),
    (TelegramNotFound(method=CALL, message="Not Found"), Result.CONFIG, "token"),
    (TelegramConflictError(method=CALL, message="Conflict"), Result.CONFIG, "token"),
    (TelegramServerError(method=CALL, message="Bad Gateway"), Result.RETRY, "server"),
    (RestartingTelegram(method=CALL, message="restart"), Result.RETRY, "server"),
    (TelegramEntityTooLarge(method=CALL, message="Too large"), Result.PERMANENT, "too-large"),
    (network(TimeoutError()), Result.UNKNOWN, "connection-lost"),
    (network(ServerDisconnectedError()), Result.UNKNOWN, "connection-lost"),
    (
        network(ClientConnectorError(None, OSError(111, "refused"))),  # type: ignore[arg-type]  # only printed
        Result.RETRY,
        "no-connection",
    ),
    (ClientDecodeError("no JSON", ValueError(), "<html>"), Result.UNKNOWN, "undecodable"),
    (TimeoutError(), Result.UNKNOWN, "undecodable"),
]


@pytest.mark.parametrize(("error", "result", "reason"), OUTCOMES)
def test_what_an_answer_means(error: Exception, result: Result, reason: str) -> None:
    outcome = outcome_of(error)
    assert (outcome.result, outcome.reason) == (result, reason)


def test_how_long_to_be_silent_is_handed_on() -> None:
    assert outcome_of(TelegramRetryAfter(method=CALL, message="", retry_after=7)).wait == 7


def test_a_fault_of_ours_is_no_outcome() -> None:
    with pytest.raises(ZeroDivisionError):
        outcome_of(ZeroDivisionError())


def told(result: Result, now: datetime, **more: object) -> tuple[str, float | None, bool, bool]:
    """(status, seconds until the next try, resent, account closed) of a row."""
    facts = {"attempts": 0, "resent": False, "edits": False, "resends": True, **more}
    resends = bool(facts.pop("resends"))
    shipment = Shipment(1, "telegram", "7", CALL, **facts)  # type: ignore[arg-type]  # a table's row
    seconds = 9 if result is Result.PAUSED else 0
    settled = verdict(shipment, Outcome(result, wait=seconds, reason="why"), now, resends=resends)
    wait = (settled.again - now).total_seconds() if settled.again else None
    return settled.status, wait, settled.resent, settled.gone


VERDICTS = [
    (Result.SENT, {}, ("sent", None, False, False)),
    (Result.PAUSED, {}, ("queued", 9, False, False)),
    (Result.RETRY, {}, ("queued", 0.5, False, False)),
    (Result.RETRY, {"attempts": 3}, ("queued", 4, False, False)),
    (Result.RETRY, {"attempts": 40}, ("queued", LONGEST_WAIT, False, False)),
    (Result.RETRY, {"attempts": TRIES}, ("failed", None, False, False)),
    (Result.UNKNOWN, {}, ("queued", 2, True, False)),
    (Result.UNKNOWN, {"resent": True}, ("uncertain", None, False, False)),
    (Result.UNKNOWN, {"resends": False}, ("uncertain", None, False, False)),
    (Result.UNKNOWN, {"edits": True}, ("queued", 0.5, False, False)),  # the same edit twice is one
    (Result.UNKNOWN, {"edits": True, "attempts": TRIES}, ("failed", None, False, False)),
    (Result.GONE, {}, ("failed", None, False, True)),
    (Result.PERMANENT, {}, ("failed", None, False, False)),
    (Result.CONFIG, {}, ("failed", None, False, False)),
    (Result.QUOTA, {}, ("failed", None, False, False)),
    (Result.WINDOW_CLOSED, {}, ("queued", 0, False, False)),  # the channel may know another way
    (Result.WINDOW_CLOSED, {"attempts": TRIES}, ("failed", None, False, False)),
    (Result.QUOTA, {"others": True}, ("queued", 0, False, False)),
    (Result.CONFIG, {"others": True}, ("queued", 0, False, False)),
    (Result.PERMANENT, {"others": True}, ("queued", 0, False, False)),
    (Result.GONE, {"others": True}, ("queued", 0, False, True)),
    (Result.UNKNOWN, {"others": True, "resends": False}, ("uncertain", None, False, False)),
]


@pytest.mark.parametrize(("result", "facts", "expected"), VERDICTS)
def test_what_becomes_of_a_row(
    result: Result, facts: dict[str, object], expected: tuple[object, ...], now: datetime
) -> None:
    assert told(result, now, **facts) == expected


def test_a_line_that_is_down_for_a_morning_loses_nothing(now: datetime) -> None:
    waited = timedelta()
    for attempts in range(TRIES):
        status, wait, _, _ = told(Result.RETRY, now, attempts=attempts)
        assert status == "queued"
        waited += timedelta(seconds=wait or 0)
    assert waited > timedelta(hours=6)
