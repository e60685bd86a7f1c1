"""`/hanche`: the principal bars a guardian from a child, or lifts it; no reason is asked for.

Class, pupil, guardian, then one question that says what follows; every step has a way back.
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers.context import Context
from handlers.linking_looks import Face, class_choice, mark_of, paging
from handlers.menus import give_menu
from handlers.person_texts import relation
from handlers.showing import button, keyboard, rows_of, show
from services import barring
from services.identity import load_actor

PER_PAGE = 20


class BarStart(CallbackData, prefix="bs"):
    """The list of who is barred."""


class BarClasses(CallbackData, prefix="bl"):
    """Which class."""


class BarClass(CallbackData, prefix="bc"):
    """Which pupil of a class."""

    klass: int
    page: int = 0


class BarPupil(CallbackData, prefix="bp"):
    """Which guardian of a pupil."""

    pupil: int


class BarAsk(CallbackData, prefix="ba"):
    """Sure?"""

    person: int
    pupil: int


class BarDo(CallbackData, prefix="bd"):
    """Bar, or lift."""

    person: int
    pupil: int
    lift: bool


async def begin(message: Message, ctx: Context) -> None:
    """/hanche."""
    text, markup = await _list(ctx)
    await message.answer(text, reply_markup=markup)


async def _list(ctx: Context) -> Face:
    rows = []
    lines = []
    for tie in await barring.barred(ctx.unit):
        names = {"name": tie.guardian, "pupil": tie.pupil, "klass": tie.class_name}
        lines.append(ctx.t("identity-barred-line", relation=relation(ctx.t, tie.relation), **names))
        data = BarDo(person=tie.person_id, pupil=tie.pupil_id, lift=True).pack()
        rows.append([button(ctx.t.plain("identity-bar-lift", **names), data)])
    rows.append([button(ctx.t.plain("identity-bar-new"), BarClasses().pack())])
    head = ctx.t("identity-barred-head" if lines else "identity-barred-none")
    return "\n".join([head, *lines]), keyboard(*rows)


async def overview(query: CallbackQuery, bot: Bot, ctx: Context) -> None:
    """Back to the list."""
    text, markup = await _list(ctx)
    await show(query, bot, ctx, text, markup)


async def classes(query: CallbackQuery, bot: Bot, ctx: Context) -> None:
    """Which class."""
    found = await barring.classes(ctx.unit)
    markup = class_choice(found, lambda id: BarClass(klass=id).pack())
    if markup is not None:
        markup.inline_keyboard.append([_back(ctx, BarStart().pack())])
    await show(query, bot, ctx, ctx.t("identity-which-class"), markup)


async def pupils(query: CallbackQuery, callback_data: BarClass, bot: Bot, ctx: Context) -> None:
    """Which pupil."""
    found = await barring.pupils(ctx.unit, callback_data.klass)
    pages = max(1, -(-len(found) // PER_PAGE))
    page = min(max(callback_data.page, 0), pages - 1)
    shown = found[page * PER_PAGE : (page + 1) * PER_PAGE]
    buttons = [
        button(f"{p.list_number}. {p.name}", BarPupil(pupil=p.pupil_id).pack()) for p in shown
    ]
    rows = rows_of(buttons, 2)
    rows.append(
        paging(ctx.t, page, pages, lambda p: BarClass(klass=callback_data.klass, page=p).pack())
    )
    rows.append([_back(ctx, BarClasses().pack())])
    await show(query, bot, ctx, ctx.t("identity-which-pupil"), keyboard(*rows))


async def guardians(query: CallbackQuery, callback_data: BarPupil, bot: Bot, ctx: Context) -> None:
    """Which guardian."""
    ties = await barring.guardians(ctx.unit, callback_data.pupil)
    rows = []
    for tie in ties:
        ids = {"person": tie.person_id, "pupil": tie.pupil_id}
        data = BarDo(**ids, lift=True).pack() if tie.barred else BarAsk(**ids).pack()
        label = f"{mark_of(tie)} {relation(ctx.t, tie.relation)} {tie.guardian}"
        rows.append([button(label, data)])
    rows.append([_back(ctx, BarClass(klass=ties[0].class_id).pack())])
    text = ctx.t("identity-which-guardian", pupil=ties[0].pupil, klass=ties[0].class_name)
    await show(query, bot, ctx, text, keyboard(*rows))


async def ask(query: CallbackQuery, callback_data: BarAsk, bot: Bot, ctx: Context) -> None:
    """What follows, and whether it is meant."""
    tie = await barring.tie_of(ctx.unit, callback_data.person, callback_data.pupil)
    text = ctx.t(
        "identity-bar-ask",
        relation=relation(ctx.t, tie.relation),
        name=tie.guardian,
        pupil=tie.pupil,
        klass=tie.class_name,
    )
    data = BarDo(person=tie.person_id, pupil=tie.pupil_id, lift=False).pack()
    rows = (
        [button(ctx.t.plain("identity-bar-yes"), data)],
        [button(ctx.t.plain("identity-bar-no"), BarStart().pack())],
    )
    await show(query, bot, ctx, text, keyboard(*rows))


async def do(query: CallbackQuery, callback_data: BarDo, bot: Bot, ctx: Context) -> None:
    """Bar or lift; the guardian's menu follows at once, without a word."""
    change = barring.lift if callback_data.lift else barring.bar
    tie, accounts = await change(ctx.unit, callback_data.person, callback_data.pupil)
    for account in accounts:
        if account.channel == ctx.channel and ctx.capabilities.command_menu:
            guardian = await load_actor(ctx.unit, tie.person_id, account.id)
            await give_menu(bot, ctx.unit, account.id, account.external_id, guardian)
    done = "identity-bar-lifted" if callback_data.lift else "identity-bar-done"
    text, markup = await _list(ctx)
    said = ctx.t(done, name=tie.guardian, pupil=tie.pupil)
    await show(query, bot, ctx, f"{said}\n\n{text}", markup)


def _back(ctx: Context, data: str) -> InlineKeyboardButton:
    return button(ctx.t.plain("identity-back"), data)


def router() -> Router:
    """For the principal."""
    r = Router(name="barring")
    r.message.register(begin, Command("hanche", "bar"))
    r.callback_query.register(overview, BarStart.filter())
    r.callback_query.register(classes, BarClasses.filter())
    r.callback_query.register(pupils, BarClass.filter())
    r.callback_query.register(guardians, BarPupil.filter())
    r.callback_query.register(ask, BarAsk.filter())
    r.callback_query.register(do, BarDo.filter())
    return r
