"""Opening a session's roll for changes: the grid, or the list to be answered in words.

What is known before a roll is taken is marked already: leave, or what was proposed.
"""

import secrets
from collections.abc import Mapping

from handlers.roll_buttons import RollStates
from handlers.roll_grid_view import grid_keyboard, grid_text, list_text
from handlers.screen import Talk
from services.known_leave import leave_standings
from services.roll_permission import require_take
from services.roll_taking import current
from services.rosters import roster
from services.sessions import Session
from services.standing import Standing

FEWEST_BUTTONS = 50


async def open_grid(
    talk: Talk, session: Session, proposed: Mapping[int, Standing] | None = None
) -> None:
    """Show the grid of a session: as proposed, as it was taken, or with those on leave marked."""
    ctx = talk.ctx
    await require_take(ctx.unit, session)
    of = await roster(ctx.unit, session.of, session.day)
    taken = await current(ctx.unit, session)
    leave = {} if taken else await leave_standings(ctx.unit, session)
    if not ctx.capabilities.edits or ctx.capabilities.buttons < FEWEST_BUTTONS:
        await talk.screen.show(list_text(ctx.t, session, of, list(leave)))
        await talk.state.set_state(RollStates.naming)
        await talk.state.set_data({"session": dump(session)})
        return
    standings = dict(taken.standings if taken else leave)
    if proposed is not None:
        standings = {**leave, **proposed}
    token = secrets.token_hex(3)
    handle = await talk.screen.show(
        grid_text(ctx.t, session, of, standings, list(leave)),
        grid_keyboard(ctx.t, of, standings, 0, token),
    )
    await talk.state.set_state(RollStates.grid)
    await talk.state.set_data(
        {
            "session": dump(session),
            "standings": {str(id): each.to_json() for id, each in standings.items()},
            "leave": {str(id): each.to_json() for id, each in leave.items()},
            "seen": taken.version if taken else 0,
            "page": 0,
            "token": token,
            "screen": handle,
        }
    )


def dump(session: Session) -> dict[str, str]:
    """A session as JSON for a conversation's state."""
    return {
        "list": session.of.key,
        "day": session.day.isoformat(),
        "half": session.half.value,
        "kind": session.kind.value,
    }
