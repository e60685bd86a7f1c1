"""By which way a family can be written to, hour by hour after it was last heard."""

from datetime import datetime, timedelta

import pytest

from services.windows import Standing, Templates, WayName, Windows, way_of

NONE, BOTH = Templates(), Templates(by_user=True, by_phone=True)
PHONE_ONLY = Templates(by_phone=True)
FREE, PAID, TEMPLATE, PHONE = WayName


def way(now: datetime, hours: float | None, templates: Templates, **more: object) -> object:
    heard = None if hours is None else now - timedelta(hours=hours)
    promised = bool(more.pop("promised", True))
    standing = Standing(heard, **more)  # type: ignore[arg-type]
    return way_of(standing, now, templates, Windows(), promised=promised)


@pytest.mark.parametrize(
    ("hours", "templates", "has_number", "expected"),
    [
        (0, NONE, False, FREE),
        (48, NONE, False, FREE),
        (48.01, NONE, False, PAID),
        (168, NONE, False, PAID),
        (168.01, NONE, False, None),
        (168.01, BOTH, True, TEMPLATE),
        (168.01, PHONE_ONLY, True, PHONE),
        (168.01, PHONE_ONLY, False, None),
        (None, BOTH, True, TEMPLATE),
        (None, NONE, True, None),
    ],
)
def test_the_cheapest_way_that_is_open(
    now: datetime, hours: float | None, templates: Templates, has_number: bool, expected: object
) -> None:
    assert way(now, hours, templates, has_number=has_number) == expected


def test_an_answer_never_goes_as_a_template(now: datetime) -> None:
    assert way(now, 200, BOTH, has_number=True, promised=False) is None
    assert way(now, 100, BOTH, promised=False) is PAID


def test_what_zalo_says_of_the_window_counts_more_than_our_own_reckoning(now: datetime) -> None:
    shut = now - timedelta(minutes=1)
    assert way(now, 1, BOTH, shut_at=shut) is TEMPLATE
    assert way(now, 0, BOTH, shut_at=shut) is FREE  # the mother has written again since


def test_a_mere_number_is_reached_by_its_number_only(now: datetime) -> None:
    assert way(now, None, BOTH, is_telephone=True) is PHONE
    assert way(now, None, Templates(by_user=True), is_telephone=True) is None
    assert way(now, 1, NONE, is_telephone=True) is None


def test_a_school_may_know_other_lengths(now: datetime) -> None:
    standing = Standing(now - timedelta(hours=30))
    short = Windows(free=timedelta(hours=24), consultation=timedelta(days=2))
    assert way_of(standing, now, NONE, short) is PAID
