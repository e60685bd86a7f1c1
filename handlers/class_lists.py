"""What a homeroom teacher does below the four lists: call, tell again, settle with a reason, mark
as arrived, clear up what family and roll say differently; and `/danhsach 7A1`, the lists now."""

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.absence_words import guardian_words, phone_words
from handlers.context import Context
from handlers.list_buttons import ListLine, ListStates, card_keyboard
from handlers.notices.absence_summary import summary
from handlers.roll_words import bold, escape, state_words
from services import list_steps, roll_lists
from services.attendance_states import State
from services.class_view import lists_of_class
from services.errors import Outdated

SAVED = {State.EXCUSED: "absence-saved-p", State.UNEXCUSED: "absence-saved-k"}
BECAUSE = {"p": State.EXCUSED, "k": State.UNEXCUSED}
CLEARED = ("present", "parents", "not_asked")


async def step(
    query: CallbackQuery, callback_data: ListLine, ctx: Context, state: FSMContext, bot: Bot
) -> None:
    """One of the buttons of a line or of a pupil's card; the lists themselves are drawn anew."""
    roll, pupil, do = callback_data.roll, callback_data.pupil, callback_data.do
    t, unit = ctx.t, ctx.unit
    if do == "call":
        await _card(ctx, bot, roll, pupil)
    elif do == "here":
        name = await list_steps.arrived(unit, roll, pupil)
        await query.answer(t.plain("lists-saved-here", pupil=name))
    elif do == "again":
        name, count = await list_steps.tell_again(unit, roll, pupil)
        await query.answer(t.plain("lists-told-again", pupil=name, count=count))
    elif do == "absent":
        name = await list_steps.absent_after_all(unit, roll, pupil)
        await query.answer(t.plain("lists-saved-absent", pupil=name))
    elif do in CLEARED:
        name = await list_steps.clear_up(unit, roll, pupil, do)
        await query.answer(t.plain("lists-saved-clear", pupil=name))
    elif do in BECAUSE:
        line = await list_steps.line(unit, roll, pupil)
        await state.set_state(ListStates.reason)
        await state.set_data({"roll": roll, "pupil": pupil, "do": do})
        text = t("lists-reason-ask", pupil=line.pupil.name, letter=do.upper())
        await bot.send_message(int(ctx.chat), text)
    else:
        raise Outdated


async def _card(ctx: Context, bot: Bot, roll: int, pupil: int) -> None:
    """Whom to phone, and what can be done once it is known where the child is."""
    t, line = ctx.t, await list_steps.line(ctx.unit, roll, pupil)
    number = "" if line.pupil.list_number is None else f"{line.pupil.list_number}. "
    head = t("lists-card", name=bold(number + line.pupil.name), **{"class": line.pupil.class_name})
    lines = [head]
    if line.standing is not None:
        lines[0] = f"{head}: {escape(state_words(t, line.standing))}"
    lines += [
        escape(f"{guardian_words(t, one)}: {phone_words(t, one['phone'])}") for one in line.contacts
    ] or [t("lists-card-nobody")]
    absent = line.standing is not None and line.standing.state.is_absent
    whole = absent and line.standing is not None and line.standing.period is None
    keyboard = card_keyboard(
        t,
        roll,
        pupil,
        absent=whole,
        open_=line.standing is not None and line.standing.state is State.UNEXPLAINED,
        again=line.can_tell,
        today=line.roll.day == ctx.unit.today,
    )
    await bot.send_message(int(ctx.chat), "\n".join(lines), reply_markup=keyboard)


async def is_reason(message: Message, ctx: Context) -> bool:
    """Whether a text can be a reason: words, and neither a command nor a roll."""
    text = (message.text or "").strip()
    if not text or text.startswith("/"):
        return False
    return not (await roll_lists.read(ctx.unit, text)).is_roll


async def reason(message: Message, ctx: Context, state: FSMContext) -> None:
    """The reason was typed: P or K with it."""
    kept = await state.get_data()
    settled = BECAUSE[kept["do"]]
    pupil = await list_steps.settle_because(
        ctx.unit, kept["roll"], kept["pupil"], settled, message.text or ""
    )
    await state.clear()
    await message.answer(ctx.t(SAVED[settled], pupil=pupil))


async def command(message: Message, command: CommandObject, ctx: Context) -> None:
    """/danhsach: the four lists of the own class, or of the one that is named, as they are now."""
    frame = await roll_lists.read(ctx.unit, command.args or "")
    found = await lists_of_class(ctx.unit, frame)
    for shown in found.shown:
        looks = summary(shown, ctx.t, ctx.capabilities)
        await message.answer(looks.text, reply_markup=looks.keyboard)
    if not found.shown:
        day = f"{found.day:%d/%m/%Y}"
        await message.answer(ctx.t("lists-no-roll", name=found.name, day=day))


def router() -> Router:
    """Buttons, the open question for a reason, one command."""
    r = Router(name="class lists")
    r.callback_query.register(step, ListLine.filter())
    r.message.register(command, Command("danhsach"))
    r.message.register(reason, StateFilter(ListStates.reason), is_reason)
    return r
