"""Leave that is known before a roll is taken: who is marked without being named.

From the moment a family asks for it, leave counts: granted it is P, asked for it is an absence that
the homeroom teacher still settles.
"""

from services.attendance_states import SessionKind, State
from services.sessions import Session
from services.standing import Standing
from services.unit import Unit
from storage import class_sessions


async def leave_standings(unit: Unit, session: Session) -> dict[int, Standing]:
    """How the pupils of a class with leave for this session stand until somebody says otherwise;
    nobody for other sessions than the class's lessons."""
    class_id = session.of.class_id
    if class_id is None or session.kind is not SessionKind.MAIN:
        return {}
    found = await class_sessions.on_leave(unit.session, [class_id], session.day, session.half.value)
    return {
        one.pupil_id: Standing(State.EXCUSED if one.granted else State.UNEXPLAINED) for one in found
    }
