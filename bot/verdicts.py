"""What an outcome means for its row: settled, tried again and when, or given up as uncertain.

Apart from the deliverer, so that the policy can be read, and tested, as a table.
"""

from datetime import datetime, timedelta
from functools import partial

from bot.channels.base import Outcome, Result
from bot.shipping import Shipment
from services.delivery import Settled

LONGEST_WAIT = 300.0  # seconds
TRIES = 150  # half a day of the longest wait: a school's line may be down for a morning
BEFORE_RESENDING = timedelta(seconds=2)


def verdict(shipment: Shipment, outcome: Outcome, now: datetime, *, resends: bool) -> Settled:
    """The row's next state. `resends`: the channel lets an unknown be sent once more."""
    row = partial(Settled, shipment.row_id, channel=shipment.channel, chat=shipment.chat)
    again = partial(row, "queued")
    if outcome.result is Result.SENT:
        return row("sent", message_id=outcome.message_id)
    if outcome.result is Result.PAUSED:
        until = now + timedelta(seconds=outcome.wait)
        return again(again=until, pause=until)
    edit_unknown = outcome.result is Result.UNKNOWN and shipment.edits
    if outcome.result is Result.RETRY or edit_unknown:  # an edit made twice is the same edit
        if shipment.attempts >= TRIES:
            return row("failed", reason=outcome.reason)
        wait = min(LONGEST_WAIT, 0.5 * 2 ** min(shipment.attempts, 10))
        return again(again=now + timedelta(seconds=wait))
    if outcome.result is Result.UNKNOWN:
        if resends and not shipment.resent:
            return again(again=now + BEFORE_RESENDING, resent=True)
        return row("uncertain", reason=outcome.reason)
    return row("failed", reason=outcome.reason, gone=outcome.result is Result.GONE)
