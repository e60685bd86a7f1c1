"""Alerts that did not arrive: whoever is responsible is asked to phone the family instead."""

from datetime import timedelta

from services.absence_file import open_file, responsible
from services.absence_summary import lists_changed
from services.unit import Unit
from storage import absences as store
from storage import families
from storage.outbox import Priority

UNREACHED = "absence-unreached"
AS_LONG_AS = timedelta(hours=12)  # later than that a phone call about the morning is of no use


async def report_unreached(unit: Unit) -> bool:
    """The job by the clock: one notice for each case some of whose guardians were not reached.
    Whether there were any."""
    failed = await store.unreached(unit.session, unit.now - AS_LONG_AS)
    by_case: dict[int, list[tuple[int, bool]]] = {}
    for copy, row in failed:
        copy.state = "unreached"
        by_case.setdefault(copy.case_id, []).append((copy.person_id, row.status == "failed"))
    for case_id, people in by_case.items():
        case = await store.case(unit.session, case_id)
        if case is None:
            continue
        file = await open_file(unit, case)
        guardians = (await families.guardians(unit.session, [case.pupil_id]))[case.pupil_id]
        failures = dict(people)
        params = {
            "pupil": file.pupil.name,
            "class": file.pupil.class_name or "",
            "contacts": [
                {"name": g.name, "relation": g.relation, "phone": g.phone}
                | {"failed": failures[g.person_id]}
                for g in guardians
                if g.person_id in failures
            ],
        }
        for person_id in await responsible(unit, file):
            await unit.notify(person_id, UNREACHED, params, priority=Priority.URGENT)
        await lists_changed(unit, file.roll)
        unit.audit("absence.unreached", file.subject, people=sorted(failures))
    await unit.session.flush()
    return bool(by_case)
