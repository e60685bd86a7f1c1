"""How people find the school's bots: the name of each, its page, and links that carry a code.

What is known of a messenger is kept in settings when the program has opened it, so that invites can
be made and printed while the program rests.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from storage import school_settings

BOT_NAME, BOT_LINK = "bot-name:", "bot-link:"  # before the channel, in the keys of settings
START_LINKS: Mapping[str, str] = {"telegram": "https://t.me/{name}?start={code}"}
NAMES: Mapping[str, str] = {  # the texts that name a channel, in the order in which they are told
    "telegram": "channel-telegram",
    "zalo_oa": "channel-zalo-oa",
    "zalo_bot": "channel-zalo-bot",
}
WAYS_IN: Mapping[str, str] = {
    "telegram": "door-telegram",
    "zalo_oa": "door-zalo-oa",
    "zalo_bot": "door-zalo-bot",
}


@dataclass(frozen=True, slots=True)
class Door:
    """One messenger's bot: `bot` is its public name as links have it, `name` what people see,
    `page` where it is found; "" for what is not known."""

    channel: str
    bot: str = ""
    name: str = ""
    page: str = ""

    @property
    def carries_code(self) -> bool:
        """Whether a link can bring the code along, so that nobody has to write it."""
        return self.channel in START_LINKS and bool(self.bot)

    def link(self, code: str) -> str | None:
        """The link to give out: with the code where that is possible, else to the bot's page."""
        if self.carries_code:
            return START_LINKS[self.channel].format(name=self.bot, code=code)
        return self.page or None


async def doors(session: AsyncSession) -> Sequence[Door]:
    """Every messenger that was opened; first those whose links carry a code."""
    bots = await school_settings.beginning(session, BOT_NAME)
    pages = await school_settings.beginning(session, BOT_LINK)
    found = []
    for channel in NAMES:
        if channel not in bots and channel not in pages:
            continue
        told = pages.get(channel)
        page = told if isinstance(told, dict) else {}
        found.append(
            Door(
                channel,
                str(bots.get(channel) or ""),
                str(page.get("name") or ""),
                str(page.get("link") or ""),
            )
        )
    return sorted(found, key=lambda door: not door.carries_code)


async def remember(session: AsyncSession, door: Door) -> None:
    """Keep how a messenger's bot is found."""
    await school_settings.put(session, f"{BOT_NAME}{door.channel}", door.bot)
    page = {"name": door.name, "link": door.page}
    await school_settings.put(session, f"{BOT_LINK}{door.channel}", page)


async def forget_others(session: AsyncSession, channels: Collection[str]) -> None:
    """Drop what is kept of messengers that the school uses no more."""
    kept = {f"{start}{channel}" for start in (BOT_NAME, BOT_LINK) for channel in channels}
    for start in (BOT_NAME, BOT_LINK):
        for channel in await school_settings.beginning(session, start):
            if f"{start}{channel}" not in kept:
                await school_settings.drop(session, f"{start}{channel}")
