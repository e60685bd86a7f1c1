"""The phrases of the roll that many messages share: which session, which pupil, how they stood."""

from datetime import date

from handlers.texts import Html, Texts
from services.attendance_states import State
from services.rosters import RollList
from services.sessions import Session
from services.standing import Standing
from storage.rosters import Place

_STATES = {
    State.PRESENT: "roll-state-present",
    State.EXCUSED: "roll-state-excused",
    State.UNEXCUSED: "roll-state-unexcused",
    State.UNEXPLAINED: "roll-state-unexplained",
    State.LATE: "roll-state-late",
    State.LEFT_EARLY: "roll-state-left",
}
_SKIPPED = {
    State.EXCUSED: "roll-state-lesson-excused",
    State.UNEXCUSED: "roll-state-lesson-unexcused",
    State.UNEXPLAINED: "roll-state-lesson-unexplained",
    State.LEFT_EARLY: "roll-state-left-lesson",
}


def day_words(t: Texts, day: date) -> str:
    """ "thứ Hai 30/11/2026" """
    return t.plain("roll-day", weekday=day.weekday(), date=f"{day:%d/%m/%Y}")


def list_words(t: Texts, of: RollList) -> str:
    """ "lớp 7A1" or the name of the group; plain text."""
    return of.name if of.class_id is None else t.plain("roll-class", name=of.name)


def session_words(t: Texts, session: Session) -> str:
    """ "lớp 7A1, sáng thứ Hai 30/11/2026"; plain text."""
    return t.plain(
        "roll-session",
        list=list_words(t, session.of),
        kind="main" if session.of.class_id is None else session.kind.value,
        half=session.half.value,
        day=day_words(t, session.day),
    )


def pupil_words(place: Place, *, in_group: bool, twin: bool = False) -> str:
    """ "15. Nguyễn Thị Ngọc Lan"; with the class in a group, with the birth date for namesakes."""
    name = place.full_name
    if in_group:
        name = f"{name} ({place.class_name})"
    elif place.number is not None:
        name = f"{place.number}. {name}"
    if twin and place.birth_date is not None:
        name = f"{name}, {place.birth_date:%d/%m/%Y}"
    return name


def state_words(t: Texts, standing: Standing) -> str:
    """ "vắng có phép (P)", "đi muộn 10 phút", "về sớm từ tiết 4"; plain text."""
    if standing.period is not None and standing.state in _SKIPPED:
        said = t.plain(_SKIPPED[standing.state], period=standing.period)
    elif standing.state is State.LATE and standing.arrived is not None:
        said = t.plain(
            "roll-state-late-arrived", time=standing.arrived, minutes=standing.minutes or 0
        )
    elif standing.state is State.LATE and standing.minutes is not None:
        said = t.plain("roll-state-late-minutes", minutes=standing.minutes)
    elif standing.state is State.LEFT_EARLY and standing.arrived is not None:
        said = t.plain("roll-state-left-time", time=standing.arrived)
    else:
        said = t.plain(_STATES[standing.state])
    return f"{said} · {standing.note}" if standing.note else said


def bold(text: str) -> Html:
    """Escaped and bold."""
    return Html(f"<b>{escape(text)}</b>")


def escape(text: str) -> Html:
    """Plain text as HTML."""
    return Html(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
