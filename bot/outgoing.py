"""The request middleware that turns what handlers say into outbox rows of their commit.

A send answers with a handle whose message id is minus the row's, to keep and to edit later. A call
made after the unit of work has closed is a fault of ours and raises.
"""

import asyncio
import logging
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import AiogramError
from aiogram.methods import AnswerCallbackQuery
from aiogram.methods.base import TelegramMethod
from aiogram.types import Chat, Message

from bot.frozen import freeze
from bot.open_unit import OpenUnit, current, direct, going_out
from bot.toasts import with_toasts
from storage import outbox
from storage.files import FileStore
from storage.outbox import Outgoing, Priority

log = logging.getLogger(__name__)
AT_ONCE = ("sendChatAction",)
TOAST_SECONDS = 10  # after which nobody looks at a toast any more
SENDS = ("sendMessage", "sendPhoto", "sendDocument")  # answer with a message, which gets a handle
CHANGES = (
    "editMessageText",
    "editMessageCaption",
    "editMessageMedia",
    "editMessageReplyMarkup",
    "deleteMessage",
)


OTHERS = ("setMyCommands", "deleteMyCommands", "leaveChat")
KNOWN = frozenset((*SENDS, *CHANGES, *OTHERS))


class ToOutbox(BaseRequestMiddleware):
    """See the module. `files` keeps what is sent along; without `toasts` an answer to a tap is said
    in a message of the commit."""

    def __init__(self, channel: str, files: FileStore, *, toasts: bool = True) -> None:
        self._channel = channel
        self._files = files
        self._toasts = toasts
        self._tasks: set[asyncio.Task[None]] = set()

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[Any],
        bot: Bot,
        method: TelegramMethod[Any],
    ) -> Any:
        open_unit = current.get()
        if direct.get():
            return await make_request(bot, method)
        if open_unit is None or open_unit.closed:
            raise RuntimeError(f"{method.__api_method__} outside a unit of work")
        name = method.__api_method__
        if isinstance(method, AnswerCallbackQuery):
            open_unit.answered = True
            if not self._toasts:
                open_unit.toasts += [method.text] if method.text else []
                return True
            open_unit.after_commit.append(lambda: self._best_effort(make_request, bot, method))
            return True
        if name in AT_ONCE:
            task = asyncio.create_task(self._best_effort(make_request, bot, method))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
            return True
        if name.startswith("get"):
            raise RuntimeError(f"{name} would wait for the network inside a unit of work")
        if name not in KNOWN:
            raise RuntimeError(f"{name} is none of the calls that handlers may make")
        return await self._write(bot, method, open_unit)

    async def _best_effort(
        self,
        make_request: NextRequestMiddlewareType[Any],
        bot: Bot,
        method: TelegramMethod[Any],
    ) -> None:
        """Toasts and "typing…" may be lost; the messenger drops them when they are late."""
        with going_out():
            try:
                async with asyncio.timeout(TOAST_SECONDS):
                    await make_request(bot, method)
            except (TimeoutError, AiogramError) as error:
                log.info("%s was not taken: %s", method.__api_method__, type(error).__name__)

    async def _write(self, bot: Bot, method: TelegramMethod[Any], open_unit: OpenUnit) -> Any:
        payload = freeze(method, self._files)
        if not self._toasts:
            with_toasts(open_unit, method.__api_method__, payload)
        scope = payload.get("scope") or {}  # a menu of commands belongs to the chat it is for
        chat = str(payload.get("chat_id", scope.get("chat_id", open_unit.chat)))
        now = open_unit.unit.now
        row = Outgoing(
            not_before=now,
            priority=Priority.REPLY,
            channel=self._channel,
            chat=chat,
            method=method.__api_method__,
            payload=payload,
        )
        changes = row.method in CHANGES and isinstance(payload.get("message_id"), int)
        if changes:
            target: int = payload["message_id"]
            if target < 0:
                row.edits = -target
            else:
                row.edits_message = target
        id = await outbox.put(open_unit.unit.session, row, now)
        open_unit.wrote = True
        if id is None:
            raise RuntimeError("a reply has no key and cannot be there already")
        if chat == open_unit.chat:
            open_unit.said.append((id, payload))
        if changes:
            await outbox.replace_waiting_edits(
                open_unit.unit.session,
                method=row.method,
                chat=chat,
                edits=row.edits,
                edits_message=row.edits_message,
                before=id,
            )
        if method.__returning__ is bool:
            return True
        return handle(bot, chat, id, payload)


def handle(bot: Bot, chat: str, row_id: int, payload: dict[str, Any]) -> Message:
    """A message that is promised but not sent: its id is minus the row's."""
    return Message(
        message_id=-row_id,
        date=datetime.now(UTC),
        chat=Chat(id=int(chat), type="private"),
        text=payload.get("text") or payload.get("caption"),
    ).as_(bot)
