"""The grid of a class: a button for each pupil, showing how they stand and changed by a tap.

Three in a row with the list number and the name the pupil is called by, which a phone of 360 points
shows uncut; more than forty-five pupils come in pages.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from aiogram.types import InlineKeyboardMarkup
from aiogram.utils.keyboard import InlineKeyboardBuilder

from handlers.roll_buttons import GridAct, Tap
from handlers.roll_words import escape, session_words
from handlers.texts import Texts
from services.attendance_states import State
from services.names import given_name
from services.roll_view import count
from services.rosters import Roster
from services.sessions import Session
from services.standing import Standing
from storage.rosters import Place

ONE_PAGE, PAGE, ROW = 45, 30, 3
NAME = 9  # characters of a name on a third of a phone's width

CYCLE = (
    State.PRESENT,
    State.UNEXPLAINED,
    State.EXCUSED,
    State.UNEXCUSED,
    State.LATE,
    State.PRESENT,
)
_NEXT = dict(pairwise(CYCLE))
_SIGNS = {
    State.UNEXPLAINED: "roll-sign-unexplained",
    State.EXCUSED: "roll-sign-excused",
    State.UNEXCUSED: "roll-sign-unexcused",
    State.LATE: "roll-sign-late",
    State.LEFT_EARLY: "roll-sign-left",
}
_STYLES = {State.UNEXCUSED: "danger", State.UNEXPLAINED: "danger", State.EXCUSED: "primary"}


def next_standing(standing: Standing | None) -> Standing | None:
    """What a tap makes of it: absent not yet known, P, K, late, present (None) again."""
    state = _NEXT.get(standing.state if standing else State.PRESENT, State.PRESENT)
    return None if state is State.PRESENT else Standing(state)


def page_count(of: Roster) -> int:
    """How many pages the list takes."""
    return 1 if len(of.members) <= ONE_PAGE else -(-len(of.members) // PAGE)


def grid_text(
    t: Texts,
    session: Session,
    of: Roster,
    standings: Mapping[int, Standing],
    leave: Collection[int] = (),
) -> str:
    """What the grid is of, how many are there so far, whose leave is known, how it works; HTML."""
    counts = count(len(of.members), standings.values())
    return "\n".join(
        [
            t("roll-grid", session=session_words(t, session)),
            t("roll-present", present=counts.present, total=counts.on_roll),
            *_leave(t, of, leave),
            t("roll-grid-hint"),
        ]
    )


def grid_keyboard(
    t: Texts, of: Roster, standings: Mapping[int, Standing], page: int, token: str
) -> InlineKeyboardMarkup:
    """The pupils of one page, then what can be done with the whole."""
    pages = page_count(of)
    size = PAGE if pages > 1 else ONE_PAGE
    shown = of.members[page * size : (page + 1) * size]
    labels = _labels(of.members)
    builder = InlineKeyboardBuilder()
    for place in shown:
        standing = standings.get(place.pupil_id)
        sign = "" if standing is None else f"{t.plain(_SIGNS[standing.state])} "
        builder.button(
            text=sign + _short(place, labels[place.pupil_id], in_group=of.list.class_id is None),
            callback_data=Tap(token=token, pupil=place.pupil_id),
            style=_STYLES.get(standing.state) if standing else None,
        )
    rows = [ROW] * (len(shown) // ROW) + [len(shown) % ROW] * bool(len(shown) % ROW)
    if pages > 1:
        for to, key in ((page - 1, "roll-page-before"), (page + 1, "roll-page-after")):
            act = GridAct(token=token, act="page", page=to % pages)
            builder.button(text=t.plain(key, page=to % pages + 1, pages=pages), callback_data=act)
        rows.append(2)
    for key, act_name, style in (
        ("roll-grid-all", "all", None),
        ("roll-grid-save", "save", "success"),
        ("roll-grid-drop", "drop", None),
    ):
        builder.button(
            text=t.plain(key), callback_data=GridAct(token=token, act=act_name), style=style
        )
    builder.adjust(*rows, 3)
    return builder.as_markup()


def _labels(members: Sequence[Place]) -> dict[int, str]:
    """What each pupil is called; with the surname's first letter where that tells them apart."""
    called = {p.pupil_id: p.called or given_name(p.full_name) for p in members}
    longer = {p.pupil_id: f"{p.full_name[0]}.{called[p.pupil_id]}" for p in members}
    shared, same = Counter(called.values()), Counter(longer.values())
    return {
        id: longer[id] if shared[name] > 1 and same[longer[id]] == 1 else name
        for id, name in called.items()
    }


def _short(place: Place, name: str, *, in_group: bool) -> str:
    if len(name) > NAME:
        name = name[: NAME - 1] + "…"
    lead = place.class_name if in_group else (place.number or "")
    return f"{lead} {name}".strip()


def _leave(t: Texts, of: Roster, leave: Collection[int]) -> list[str]:
    """The line with the names of those whose leave is known; none without any."""
    places = [of.by_id[id] for id in leave if id in of.by_id]
    names = ", ".join(f"{place.number or ''} {place.full_name}".strip() for place in places)
    return [t("roll-grid-leave", names=names)] if places else []


def list_text(t: Texts, session: Session, of: Roster, leave: Collection[int] = ()) -> str:
    """For a messenger that cannot change a message: the list, and how to answer in words; HTML."""
    lines = [t("roll-grid", session=session_words(t, session)), t("roll-grid-in-words")]
    lines += _leave(t, of, leave)
    lines += [escape(f"{place.number or ''} {place.full_name}".strip()) for place in of.members]
    return "\n".join(lines)
