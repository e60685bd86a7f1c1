"""Whatever a bot sends, it gets an answer or an error of the Bot API, never a broken server."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox.app import create_app
from sandbox.control.ask import WORLD
from sandbox.store import dumps, loads
from sandbox.telegram import phone
from sandbox.telegram.errors import ApiError
from sandbox.telegram.params import Upload
from sandbox.telegram.router import carry_out
from sandbox.telegram.spec import document, methods
from sandbox.telegram.view import view
from sandbox.telegram.world import World
from tests.support.sandbox_bots import picture

NAMES = sorted(spec.name for spec in methods().values() if spec.name != "setWebhook")
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.text(max_size=20)
    | st.sampled_from(["HTML", "MarkdownV2", "Markdown", "attach://f", "photo", "document", "chat"])
)
KEYS = st.sampled_from(
    [
        "type", "text", "url", "offset", "length", "user", "id", "message_id",
        "inline_keyboard", "keyboard", "callback_data", "emoji", "media", "caption",
        "parse_mode", "blocks", "html", "cells", "items", "summary", "align", "valign",
        "chat_id", "command", "description", "label", "value", "buttons", "button", "style",
        "copy_text", "force_reply", "remove_keyboard", "size", "credit", "location",
    ]
)  # fmt: skip
KINDS = st.sampled_from(
    [*document("rich")["blocks"], *document("rich")["texts"], "bold", "text_link", "web_app"]
)
VALUES = st.recursive(
    SCALARS | KINDS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(KEYS, inner, max_size=5)
        | st.builds(lambda kind, more: {**more, "type": kind}, KINDS,
                    st.dictionaries(KEYS, inner, max_size=4))
    ),
    max_leaves=14,
)  # fmt: skip


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder: Path = tmp_path_factory.mktemp("nonsense")
    made = create_app(folder)[WORLD]
    made.faults.pace = False
    return made


@settings(
    max_examples=600,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(name=st.sampled_from(NAMES), data=st.data())
def test_every_method_answers_or_refuses(world: World, name: str, data: st.DataObject) -> None:
    spec = methods()[name.lower()]
    fields = data.draw(
        st.fixed_dictionaries(
            dict.fromkeys(spec.required, VALUES),
            optional={field: VALUES for field in spec.types if field not in spec.required},
        )
    )

    async def call() -> Any:
        bot = world.bot_of("77:abc")
        if not world.people.all:
            lan = world.people.add({"name": "Lan"})
            phone.start(world, bot, lan, None)
        person = next(iter(world.people.all))
        for field in ("chat_id", "from_chat_id", "user_id"):
            if field in spec.required:
                fields[field] = person
        if name == "getUpdates":
            fields["timeout"] = 0
        files = {"f": Upload("a.png", picture(20, 20), "image/png")}
        try:
            result = await carry_out(world, bot, name, fields, files)
        except ApiError:
            return
        if isinstance(result, dict) and "message_id" in result and "date" in result:
            message = world.chats[(77, person)].messages[result["message_id"]]
            dumps(view(world, message)).encode()
        world.store.flush()

    asyncio.run(call())


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_json_from_outside_can_always_be_written_again(text: str | bytes) -> None:
    try:
        value = loads(text)
    except ValueError:
        return
    dumps(value).encode()


@pytest.mark.parametrize("text", ['"\\ud800"', '{"a": "\\udc00x"}', "[" * 100_000])
def test_half_a_letter_and_a_bottomless_list_are_no_json(text: str) -> None:
    with pytest.raises(ValueError, match=r"surrogates|nested|recursion"):
        loads(text)
