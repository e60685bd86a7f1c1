"""The country's public holidays, worked out once a year and kept in the database.

The package that knows them takes 20 to 45 MB of memory and most of a second to load, which a
program that runs all year on a school's PC should not carry for eleven dates. So a short-lived
process works out a year, and the result is a settings row.
"""

import asyncio
import json
import logging
import sys
from datetime import date

from services.unit import Unit
from storage import school_settings

log = logging.getLogger(__name__)
_known: dict[int, dict[date, str]] = {}


async def public_holidays(unit: Unit, year: int) -> dict[date, str]:
    """The public holidays of a calendar year, with their Vietnamese names."""
    if year not in _known:
        key = f"holidays:{year}"
        stored = await school_settings.get(unit.session, key)
        if stored is None:
            stored = await _work_out(year)
            await school_settings.put(unit.session, key, stored)
        _known[year] = {date.fromisoformat(day): name for day, name in stored.items()}
    return _known[year]


async def keep_holidays(unit: Unit) -> bool:
    """A job of the clockwork: have this year's holidays ready before the first roll needs them."""
    await public_holidays(unit, unit.today.year)
    return False


async def _work_out(year: int) -> dict[str, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", __name__, str(year), stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()
    if process.returncode:
        log.warning("no process for the holidays of %s; loading them here", year)
        return _of_year(year)
    found: dict[str, str] = json.loads(out)
    return found


def _of_year(year: int) -> dict[str, str]:
    """What the short-lived process is for."""
    import holidays

    days = holidays.country_holidays("VN", years=[year], language="vi")
    return {day.isoformat(): name for day, name in sorted(days.items())}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_of_year(int(sys.argv[1]))))
