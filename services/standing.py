"""How one pupil stood in one roll: the value that rolls, histories and families' news pass around.

A pupil who was present has no row and no entry; `Standing` is what the others have. It goes into
the history as JSON without its empty parts.
"""

from dataclasses import dataclass
from typing import Any

from services.attendance_states import State

ALARMING = (State.UNEXPLAINED, State.UNEXCUSED)


@dataclass(frozen=True, slots=True)
class Standing:
    """A state with what is known of it: `minutes` late, `period` of the day it concerns (left
    early, skipped), `arrived` as "HH:MM" in the school's zone, `note` the reason that was given.
    """

    state: State
    minutes: int | None = None
    period: int | None = None
    arrived: str | None = None
    note: str | None = None

    def to_json(self) -> dict[str, Any]:
        """As kept in the history and in a conversation: only what is set."""
        found: dict[str, Any] = {"state": self.state.value}
        for name in ("minutes", "period", "arrived", "note"):
            if (value := getattr(self, name)) is not None:
                found[name] = value
        return found

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Standing":
        """The reverse of `to_json`."""
        return cls(**data | {"state": State(data["state"])})


def alarms(standing: Standing | None) -> bool:
    """Whether a family would have to hear of it: absent for the whole session without leave.

    A lesson that was skipped (`period`) is for the homeroom teacher to tell the family.
    """
    return standing is not None and standing.state in ALARMING and standing.period is None
