"""Messages that do not leave: the administrators hear of it, once an hour."""

from services.roles import Role
from services.unit import Unit
from storage import households
from storage.outbox import Priority

NOTICE = "outbox-stuck"


async def tell_stuck(unit: Unit, count: int, minutes: int) -> None:
    """`count` messages wait, the oldest for `minutes`."""
    local = unit.now.astimezone(unit.zone)
    for person in await households.holders_of(unit.session, Role.ADMINISTRATOR):
        key = f"{NOTICE}:{local:%Y%m%d%H}:{person}"
        facts = {"count": count, "minutes": minutes}
        await unit.notify(person, NOTICE, facts, priority=Priority.URGENT, key=key)
