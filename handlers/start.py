"""`/start`: the way in. With a code it links at once; without one a stranger is shown the ways.

A code is also understood when it is typed or pasted. A chat that belongs to one person is
never given to another without being asked.
"""

from aiogram import Bot, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, ReplyKeyboardRemove

from handlers.context import Context
from handlers.menus import give_menu
from handlers.person_texts import ways_in, welcome
from handlers.showing import button, keyboard, show
from handlers.strangers import contact_keyboard, greet
from handlers.texts import texts
from services import linking
from services.errors import Outdated
from services.guessing import Seat
from services.invite_codes import code_in
from services.linking import Opened, Outcome
from services.profiles import profile

WAITING = "switch_invite"
REFUSED: dict[Outcome, str] = {
    Outcome.UNKNOWN: "identity-code-unknown",
    Outcome.USED: "identity-code-used",
    Outcome.EXPIRED: "identity-code-expired",
    Outcome.REVOKED: "identity-code-revoked",
}


class Switch(CallbackData, prefix="sw"):
    """The answer to "this chat belongs to somebody else: leave them?"."""

    invite: int
    yes: bool


def seat_of(ctx: Context) -> Seat:
    """The chat that writes."""
    return Seat(ctx.account_id, ctx.channel, ctx.chat)


async def start(
    message: Message, command: CommandObject, bot: Bot, state: FSMContext, ctx: Context
) -> None:
    """/start, with or without a code."""
    await state.clear()
    words = (command.args or "").strip()
    if words:
        await _open(message, code_in(words) or words, bot, state, ctx)
    elif ctx.actor is None:
        await greet(message, ctx)
    else:
        await message.answer(ctx.t("identity-hello", name=ctx.actor.name))


async def typed_code(message: Message, ctx: Context) -> bool | dict[str, str]:
    """A stranger's code, or anybody's link, as plain text; of others what is truly a code."""
    text = message.text or ""
    code = None if text.startswith("/") else code_in(text)
    if code is None:
        return False
    plain = ctx.actor is None or "start=" in text
    return {"code": code} if plain or await linking.is_code(ctx.unit, code) else False


async def open_typed(
    message: Message, code: str, bot: Bot, state: FSMContext, ctx: Context
) -> None:
    """The code was written or pasted instead of opened."""
    await _open(message, code, bot, state, ctx)


async def _open(message: Message, code: str, bot: Bot, state: FSMContext, ctx: Context) -> None:
    opened = await linking.open_code(ctx.unit, seat_of(ctx), code)
    if opened.outcome is Outcome.LINKED:
        text = await _linked(bot, ctx)
        await message.answer(text, reply_markup=ReplyKeyboardRemove())
    elif opened.outcome is Outcome.OTHER and opened.invite_id is not None:
        await state.update_data({WAITING: opened.invite_id})
        await message.answer(
            ctx.t("identity-chat-taken", name=ctx.unit.who.name),
            reply_markup=keyboard(
                [button(ctx.t.plain("identity-switch"), _switch(opened.invite_id, yes=True))],
                [button(ctx.t.plain("identity-keep"), _switch(opened.invite_id, yes=False))],
            ),
        )
    else:
        reply = contact_keyboard(ctx) if ctx.actor is None else None
        await message.answer(await _refusal(ctx, opened), reply_markup=reply)


def _switch(invite: int, *, yes: bool) -> str:
    return Switch(invite=invite, yes=yes).pack()


async def _linked(bot: Bot, ctx: Context) -> str:
    """Give the new owner of this chat their menu and their welcome."""
    actor = ctx.unit.who
    if ctx.capabilities.command_menu:
        await give_menu(bot, ctx.unit, ctx.account_id, ctx.chat, actor)
    return welcome(texts(actor.language), await profile(ctx.unit), ctx.account_id)


async def _refusal(ctx: Context, opened: Opened) -> str:
    if opened.outcome is Outcome.WAIT:
        return ctx.t("identity-code-wait", minutes=opened.minutes)
    if opened.outcome is Outcome.ALREADY:
        return ctx.t("identity-already", name=ctx.unit.who.name)
    why = ctx.t(REFUSED[opened.outcome])
    return why if ctx.actor else f"{why}\n\n{ways_in(ctx.t, ctx.capabilities)}"


async def switched(
    query: CallbackQuery, callback_data: Switch, bot: Bot, state: FSMContext, ctx: Context
) -> None:
    """Leave the old person and take the code that this chat opened a moment ago, or stay."""
    if (await state.get_data()).get(WAITING) != callback_data.invite:
        raise Outdated
    await state.clear()
    if not callback_data.yes:
        await show(query, bot, ctx, ctx.t("identity-kept", name=ctx.unit.who.name))
        return
    opened = await linking.switch(ctx.unit, seat_of(ctx), callback_data.invite)
    if opened.outcome is Outcome.LINKED:
        await show(query, bot, ctx, await _linked(bot, ctx))
    else:
        await show(query, bot, ctx, await _refusal(ctx, opened))


def router() -> Router:
    """Open to everybody."""
    r = Router(name="start")
    r.message.register(start, CommandStart())
    r.message.register(open_typed, typed_code)
    r.callback_query.register(switched, Switch.filter())
    return r
