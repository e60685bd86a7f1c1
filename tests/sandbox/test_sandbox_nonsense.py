"""Whatever a bot sends, it gets an answer or an error of the Bot API, never a broken server."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from sandbox.app import create_app
from sandbox.control.ask import WORLD
from sandbox.store import dumps, loads
from sandbox.telegram import phone
from sandbox.telegram.errors import ApiError
from sandbox.telegram.params import Upload
from sandbox.telegram.router import carry_out
from sandbox.telegram.spec import MethodSpec, document, methods
from sandbox.telegram.state import Bot
from sandbox.telegram.view import view
from sandbox.telegram.world import World
from tests.support.sandbox_bots import picture

NAMES = sorted(spec.name for spec in methods().values() if spec.name != "setWebhook")
RICH = document("rich")
WORDS = st.text(max_size=12) | st.sampled_from(["left", "middle", "<b>a</b>", "attach://f", "a.vn"])
NUMBERS = st.integers(-2, 8)
ANYTHING = st.recursive(
    st.none() | st.booleans() | NUMBERS | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


def thing(required: dict[str, SearchStrategy[Any]], **more: SearchStrategy[Any]) -> Any:
    """An object that is nearly right: any field of it may be anything, or be missing."""
    fields = {name: value | ANYTHING for name, value in {**required, **more}.items()}
    right = st.fixed_dictionaries(required, optional=more)
    return right | st.fixed_dictionaries({}, optional=fields) | ANYTHING


def listed(inner: SearchStrategy[Any], size: int = 3) -> Any:
    return st.lists(inner, max_size=size) | ANYTHING


BUTTON = thing({"text": WORDS}, callback_data=WORDS, url=WORDS, style=WORDS)
ROWS = listed(listed(BUTTON))
TEXTS: Any = st.deferred(
    lambda: (
        WORDS
        | st.lists(TEXTS, max_size=2)
        | thing({"type": st.sampled_from(sorted(RICH["texts"])), "text": TEXTS}, url=WORDS)
    )
)
CELL = thing({"align": st.just("left"), "valign": st.just("top"), "text": TEXTS}, colspan=NUMBERS)
MEDIA = thing(
    {"type": st.sampled_from(["photo", "document"]), "media": st.just("attach://f")}, caption=WORDS
)
BLOCKS: Any = st.deferred(
    lambda: st.lists(
        thing(
            {"type": st.sampled_from(sorted(RICH["blocks"]))},
            text=TEXTS,
            size=NUMBERS,
            summary=TEXTS,
            blocks=BLOCKS,
            cells=listed(listed(CELL)),
            items=listed(thing({"blocks": BLOCKS}, value=NUMBERS)),
            buttons=listed(BUTTON),
            caption=thing({"text": TEXTS}, credit=TEXTS),
            photo=MEDIA,
            document=MEDIA,
            name=WORDS,
            expression=WORDS,
            location=ANYTHING,
        ),
        max_size=2,
    )
)
HTML = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td>", "</td>", "</tr>", "a", "<"]
    )
).map("".join)
NESTED = {
    "reply_markup": thing({"inline_keyboard": ROWS}) | thing({"keyboard": ROWS}, force_reply=WORDS),
    "rich_message": thing({"blocks": BLOCKS}) | thing({"html": HTML}),
    "entities": listed(
        thing({"type": WORDS | st.just("bold"), "offset": NUMBERS, "length": NUMBERS}, url=WORDS)
    ),
    "media": MEDIA | listed(MEDIA, 4),
    "commands": listed(thing({"command": st.just("huy"), "description": WORDS})),
    "scope": thing({"type": st.sampled_from(["default", "chat", "chat_member"])}, chat_id=NUMBERS),
    "menu_button": thing({"type": st.sampled_from(["commands", "web_app"])}, text=WORDS),
    "reaction": listed(thing({"type": st.just("emoji"), "emoji": WORDS}), 1),
    "message_ids": listed(NUMBERS),
    "reply_parameters": thing({"message_id": NUMBERS}),
}
PLAIN = {
    "int": NUMBERS,
    "bool": st.booleans(),
    "str": WORDS,
    "chat": NUMBERS,
    "file": st.just("attach://f") | WORDS,
}
ODD_CHOICES = {"parse_mode": st.sampled_from(["HTML", "MarkdownV2", "Markdown"])}


def fields_of(spec: MethodSpec) -> SearchStrategy[dict[str, Any]]:
    def one(field: str) -> SearchStrategy[Any]:
        if spec.types[field] == "json":
            return NESTED.get(field, ANYTHING)
        return ODD_CHOICES.get(field, PLAIN[spec.types[field]])

    needed = {field: one(field) for field in (*spec.required, *spec.types) if needs(spec, field)}
    return st.fixed_dictionaries(
        needed, optional={field: one(field) for field in spec.types if field not in needed}
    )


def needs(spec: MethodSpec, field: str) -> bool:
    return field in spec.required or field in ("photo", "document")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder: Path = tmp_path_factory.mktemp("nonsense")
    made = create_app(folder)[WORLD]
    made.faults.pace = False
    bot = made.bot_of("77:abc")
    phone.start(made, bot, made.people.add({"name": "Lan"}), None)
    return made


async def call(world: World, bot: Bot, name: str, fields: dict[str, Any]) -> Any:
    person = next(iter(world.people.all))
    chat = world.chats[(bot.id, person)]
    for field in ("chat_id", "from_chat_id", "user_id"):
        if field in methods()[name.lower()].types:
            fields[field] = person
    if "message_id" in fields:
        fields["message_id"] = max(chat.messages) - abs(fields["message_id"])
    fields.pop("timeout", None)
    files = {"f": Upload("a.png", picture(20, 20), "image/png")}
    try:
        return await carry_out(world, bot, name, fields, files)
    finally:
        shown = [view(world, message) for message in chat.after(max(chat.messages) - 3)]
        dumps(shown).encode()
        world.store.flush()


@settings(
    max_examples=700,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(name=st.sampled_from(NAMES), data=st.data())
def test_every_method_answers_or_refuses(world: World, name: str, data: st.DataObject) -> None:
    fields = data.draw(fields_of(methods()[name.lower()]))
    try:
        result = asyncio.run(call(world, world.bots[77], name, fields))
    except ApiError as error:
        envelope = error.envelope()
        assert not envelope["ok"]
        return
    dumps(result).encode()


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_json_from_outside_can_always_be_written_again(text: str | bytes) -> None:
    try:
        value = loads(text)
    except ValueError:
        return
    dumps(value).encode()


@pytest.mark.parametrize("text", ['"\\ud800"', '{"a": "\\udc00x"}', "[" * 100_000, "[NaN]"])
def test_half_a_letter_and_a_bottomless_list_are_no_json(text: str) -> None:
    with pytest.raises(ValueError, match=r"surrogates|nested|recursion|NaN"):
        loads(text)
