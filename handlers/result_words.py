"""Levels, outcomes and stages in words, for boards, cards and what families are told."""

from handlers.score_words import mark, short_name
from handlers.texts import Texts
from services.evaluation.kinds import Level
from services.results.reckoning import PupilStage
from services.score_cells import FAILED, PASSED

LEVELS = {
    Level.VERY_GOOD: "level-very-good",
    Level.GOOD: "level-good",
    Level.PASSED: "level-passed",
    Level.FAILED: "level-failed",
}
OUTCOMES = {
    "promoted": "outcome-promoted",
    "retest": "outcome-retest",
    "training": "outcome-training",
    "principal": "outcome-principal",
    "repeats": "outcome-repeats",
}
TITLES = {"excellent": "title-excellent", "good": "title-good"}
STAGES = {1: "stage-term-one", 2: "stage-year", 3: "stage-summer"}


def level_words(t: Texts, level: int | None) -> str:
    """A level of results or conduct; a dash where there is none yet."""
    return "–" if level is None else t.plain(LEVELS[Level(level)])


def stage_words(t: Texts, stage: int) -> str:
    """ "học kì I", "cả năm", "sau hè"."""
    return t.plain(STAGES[stage])


def outcome_words(t: Texts, outcome: str | None) -> str:
    """ "Được lên lớp"; nothing where it is not said yet."""
    return t.plain(OUTCOMES[outcome]) if outcome else ""


def levels_line(t: Texts, counts: list[int]) -> str:
    """ "Tốt 12, Khá 20, Đạt 8" of counts from Tốt down to Chưa đạt."""
    found = zip((3, 2, 1, 0), counts, strict=True)
    return ", ".join(f"{level_words(t, of)} {count}" for of, count in found if count) or "–"


def pupil_line(t: Texts, of: PupilStage) -> str:
    """A pupil's line in the list of a class."""
    return t(
        "result-pupil",
        number=of.place.number or 0,
        name=short_name(of.place.full_name, 24),
        results=t.plain("result-own-plan") if of.own_plan else level_words(t, of.level),
        conduct=level_words(t, of.conduct),
        absent=of.absent,
        outcome=outcome_words(t, of.outcome) or "none",
        title=t.plain(TITLES[of.title]) if of.title and not of.decided else "none",
    )


def mark_words(t: Texts, kept: str) -> str:
    """A subject's result as it is kept with an outcome: "7,8", "Đ", "CĐ"."""
    if kept in ("passed", "failed"):
        return mark(PASSED if kept == "passed" else FAILED)
    return kept.replace(".", ",")
