"""How a page of the roll book looks in a chat: sums, what to look at, who signed, what comes."""

from collections.abc import Iterable
from textwrap import shorten

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.absence_buttons import SETTLE, SettleAbsence
from handlers.book_buttons import (
    ALL_BUTTONS,
    FORMS,
    BookAll,
    BookFile,
    BookSeen,
    BookSettle,
    BookStep,
    BookWish,
    board_data,
    open_data,
    step_button,
)
from handlers.book_words import (
    mark_words,
    moment_words,
    pupil_words,
    session_words,
    some,
    who_words,
    words_of,
)
from handlers.context import Context
from handlers.showing import Row, button, keyboard, rows_of
from handlers.texts import Texts
from services.access import Action, Target, may
from services.book_board import BULK, ClassState
from services.book_checks import Checks
from services.book_steps import PageView
from services.periods import Kind, Period

NAMED = 12  # pupils, sessions, requests that a line names
PICKED = 24  # classes with a button of their own
DOUBTS = 6  # families whose words are shown at once; the next follow as these are seen to
WORDS = 160  # signs of theirs; the notice had them all
NEXT = {
    "shown": "book-next-shown",
    "confirmed": "book-next-confirmed",
    "signed": "book-next-signed",
    "filed": "book-next-filed",
    "approved": "book-next-approved",
}
GROUPS = {
    None: "book-board-finished",
    "approved": "book-board-approved",
    "filed": "book-board-filed",
    "signed": "book-board-signed",
    "confirmed": "book-board-confirmed",
    "shown": "book-board-shown",
}


def page_text(ctx: Context, found: PageView) -> str:
    """The page in words."""
    t, zone = ctx.t, ctx.unit.zone
    period = words_of(t, found.period)
    total = sum(row.sums.total for row in found.rows)
    excused = sum(row.sums.excused for row in found.rows)
    lines = [
        t("book-head", period=period, **{"class": found.of.name}),
        t(
            "book-sums",
            size=len(found.rows),
            total=total,
            excused=excused,
            unexcused=sum(row.sums.unexcused for row in found.rows),
            open=sum(row.sums.unexplained for row in found.rows),
        ),
    ]
    absent = [row for row in found.rows if row.sums.total]
    absent.sort(key=lambda row: -row.sums.total)
    if absent:
        names = (
            t.plain(
                "book-absent-one",
                pupil=pupil_words(row.pupil.number, row.pupil.full_name),
                total=row.sums.total,
                excused=row.sums.excused,
                unexcused=row.sums.unexcused,
            )
            for row in absent
        )
        lines.append(t("book-absent", names=some(t, names, NAMED)))
    lines += _checks(t, found.checks)
    lines += _corrected(t, found)
    lines += [
        t(
            "book-done",
            step=each.step,
            who=who_words(t, each.name, each.gender),
            when=moment_words(each.at, zone),
        )
        for each in found.done
    ]
    told, answered = found.families
    if found.page.shown_at is not None and found.page.confirmed_at is None:
        lines.append(t("book-families", told=told, answered=answered))
    if found.next is None:
        lines.append(t("book-finished"))
    else:
        when = moment_words(found.not_before, zone) if found.not_before else ""
        lines.append(t(NEXT[found.next], when=when, later="yes" if when else "no"))
    if any(each.step == "signed" for each in found.done):
        lines.append(t("book-no-signature"))
    return "\n".join(lines)


def _checks(t: Texts, checks: Checks) -> list[str]:
    """What is to be looked at, each kind in a line."""
    lines = []
    if checks.missing:
        sessions = (session_words(t, f"{day:%d/%m}", half) for day, half in checks.missing)
        lines.append(
            t("book-missing", count=len(checks.missing), sessions=some(t, sessions, NAMED, ", "))
        )
    if checks.unexplained:
        names = (
            f"{pupil_words(each.pupil.number, each.pupil.full_name)} "
            f"({session_words(t, f'{each.day:%d/%m}', each.half)})"
            for each in checks.unexplained
        )
        lines.append(
            t("book-unexplained", count=len(checks.unexplained), names=some(t, names, NAMED))
        )
    if checks.leave:
        asked = (
            t.plain(
                "book-leave-one",
                pupil=pupil_words(each.number, each.name),
                first=f"{each.first:%d/%m}",
                last=f"{each.last:%d/%m}",
                disputed="yes" if each.disputed else "no",
            )
            for each in checks.leave
        )
        lines.append(t("book-leave", count=len(checks.leave), names=some(t, asked, NAMED)))
    for doubt in checks.doubts[:DOUBTS]:
        pupil = pupil_words(doubt.pupil.number, doubt.pupil.full_name)
        words = shorten(" / ".join(doubt.words), WORDS, placeholder="…")
        lines.append(t("book-doubt-line", pupil=pupil, words=words))
    if len(checks.doubts) > DOUBTS:
        lines.append(t("book-more", count=len(checks.doubts) - DOUBTS))
    return lines


def _corrected(t: Texts, found: PageView) -> list[str]:
    """The corrections, approved or waiting; their reasons are not told here."""
    names = {row.pupil.pupil_id: row.pupil for row in found.rows}
    lines = []
    for wish in found.corrections:
        if wish.status not in ("approved", "pending") or wish.pupil_id not in names:
            continue
        place = names[wish.pupil_id]
        lines.append(
            t(
                "book-corrected" if wish.status == "approved" else "book-correction-waits",
                pupil=pupil_words(place.number, place.full_name),
                old=mark_words(t, wish.old),
                new=mark_words(t, wish.new),
            )
        )
    return lines


def page_keyboard(ctx: Context, found: PageView) -> InlineKeyboardMarkup | None:
    """What can be done with the page now."""
    t, page = ctx.t, found.page.id
    keeps = may(ctx.unit.who, Action.KEEP_BOOK, Target(class_id=found.page.class_id))
    rows: list[Row] = []
    if found.mine and found.next and found.not_before is None and not _hindered(found):
        rows.append([step_button(t, page, found.next)])
    if keeps and found.checks.unexplained and found.page.confirmed_at is None:
        count = len(found.checks.unexplained)
        data = BookSettle(page=page).pack()
        rows.append([button(t.plain("book-button-settle", count=count), data)])
    if keeps:
        for doubt in found.checks.doubts[:DOUBTS]:
            name = doubt.pupil.full_name.split()[-1]
            text = t.plain("book-button-seen", name=pupil_words(doubt.pupil.number, name))
            rows.append([button(text, BookSeen(page=page, pupil=doubt.pupil.pupil_id).pack())])
    if keeps and found.period.kind is Kind.MONTH and found.page.confirmed_at is not None:
        rows.append([button(t.plain("book-button-wish"), BookWish(page=page).pack())])
    rows.append(
        [button(t.plain(key), BookFile(page=page, form=f).pack()) for f, key in FORMS.items()]
    )
    if may(ctx.unit.who, Action.SEE_ROLL_BOOK):
        rows.append([button(t.plain("book-button-board"), board_data(found.period))])
    return keyboard(*rows)


def _hindered(found: PageView) -> bool:
    return found.next == "confirmed" and found.checks.hindering


def settle_text(t: Texts, found: PageView) -> str:
    """The absences to be settled, one a line."""
    lines = [t("book-settle", count=len(found.checks.unexplained))]
    for each in found.checks.unexplained[:NAMED]:
        session = session_words(t, f"{each.day:%d/%m}", each.half)
        pupil = pupil_words(each.pupil.number, each.pupil.full_name)
        lines.append(t("book-settle-line", pupil=pupil, session=session))
    return "\n".join(lines)


def settle_keyboard(t: Texts, found: PageView) -> InlineKeyboardMarkup | None:
    """P and K for each of them, with the day on the button; the same tap as anywhere."""
    rows: list[Row] = []
    for each in found.checks.unexplained[:NAMED]:
        name = each.pupil.full_name.split()[-1]
        label = f"{pupil_words(each.pupil.number, name)} {each.day:%d/%m}"
        rows.append(
            [
                button(
                    t.plain(SETTLE[state], name=label),
                    SettleAbsence(roll=each.roll_id, pupil=each.pupil.pupil_id, state=state).pack(),
                )
                for state in SETTLE
            ]
        )
    return keyboard(*rows)


def confirm_text(t: Texts, found: PageView) -> str:
    """Asked before a month is locked: what is odd, and what follows."""
    head = t("book-confirm", period=words_of(t, found.period), **{"class": found.of.name})
    return "\n".join([head, *_checks(t, found.checks)])


def confirm_keyboard(t: Texts, found: PageView) -> InlineKeyboardMarkup | None:
    """[Xác nhận và khóa], or [Vẫn xác nhận] where something is odd."""
    odd = found.checks.odd
    key = "book-button-anyway" if odd else "book-button-lock"
    data = BookStep(page=found.page.id, step="confirmed", knowing=odd)
    return keyboard([button(t.plain(key), data.pack())])


def board_text(t: Texts, period: Period, states: Iterable[ClassState]) -> str:
    """All classes by how far they are."""
    lines = [t("book-board", period=words_of(t, period))]
    every = list(states)
    for step, key in GROUPS.items():
        names = [state.of.name for state in every if state.next == step]
        if names:
            lines.append(t(key, count=len(names), names=", ".join(names)))
    return "\n".join(lines)


def board_keyboard(
    t: Texts, period: Period, states: list[ClassState], others: Iterable[Period]
) -> InlineKeyboardMarkup | None:
    """One tap for all that wait for the reader, the classes, other months and terms."""
    rows: list[Row] = []
    kind, first = period.kind.value, period.first.toordinal()
    for step in BULK:
        waiting = [state for state in states if state.next == step and state.mine]
        if waiting:
            data = BookAll(kind=kind, first=first, step=step).pack()
            rows.append([button(t.plain(ALL_BUTTONS[step], count=len(waiting)), data)])
    picks = sorted(states, key=lambda state: (not state.mine, state.next is None))
    classes: list[InlineKeyboardButton] = [
        button(state.of.name, open_data(state.of.class_id or 0, period)) for state in picks[:PICKED]
    ]
    rows += rows_of(classes, 4)
    rows += rows_of([button(words_of(t, other), board_data(other)) for other in others], 2)
    return keyboard(*rows)
