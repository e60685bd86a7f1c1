"""Jobs that run once a day at the school's hour of reminders about marks; what was missed while the
program was down runs later the same day."""

from datetime import datetime, time

from services.school_rules import rules_of
from services.unit import Unit
from storage import school_settings


async def is_due(unit: Unit, key: str) -> bool:
    """Whether the job of this key is to run now; it counts as run from then on."""
    rules = await rules_of(unit)
    at = datetime.combine(unit.today, time.fromisoformat(rules.scores_remind_at), unit.zone)
    if unit.now < at or await school_settings.get(unit.session, key) == unit.today.isoformat():
        return False
    await school_settings.put(unit.session, key, unit.today.isoformat())
    return True
