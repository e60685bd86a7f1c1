"""What an outcome means for its row: settled, tried again and when, or given up as uncertain.

Apart from the deliverer, so that the policy can be read, and tested, as a table.
"""

from datetime import datetime, timedelta
from functools import partial

from bot.channels.base import Outcome, Result, Way
from bot.shipping import Refused, Shipment
from services.delivery import Settled

LONGEST_WAIT = 300.0  # seconds
TRIES = 150  # half a day of the longest wait: a school's line may be down for a morning
TRIES_BEFORE_ANOTHER = 7  # about a minute: who has another messenger waits no morning
BEFORE_RESENDING = timedelta(seconds=2)
ELSEWHERE = (Result.GONE, Result.QUOTA, Result.CONFIG, Result.PERMANENT)  # another chat may do
TALKS = ("free", "consultation")  # ways for which a window has to be open
OF_THE_SCHOOL = (Result.QUOTA, Result.CONFIG)  # what others than this person will meet as well


def verdict(shipment: Shipment, outcome: Outcome, now: datetime, *, resends: bool) -> Settled:
    """The row's next state. `resends`: the channel lets an unknown be sent once more."""
    row = partial(
        Settled,
        shipment.row_id,
        channel=shipment.channel,
        chat=shipment.chat,
        parts=_left(outcome),
        native_id=outcome.native_id,
        cost=shipment.spent + _cost(shipment, outcome),
        trouble=outcome.reason if outcome.result in OF_THE_SCHOOL else None,
    )
    again = partial(row, "queued")
    if outcome.result is Result.SENT:
        return row("sent", message_id=outcome.message_id or shipment.number)
    if outcome.result is Result.PAUSED:
        until = now + timedelta(seconds=outcome.wait)
        return again(again=until, pause=until)
    edit_unknown = outcome.result is Result.UNKNOWN and shipment.edits
    tried = f"{shipment.channel}:{shipment.chat}"
    if outcome.result is Result.RETRY or edit_unknown:  # an edit made twice is the same edit
        if shipment.others and _is_hopeless(shipment.attempts, outcome):
            return again(again=now, tried=tried, reason=outcome.reason)
        if shipment.attempts >= TRIES:
            return row("failed", reason=outcome.reason)
        return again(again=now + _wait(shipment.attempts, outcome))
    if outcome.result is Result.UNKNOWN:
        if resends and not shipment.resent:
            return again(again=now + BEFORE_RESENDING, resent=True)
        return row("uncertain", reason=outcome.reason, message_id=shipment.number)
    closed = outcome.result is Result.WINDOW_CLOSED
    if closed and shipment.way.name in TALKS and shipment.attempts < TRIES:
        return again(again=now, shut_window=True)
    gone = outcome.result is Result.GONE
    if shipment.others and (closed or outcome.result in ELSEWHERE):
        return again(again=now, tried=tried, gone=gone, reason=outcome.reason)
    return row("failed", reason=outcome.reason, gone=gone)


def _left(outcome: Outcome) -> int:
    """How many messages have left; one of which nobody knows counts."""
    if outcome.result is Result.SENT:
        return max(outcome.parts, 1)
    return outcome.parts + (outcome.result is Result.UNKNOWN)


def _cost(shipment: Shipment, outcome: Outcome) -> int:
    """What the messages that left by this try have cost."""
    way: Way = shipment.way
    if outcome.result is Result.SENT:
        return way.cost
    if outcome.result is Result.UNKNOWN and not way.each:
        return way.cost
    return min(way.cost, way.each * max(_left(outcome) - shipment.done, 0))


def _is_hopeless(attempts: int, outcome: Outcome) -> bool:
    """Whether a line that is down has been tried for long enough, for who has another.

    Nothing of it has left, so nobody gets it twice; being told when to come again is no such case.
    """
    is_line = outcome.result is Result.RETRY and not outcome.wait and not outcome.parts
    return is_line and attempts >= TRIES_BEFORE_ANOTHER


def _wait(attempts: int, outcome: Outcome) -> timedelta:
    """As long as the messenger says, else longer after each failure."""
    return timedelta(seconds=outcome.wait or min(LONGEST_WAIT, 0.5 * 2 ** min(attempts, 10)))


def refusal(refused: Refused, now: datetime) -> Settled:
    """The next state of a row that may not go this way: by the next one, later, or not at all."""
    trouble = refused.outcome.reason if refused.outcome.result in OF_THE_SCHOOL else None
    row = partial(
        Settled,
        refused.row_id,
        parts=0,
        channel=refused.channel,
        chat=refused.chat,
        trouble=trouble,
    )
    if refused.outcome.result is Result.RETRY and refused.attempts < TRIES:
        return row("queued", again=now + _wait(refused.attempts, refused.outcome))
    if refused.others:
        tried = f"{refused.channel}:{refused.chat}"
        return row("queued", again=now, tried=tried, reason=refused.outcome.reason)
    return row("failed", reason=refused.outcome.reason)
