"""The homeroom teacher asks for what subjects still lack (article 7.2)."""

from services.access import Action, Target
from services.results.kinds import Stage
from services.results.readiness import board
from services.unit import Unit

NOTICE = "averages-left"


async def nudge_subjects(unit: Unit, class_id: int, stage: Stage) -> int:
    """[Nhắc bộ môn]: the homeroom teacher asks the teachers whose subjects are not done; how many.
    Once a day each."""
    unit.require(Action.KEEP_RESULTS, Target(class_id=class_id))
    seen = await board(unit, class_id, stage)
    by: dict[int, list[str]] = {}
    for each in seen.subjects:
        for person_id, _, _ in () if each.is_done else each.teachers:
            by.setdefault(person_id, []).append(each.subject.name)
    for person_id, names in by.items():
        facts = {
            "class": seen.seen.class_name,
            "subjects": names,
            "stage": int(stage),
            "by": unit.who.name,
        }
        key = f"{NOTICE}:{class_id}:{int(stage)}:{unit.today}:{person_id}"
        await unit.notify(person_id, NOTICE, facts, key=key)
    return len(by)
