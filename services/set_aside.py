"""An update that brought the program down again and again: it is set aside, and people are told.

The administrator hears whose message it was, so that somebody can ask what it was about; the sender
hears that it was not taken. What was written is told to nobody: it stays in the inbox.
"""

from datetime import datetime

from services.access import Role
from services.unit import Unit
from storage import accounts, households
from storage.outbox import Priority


async def tell_set_aside(
    unit: Unit, row_id: int, channel: str, chat: str, received: datetime
) -> None:
    """Tell administrators (the principal where none is linked), and the sender, if known."""
    sender = await accounts.person_of(unit.session, channel, chat)
    local = received.astimezone(unit.zone)
    about = {"id": row_id, "when": f"{local:%H:%M} {local:%d/%m/%Y}"}
    told = await households.holders_of(unit.session, Role.ADMINISTRATOR)
    if not told:
        told = await households.holders_of(unit.session, Role.PRINCIPAL)
    for person_id in told:
        await unit.notify(
            person_id,
            "update-set-aside",
            about | {"name": sender.full_name if sender else None},
            priority=Priority.APPROVAL,
            key=f"update-set-aside:{row_id}:{person_id}",
        )
    if sender is not None:
        await unit.notify(
            sender.id,
            "update-not-handled",
            about,
            priority=Priority.URGENT,
            key=f"update-not-handled:{row_id}",
        )
    unit.audit("update.set_aside", f"update:{row_id}")
