"""Gives a message the form its messenger has: buttons that are typed, edits that are sent anew.

It happens when a row is claimed, with the database at hand, so that what can be answered is kept
before anybody can answer it. A messenger that has everything gets the call as it is.
"""

import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiogram.methods import (
    DeleteMessage,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    SendMessage,
)
from aiogram.methods.base import TelegramMethod
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.channels.base import Channel
from bot.choice_lines import numbered, own_numbers
from bot.choice_reading import folded
from handlers.awaiting import awaits_figures
from handlers.capabilities import Capabilities
from handlers.texts import Texts, texts
from services.unit import Unit
from storage import accounts, chat_states, choices
from storage.choices import TAG_LETTERS
from storage.tables import OutboxRow


@dataclass(frozen=True, slots=True)
class Face:
    """What a row shows, before its messenger is considered."""

    call: TelegramMethod[Any]
    codes: Mapping[str, str] | None = None
    news: bool = True
    is_notice: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Shaped:
    """The call as it leaves, None where nothing has to; `number` is the message's for handlers."""

    call: TelegramMethod[Any] | None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class _Choices:
    """The buttons of a message: those that come back to us, and those that open something."""

    taps: list[InlineKeyboardButton] = field(default_factory=list)
    links: list[InlineKeyboardButton] = field(default_factory=list)

    def fit(self, can: Capabilities) -> bool:
        """Whether all can be real buttons; none may lose the words that tell it from others."""
        offered = [*self.taps, *self.links]
        return len(offered) <= can.tapped and all(len(b.text) <= can.button_length for b in offered)


@dataclass(frozen=True, slots=True)
class Shaper:
    """Shapes what goes to one chat of one messenger, within a unit of work."""

    unit: Unit
    channel: Channel
    chat: str

    async def shape(self, row: OutboxRow, target: OutboxRow | None, face: Face) -> Shaped:
        """The call for this messenger; lists of choices are kept with it."""
        can = self.channel.capabilities
        if can.edits and can.tapped >= can.buttons:
            return Shaped(face.call)
        number = (target.message_id if target else None) or row.edits_message or row.id
        call = face.call
        if not can.edits:
            if isinstance(call, DeleteMessage):
                await self._close(number)
                return Shaped(None)
            if isinstance(call, EditMessageReplyMarkup):
                await self._fewer(number, call.reply_markup)
                return Shaped(None)
            if row.notice is not None and row.edits is not None and not face.news:
                if not _offers(call):
                    await self._close(number)
                return Shaped(None)
            call = _anew(call)
        markup = getattr(call, "reply_markup", None)
        if isinstance(markup, InlineKeyboardMarkup):
            call = await self._with_choices(row, number, face, call, _sorted(markup))
        else:
            await self._close(number)
        return Shaped(call, number)

    async def _close(self, number: int) -> None:
        session, now = self.unit.session, self.unit.now
        await choices.close(session, self.channel.name, self.chat, number, now)

    async def _with_choices(
        self,
        row: OutboxRow,
        number: int,
        face: Face,
        call: TelegramMethod[Any],
        offered: _Choices,
    ) -> TelegramMethod[Any]:
        tapped = offered.fit(self.channel.capabilities)
        codes = None if tapped else face.codes
        tag = None
        if not tapped and offered.taps and face.is_notice:
            tag = await self._tag(row)
        marks = await self._marks(offered.taps, codes)
        list_id = 0
        if offered.taps:
            kept = await choices.put(
                self.unit.session,
                row_id=row.id,
                channel=self.channel.name,
                chat=self.chat,
                root=number,
                tag=tag,
                options=[{"label": b.text, "data": b.callback_data} for b in offered.taps],
                marks=marks,
                now=self.unit.now,
            )
            list_id = kept.id
        if tapped:
            return call.model_copy(update={"reply_markup": _payloads(offered, list_id)})
        t = await self._texts(face)
        lines = _links(offered.links)
        if codes is not None and tag is not None:
            lines += _coded(t, offered.taps, codes, tag)
        elif offered.taps:
            lines += numbered(t, [b.text for b in offered.taps], marks, tag)
        where = "text" if getattr(call, "text", None) is not None else "caption"
        told = "\n".join([getattr(call, where, None) or "", "", *lines]).strip()
        return call.model_copy(update={where: told, "reply_markup": None})

    async def _tag(self, row: OutboxRow) -> str:
        """The code of a question; one that is sent once more keeps its own."""
        session = self.unit.session
        before = await choices.of_row(session, row.id)
        if before is not None and before.tag is not None:
            return before.tag
        return await choices.new_tag(session, self.channel.name, self.chat)

    async def _marks(
        self, taps: list[InlineKeyboardButton], codes: Mapping[str, str] | None
    ) -> list[str]:
        """What is typed for each choice: words before a code, a letter among figures, a number."""
        if codes is not None:
            return [folded(b.text).replace(" ", "") or str(n) for n, b in enumerate(taps, 1)]
        state = await chat_states.load(self.unit.session, f"{self.channel.name}:{self.chat}")
        if state and awaits_figures(state[0]) and len(taps) <= len(TAG_LETTERS):
            return [letter.lower() for letter in TAG_LETTERS[: len(taps)]]
        return own_numbers([b.text for b in taps]) or [str(n) for n in range(1, len(taps) + 1)]

    async def _texts(self, face: Face) -> Texts:
        """In the reader's language, whoever they are."""
        session = self.unit.session
        language = face.language or await accounts.language_of(
            session, self.channel.name, self.chat
        )
        return texts(language)

    async def _fewer(self, root: int, markup: InlineKeyboardMarkup | None) -> None:
        """Buttons were taken away below a message that cannot change: they answer nothing more."""
        left = {b.callback_data for row in (markup.inline_keyboard if markup else []) for b in row}
        session = self.unit.session
        found = await choices.of_root(session, self.channel.name, self.chat, root)
        if found is None:
            return
        found.options = [
            {**option, "data": option["data"] if option["data"] in left else None}
            for option in found.options
        ]
        if not any(option["data"] for option in found.options):
            await self._close(root)


def _offers(call: TelegramMethod[Any]) -> bool:
    """Whether anything can be tapped below it."""
    markup = getattr(call, "reply_markup", None)
    return isinstance(markup, InlineKeyboardMarkup) and bool(_sorted(markup).taps)


def _anew(call: TelegramMethod[Any]) -> TelegramMethod[Any]:
    """A new message in place of a change of an old one."""
    if isinstance(call, EditMessageText):
        return SendMessage(
            chat_id=call.chat_id or 0, text=call.text or "", reply_markup=call.reply_markup
        )
    if isinstance(call, EditMessageCaption):
        return SendMessage(
            chat_id=call.chat_id or 0, text=call.caption or "", reply_markup=call.reply_markup
        )
    if isinstance(call, EditMessageMedia):
        return SendMessage(
            chat_id=call.chat_id or 0,
            text=call.media.caption or "",
            reply_markup=call.reply_markup,
        )
    return call


def _sorted(markup: InlineKeyboardMarkup) -> _Choices:
    found = _Choices()
    for button in (b for row in markup.inline_keyboard for b in row):
        if button.callback_data is not None:
            found.taps.append(button)
        elif button.url is not None or button.copy_text is not None:
            found.links.append(button)
    return found


def _payloads(offered: _Choices, list_id: int) -> InlineKeyboardMarkup:
    """Real buttons, each naming its list and place, one a row."""
    taps = [
        [InlineKeyboardButton(text=b.text, callback_data=f"#c:{list_id}:{n}")]
        for n, b in enumerate(offered.taps, 1)
    ]
    return InlineKeyboardMarkup(inline_keyboard=[*taps, *([b] for b in offered.links)])


def _links(links: list[InlineKeyboardButton]) -> list[str]:
    return [
        html.escape(f"{b.text}: {b.url or (b.copy_text.text if b.copy_text else '')}", quote=False)
        for b in links
    ]


def _coded(
    t: Texts, taps: list[InlineKeyboardButton], codes: Mapping[str, str], tag: str
) -> list[str]:
    lines = [t("choice-head-code")]
    for b in taps:
        word = folded(b.text).replace(" ", "").upper()
        more = codes.get(b.callback_data or "", "")
        lines.append(html.escape(f"• {word} {tag} {more}".rstrip(), quote=False))
    return lines
