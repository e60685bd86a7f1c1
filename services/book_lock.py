"""A confirmed month is closed: no roll of its days changes but by an approved correction."""

from datetime import date

from services.errors import Invalid
from services.unit import Unit
from storage import book, families


async def require_open(unit: Unit, class_id: int | None, day: date) -> None:
    """Raise `Invalid`, with the way to a correction, where the month of `day` is confirmed for the
    class (article 12.1). Rolls of groups have no page and are never closed."""
    if class_id is None or not await book.is_locked(unit.session, class_id, day):
        return
    name = await families.class_name(unit.session, class_id)
    raise Invalid("book-locked", **{"class": name}, month=f"{day:%m/%Y}")
