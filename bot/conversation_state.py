"""aiogram's states, kept in the database and committed with the update that changed them."""

from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from bot.open_unit import OpenUnit, current
from storage import chat_states


def _open() -> OpenUnit:
    open_unit = current.get()
    if open_unit is None:
        raise RuntimeError("a state outside a unit of work")
    return open_unit


async def _load(open_unit: OpenUnit) -> OpenUnit:
    if not open_unit.state_loaded:
        found = await chat_states.load(
            open_unit.unit.session, f"{open_unit.channel}:{open_unit.chat}"
        )
        if found is not None:
            open_unit.state, open_unit.state_data = found
        open_unit.state_loaded = True
    return open_unit


async def write_state(open_unit: OpenUnit) -> None:
    """Put the state that the handlers left into the commit."""
    if not open_unit.state_dirty:
        return
    await chat_states.save(
        open_unit.unit.session,
        f"{open_unit.channel}:{open_unit.chat}",
        open_unit.state,
        open_unit.state_data,
    )


class UnitStorage(BaseStorage):
    """States of private chats; the key is the chat of the open unit of work."""

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        open_unit = await _load(_open())
        open_unit.state = state.state if isinstance(state, State) else state
        open_unit.state_dirty = True

    async def get_state(self, key: StorageKey) -> str | None:
        return (await _load(_open())).state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        open_unit = await _load(_open())
        open_unit.state_data = dict(data)
        open_unit.state_dirty = True

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return dict((await _load(_open())).state_data)

    async def close(self) -> None:
        """Nothing to let go of."""
