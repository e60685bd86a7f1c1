"""The chart of the last weeks as a picture, with its figures in words below it."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from aiogram import Bot
from aiogram.types import BufferedInputFile

from handlers.board_words import share_words
from handlers.context import Context
from handlers.outside import reckoned
from handlers.printing import typeset
from handlers.roll_words import day_words
from handlers.texts import Texts
from services.board_trend import WEEKS, Share, Trend, trend

TEMPLATE = "board_trend.typ"
KINDS = ("excused", "unexcused", "unexplained")


async def send_trend(ctx: Context, bot: Bot, day: date) -> None:
    """Send the chart of the weeks that end with that of `day`."""
    found = await trend(ctx.unit, day)
    if not found.days:
        await bot.send_message(int(ctx.chat), ctx.t("board-trend-none", weeks=WEEKS))
        return
    facts = picture_facts(ctx.t, found)

    async def prepare() -> Callable[[], bytes]:
        return partial(typeset.picture, TEMPLATE, facts)

    data = await reckoned(ctx, "board-trend", prepare)
    name = ctx.t.plain("board-trend-file", day=day.isoformat())
    picture = BufferedInputFile(data, name)
    await bot.send_photo(int(ctx.chat), picture, caption=caption(ctx.t, found))


def picture_facts(t: Texts, found: Trend) -> dict[str, Any]:
    """What the template draws: shares of 1, and every word of it."""
    days = list(found.days)
    return {
        "title": t.plain("board-trend-title"),
        "span": t.plain("board-trend-span", first=f"{days[0]:%d/%m}", last=f"{days[-1]:%d/%m/%Y}"),
        "point": t.plain("board-rate", whole="", tenth="")[0],
        "legend": {
            "excused": t.plain("board-trend-legend-excused"),
            "unexcused": t.plain("board-trend-legend-unexcused"),
            "unexplained": t.plain("board-trend-legend-unexplained"),
        },
        "weeks": [
            {
                "label": t.plain("board-trend-week", day=f"{monday:%d/%m}", rate=_rate(t, share)),
                "rate": share.rate,
                "days": [
                    {
                        "weekday": t.plain("board-trend-weekday", weekday=day.weekday()),
                        "date": f"{day:%d/%m}",
                        "label": _rate(t, one),
                        **{kind: _part(one, kind) for kind in KINDS},
                    }
                    for day, one in found.days.items()
                    if (day - monday).days in range(7)
                ],
            }
            for monday, share in found.weeks.items()
        ],
    }


def caption(t: Texts, found: Trend) -> str:
    """The figures of the chart in words, in HTML."""
    lines = [t("board-trend-head", weeks=WEEKS)]
    for monday, share in found.weeks.items():
        kinds = {kind: share_words(t, getattr(share, kind), share.size) for kind in KINDS}
        lines.append(t("board-trend-line", day=f"{monday:%d/%m}", rate=_rate(t, share), **kinds))
    day, most = max(found.days.items(), key=lambda each: each[1].rate)
    if most.absent:
        values = {"absent": most.absent, "size": most.size, "rate": _rate(t, most)}
        lines.append(t("board-trend-most", day=day_words(t, day), **values))
    return "\n".join(lines)


def _rate(t: Texts, share: Share) -> str:
    return share_words(t, share.absent, share.size)


def _part(share: Share, kind: str) -> float:
    count: int = getattr(share, kind)
    return count / share.size if share.size else 0.0
