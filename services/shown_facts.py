"""Hours and people as the messages about absences show them, as JSON."""

from datetime import datetime
from typing import Any

from services.unit import Unit
from storage.families import PersonRow


def clock(unit: Unit, moment: datetime | None) -> str | None:
    """An instant as "07:35" on the school's wall."""
    return None if moment is None else f"{moment.astimezone(unit.zone):%H:%M}"


def person(people: dict[int, PersonRow], id: int | None) -> dict[str, Any]:
    """A member of staff as texts name them."""
    found = people.get(id) if id is not None else None
    return {"name": found.name, "gender": found.gender} if found else {}
