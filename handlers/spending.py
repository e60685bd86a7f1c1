"""`/kinhphi`: what paid messages have cost this month, and the ceilings that the principal sets."""

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers.context import Context
from handlers.linking_looks import Face
from handlers.showing import button, keyboard, show
from handlers.texts import Texts
from services.errors import Outdated
from services.spending_report import SpendingReport, spending_report
from services.spending_wishes import Figure, Wish, fulfil, read_wish
from services.windows import WayName

WAYS = {
    WayName.FREE: "spending-way-free",
    WayName.CONSULTATION: "spending-way-consultation",
    WayName.TEMPLATE: "spending-way-template",
    WayName.PHONE: "spending-way-phone",
}
USUAL: tuple[tuple[Figure, int, str], ...] = (
    (Figure.MONTH, 100_000, "spending-button-month"),
    (Figure.MONTH, 200_000, "spending-button-month"),
    (Figure.MONTH, 500_000, "spending-button-month"),
    (Figure.NOTICE, 20_000, "spending-button-notice"),
    (Figure.NOTICE, 50_000, "spending-button-notice"),
    (Figure.MONTH, 0, "spending-button-nothing"),
)


class SpendingSet(CallbackData, prefix="kp"):
    """A common value for one of the ceilings."""

    figure: str
    value: int


async def spending(message: Message, command: CommandObject, ctx: Context) -> None:
    """/kinhphi, alone or with what is to be changed."""
    words = (command.args or "").strip()
    if not words:
        text, markup = await _face(ctx)
        await message.answer(text, reply_markup=markup)
        return
    await spending_report(ctx.unit)  # who may not see it is not taught how to set it
    await fulfil(ctx.unit, read_wish(words))
    text, markup = await _face(ctx)
    await message.answer(f"{ctx.t('spending-saved')}\n\n{text}", reply_markup=markup)


async def chosen(query: CallbackQuery, callback_data: SpendingSet, bot: Bot, ctx: Context) -> None:
    """A value by its button."""
    usual = [(figure.value, value) for figure, value, _ in USUAL]
    if (callback_data.figure, callback_data.value) not in usual:
        raise Outdated
    await fulfil(ctx.unit, Wish(Figure(callback_data.figure), callback_data.value))
    text, markup = await _face(ctx)
    await show(query, bot, ctx, f"{ctx.t('spending-saved')}\n\n{text}", markup)


async def _face(ctx: Context) -> Face:
    """The month, the ceilings, and for the principal how to change them."""
    t, report = ctx.t, await spending_report(ctx.unit)
    lines = [
        t("spending-head", month=report.month),
        t("spending-spent", dong=report.spent.dong, messages=report.spent.messages),
        *(
            t(WAYS[way], messages=spent.messages, dong=spent.dong)
            for way, spent in report.by.items()
        ),
        *_left(t, report),
        "",
        *_ceilings(t, report),
    ]
    if not report.may_set:
        return "\n".join([*lines, "", t("spending-who-sets")]), None
    return "\n".join([*lines, "", t("spending-how")]), _buttons(t)


def _left(t: Texts, report: SpendingReport) -> list[str]:
    if 0 in (report.budget.ceilings.month_dong, report.budget.ceilings.month_messages):
        return [t("spending-none-allowed")]
    lines = []
    if report.left_dong is not None:
        lines.append(t("spending-left-dong", dong=report.left_dong))
    if report.left_messages is not None:
        lines.append(t("spending-left-messages", messages=report.left_messages))
    return lines


def _ceilings(t: Texts, report: SpendingReport) -> list[str]:
    most, prices = report.budget.ceilings, report.budget.prices
    dong = (("spending-most-month", most.month_dong), ("spending-most-notice", most.notice_dong))
    lines = [t("spending-ceilings")]
    lines += [t(key, dong="none" if value is None else value) for key, value in dong]
    messages = "none" if most.month_messages is None else most.month_messages
    lines.append(t("spending-most-messages", messages=messages))
    lines.append(
        t(
            "spending-prices",
            consultation=prices.consultation,
            template=prices.template,
            phone=prices.phone,
        )
    )
    lines.append(t("spending-asks", messages=report.ask_above))
    return lines


def _buttons(t: Texts) -> InlineKeyboardMarkup | None:
    made = [
        button(t.plain(key, dong=value), SpendingSet(figure=figure.value, value=value).pack())
        for figure, value, key in USUAL
    ]
    return keyboard(made[:3], made[3:5], made[5:])


def router() -> Router:
    """For the principal, and for the administrator to look at."""
    r = Router(name="spending")
    r.message.register(spending, Command("kinhphi", "spending"))
    r.callback_query.register(chosen, SpendingSet.filter())
    return r
