"""Reading the Official Account's refusals: one table of numbers, one function to an outcome.

The numbers of the account (-2xx, -3xx) and of templates (-1xx, -14xx) are told apart by themselves;
only -100 is both, an attachment that has expired there and an unknown fault here: in both cases
nothing was sent and another try may do.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from types import MappingProxyType

from bot.channels.base import Outcome, Result
from bot.channels.zalo_oa_client import (
    STALE_TOKEN,
    OaError,
    OaFullError,
    OaLostError,
    OaNotConnectedError,
    OaRefusedError,
)
from bot.channels.zalo_oauth import TokenError, TokenRefusedError

RATE = -32
PAUSE = 60.0  # seconds: the limit is by the minute
NIGHT = (-133, -234)
MORNING = time(6, 5)  # templates rest from 22:00 to 06:00

R = Result
_GROUPS: tuple[tuple[Result, str, tuple[int, ...]], ...] = (
    # The person: gone from us for good (until they write again), or not to be reached so.
    (R.GONE, "not-follower", (-213,)),
    (R.GONE, "inactive", (-227,)),
    (R.GONE, "blocked", (-1351, -141)),
    (R.PERMANENT, "no-zalo", (-118,)),
    (R.PERMANENT, "cannot-receive", (-110, -114, -119, -140)),
    (R.PERMANENT, "refuses-kind", (-139, -244, -249)),
    (R.WINDOW_CLOSED, "window", (-230, -232)),
    # How much.
    (R.QUOTA, "quota", (-115, -144, -147, -1441, -1471, -1472, -210, -211, -218, -305, -311)),
    # What the school has to put right.
    (R.CONFIG, "billing", (-126, -136, -137, -1381, -320, -321)),
    (R.CONFIG, "token", (*STALE_TOKEN, -217, -242)),
    (R.CONFIG, "app", (-101, -102, -103, -104, -105, -138, -209, -212, -219, -223)),
    (R.CONFIG, "account", (-117, -120, -125, -135, -204, -205, -221, -224)),
    (R.CONFIG, "template", (-109, -127, -131, -145, -146)),
    # What we said.
    (
        R.PERMANENT,
        "template-data",
        (-108, -111, -112, -113, -116, -1121, -1122, -1124, -1131, -132),
    ),
    (R.PERMANENT, "call", (-106, -121, -122, -123, -201, -240)),
    (R.PERMANENT, "refused", (-200, -233, -248)),
    (R.RETRY, "server", (-100,)),
)
TABLE: Mapping[int, tuple[Result, str]] = MappingProxyType(
    {code: (result, reason) for result, reason, codes in _GROUPS for code in codes}
)


def outcome_of(error: OaError | TokenError, now: datetime) -> Outcome:
    """What a call that failed means for its message; `now` in the school's zone."""
    if isinstance(error, TokenRefusedError):
        return Outcome(Result.CONFIG, reason="token")
    if isinstance(error, TokenError):
        return Outcome(Result.RETRY, reason="token")
    if isinstance(error, OaFullError):
        return Outcome(Result.PAUSED, wait=error.wait, reason="rate")
    if isinstance(error, OaNotConnectedError):
        return Outcome(Result.RETRY, reason="no-connection")
    if isinstance(error, OaLostError):
        return Outcome(Result.UNKNOWN, reason="connection-lost")
    if not isinstance(error, OaRefusedError):
        raise error
    if error.code == RATE:
        return Outcome(Result.PAUSED, wait=PAUSE, reason="rate")
    if error.code in NIGHT:
        return Outcome(Result.RETRY, wait=until_morning(now), reason="night")
    result, reason = TABLE.get(error.code, (Result.PERMANENT, f"error {error.code}"))
    return Outcome(result, reason=reason)


def until_morning(now: datetime) -> float:
    """Seconds from `now` to the next 06:05 of its zone."""
    morning = datetime.combine(now.date(), MORNING, now.tzinfo)
    if morning <= now:
        morning += timedelta(days=1)
    return (morning - now).total_seconds()
