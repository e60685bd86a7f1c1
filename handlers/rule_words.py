"""The school's rules in words: what each is about, and its value; for the chat and the console."""

from collections.abc import Callable
from typing import Any

from services.rule_changes import Rule
from services.rule_kinds import Form, Kind

Say = Callable[..., str]
ABOUT = {
    "morning": "rule-about-morning",
    "afternoon": "rule-about-afternoon",
    "lesson": "rule-about-lesson",
    "breaks": "rule-about-breaks",
    "weekdays": "rule-about-weekdays",
    "card_after": "rule-about-card-after",
    "card_again": "rule-about-card-again",
    "cut_off": "rule-about-cut-off",
    "grace_seconds": "rule-about-grace-seconds",
    "days_back": "rule-about-days-back",
    "leave_cap": "rule-about-leave-cap",
    "sessions_a_day": "rule-about-sessions-a-day",
    "lists_after": "rule-about-lists-after",
    "ask_excused": "rule-about-ask-excused",
    "limit_shown_from": "rule-about-limit-shown-from",
    "warn_month": "rule-about-warn-month",
    "warn_row": "rule-about-warn-row",
    "warn_first": "rule-about-warn-first",
    "warn_second": "rule-about-warn-second",
    "dropout_days": "rule-about-dropout-days",
    "harvest_from": "rule-about-harvest-from",
    "harvest_to": "rule-about-harvest-to",
    "after_tet": "rule-about-after-tet",
    "record_days": "rule-about-record-days",
    "week_before": "rule-about-week-before",
    "week_day": "rule-about-week-day",
    "week_at": "rule-about-week-at",
    "unexplained_after": "rule-about-unexplained-after",
    "summary_at": "rule-about-summary-at",
    "book_hour": "rule-about-book-hour",
    "book_family_hours": "rule-about-book-family-hours",
    "book_read_out": "rule-about-book-read-out",
    "scores_shown_after": "rule-about-scores-shown-after",
    "scores_shown_at": "rule-about-scores-shown-at",
    "scores_week_1": "rule-about-scores-week-1",
    "scores_week_2": "rule-about-scores-week-2",
    "scores_week_3": "rule-about-scores-week-3",
    "scores_week_4": "rule-about-scores-week-4",
    "scores_test_days": "rule-about-scores-test-days",
    "scores_evidence": "rule-about-scores-evidence",
    "scores_correction_days": "rule-about-scores-correction-days",
    "re_marking_days": "rule-about-re-marking-days",
    "watch_changes": "rule-about-watch-changes",
    "watch_corrections": "rule-about-watch-corrections",
    "watch_points": "rule-about-watch-points",
    "watch_errors": "rule-about-watch-errors",
    "watch_pile": "rule-about-watch-pile",
    "watch_answer_days": "rule-about-watch-answer-days",
    "results_remarks": "rule-about-results-remarks",
    "scores_remind_at": "rule-about-scores-remind-at",
    "scores_lock_after": "rule-about-scores-lock-after",
}


def value_words(say: Say, form: Form, value: Any) -> str:
    """ "7:15", "45 phút", "thứ Hai đến thứ Bảy"; plain text."""
    if form.kind is Kind.CLOCK:
        return str(value).removeprefix("0")
    if form.kind is Kind.BREAKS:
        return say("rule-minutes", value=", ".join(str(n) for n in value))
    if form.kind is Kind.WEEKDAYS:
        return ", ".join(say("rule-weekday", day=day) for day in sorted(value))
    if form.kind is Kind.WEEKDAY:
        return say("rule-weekday", day=value)
    if form.kind is Kind.YES:
        return say("rule-yes", value=value)
    return say(UNITS[form.kind], value=str(value))


UNITS = {
    Kind.MINUTES: "rule-minutes",
    Kind.SECONDS: "rule-seconds",
    Kind.HOURS: "rule-hours",
    Kind.DAYS: "rule-days",
    Kind.COUNT: "rule-count",
    Kind.MONTH: "rule-month",
    Kind.WEEK: "rule-week",
    Kind.PLAIN: "rule-plain",
}


def example_of(form: Form) -> str:
    """What can be typed behind the command as it stands."""
    return f"{form.called[0]} {form.example}"


def rule_line(say: Say, rule: Rule) -> str:
    """One rule, its value, and how it is set; plain text."""
    return say(
        "rule-line",
        about=say(ABOUT[rule.form.name]),
        value=value_words(say, rule.form, rule.value),
        own="yes" if rule.own else "no",
        example=example_of(rule.form),
    )
