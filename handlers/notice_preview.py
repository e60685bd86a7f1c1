"""How the preview of a notice looks, and the questions on the way to it."""

from collections.abc import Iterable

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.context import Context
from handlers.notice_buttons import (
    DropNotice,
    NoticeAbout,
    NoticePupil,
    NoticeTo,
    NoticeUrgent,
    RewriteNotice,
    SendAnyway,
    SendNotice,
    SendNotYet,
)
from handlers.notice_words import (
    SUBJECTS,
    audience_words,
    reach_words,
    subject_words,
    why_words,
)
from handlers.notices.written import notice_text
from handlers.roll_words import pupil_words
from handlers.screen import Screen
from handlers.showing import button, keyboard, rows_of
from handlers.texts import Texts
from services.audiences import Choices
from services.notice_text import length_of
from services.notice_writing import Preview, keep_preview
from services.reach import Reach
from storage.rosters import Place

ONE_MESSAGE = 2900  # of the text; above it the preview needs a message of its own
MOST_CLASSES = 60
FEW = 6  # classes shown without a further step


async def show_preview(ctx: Context, screen: Screen, preview: Preview) -> None:
    """Show a preview; it is where the progress will be seen later, so it is remembered."""
    look = f"{ctx.t('notice-preview')}\n{notice_text(ctx.t, preview.look)}"
    about = "\n".join(_facts(ctx.t, preview))
    if length_of(preview.notice.text) > ONE_MESSAGE:
        await screen.show(look)
        screen.message_id = None
        handle = await screen.show(about, _buttons(ctx.t, preview))
    else:
        line = ctx.t("notice-preview-line")
        text = "\n".join([look, line, about])
        handle = await screen.show(text, _buttons(ctx.t, preview))
    if handle < 0:
        await keep_preview(ctx.unit, preview.notice, -handle)


def _facts(t: Texts, preview: Preview) -> list[str]:
    """For how many it is, what it is about, and whether it has to be approved and why."""
    lines = [
        t(
            "notice-preview-people",
            audience=audience_words(t, preview.notice.audience),
            people=preview.people,
            linked=preview.linked,
        )
    ]
    if preview.lost == preview.people:
        lines.append(t("notice-preview-none-linked"))
    elif preview.lost:
        lines.append(t("notice-preview-unlinked", count=preview.lost))
    if told := reach_words(t, preview.reach):
        lines.append(told)
    subject = preview.notice.subject
    lines.append(t("notice-preview-subject", subject=subject_words(t, subject)))
    if subject != preview.chosen and subject == "money":
        lines.append(t("notice-preview-found-money"))
    elif subject != preview.chosen and subject == "trip":
        lines.append(t("notice-preview-found-trip"))
    if preview.why:
        lines.append(t("notice-preview-approval", why=why_words(t, preview.why)))
    else:
        lines.append(t("notice-preview-direct"))
    return lines


def _buttons(t: Texts, preview: Preview) -> InlineKeyboardMarkup | None:
    id, revision = preview.notice.id, preview.notice.revision
    send = "notice-button-ask" if preview.why else "notice-button-send"
    rows = [
        [button(t.plain(send), SendNotice(notice=id, revision=revision).pack())],
        [
            button(t.plain("notice-button-rewrite"), RewriteNotice(notice_id=id).pack()),
            button(
                t.plain("notice-button-subject"),
                NoticeAbout(notice=id, revision=revision, subject="").pack(),
            ),
        ],
    ]
    if preview.may_urge:
        urgent = preview.notice.kind == "urgent"
        label = "notice-button-not-urgent" if urgent else "notice-button-urgent"
        data = NoticeUrgent(notice=id, revision=revision, on=not urgent)
        rows.append([button(t.plain(label), data.pack())])
    rows.append([button(t.plain("notice-button-cancel"), DropNotice(notice_id=id).pack())])
    return keyboard(*rows)


def cost_question(
    t: Texts, reach: Reach, notice_id: int, revision: int
) -> tuple[str, InlineKeyboardMarkup | None]:
    """ "Tốn khoảng 26.270đ …", who will not get it, and whether to send it all the same."""
    ceiling = reach.ceiling.value if reach.ceiling is not None else "month"
    if reach.paid:
        lines = [t("spending-question", dong=reach.cost, messages=reach.paid)]
        if reach.beyond:
            lines.append(t("spending-question-beyond", ceiling=ceiling, count=reach.beyond))
    else:
        lines = [t("spending-question-nothing", ceiling=ceiling, count=reach.beyond)]
    yes = SendAnyway(notice=notice_id, revision=revision).pack()
    no = SendNotYet(notice_id=notice_id).pack()
    buttons = [
        button(t.plain("spending-question-send"), yes),
        button(t.plain("spending-question-stop"), no),
    ]
    return "\n".join(lines), keyboard(buttons)


def subject_buttons(t: Texts, notice_id: int, revision: int) -> InlineKeyboardMarkup | None:
    """What it is about: routine, trip, money, other."""
    made = [
        button(
            t.plain(key), NoticeAbout(notice=notice_id, revision=revision, subject=subject).pack()
        )
        for subject, key in SUBJECTS.items()
    ]
    drop = button(t.plain("notice-button-cancel"), DropNotice(notice_id=notice_id).pack())
    return keyboard(*rows_of(made, 2), [drop])


def audience_buttons(t: Texts, choices: Choices) -> InlineKeyboardMarkup | None:
    """For whom: own classes, grades, the school, the staff."""
    few = choices.others if len(choices.others) <= FEW else []
    rows = rows_of([_class(t, c.name, c.id) for c in (*choices.own, *few)], 3)
    if choices.others and not few:
        rows.append([button(t.plain("notice-button-classes"), NoticeTo(kind="classes").pack())])
    rows += rows_of(
        [
            button(
                t.plain("notice-button-grade", grade=grade), NoticeTo(kind="grade", id=grade).pack()
            )
            for grade in choices.grades
        ],
        4,
    )
    if choices.everyone:
        rows.append(
            [
                button(t.plain("notice-button-school"), NoticeTo(kind="school").pack()),
                button(t.plain("notice-button-staff"), NoticeTo(kind="staff").pack()),
            ]
        )
    return keyboard(*rows)


def class_buttons(t: Texts, choices: Choices) -> InlineKeyboardMarkup | None:
    """Every class one may write to."""
    classes = (*choices.own, *choices.others)[:MOST_CLASSES]
    rows = rows_of([_class(t, c.name, c.id) for c in classes], 4)
    rows.append([button(t.plain("notice-button-back"), NoticeTo(kind="back").pack())])
    return keyboard(*rows)


def _class(t: Texts, name: str, id: int) -> InlineKeyboardButton:
    return button(t.plain("notice-button-class", name=name), NoticeTo(kind="class", id=id).pack())


def pupil_buttons(t: Texts, pupils: Iterable[Place], token: int) -> InlineKeyboardMarkup | None:
    """Whose family, told apart by number and birth date."""
    return keyboard(
        *(
            [
                button(
                    pupil_words(place, in_group=False, twin=True),
                    NoticePupil(pupil=place.pupil_id, token=token).pack(),
                )
            ]
            for place in pupils
        )
    )
