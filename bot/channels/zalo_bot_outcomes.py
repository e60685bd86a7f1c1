"""Reading the Zalo Bot API's refusals: one function from error to outcome.

429 says that a quota is used up, but not which: the minute's or the month's. It is taken for the
former first, with longer and longer pauses, and for the latter when they do not help.
"""

import asyncio
import re
from collections.abc import Callable

from bot.channels.base import Outcome, Result
from bot.channels.zalo_bot_client import LostError, NotConnectedError, RefusedError, ZaloBotError

PAUSES = (30.0, 120.0, 600.0)  # seconds
LIMITED = "429"
NO_SUCH_CHAT = re.compile(
    r"\b(chat|user|recipient)([ _]?id)?\b.*"
    r"\b(not found|not exist|unknown|invalid|not receive|blocked)",
    re.IGNORECASE,
)


def outcome_of(error: ZaloBotError) -> Outcome:
    """What a call that failed means for its message."""
    if isinstance(error, NotConnectedError):
        return Outcome(Result.RETRY, reason="no-connection")
    if isinstance(error, LostError):
        return Outcome(Result.UNKNOWN, reason="connection-lost")
    if not isinstance(error, RefusedError):
        raise error
    code = error.code
    if code in (401, 404):
        return Outcome(Result.CONFIG, reason="token")
    if code == 403 or 300 <= code < 400:  # "internal server error", and who sends us elsewhere
        return Outcome(Result.RETRY, reason="server")
    if code == 429:
        return Outcome(Result.PAUSED, wait=PAUSES[0], reason=LIMITED)
    if code == 408 or (not error.is_json and (code < 300 or code >= 500)):
        return Outcome(Result.UNKNOWN, reason="undecodable" if code != 408 else "timeout")
    if code >= 500:
        return Outcome(Result.RETRY, reason="server")
    if NO_SUCH_CHAT.search(error.description):
        return Outcome(Result.GONE, reason="chat-not-found")
    return Outcome(Result.PERMANENT, reason=error.description[:120] or str(code))


class QuotaWatch:
    """Tells pauses from the end of the month's messages; answers that fall into a pause join it."""

    def __init__(self, time: Callable[[], float] | None = None) -> None:
        self._time = time or (lambda: asyncio.get_running_loop().time())
        self._refused = 0
        self._until = 0.0

    def seen(self, outcome: Outcome) -> Outcome:
        """The outcome of a send, in the light of those before it."""
        if outcome.result is Result.SENT:
            self._refused, self._until = 0, 0.0
        if outcome.reason != LIMITED:
            return outcome
        now = self._time()
        if now < self._until:
            return Outcome(Result.PAUSED, wait=self._until - now, reason=LIMITED)
        self._refused += 1
        if self._refused > len(PAUSES):
            return Outcome(Result.QUOTA, reason=LIMITED)
        wait = PAUSES[self._refused - 1]
        self._until = now + wait
        return Outcome(Result.PAUSED, wait=wait, reason=LIMITED)
