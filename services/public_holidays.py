"""The country's public holidays, from a table that the package `holidays` has written.

The package takes 20 to 45 MB of memory and most of a second to load, which a program that runs all
year on a school's PC should not carry for a dozen dates a year. The table beside this module holds
the years a school needs; a test compares it with the package, and a year outside it asks the
package after all. Days that the government moves later are the school's own to enter.

    python -m services.public_holidays 2024 2040 > services/public_holidays.txt
"""

import sys
from datetime import date
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_suffix(".txt")


def public_holidays(year: int) -> dict[date, str]:
    """The public holidays of a calendar year, with their Vietnamese names."""
    return _table().get(year) or by_package(year)


@cache
def _table() -> dict[int, dict[date, str]]:
    found: dict[int, dict[date, str]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        written, name = line.split(" ", 1)
        day = date.fromisoformat(written)
        found.setdefault(day.year, {})[day] = name
    return found


@cache
def by_package(year: int) -> dict[date, str]:
    """The same by the package, which is loaded for it."""
    import holidays

    return dict(sorted(holidays.country_holidays("VN", years=[year], language="vi").items()))


if __name__ == "__main__":
    for each in range(int(sys.argv[1]), int(sys.argv[2]) + 1):
        for day, name in by_package(each).items():
            sys.stdout.write(f"{day} {name}\n")
