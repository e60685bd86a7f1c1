"""An aiogram session for messengers that are not Telegram: each Bot API method that handlers may
use is one of the session's own coroutines, and any other raises.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import AiogramError
from aiogram.methods.base import TelegramMethod, TelegramType
from aiogram.types import Chat, Message

from bot.channels.base import FREE, Outcome, Result, Way

Send = Callable[[Any, Way, int], Awaitable[Outcome]]
Ask = Callable[[Any], Awaitable[Any]]
NEEDLESS = (  # what there is nothing to do for: no menus of commands, no toasts, no deleting
    "setMyCommands",
    "deleteMyCommands",
    "setMyName",
    "leaveChat",
    "deleteMessage",
    "editMessageReplyMarkup",
    "answerCallbackQuery",
)


class NotSentError(AiogramError):
    """A call that was made at once did not succeed; `outcome` says why."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(f"{outcome.result}: {outcome.reason}")
        self.outcome = outcome


class TranslatedSession(BaseSession):
    """`sends` are methods that say something, `asks` those that answer with something else.

    Both by the method's API name. `close` is asked for when the bot's session ends.
    """

    def __init__(
        self,
        sends: Mapping[str, Send],
        asks: Mapping[str, Ask],
        close: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__()
        self._sends: dict[str, Send] = {**dict.fromkeys(NEEDLESS, nothing), **sends}
        self._asks = dict(asks)
        self._close = close

    @property
    def methods(self) -> frozenset[str]:
        """The names of the methods that are understood."""
        return frozenset((*self._sends, *self._asks))

    async def deliver(self, call: TelegramMethod[Any], way: Way = FREE, done: int = 0) -> Outcome:
        """Make one call that says something; what came of it."""
        send = self._sends.get(call.__api_method__)
        if send is None:
            raise RuntimeError(f"{call.__api_method__} is not translated")
        return await send(call, way, done)

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - as aiogram calls it
    ) -> TelegramType:
        """A call that is made at once; raises `NotSentError`."""
        ask = self._asks.get(method.__api_method__)
        if ask is not None:
            return cast(TelegramType, await ask(method))
        outcome = await self.deliver(method)
        if outcome.result is not Result.SENT:
            raise NotSentError(outcome)
        answer: Any = True
        if method.__returning__ is not bool:
            answer = _message(bot, method, outcome)
        return cast(TelegramType, answer)

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109 - as aiogram calls it
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """Files are brought by the channel, which knows whose addresses may be called."""
        raise RuntimeError("files are fetched by the channel")
        yield b""  # what makes this a generator, as its caller expects

    async def close(self) -> None:
        """Let go of connections."""
        await self._close()


async def nothing(call: Any, way: Way, done: int) -> Outcome:
    """What this messenger has no use for is done by doing nothing."""
    return Outcome(Result.SENT)


def _message(bot: Bot, method: TelegramMethod[Any], outcome: Outcome) -> Message:
    chat = int(getattr(method, "chat_id", None) or 0)
    return Message(
        message_id=outcome.message_id or 0,
        date=datetime.now(UTC),
        chat=Chat(id=chat, type="private" if chat > 0 else "group"),
    ).as_(bot)
