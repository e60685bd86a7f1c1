"""What a messenger's own answer to "who am I" says of how people find the bot."""

from aiogram.types import User

from services.doors import Door

PAGES = {"telegram": "https://t.me/{name}", "zalo_oa": "https://zalo.me/{name}"}
SHOWN = {"zalo_bot"}  # whose answer carries the name that people see


def door_of(channel: str, me: User) -> Door:
    """The door of a bot; its page where one follows from its public name."""
    bot = me.username or ""
    page = PAGES[channel].format(name=bot) if bot and channel in PAGES else ""
    return Door(channel, bot, me.first_name if channel in SHOWN else "", page)
