"""Reading Telegram's refusals: one table of texts, one function from exception to outcome."""

from aiogram.exceptions import (
    ClientDecodeError,
    RestartingTelegram,
    TelegramAPIError,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError, ConnectionTimeoutError

from bot.channels.base import Outcome, Result

DONE_ALREADY = ("message is not modified", "message to delete not found")
GONE = ("chat not found", "user not found", "chat_id is empty", "peer_id_invalid")


TABLE: tuple[tuple[tuple[type[Exception], ...], Outcome], ...] = (
    (
        (TelegramUnauthorizedError, TelegramNotFound, TelegramConflictError),
        Outcome(Result.CONFIG, reason="token"),
    ),
    ((TelegramEntityTooLarge,), Outcome(Result.PERMANENT, reason="too-large")),
    ((RestartingTelegram, TelegramServerError), Outcome(Result.RETRY, reason="server")),
    ((ClientDecodeError, TimeoutError), Outcome(Result.UNKNOWN, reason="undecodable")),
)


def outcome_of(error: Exception) -> Outcome:
    """What an exception of a call means for its row."""
    for kinds, outcome in TABLE:
        if isinstance(error, kinds):
            return outcome
    text = str(error).lower()
    if isinstance(error, TelegramRetryAfter):
        return Outcome(Result.PAUSED, wait=float(error.retry_after), reason="429")
    if isinstance(error, TelegramForbiddenError):
        return Outcome(Result.GONE, reason="blocked" if "blocked" in text else "never-started")
    if isinstance(error, TelegramNetworkError):
        return _network(error)
    return _refused(error, text)


def _network(error: TelegramNetworkError) -> Outcome:
    """Nothing left the machine, or nobody knows."""
    cause = error.__cause__ or error.__context__
    if isinstance(cause, ClientConnectorError | ConnectionTimeoutError):
        return Outcome(Result.RETRY, reason="no-connection")
    return Outcome(Result.UNKNOWN, reason="connection-lost")


def _refused(error: Exception, text: str) -> Outcome:
    if not isinstance(error, TelegramAPIError):
        raise error
    if any(known in text for known in DONE_ALREADY):
        return Outcome(Result.SENT)
    if any(known in text for known in GONE):
        return Outcome(Result.GONE, reason="chat-not-found")
    return Outcome(Result.PERMANENT, reason=text.rpartition("bad request: ")[2][:120])
