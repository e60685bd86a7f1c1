"""A roll card's buttons, and the open cards of the classes one teaches (`/diemdanh`)."""

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.context import Context
from handlers.roll_card_buttons import CardAbsent, CardFull, CardMine, CardPick, pick_keyboard
from handlers.roll_flow import leave_open
from handlers.roll_open import open_grid
from handlers.screen import Talk, fresh, tapped
from services import roll_card_answers as cards
from services.sessions import Session


async def full(query: CallbackQuery, callback_data: CardFull, ctx: Context) -> None:
    """[Đủ]: the card itself shows what was saved."""
    await cards.take_full(ctx.unit, callback_data.card)


async def absent(
    query: CallbackQuery, callback_data: CardAbsent, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """[Có vắng]: the grid below the card, which stays as it is until a roll is saved."""
    _, session = await cards.to_be_taken(ctx.unit, callback_data.card)
    talk = Talk(ctx, state, fresh(bot, ctx))
    await leave_open(talk)
    await open_grid(talk, session)


async def mine(query: CallbackQuery, callback_data: CardMine, ctx: Context) -> None:
    """[Tôi đang dạy lớp này] below the card that moved away: it comes back."""
    session = await cards.take_over(ctx.unit, callback_data.card)
    await query.answer(ctx.t.plain("roll-card-yours", name=session.of.name))


async def pick(
    query: CallbackQuery, callback_data: CardPick, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """One of the open cards: taken over, or opened where it is one's own already."""
    card, _ = await cards.card_of(ctx.unit, callback_data.card)
    held = card.holder_id == ctx.unit.who.person_id
    session = await cards.take_over(ctx.unit, callback_data.card)
    talk = Talk(ctx, state, tapped(query, bot, ctx))
    if held:
        await open_grid(talk, session)
        return
    await talk.screen.show(ctx.t("roll-card-yours", name=session.of.name))


async def open_own(talk: Talk) -> bool:
    """Open the grid of the one card that lies with the actor; whether there is just one."""
    own = [card for card in await cards.open_cards(talk.ctx.unit) if card.mine]
    if len(own) != 1:
        return False
    await open_grid(talk, own[0].session)
    return True


async def offer(talk: Talk, session: Session | None = None) -> bool:
    """Show the open cards that one may take over, all or that of one session; whether there are
    any."""
    found = await cards.open_cards(talk.ctx.unit)
    if session is not None:
        found = [card for card in found if card.session == session]
    if not found:
        return False
    t, named = talk.ctx.t, [(card.id, card.session.of.name) for card in found]
    names = ", ".join(name for _, name in named)
    key = "roll-card-open" if session is None else "roll-card-open-one"
    await talk.screen.show(t(key, names=names), pick_keyboard(t, named))
    return True


def router() -> Router:
    """Buttons only."""
    r = Router(name="roll card")
    r.callback_query.register(full, CardFull.filter())
    r.callback_query.register(absent, CardAbsent.filter())
    r.callback_query.register(mine, CardMine.filter())
    r.callback_query.register(pick, CardPick.filter())
    return r
