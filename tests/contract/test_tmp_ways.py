import asyncio
from pathlib import Path
import pytest
from tests.contract.conversations import CONVERSATIONS
from tests.contract.reading import unequal
from tests.contract.test_contract import told

@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda c: c.__name__[5:])
async def test_tmp(conversation, school: Path, tmp_path: Path) -> None:
    usual, other = await asyncio.gather(*(told(conversation, school, tmp_path / n, n) for n in ("telegram", "zalo_bot")))
    assert other[0] == usual[0]
    assert unequal(usual[1], other[1]) == []
