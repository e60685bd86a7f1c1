"""What somebody types, read against the choices that are open in their chat.

"2" answers the newest question only, and where it is not sure that this one was meant, nothing is
done and the person is asked; "1 3" chooses two. The words of a choice find the newest question that
offers them; "1 H4" and "DUYET H4" name the question by its code, whenever it was asked; a button's
payload names it by its number. All become taps, as if a button had been pressed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.channels.base import Heard
from handlers.awaiting import awaits_figures
from services.errors import Invalid, Outdated, Refusal
from services.name_syllables import fold
from services.unit import Unit
from storage import chat_states, choices
from storage.tables import ChoiceList

FRESH = timedelta(hours=12)  # after which a bare number may well mean something else
PAYLOAD = re.compile(r"#c:(\d{1,18}):(\d{1,3})")
TAG = re.compile(rf"[{choices.TAG_LETTERS.lower()}][{choices.TAG_DIGITS}]")
NUMBER = re.compile(r"\(?(\d{1,3})[.)]?")
JOINTS = frozenset(("va", "and", "so", "cau", "chon"))
LONGEST_LABEL = 8  # words
UNSEEN = timedelta(seconds=30)  # so much earlier than a question, an answer was not meant for it
FOREIGN = timedelta(days=1)  # a demonstration's clock need not be the messenger's
HASTY = timedelta(seconds=3)  # in which nobody reads a question that nobody had expected
SHOWN_WAYS = 12  # lines


@dataclass(frozen=True, slots=True)
class Answered:
    """The question that is answered, what was chosen, and the words that follow a code."""

    question: ChoiceList
    data: list[str]
    words: str = ""


def folded(text: str) -> str:
    """Small letters without diacritics and signs, words joined by one space."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))


async def heard(unit: Unit, channel: str, message: dict[str, Any]) -> Heard:
    """A message's update, or the taps that its text stands for."""
    update = message["message"]
    chat = str(update["chat"]["id"])
    try:
        written = datetime.fromtimestamp(update["date"], UTC)
        answered = await read(unit, channel, chat, update.get("text") or "", written)
    except Refusal as refusal:
        return Heard(chat, [message], refusal=refusal)
    if answered is None:
        return Heard(chat, [message])
    taps = [_tap(message, answered.question, data, n) for n, data in enumerate(answered.data)]
    if not answered.words:
        return Heard(chat, taps)
    said = {**message, "message": {**update, "text": answered.words}}
    return Heard(chat, [*taps, said], followed_up=True)


def _tap(message: dict[str, Any], question: ChoiceList, data: str, n: int) -> dict[str, Any]:
    update = message["message"]
    left = [o for o in question.options if o["data"]]
    buttons = [[{"text": o["label"], "callback_data": o["data"]}] for o in left]
    shown = {
        "message_id": question.root,
        "date": update["date"],
        "chat": update["chat"],
        "text": "…",
        "reply_markup": {"inline_keyboard": buttons},
    }
    return {
        "update_id": message["update_id"],
        "callback_query": {
            "id": f"{message['update_id']}-{n}",
            "from": update["from"],
            "chat_instance": str(update["chat"]["id"]),
            "message": shown,
            "data": data,
        },
    }


async def read(
    unit: Unit, channel: str, chat: str, text: str, written: datetime | None = None
) -> Answered | None:
    """What the text chooses; None where it is no choice but words for the conversation."""
    payload = PAYLOAD.fullmatch(text.strip())
    if payload is not None:
        return await _by_payload(unit, channel, chat, int(payload[1]), int(payload[2]))
    words = folded(text).split()
    if not words or len(text) > 1000 or text.lstrip().startswith("/"):
        return None
    coded = await _by_code(unit, channel, chat, text, words)
    if coded is not None:
        return coded
    return await _by_newest(unit, channel, chat, words, written or unit.now)


async def _by_payload(unit: Unit, channel: str, chat: str, list_id: int, place: int) -> Answered:
    found = await choices.numbered(unit.session, channel, chat, list_id)
    if found is None or not 1 <= place <= len(found.options):
        raise Outdated
    return Answered(found, [_data(found, place - 1)])


async def _by_code(
    unit: Unit, channel: str, chat: str, text: str, words: list[str]
) -> Answered | None:
    """ "1 H4", "H4 1", "DUYET H4", "TUCHOI H4 lí do": the code stands among the first words."""
    place = next((n for n, w in enumerate(words[: LONGEST_LABEL + 1]) if TAG.fullmatch(w)), None)
    if place is None:
        return None
    tag = words[place].upper()
    before, after = words[:place], words[place + 1 :]
    numbers = _numbers(before or after)
    found = await choices.tagged(unit.session, channel, chat, tag)
    if found is None:
        if numbers or (before and not after and place <= 2):
            raise Invalid("choice-no-such-code", code=tag)
        return None
    if numbers and (not before or not after):
        return Answered(found, _chosen(found, [str(n) for n in numbers]))
    label = "".join(before)
    for option in found.options:
        if label and option["data"] and folded(option["label"]).replace(" ", "") == label:
            return Answered(found, [option["data"]], _rest(text, tag))
    if label in found.marks:
        return Answered(found, _chosen(found, [label]))
    if not after and place <= 2:
        ways = ", ".join(f"{mark.upper()} {tag}" for mark in found.marks)
        raise Invalid("choice-not-among", code=tag, ways=ways)
    return None


def _rest(text: str, tag: str) -> str:
    """What was typed after the code, as it was typed."""
    match = re.search(rf"\b{tag}\b[\s:,.–-]*", text, re.IGNORECASE)
    return text[match.end() :].strip() if match else ""


async def _by_newest(
    unit: Unit, channel: str, chat: str, words: list[str], written: datetime
) -> Answered | None:
    shown = await choices.newest(unit.session, channel, chat)
    if not shown:
        return None
    state = await chat_states.load(unit.session, f"{channel}:{chat}")
    standing = state[0] if state else None
    numbers = _numbers(words)
    if numbers and awaits_figures(standing):
        return None
    if numbers or all(word in shown[0].marks for word in words):
        marks = [str(n) for n in numbers] if numbers else words
        doubt = _doubt(shown, unit.now, written)
        if doubt is None:
            return _marked(shown[0], marks, standing)
        if doubt and numbers and standing is None:
            raise Invalid("choice-which", ways=_ways(doubt))
    return _by_label(shown if standing is None else shown[:1], words)


def _doubt(shown: list[ChoiceList], now: datetime, written: datetime) -> list[ChoiceList] | None:
    """The questions a bare number may be meant for; None where it is the newest beyond doubt."""
    newest = shown[0]
    opened = [one for one in shown if one.closed_at is None and now - _since(one) <= FRESH]
    if newest.closed_at is not None:
        if opened or now - _since(newest) > FRESH:
            return opened  # an older question was not asked last
        return None  # its handler tells what has become of it
    if newest.doubtful or now - _since(newest) > FRESH:
        return [newest]
    if UNSEEN < _since(newest) - written < FOREIGN:
        return opened
    if newest.tag is not None and now - _since(newest) < HASTY and len(opened) > 1:
        return opened[:2]
    return None


def _since(one: ChoiceList) -> datetime:
    return one.shown_at or one.made_at


def _marked(found: ChoiceList, marks: list[str], standing: str | None) -> Answered | None:
    if all(mark in found.marks for mark in marks):
        return Answered(found, _chosen(found, marks))
    if standing is not None:
        return None  # the conversation itself may await a number
    raise Invalid("choice-out-of-range", ways=_ways([found], numbered=True))


def _by_label(shown: list[ChoiceList], words: list[str]) -> Answered | None:
    """The newest question that offers these words; asked about where two with codes do."""
    if len(words) == 1 and any(sign.isdigit() for sign in words[0]):
        shown = shown[:1]  # "7A1" means more than an old question's choice
    offers = [(one, _label(one, words)) for one in shown if one.closed_at is None]
    fits = [(one, data) for one, data in offers if data is not None]
    if not fits:
        return None
    coded = [one for one, _ in fits if one.tag is not None]
    if len(coded) > 1 and fits[0][0] is coded[0]:
        raise Invalid("choice-which", ways=_ways(coded[:2]))
    found, data = fits[0]
    return Answered(found, [data])


def _ways(questions: Iterable[ChoiceList], *, numbered: bool = False) -> str:
    """What can be typed, a line each: "1 H4: Có phép", or the words where there is no code."""
    lines = [
        f"{mark.upper()}{f' {one.tag}' if one.tag else ''}: {option['label']}"
        if one.tag or numbered
        else option["label"]
        for one in questions
        for mark, option in zip(one.marks, one.options, strict=True)
        if option["data"]
    ]
    return "\n".join(lines[:SHOWN_WAYS] + ["…"] * (len(lines) > SHOWN_WAYS))


def _label(found: ChoiceList, words: list[str]) -> str | None:
    """The choice whose words were typed, where they are more than a letter."""
    typed = " ".join(words)
    if len(typed) < 2 or typed.isdecimal() or len(words) > LONGEST_LABEL:
        return None
    fits = [o["data"] for o in found.options if o["data"] and folded(o["label"]) == typed]
    return fits[0] if len(fits) == 1 else None


def _numbers(words: list[str]) -> list[int]:
    """The numbers, where the words are nothing but numbers and what joins them."""
    found: list[int] = []
    for word in words:
        if word in JOINTS:
            continue
        match = NUMBER.fullmatch(word)
        if match is None:
            return []
        found.append(int(match[1]))
    return found


def _chosen(found: ChoiceList, marks: list[str]) -> list[str]:
    places = {mark: n for n, mark in enumerate(found.marks)}
    if any(mark not in places for mark in marks):
        raise Invalid("choice-out-of-range", ways=_ways([found], numbered=True))
    return [_data(found, places[mark]) for mark in dict.fromkeys(marks)]


def _data(found: ChoiceList, place: int) -> str:
    """The chosen data; a choice that was taken away since is refused as an old button is."""
    data: str | None = found.options[place]["data"]
    if data is None:
        raise Outdated
    return data
