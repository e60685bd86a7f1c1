"""What the Official Account's refusals mean for a message, read as a table."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.channels.base import Result
from bot.channels.zalo_oa_client import (
    OaFullError,
    OaLostError,
    OaNotConnectedError,
    OaRefusedError,
)
from bot.channels.zalo_oa_outcomes import TABLE, outcome_of, until_morning
from bot.channels.zalo_oauth import TokenLaterError, TokenRefusedError

EVENING = datetime(2026, 11, 30, 22, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.mark.parametrize(
    ("codes", "result", "reason"),
    [
        ((-32,), Result.PAUSED, "rate"),
        ((-210, -211, -218, -115, -144, -147, -1441), Result.QUOTA, "quota"),
        ((-213,), Result.GONE, "not-follower"),
        ((-227,), Result.GONE, "inactive"),
        ((-141, -1351), Result.GONE, "blocked"),
        ((-118,), Result.PERMANENT, "no-zalo"),
        ((-114, -119, -140), Result.PERMANENT, "cannot-receive"),
        ((-139, -244, -249), Result.PERMANENT, "refuses-kind"),
        ((-230, -232), Result.WINDOW_CLOSED, "window"),
        ((-136, -137, -320, -321), Result.CONFIG, "billing"),
        ((-216, -220, -124), Result.CONFIG, "token"),  # after one refresh it was refused again
        ((-204, -221, -224, -135), Result.CONFIG, "account"),
        ((-109, -131, -146), Result.CONFIG, "template"),
        ((-108, -1121, -1122, -132), Result.PERMANENT, "template-data"),
        ((-133, -234), Result.RETRY, "night"),
        ((-100,), Result.RETRY, "server"),
        ((-9999,), Result.PERMANENT, "error -9999"),
    ],
)
def test_a_refusal_by_number(codes: tuple[int, ...], result: Result, reason: str) -> None:
    for code in codes:
        outcome = outcome_of(OaRefusedError(code), EVENING)
        assert (outcome.result, outcome.reason) == (result, reason), code


def test_every_documented_number_is_read() -> None:
    documented = {-32, -100, -133, -234} | TABLE.keys()
    of_the_account = {-200, -201, -204, -205, -209, -210, -211, -212, -213, -216, -218, -219, -220}
    of_the_account |= {-221, -223, -224, -227, -230, -232, -233, -240, -242, -244, -248, -249}
    of_templates = {-number for number in range(100, 128)} - {-107}
    of_templates |= {-131, -132, -135, -136, -137, -138, -139, -140, -141, -144, -145, -146, -147}
    of_templates |= {-1121, -1122, -1124, -1131, -1351, -1381, -1441, -1471, -1472, -320, -321}
    assert (of_the_account | of_templates) <= documented


def test_what_nobody_answered() -> None:
    lost = outcome_of(OaLostError("no answer in time"), EVENING)
    assert lost.result is Result.UNKNOWN  # it may have arrived: never sent again
    assert outcome_of(OaNotConnectedError("no connection"), EVENING).result is Result.RETRY
    full = outcome_of(OaFullError(17.5), EVENING)
    assert (full.result, full.wait) == (Result.PAUSED, 17.5)
    assert outcome_of(TokenRefusedError("dead"), EVENING).result is Result.CONFIG
    assert outcome_of(TokenLaterError("busy"), EVENING).result is Result.RETRY


@pytest.mark.parametrize(
    ("hour", "minute", "waits"),
    [
        (22, 30, timedelta(hours=7, minutes=35)),
        (0, 0, timedelta(hours=6, minutes=5)),
        (6, 4, timedelta(minutes=1)),
        (6, 5, timedelta(days=1)),
    ],
)
def test_at_night_templates_wait_for_the_morning(hour: int, minute: int, waits: timedelta) -> None:
    now = EVENING.replace(hour=hour, minute=minute)
    assert until_morning(now) == waits.total_seconds()
    assert outcome_of(OaRefusedError(-133), now).wait == waits.total_seconds()
