"""`/saoluu`: how old the newest backup is, and one now (articles 6.1 and 12.3a)."""

from datetime import datetime

from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from handlers.context import Context
from handlers.showing import button, keyboard
from services import backups


class BackupNow(CallbackData, prefix="bkn"):
    """[Sao lưu ngay]."""


async def command(message: Message, ctx: Context) -> None:
    """/saoluu"""
    t = ctx.t
    seen = await backups.standing(ctx.unit)
    zone = ctx.unit.zone

    def at(when: datetime | None) -> str:
        return "none" if when is None else f"{when.astimezone(zone):%H:%M %d/%m/%Y}"

    lines = [
        t("backup-standing", at=at(seen.made_at), size=megabytes(seen.size)),
        t("backup-proof", at=at(seen.proved_at), failed="yes" if seen.proof_failed else "no"),
    ]
    if seen.is_stale:
        lines.append(t("backup-stale"))
    now = button(t.plain("backup-now"), BackupNow().pack())
    await message.answer("\n".join(lines), reply_markup=keyboard([now]))


def megabytes(size: int) -> float:
    """A size in bytes as people read it."""
    return round(size / 1e6, 1)


async def now(query: CallbackQuery, callback_data: BackupNow, ctx: Context) -> None:
    """[Sao lưu ngay]: what came of it is told when it is done."""
    await backups.ask(ctx.unit)
    await query.answer(ctx.t.plain("backup-asked"))


def router() -> Router:
    """The command and its button."""
    r = Router(name="backups")
    r.message.register(command, Command("saoluu", "backup"))
    r.callback_query.register(now, BackupNow.filter())
    return r
