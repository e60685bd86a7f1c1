"""A phone with Zalo on it, for the same stories as every other phone.

What is a button elsewhere is a line of a numbered list here, or a code; this phone reads the list
back into choices and answers as a person would: by number, by number and code, or by the word and
code. So a story need not know which messenger it is told on.
"""

import asyncio
import re
from dataclasses import dataclass, replace
from typing import Any

from tests.support.phone import PATIENCE, Phone, Shown

HEAD = re.compile(r"(Trả lời bằng (số|mã)|Answer with a (number|code)).*:$")
HEAD_ABOVE = re.compile(r"(Trả lời bằng một số ở trên|Answer with a number from above).*[:.]$")
ABOVE = re.compile(r"^(\d{1,2})\. ", re.MULTILINE)
NUMBERED = re.compile(r"(\w{1,2})\) (.+)")
CODED = re.compile(r"• ([A-Z]+) ([A-Z]\d)( .*)?")
TAG = re.compile(r"“\w+ ([A-Z]\d)”")
QUOTE = re.compile(r"^│ ?", re.MULTILINE)
WORDS = {"DUYET": "Duyệt", "TUCHOI": "Từ chối", "YEUCAUSUA": "Yêu cầu sửa"}
SOON = 8.0  # seconds in which what answers a choice comes, if anything does


@dataclass(frozen=True)
class Choices:
    """What a message asks: `ways` are label → what is typed; `tag` its code, if it has one."""

    ways: dict[str, str]
    tag: str | None


def choices_in(text: str) -> tuple[str, Choices]:
    """The text above the list, and the list."""
    lines = text.split("\n")
    head = next((n for n in reversed(range(len(lines))) if HEAD.fullmatch(lines[n])), None)
    if head is None:
        return _numbered_above(text)
    found = TAG.search(lines[head])
    tag = found[1] if found else None
    ways: dict[str, str] = {}
    for line in lines[head + 1 :]:
        if coded := CODED.fullmatch(line):
            ways[WORDS.get(coded[1], coded[1])] = f"{coded[1]} {coded[2]}"
        elif numbered := NUMBERED.fullmatch(line):
            ways[numbered[2]] = numbered[1]
    marks = [mark for mark in ways.values() if " " not in mark]
    if any(m.isdigit() for m in marks) and marks != [str(n + 1) for n in range(len(marks))]:
        # pupils, by the numbers that they have in their class
        ways = {f"{m}. {x}" if m.isdigit() else x: m for x, m in ways.items()}
    return "\n".join(lines[:head]).rstrip(), Choices(ways, tag)


def _numbered_above(text: str) -> tuple[str, Choices]:
    """Where numbers of the text itself are the choices, and letters what else there is."""
    lines = text.split("\n")
    head = next((n for n in reversed(range(len(lines))) if HEAD_ABOVE.fullmatch(lines[n])), None)
    if head is None:
        return text, Choices({}, None)
    told = "\n".join(lines[:head]).rstrip()
    ways = {number: number for number in ABOVE.findall(told)}
    more = [numbered for line in lines[head + 1 :] if (numbered := NUMBERED.fullmatch(line))]
    return told, Choices(ways | {one[2]: one[1] for one in more}, None)


class ZaloPhone(Phone):
    """See the module."""

    changes = False

    async def _raw(self) -> list[Shown]:
        return [replace(m, text=QUOTE.sub("", m.text)) for m in await super().messages()]

    async def messages(self) -> list[Shown]:
        """All that this phone shows, each list read back into choices."""
        shown = []
        for message in await self._raw():
            if message.mine or message.labels:
                shown.append(message)
                continue
            text, choices = choices_in(message.text)
            shown.append(replace(message, text=text, buttons=[[label] for label in choices.ways]))
        return shown

    async def start(self, payload: str | None = None) -> None:
        """Open the chat; what a link would carry is typed. A bot hears nothing before a word."""
        await super().start(payload)
        if payload is None and self.channel == "zalo_bot":
            await self.say("Xin chào")

    async def share_contact(self, **contact: Any) -> None:
        """Fill in the form for it, once the account has asked."""
        for _ in range(round(PATIENCE / 0.05)):
            try:
                return await super().share_contact(**contact)
            except AssertionError as error:
                if "nobody has asked" not in str(error):
                    raise
                await asyncio.sleep(0.05)
        raise AssertionError(f"{self.name} was not asked for a number")

    async def edit(self, message_id: int, text: str) -> None:
        """Nothing can be edited here: it is said again."""
        await self.say(text)

    async def tap(self, message_id: int, button: str, **more: Any) -> str | None:
        """Choose below one message; the first words of what answers, as a toast would show."""
        raw = await self._raw()
        message = next(m for m in raw if m.id == message_id)
        before = len(raw)
        if message.labels:
            await self._post("tap", message_id=message_id, button=button)
        else:
            await self.say(self._typed(raw, message, button))
            before += 1
        return await self._answer(before)

    def _typed(self, raw: list[Shown], message: Shown, button: str) -> str:
        """What a person types: a number below the newest question, else its code, else the word."""
        _, choices = choices_in(message.text)
        way = choices.ways[button]
        if " " in way:
            return way
        asked = [m for m in raw if not m.mine and (m.labels or choices_in(m.text)[1].ways)]
        if asked[-1].id == message.id and (choices.tag is None or len(asked) == 1):
            return way
        return f"{way} {choices.tag}" if choices.tag else button

    async def code_for(self, label: str) -> str | None:
        """ "TUCHOI H4", where a choice has such a code."""
        message, _ = await self.find(label)
        raw = next(m for m in await self._raw() if m.id == message.id)
        way = choices_in(raw.text)[1].ways.get(label, "")
        return way if " " in way else None

    async def press_again(self, message: Shown, label: str) -> str | None:
        """What was offered stays on the phone, and is typed or pressed once more."""
        return await self.tap(message.id, label)

    def is_new_face(self, new: Shown, old: Shown) -> bool:
        """Nothing changes here: it comes as a message of its own."""
        return new.id > old.id

    async def _answer(self, before: int) -> str | None:
        """The head of what comes next; it stays unread for the story."""
        deadline = asyncio.get_running_loop().time() + min(SOON, PATIENCE)
        while asyncio.get_running_loop().time() < deadline:
            come = [m for m in (await self.messages())[before:] if not m.mine]
            if come:
                return come[0].text.split("\n\n")[0]
            await asyncio.sleep(0.03)
        return None

    async def tap_raw(self, message_id: int, data: str) -> str | None:
        """There are no hidden data to forge; a forged payload is only a text."""
        before = len(await self._raw()) + 1
        await self.say(data)
        return await self._answer(before)

    async def commands(self) -> list[str]:
        """There is no menu of commands."""
        return []
