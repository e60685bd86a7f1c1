"""Every column of a class's term filled on a stage, the averages confirmed by their teachers."""

from datetime import timedelta
from typing import Any

from services.gradebook import class_roster
from services.identity import load_actor
from services.results import averages_check
from services.score_cells import FAILED, PASSED, Cell, columns, score
from services.score_writing import write_cells
from services.subjects import subjects
from services.unit import Unit
from storage import calendar, households
from tests.support.bells import ZONE
from tests.support.stage import MORNING, Stage


async def fill_term(
    stage: Stage, name: str, term: int, *, weak: tuple[str, ...] = (), unconfirmed: str = ""
) -> None:
    """8,0 and Đ for everybody, 3,0 and CĐ for list number 16 in the `weak` subjects; the averages
    of the subject `unconfirmed` (a code) are left to its teacher."""

    async def work(session: Any) -> None:
        now = MORNING - timedelta(days=1)
        unit = Unit(session, now, ZONE)
        of = next(c for c in await households.classes(session, now.date()) if c.name == name)
        teachers = {
            t.subject_id: t.person_id
            for t in await calendar.teachings(session)
            if t.class_id == of.id and t.holds(now.date())
        }
        members = (await class_roster(unit, of.id)).members
        for subject in (await subjects(unit, of.grade)).values():
            if subject.id not in teachers:
                continue
            unit.actor = await load_actor(unit, teachers[subject.id])
            cells: dict[int, Cell | None] = {}
            for place in members:
                low = place.number == 16 and subject.code in weak
                passed = FAILED if low else PASSED
                cells[place.pupil_id] = score("3" if low else "8") if subject.is_scored else passed
            for column in columns(subject.regular, term):
                await write_cells(unit, of.id, subject.id, column, cells)
            if subject.code != unconfirmed:
                await averages_check.check(unit, of.id, subject.id, term)
        await unit.finish()

    await stage.run(work)
