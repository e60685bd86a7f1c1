"""`/phancong`: the principal gives named staff a duty, until a day or for good."""

from datetime import date, timedelta

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.filters.callback_data import CallbackData
from aiogram.filters.state import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers.awaiting import is_words
from handlers.context import Context
from handlers.linking_looks import Face, paging
from handlers.person_texts import DUTY_KEYS, round_words
from handlers.showing import button, keyboard, rows_of, show
from services import duties
from services.access import Duty
from services.duty_rounds import limit
from services.errors import Outdated

PER_PAGE = 16
SPANS = {7: "identity-duty-week", 30: "identity-duty-month"}


class DutyList(CallbackData, prefix="d0"):
    """Back to the list."""


class DutyNew(CallbackData, prefix="dn"):
    """Which duty."""


class DutyKind(CallbackData, prefix="dk"):
    """Whose; a page of the staff."""

    kind: Duty
    page: int = 0


class DutyWho(CallbackData, prefix="dw"):
    """Until when."""

    kind: Duty
    person: int


class DutyGive(CallbackData, prefix="dg"):
    """Grant it for so many days; 0 for no end."""

    kind: Duty
    person: int
    days: int


class DutyEnd(CallbackData, prefix="de"):
    """Take it back."""

    duty: int


class Granting(StatesGroup):
    """A last day may be typed."""

    until = State()


async def begin(message: Message, command: CommandObject, state: FSMContext, ctx: Context) -> None:
    """/phancong; with a name and a test round the duty of entering marks is limited to it."""
    await state.clear()
    if (command.args or "").strip():
        made = await limit(ctx.unit, command.args or "")
        round_ = round_words(
            ctx.t,
            {
                "term": made.term or 0,
                "kind": made.kind or "",
                "grade": made.grade or 0,
                "subject": made.subject or "",
                "until": made.until.strftime("%d/%m/%Y") if made.until else "",
            },
        )
        await message.answer(ctx.t("duty-round-saved", name=made.name, round=round_))
        return
    text, markup = await _list(ctx)
    await message.answer(text, reply_markup=markup)


async def _list(ctx: Context) -> Face:
    lines, rows = [], []
    for one in await duties.granted(ctx.unit):
        duty = ctx.t.plain(DUTY_KEYS[Duty(one.kind)])
        if one.until:
            until = one.until.strftime("%d/%m/%Y")
            lines.append(ctx.t("identity-duty-line-until", name=one.name, duty=duty, until=until))
        else:
            lines.append(ctx.t("identity-duty-line", name=one.name, duty=duty))
        label = ctx.t.plain("identity-duty-take-back", name=one.name, duty=duty)
        rows.append([button(label, DutyEnd(duty=one.duty_id).pack())])
    rows.append([button(ctx.t.plain("identity-duty-new"), DutyNew().pack())])
    head = ctx.t("identity-duty-head" if lines else "identity-duty-none")
    return "\n".join([head, *lines]), keyboard(*rows)


async def overview(query: CallbackQuery, bot: Bot, state: FSMContext, ctx: Context) -> None:
    """Back to the list."""
    await state.clear()
    text, markup = await _list(ctx)
    await show(query, bot, ctx, text, markup)


async def which(query: CallbackQuery, bot: Bot, ctx: Context) -> None:
    """Which duty."""
    await duties.granted(ctx.unit)
    rows = [
        [button(ctx.t.plain(key), DutyKind(kind=duty).pack())] for duty, key in DUTY_KEYS.items()
    ]
    rows.append([button(ctx.t.plain("identity-back"), DutyList().pack())])
    await show(query, bot, ctx, ctx.t("identity-duty-which"), keyboard(*rows))


async def whose(query: CallbackQuery, callback_data: DutyKind, bot: Bot, ctx: Context) -> None:
    """To whom."""
    staff = await duties.candidates(ctx.unit)
    kind = callback_data.kind
    pages = max(1, -(-len(staff) // PER_PAGE))
    page = min(max(callback_data.page, 0), pages - 1)
    shown = staff[page * PER_PAGE : (page + 1) * PER_PAGE]
    rows = rows_of(
        [button(m.name, DutyWho(kind=kind, person=m.person_id).pack()) for m in shown], 2
    )
    rows.append(paging(ctx.t, page, pages, lambda p: DutyKind(kind=kind, page=p).pack()))
    rows.append([button(ctx.t.plain("identity-back"), DutyNew().pack())])
    text = ctx.t("identity-duty-whose", duty=ctx.t.plain(DUTY_KEYS[kind]))
    await show(query, bot, ctx, text, keyboard(*rows))


async def how_long(
    query: CallbackQuery, callback_data: DutyWho, bot: Bot, state: FSMContext, ctx: Context
) -> None:
    """Until when: a button, or a date that is typed."""
    kind, person = callback_data.kind, callback_data.person
    name = (await duties.candidate(ctx.unit, person)).name
    await state.set_state(Granting.until)
    await state.set_data({"kind": kind.value, "person": person})
    text = ctx.t("identity-duty-until", name=name, duty=ctx.t.plain(DUTY_KEYS[kind]))
    await show(query, bot, ctx, text, _spans(ctx, kind, person))


def _spans(ctx: Context, kind: Duty, person: int) -> InlineKeyboardMarkup | None:
    def give(days: int) -> str:
        return DutyGive(kind=kind, person=person, days=days).pack()

    spans = [button(ctx.t.plain(key), give(days)) for days, key in SPANS.items()]
    return keyboard(
        [button(ctx.t.plain("identity-duty-forever"), give(0))],
        spans,
        [button(ctx.t.plain("identity-back"), DutyKind(kind=kind).pack())],
    )


async def give(
    query: CallbackQuery, callback_data: DutyGive, bot: Bot, state: FSMContext, ctx: Context
) -> None:
    """Granted by a button."""
    days = callback_data.days
    until = ctx.unit.today + timedelta(days=days) if days else None
    said = await _grant(ctx, callback_data.kind, callback_data.person, until)
    await state.clear()
    text, markup = await _list(ctx)
    await show(query, bot, ctx, f"{said}\n\n{text}", markup)


async def typed_day(message: Message, state: FSMContext, ctx: Context) -> None:
    """Granted by a typed last day."""
    until = duties.read_day(message.text or "", ctx.unit.today)
    if until is None:
        await message.answer(ctx.t("identity-day-unclear"))
        return
    data = await state.get_data()
    if "person" not in data:
        raise Outdated
    said = await _grant(ctx, Duty(data["kind"]), data["person"], until)
    await state.clear()
    text, markup = await _list(ctx)
    await message.answer(f"{said}\n\n{text}", reply_markup=markup)


async def _grant(ctx: Context, duty: Duty, person: int, until: date | None) -> str:
    granted = await duties.grant(ctx.unit, person, duty, until)
    return ctx.t("identity-duty-saved", name=granted.name, duty=ctx.t.plain(DUTY_KEYS[duty]))


async def end(query: CallbackQuery, callback_data: DutyEnd, bot: Bot, ctx: Context) -> None:
    """Taken back."""
    await duties.revoke(ctx.unit, callback_data.duty)
    text, markup = await _list(ctx)
    await show(query, bot, ctx, f"{ctx.t('identity-duty-ended-now')}\n\n{text}", markup)


def router() -> Router:
    """For the principal."""
    r = Router(name="duties")
    r.message.register(begin, Command("phancong", "duties"))
    r.message.register(typed_day, StateFilter(Granting.until), is_words)
    r.callback_query.register(overview, DutyList.filter())
    r.callback_query.register(which, DutyNew.filter())
    r.callback_query.register(whose, DutyKind.filter())
    r.callback_query.register(how_long, DutyWho.filter())
    r.callback_query.register(give, DutyGive.filter())
    r.callback_query.register(end, DutyEnd.filter())
    return r
