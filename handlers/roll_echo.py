"""The echo of a roll: what was understood and saved, whom it concerns, and the way back.

One text for everything that shows a roll, so that people learn to read it once. It fits one message
whatever happens: with forty-five absentees the families are counted instead of named.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardMarkup
from aiogram.utils.keyboard import InlineKeyboardBuilder

from handlers.absence_buttons import settle_rows
from handlers.roll_buttons import Edit, Undo
from handlers.roll_words import bold, escape, pupil_words, session_words, state_words
from handlers.texts import Html, Texts
from services.absences import FamilyPlan, UnlinkedFamily
from services.access import Action, Actor, Target, may
from services.attendance_states import State
from services.roll_taking import SavedRoll
from services.roll_view import Counts, Line, RollView

NAMED = 3  # families named one by one; more are counted
ROOM = 3900  # of the 4,096 characters a message holds


@dataclass(frozen=True, slots=True)
class Echo:
    """What to show. `head` is the first line, in HTML; `notes` are further lines, in HTML."""

    head: str
    view: RollView
    plan: FamilyPlan | None = None
    notes: Sequence[str] = ()


def echo_text(t: Texts, echo: Echo, zone: ZoneInfo, room: int = ROOM) -> str:
    """The echo in HTML, at most `room` characters."""
    top = [echo.head, _counts(t, echo.view.counts)]
    foot = [
        *_said(t, echo.view),
        *echo.notes,
        *(_families(t, echo, zone) if echo.plan is not None else []),
    ]
    left = room - sum(len(line) + 1 for line in top) - sum(len(line) + 1 for line in foot)
    lines = [_line(t, echo.view, at) for at in range(len(echo.view.lines))]
    shown: list[str] = []
    for line in lines:
        left -= len(line) + 1
        if left < 60 and len(lines) > len(shown) + 1:
            shown.append(t("roll-more", count=len(lines) - len(shown)))
            break
        shown.append(line)
    return "\n".join([*top, *shown, *foot])


def _line(t: Texts, view: RollView, at: int) -> str:
    line = view.lines[at]
    name = pupil_words(
        line.place,
        in_group=view.session.of.class_id is None,
        twin=line.place.pupil_id in view.namesakes,
    )
    said = state_words(t, line.standing)
    if known := _known(t, view, line):
        said = f"{said} · {known}"
    return f"{bold(name)}: {escape(said)}"


def _known(t: Texts, view: RollView, line: Line) -> str:
    """What the family has said of an absence that is not settled; plain text."""
    known = view.known.get(line.place.pupil_id)
    if known is None or line.standing.state is not State.UNEXPLAINED or line.standing.period:
        return ""
    if known.disputed:
        return t.plain("leave-on-roll-disputed")
    if known.kind == "leave":
        return t.plain("leave-on-roll-asked")
    if known.kind == "late" and known.at:
        return t.plain("leave-on-roll-late", time=known.at)
    return ""


def _said(t: Texts, view: RollView) -> list[str]:
    """Leave that the roll knows nothing of, and who will be fetched early; HTML."""
    absent = {line.place.pupil_id for line in view.lines if line.standing.state.is_absent}
    away = [
        view.names[id]
        for id, known in view.known.items()
        if known.kind == "leave" and known.status != "refused" and id not in absent
    ]
    early = [
        t.plain("leave-on-roll-early-one", name=view.names[id], time=known.at)
        for id, known in view.known.items()
        if known.kind == "early" and known.at and id not in absent
    ]
    lines = []
    if away:
        lines.append(t("leave-on-roll-present", names=", ".join(away)))
    if early:
        lines.append(t("leave-on-roll-early", names=", ".join(early)))
    return lines


def _counts(t: Texts, counts: Counts) -> str:
    """ "Có mặt 37/39 · vắng 2 (1 có phép, 1 chưa rõ) · đi muộn 1" """
    parts = [t("roll-present", present=counts.present, total=counts.on_roll)]
    kinds = []
    if counts.excused:
        kinds.append(t("roll-count-excused", count=counts.excused))
    if counts.unexcused:
        kinds.append(t("roll-count-unexcused", count=counts.unexcused))
    if counts.unexplained:
        kinds.append(t("roll-count-unexplained", count=counts.unexplained))
    if kinds:
        parts.append(t("roll-absent", count=counts.absent, kinds=", ".join(kinds)))
    if counts.late:
        parts.append(t("roll-count-late", count=counts.late))
    if counts.left_early:
        parts.append(t("roll-count-left", count=counts.left_early))
    if counts.skipped:
        parts.append(t("roll-count-skipped", count=counts.skipped))
    return " · ".join(parts)


def _families(t: Texts, echo: Echo, zone: ZoneInfo) -> list[str]:
    """Who will be told when, who was told and gets a correction, whom nobody reaches."""
    plan = echo.plan
    assert plan is not None  # asked for by the caller
    lines = []
    by_time: dict[datetime, list[str]] = {}
    for family in plan.told:
        by_time.setdefault(family.at.replace(second=0, microsecond=0), []).append(family.pupil_name)
    for at, names in sorted(by_time.items()):
        time = f"{at.astimezone(zone):%H:%M}"
        if len(names) <= NAMED:
            who = ", ".join(t("roll-pupil", name=name) for name in names)
            lines.append(t("roll-told", who=Html(who), time=time))
        else:
            lines.append(t("roll-told-many", count=len(names), time=time))
    if plan.corrected:
        lines.append(corrected_line(t, plan))
    return lines + _unlinked(t, plan.unlinked)


def corrected_line(t: Texts, plan: FamilyPlan) -> str:
    """Whose families hear that they were told too much; HTML."""
    if len(plan.corrected) > NAMED:
        return t("roll-corrected-many", count=len(plan.corrected))
    who = ", ".join(t("roll-pupil", name=name) for name in plan.corrected_names)
    return t("roll-corrected", who=Html(who))


def _unlinked(t: Texts, families: Sequence[UnlinkedFamily]) -> list[str]:
    if not families:
        return []
    lines = [t("roll-unlinked")]
    for family in families[: NAMED * 2]:
        contacts = [
            t(
                "roll-contact",
                relation=contact.relation,
                name=contact.name,
                phone=contact.phone or "",
                known="yes" if contact.phone else "no",
            )
            for contact in family.contacts
        ]
        who = "; ".join(contacts) or t("roll-no-contact")
        lines.append(t("roll-unlinked-one", name=family.pupil_name, who=Html(who)))
    if len(families) > NAMED * 2:
        lines.append(t("roll-unlinked-more", count=len(families) - NAMED * 2))
    return lines


def saved_head(t: Texts, view: RollView) -> str:
    """The first line of a roll that was saved."""
    return t("roll-saved", session=session_words(t, view.session))


def keyboard(t: Texts, roll: SavedRoll, unsettled: Sequence[Line] = ()) -> InlineKeyboardMarkup:
    """The way back and the way on, for the version that is shown; below them P and K for those
    whose absence is `unsettled`."""
    builder = InlineKeyboardBuilder()
    undo = "roll-redo" if roll.withdrawn else "roll-undo"
    builder.button(text=t.plain(undo), callback_data=Undo(roll=roll.id, version=roll.version))
    builder.button(text=t.plain("roll-edit"), callback_data=Edit(roll=roll.id))
    pupils = [(i.place.pupil_id, i.place.full_name, i.place.number) for i in unsettled]
    rows = settle_rows(t, roll.id, pupils)
    return InlineKeyboardMarkup(inline_keyboard=[*builder.export(), *rows])


def unsettled(actor: Actor, view: RollView) -> tuple[Line, ...]:
    """Those whose absence the actor may settle as P or K, while they are few enough for buttons;
    of a class only, since others settle for the pupils of a group."""
    class_id = view.session.of.class_id
    if class_id is None or not may(actor, Action.SETTLE_ABSENCE, Target(class_id=class_id)):
        return ()
    lines = tuple(line for line in view.lines if line.standing.state is State.UNEXPLAINED)
    return lines if len(lines) <= NAMED else ()


def is_echo(markup: InlineKeyboardMarkup | None) -> bool:
    """Whether a message with these buttons is an echo."""
    if markup is None:
        return False
    stem = f"{Undo.__prefix__}:"
    return any((b.callback_data or "").startswith(stem) for r in markup.inline_keyboard for b in r)
