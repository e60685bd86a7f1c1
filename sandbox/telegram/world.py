"""Telegram's memory as a whole: finds or makes bots and chats, and writes changes down.

One object per running sandbox; everything else is a function that takes it.
"""

import re
import time
from dataclasses import dataclass, field

from sandbox.clock import Clock
from sandbox.events import Events
from sandbox.faults import Faults
from sandbox.media import Media
from sandbox.people import People, Person
from sandbox.stats import Stats
from sandbox.store import Json, Store, dumps
from sandbox.telegram.errors import NEVER_STARTED, ApiError, bad, forbidden
from sandbox.telegram.queries import Queries
from sandbox.telegram.state import Bot, Chat, Group, Message, Pending
from sandbox.telegram.webhook import Couriers

TOKEN = re.compile(r"([1-9][0-9]{0,15}):([^/\s]{1,80})")
FIRST_GROUP = -4_100_000_001
NOBODY = 0


@dataclass(repr=False)
class World:
    """Everything a method or a phone needs."""

    store: Store
    clock: Clock
    people: People
    media: Media
    events: Events
    faults: Faults
    stats: Stats
    bots: dict[int, Bot] = field(default_factory=dict)
    chats: dict[tuple[int, int], Chat] = field(default_factory=dict)
    groups: dict[int, Group] = field(default_factory=dict)
    queries: Queries = field(default_factory=Queries)
    couriers: Couriers | None = None

    def __post_init__(self) -> None:
        """Read back what earlier runs left."""
        load = self.store.load
        self.bots = {int(key): Bot.from_record(record) for key, record in load("bot")}
        for key, record in load("commands"):
            bot_id, scope = key.split("|", 1)
            self.bots[int(bot_id)].commands[scope] = record
        for _, record in load("chat"):
            chat = Chat(**record)
            self.chats[(chat.bot, chat.id)] = chat
        self.groups = {int(key): Group(**record) for key, record in load("group")}
        messages = [Message(**record) for _, record in load("message")]
        for message in sorted(messages, key=lambda m: m.id):
            self.chats[(message.bot, message.chat)].messages[message.id] = message
        for chat in self.chats.values():
            chat.recount()
        updates = [(int(key.split(":")[0]), Pending(**record)) for key, record in load("update")]
        for owner, update in sorted(updates, key=lambda pair: pair[1].id):
            self.bots[owner].updates[update.id] = update
            if update.query:
                self.queries.open(update.query, int(update.queue[1:]), owner)

    def bot_of(self, token: str) -> Bot:
        """The bot with this token, made on first sight; raises ApiError 401."""
        match = TOKEN.fullmatch(token)
        if not match:
            raise ApiError(401, "Unauthorized: invalid token specified")
        bot_id = int(match[1])
        bot = self.bots.get(bot_id)
        if bot is None:
            bot = self.bots.pop(NOBODY, None)
            if bot:
                self._adopt(bot, bot_id, token)
            else:
                bot = Bot(bot_id, token, f"sandbox_{bot_id}_bot")
            self.bots[bot_id] = bot
            self.save_bot(bot)
            self.events.publish({"type": "people"})  # a page asks for the bots again, too
        bot.active = time.time()
        return bot

    def the_bot(self, wish: str | int | None = None) -> Bot:
        """The bot that people mean: the named one, else the one that called last.

        Before any bot has called there is a place holder; the first token that comes takes over
        what was said to it. Raises KeyError where the named one is unknown.
        """
        if wish is not None and wish != "":
            name = str(wish).removeprefix("@")
            for bot in self.bots.values():
                if name in (str(bot.id), bot.username, bot.token):
                    return bot
            raise KeyError(name)
        if not self.bots:
            self.bots[NOBODY] = Bot(NOBODY, "", "sandbox_bot")
            self.save_bot(self.bots[NOBODY])
        return max(self.bots.values(), key=lambda bot: bot.active)

    def chat(self, bot: Bot, chat_id: int) -> Chat:
        """The bot's chat with this person or group, made when missing."""
        chat = self.chats.get((bot.id, chat_id))
        if chat is None:
            chat = self.chats[(bot.id, chat_id)] = Chat(bot.id, chat_id)
            self.save_chat(chat)
        return chat

    def open_chat(self, bot: Bot, chat_id: int, *, writing: bool = True) -> Chat:
        """A chat that a bot names in a call; raises ApiError 400 or 403."""
        chat = self.chats.get((bot.id, chat_id))
        if chat_id < 0:
            if chat is None:
                raise bad("chat not found")
            if chat.left and writing:
                raise forbidden("bot is not a member of the group chat")
            return chat
        if chat is None or not chat.started:
            if chat_id in self.people.all and writing:
                raise forbidden(NEVER_STARTED)
            raise bad("chat not found")
        if chat.blocked and writing:
            raise forbidden("bot was blocked by the user")
        return chat

    def chat_json(self, chat_id: int) -> Json:
        """A chat as Telegram's `Chat`."""
        if chat_id < 0:
            return self.groups[chat_id].json()
        return {"id": chat_id, "first_name": self.person(chat_id).name, "type": "private"}

    def person(self, person_id: int) -> Person:
        """A person by id; raises KeyError."""
        return self.people.all[person_id]

    def unix(self) -> int:
        """Seconds on the sandbox's clock, as messages carry them."""
        return int(self.clock.unix())

    def add_message(self, bot: Bot, chat: Chat, sender: Json, content: Json) -> Message:
        """Make and keep a message; `content` holds text or media and what belongs to them."""
        api: Json = {
            "message_id": bot.next_message,
            "from": sender,
            "chat": self.chat_json(chat.id),
            "date": self.unix(),
            **content,
        }
        bot.next_message += 1
        message = Message(bot.id, chat.id, api, mine=not sender["is_bot"])
        chat.messages[message.id] = message
        self.save_bot(bot)
        self.save_message(message)
        return message

    def save_bot(self, bot: Bot) -> None:
        """Write a bot down."""
        self.store.put("bot", bot.id, bot)

    def save_chat(self, chat: Chat) -> None:
        """Write a chat's state down."""
        self.store.put("chat", chat.key, chat)

    def save_message(self, message: Message) -> None:
        """Write a message down."""
        self.store.put("message", message.key, message)

    def save_commands(self, bot: Bot, scope: str) -> None:
        """Write one scope's command menus down."""
        self.store.put("commands", f"{bot.id}|{scope}", dumps(bot.commands.get(scope, {})))

    def save_group(self, group: Group) -> None:
        """Write a group down."""
        self.store.put("group", group.id, group)

    def _adopt(self, bot: Bot, bot_id: int, token: str) -> None:
        """Give the place holder its real number, with all that was said to it."""
        self.store.drop("bot", NOBODY)
        bot.id, bot.token, bot.username = bot_id, token, f"sandbox_{bot_id}_bot"
        for chat in [c for c in self.chats.values() if c.bot == NOBODY]:
            self.store.drop("chat", chat.key)
            del self.chats[(NOBODY, chat.id)]
            chat.bot = bot_id
            self.chats[(bot_id, chat.id)] = chat
            self.save_chat(chat)
            for message in chat.messages.values():
                self.store.drop("message", message.key)
                message.bot = bot_id
                self.save_message(message)
        for update in bot.updates.values():
            self.store.drop("update", f"{NOBODY}:{update.id}")
            self.store.put("update", f"{bot_id}:{update.id}", update)
        for group in self.groups.values():
            if group.bot == NOBODY:
                group.bot = bot_id
                self.save_group(group)
