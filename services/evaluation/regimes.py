"""Which circular a grade is evaluated by in a school year (circular 22/2021, its coming into force
grade by grade from 2021–2022)."""

from enum import StrEnum


class Regime(StrEnum):
    """The two ways of evaluation that books of these years know."""

    TT22 = "tt22"
    TT58 = "tt58"


FIRST_YEAR = {6: 2021, 7: 2022, 8: 2023, 9: 2024}  # the autumn in which TT22 began


def regime_of(grade: int, autumn: int) -> Regime:
    """The circular for a grade in the school year that begins in `autumn` (2026 for 2026–2027)."""
    return Regime.TT22 if autumn >= FIRST_YEAR.get(grade, 2024) else Regime.TT58
