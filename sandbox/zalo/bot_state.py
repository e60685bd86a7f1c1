"""Zalo Bots: their tokens, webhooks, counters, and the updates on their way."""

import asyncio
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from sandbox.store import Json
from sandbox.zalo.bot_errors import BotError
from sandbox.zalo.bot_options import BotOptions
from sandbox.zalo.state import NOBODY, ZALO_BOT
from sandbox.zalo.world import ZaloWorld

TOKEN = re.compile(r"([1-9][0-9]{0,19}):([^/\s]{1,120})")


@dataclass
class BotWebhook:
    """Where a bot wants its updates; `updated_at` in milliseconds."""

    url: str
    secret_token: str = field(repr=False)
    updated_at: int


@dataclass
class Update:
    """One update on its way: `text` is its JSON, `chat` what normally stays in order."""

    number: int
    bot: str
    chat: str
    text: str

    def record(self) -> Json:
        """The facts to keep."""
        return dict(vars(self))


@dataclass
class Poll:
    """An open getUpdates; `alive` tells whether its caller still listens."""

    result: "asyncio.Future[str | None]"
    alive: Callable[[], bool]


@dataclass
class ZaloBot:
    """A bot; the number before the colon of its token is its id. `sent` counts in `month`."""

    id: str
    token: str = field(default="", repr=False)
    webhook: BotWebhook | None = None
    month: str = ""
    sent: int = 0
    replayed: str = ""
    updates: dict[int, Update] = field(default_factory=dict, repr=False)
    again: list[str] = field(default_factory=list, repr=False)
    poll: Poll | None = field(default=None, repr=False)

    def about(self, *, groups: bool) -> Json:
        """The bot as getMe shows it."""
        tag = sha256(self.id.encode()).hexdigest()[:9]
        return {
            "id": self.id,
            "account_name": f"bot.{tag}",
            "account_type": "BASIC",
            "can_join_groups": groups,
            "display_name": "Bot Sandbox",
        }

    def record(self) -> Json:
        """The facts to keep."""
        facts = {k: v for k, v in vars(self).items() if k not in ("updates", "again", "poll")}
        return {**facts, "webhook": vars(self.webhook) if self.webhook else None}


class Bots:
    """Every Zalo Bot that has called, and a place holder before any has."""

    def __init__(self, zalo: ZaloWorld) -> None:
        """Read back what earlier runs left."""
        self.zalo = zalo
        self.all: dict[str, ZaloBot] = {}
        for _, record in zalo.store.load("zalo_bot"):
            hook: Any = record.pop("webhook")
            bot = ZaloBot(**record, webhook=BotWebhook(**hook) if hook else None)
            self.all[bot.id] = bot
        updates = [Update(**record) for _, record in zalo.store.load("zalo_bot_update")]
        for update in sorted(updates, key=lambda u: u.number):
            self.all[update.bot].updates[update.number] = update
        self._next = max((u.number for u in updates), default=0) + 1

    @property
    def options(self) -> BotOptions:
        """The switches as they are now."""
        return self.zalo.options(BotOptions)

    def __iter__(self) -> Iterator[ZaloBot]:
        """All of them."""
        return iter(list(self.all.values()))

    def of(self, token: str, base_url: str) -> ZaloBot:
        """The bot that calls, made on first sight; raises BotError 401.

        The first token seen with a number is the right one: any other has been reset.
        """
        match = TOKEN.fullmatch(token)
        bot = self.all.get(match[1]) if match else None
        if not match or (bot and bot.token != token):
            raise BotError(401, "Unauthorized")
        if bot is None:
            bot = self.all.pop(NOBODY, None) or ZaloBot(match[1])
            self.zalo.store.drop("zalo_bot", NOBODY)
            bot.id, bot.token = match[1], token
            self.all[bot.id] = bot
            self.save(bot)
            for update in bot.updates.values():
                update.bot = bot.id
                self.zalo.store.put("zalo_bot_update", update.number, update)
        self.zalo.called(ZALO_BOT, bot.id, base_url)
        return bot

    def by_id(self, account: str) -> ZaloBot:
        """The bot behind a conversation's account; of the place holder too."""
        bot = self.all.get(account)
        if bot is None:
            bot = self.all[account] = ZaloBot(account)
            self.save(bot)
        return bot

    def hears(self, bot: ZaloBot) -> None:
        """Note whether the bot is told of what is said now: it began or ceased to listen."""
        account = self.zalo.accounts.get((ZALO_BOT, bot.id))
        if account:
            account.hears = bool(bot.webhook or bot.poll)

    def save(self, bot: ZaloBot) -> None:
        """Write a bot down."""
        self.zalo.store.put("zalo_bot", bot.id, bot)

    def keep(self, bot: ZaloBot, chat: str, text: str) -> Update:
        """Keep an update until it is dropped."""
        update = Update(self._next, bot.id, chat, text)
        self._next += 1
        bot.updates[update.number] = update
        self.zalo.store.put("zalo_bot_update", update.number, update)
        return update

    def drop(self, bot: ZaloBot, update: Update) -> None:
        """Forget an update that arrived, or that nobody wants any more."""
        bot.updates.pop(update.number, None)
        self.zalo.store.drop("zalo_bot_update", update.number)
