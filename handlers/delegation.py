"""`/uyquyen`: the principal lets somebody decide in their place, some kinds, until a day.

Who, which kinds (tapped on and off, all to begin with), until when; the list shows what runs and
takes it back.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from aiogram import Bot, Router
from aiogram.filters import Command, StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers.awaiting import is_words
from handlers.context import Context
from handlers.linking_looks import Face, paging
from handlers.notices.approval import KINDS, kind_names
from handlers.showing import button, keyboard, rows_of, show
from services import delegations
from services.duties import read_day
from services.errors import Outdated
from services.notice_rules import Subject

PER_PAGE = 16
ALL = (1 << len(Subject)) - 1
SPANS = {1: "delegation-today", 3: "delegation-three-days", 7: "delegation-week"}


class DelegationList(CallbackData, prefix="dl0"):
    """Back to the list."""


class DelegationWho(CallbackData, prefix="dlw"):
    """To whom; a page of the staff."""

    page: int = 0


class DelegationKinds(CallbackData, prefix="dlk"):
    """Which kinds: a bit for each `Subject` in order."""

    person: int
    kinds: int = ALL


class DelegationUntil(CallbackData, prefix="dlu"):
    """Until when."""

    person: int
    kinds: int


class DelegationGive(CallbackData, prefix="dlg"):
    """Delegate until so many days from now."""

    person: int
    kinds: int
    days: int


class DelegationEnd(CallbackData, prefix="dle"):
    """Take it back."""

    delegation: int


class Delegating(StatesGroup):
    """A last day may be typed."""

    until = State()


def chosen(bits: int) -> list[Subject]:
    """The kinds that these bits stand for."""
    return [kind for at, kind in enumerate(Subject) if bits >> at & 1]


async def begin(message: Message, state: FSMContext, ctx: Context) -> None:
    """/uyquyen."""
    await state.clear()
    text, markup = await _list(ctx)
    await message.answer(text, reply_markup=markup)


async def overview(query: CallbackQuery, bot: Bot, state: FSMContext, ctx: Context) -> None:
    """Back to the list."""
    await state.clear()
    text, markup = await _list(ctx)
    await show(query, bot, ctx, text, markup)


async def _list(ctx: Context) -> Face:
    lines, rows = [], []
    for one in await delegations.running(ctx.unit):
        values = {
            "number": str(one.delegation_id),
            "name": one.name,
            "kinds": kind_names(ctx.t, one.kinds),
            "until": delegations.last_day_of(ctx.unit, one.until).strftime("%d/%m/%Y"),
        }
        lines.append(ctx.t("delegation-line", **values))
        label = ctx.t.plain("delegation-take-back", number=values["number"], name=one.name)
        rows.append([button(label, DelegationEnd(delegation=one.delegation_id).pack())])
    rows.append([button(ctx.t.plain("delegation-new"), DelegationWho().pack())])
    head = ctx.t("delegation-head" if lines else "delegation-none")
    return "\n".join([head, *lines]), keyboard(*rows)


async def whom(query: CallbackQuery, callback_data: DelegationWho, bot: Bot, ctx: Context) -> None:
    """To whom."""
    staff = await delegations.candidates(ctx.unit)
    pages = max(1, -(-len(staff) // PER_PAGE))
    page = min(max(callback_data.page, 0), pages - 1)
    shown = staff[page * PER_PAGE : (page + 1) * PER_PAGE]
    rows = rows_of([button(m.name, DelegationKinds(person=m.person_id).pack()) for m in shown], 2)
    rows.append(paging(ctx.t, page, pages, lambda p: DelegationWho(page=p).pack()))
    rows.append([button(ctx.t.plain("delegation-back"), DelegationList().pack())])
    await show(query, bot, ctx, ctx.t("delegation-whom"), keyboard(*rows))


async def which(
    query: CallbackQuery, callback_data: DelegationKinds, bot: Bot, ctx: Context
) -> None:
    """Which kinds; each tap turns one on or off."""
    person, bits = callback_data.person, callback_data.kinds & ALL
    member = await delegations.candidate(ctx.unit, person)
    rows = []
    for at, kind in enumerate(Subject):
        mark = "☑️" if bits >> at & 1 else "⬜"
        data = DelegationKinds(person=person, kinds=bits ^ (1 << at))
        rows.append([button(f"{mark} {ctx.t.plain(KINDS[kind])}", data.pack())])
    back = button(ctx.t.plain("delegation-back"), DelegationWho().pack())
    on = button(ctx.t.plain("delegation-on"), DelegationUntil(person=person, kinds=bits).pack())
    rows.append([back, on] if bits else [back])
    await show(query, bot, ctx, ctx.t("delegation-which", name=member.name), keyboard(*rows))


async def how_long(
    query: CallbackQuery,
    callback_data: DelegationUntil,
    bot: Bot,
    state: FSMContext,
    ctx: Context,
) -> None:
    """Until when: a button, or a date that is typed."""
    person, bits = callback_data.person, callback_data.kinds & ALL
    member = await delegations.candidate(ctx.unit, person)
    await state.set_state(Delegating.until)
    await state.set_data({"person": person, "kinds": bits})
    text = ctx.t("delegation-until", name=member.name, kinds=kind_names(ctx.t, chosen(bits)))
    await show(query, bot, ctx, text, _spans(ctx, person, bits))


def _spans(ctx: Context, person: int, bits: int) -> InlineKeyboardMarkup | None:
    spans = [
        button(ctx.t.plain(key), DelegationGive(person=person, kinds=bits, days=days).pack())
        for days, key in SPANS.items()
    ]
    back = DelegationKinds(person=person, kinds=bits)
    return keyboard(spans, [button(ctx.t.plain("delegation-back"), back.pack())])


async def give(
    query: CallbackQuery, callback_data: DelegationGive, bot: Bot, state: FSMContext, ctx: Context
) -> None:
    """Delegated by a button; so many days count today as the first."""
    last = ctx.unit.today + timedelta(days=max(callback_data.days - 1, 0))
    said = await _give(ctx, callback_data.person, chosen(callback_data.kinds), last)
    await state.clear()
    text, markup = await _list(ctx)
    await show(query, bot, ctx, f"{said}\n\n{text}", markup)


async def typed_day(message: Message, state: FSMContext, ctx: Context) -> None:
    """Delegated by a typed last day."""
    last = read_day(message.text or "", ctx.unit.today)
    if last is None:
        await message.answer(ctx.t("delegation-day-unclear"))
        return
    data = await state.get_data()
    if "person" not in data:
        raise Outdated
    said = await _give(ctx, int(data["person"]), chosen(int(data["kinds"])), last)
    await state.clear()
    text, markup = await _list(ctx)
    await message.answer(f"{said}\n\n{text}", reply_markup=markup)


async def _give(ctx: Context, person: int, kinds: Sequence[Subject], last: date) -> str:
    made = await delegations.delegate(ctx.unit, person, kinds, last)
    return ctx.t(
        "delegation-saved",
        number=str(made.delegation_id),
        name=made.name,
        kinds=kind_names(ctx.t, made.kinds),
        until=last.strftime("%d/%m/%Y"),
    )


async def end(query: CallbackQuery, callback_data: DelegationEnd, bot: Bot, ctx: Context) -> None:
    """Taken back."""
    name = await delegations.revoke(ctx.unit, callback_data.delegation)
    text, markup = await _list(ctx)
    await show(query, bot, ctx, f"{ctx.t('delegation-taken-back', name=name)}\n\n{text}", markup)


def router() -> Router:
    """For the principal."""
    r = Router(name="delegation")
    r.message.register(begin, Command("uyquyen", "delegate"))
    r.message.register(typed_day, StateFilter(Delegating.until), is_words)
    r.callback_query.register(overview, DelegationList.filter())
    r.callback_query.register(whom, DelegationWho.filter())
    r.callback_query.register(which, DelegationKinds.filter())
    r.callback_query.register(how_long, DelegationUntil.filter())
    r.callback_query.register(give, DelegationGive.filter())
    r.callback_query.register(end, DelegationEnd.filter())
    return r
