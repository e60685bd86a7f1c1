"""Every conversation on every messenger: the same words are read and the same facts are kept.

The stories themselves say what a person must read and choose; here each is told on Telegram, on a
Zalo Bot and on an Official Account at once. Its outcome in the books is compared, and so is what
every phone has shown, up to the differences that `tests/contract/reading.py` lists.
"""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from storage.tables import Notice, OutboxRow
from tests.contract.conversations import CONVERSATIONS, Conversation, messengers_of
from tests.contract.outcome import outcome
from tests.contract.reading import unequal
from tests.contract.transcript import watched
from tests.support.stage import Stage, staged

LONGEST = 60.0  # seconds for one conversation
SOON = 5.0  # seconds in which an alert that waits still belongs to the conversation


async def at_rest(stage: Stage) -> None:
    """Wait until all is said, also what the clock says of notices a moment later."""

    async def moving(session: Any) -> Any:
        going = Notice.status.in_(("sending", "withdrawing"))
        soon = stage.clock.now() + timedelta(seconds=SOON)
        waits = (OutboxRow.status == "queued") & (OutboxRow.not_before < soon)
        for row in (select(Notice.id).where(going), select(OutboxRow.id).where(waits)):
            if await session.scalar(row.limit(1)) is not None:
                return True
        return None

    await stage.quiet()
    while await stage.run(moving) is not None:
        await asyncio.sleep(0.1)
    await stage.quiet()


async def told(
    conversation: Conversation, school: Path, folder: Path, messenger: str
) -> tuple[dict[str, list[Any]], list[list[str]]]:
    """The facts after a conversation on one messenger, and what each phone has shown."""
    async with (
        staged(folder, school, messenger=messenger) as stage,
        watched(stage.http, stage.url) as transcript,
    ):
        stage.on_linked = transcript.forget
        try:
            async with asyncio.timeout(LONGEST):
                await conversation(stage)
                await at_rest(stage)
        except Exception as error:
            error.add_note(f"on {messenger}")
            raise
        facts = await stage.run(outcome)
        await transcript.caught_up()
        return facts, [transcript.shown[phone.id] for phone in stage.phones]


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda c: c.__name__[5:])
async def test_a_conversation_is_the_same_on_every_messenger(
    conversation: Conversation, school: Path, tmp_path: Path
) -> None:
    messengers = ("telegram", *messengers_of(conversation))
    ends = await asyncio.gather(
        *(told(conversation, school, tmp_path / name, name) for name in messengers),
        return_exceptions=True,
    )
    for end in ends:
        if isinstance(end, BaseException):
            raise end
    usual, *others = (end for end in ends if not isinstance(end, BaseException))
    for messenger, (facts, shown) in zip(messengers[1:], others, strict=True):
        assert facts == usual[0], messenger
        assert unequal(usual[1], shown) == [], messenger
