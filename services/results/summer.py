"""What a pupil does in summer: tasks with a day, told to the family; reminders until the results
after it are approved (circular 22/2021 art. 13 and 14; article 11.1d: before 31 August)."""

import re
from dataclasses import dataclass
from datetime import date

from services.access import Action, Target
from services.daily import is_due
from services.errors import Invalid, NotFound
from services.gradebook import class_roster
from services.names import Fit
from services.periods import year_of
from services.results.conduct import own_class
from services.results.kinds import Stage
from services.results.reckoning import SUMMER_WORK
from services.roll_text.frame_place import find_class
from services.rosters import classes
from services.unit import Unit
from storage import families, households
from storage import results as store
from storage.outbox import Priority
from storage.tables import SummerTask

NOTICE = "summer-task"
REMINDER = "summer-left"
NUDGE = "results-left"
KEY = "results:reminded"
LAST = (8, 31)  # article 11.1d
BEFORE = (30, 14, 7, 3, 2, 1, 0)  # days before it on which is reminded
_DUE = re.compile(
    r"(?:đến|den|trước|truoc|hạn|han)(?:\s+ngày)?\s+(\d{1,2})[/.-](\d{1,2})\s*\.?$", re.IGNORECASE
)
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class TaskSet:
    """A task as it was kept; `told`: the family hears of it now, else with the result."""

    name: str
    text: str
    due: date
    told: int


def last_day(ends: date) -> date:
    """The last day for everything of the summer after a year that ends then."""
    return date(ends.year, *LAST)


async def set_task(unit: Unit, text: str) -> TaskSet:
    """ "Lan 7A1: ôn Toán chương 3, chăm sóc vườn trường đến 20/8" from the homeroom teacher.

    Raises `NotAllowed`, `Invalid` for a day that cannot be, `NotFound` where nobody fits.
    """
    head, _, body = text.partition(":")
    lists = [c.name for c in await classes(unit)]
    place = find_class(head, lists)
    class_id, class_name = await own_class(unit, place.class_name if place else None)
    unit.require(Action.KEEP_RESULTS, Target(class_id=class_id))
    name = (head[: place.start] + head[place.end :] if place else head).strip(" ,")
    words = " ".join(body.split())
    if not name or not words or len(words) > LONGEST:
        raise Invalid("summer-task-how", **{"class": class_name})
    there = await class_roster(unit, class_id)
    found = there.index.resolve(name)
    if found.fit is not Fit.ONE:
        raise NotFound("exemption-who", name=name, **{"class": class_name})
    id = found.ids[0]
    last = last_day((await year_of(unit)).last)
    due = last
    if (said := _DUE.search(words)) is not None:
        try:
            due = date(last.year, int(said[2]), int(said[1]))
        except ValueError:
            raise Invalid("summer-task-day", last=f"{last:%d/%m/%Y}") from None
        words = words[: said.start()].strip(" ,.;")
    if not unit.today <= due <= last:
        raise Invalid("summer-task-day", last=f"{last:%d/%m/%Y}")
    row = SummerTask(
        class_id=class_id,
        pupil_id=id,
        text=words,
        due=due,
        set_by=unit.who.person_id,
        set_at=unit.now,
    )
    unit.session.add(row)
    await unit.session.flush()
    unit.audit("summer_task.set", f"pupil:{id}", text=words, due=due.isoformat())
    outcome = (await store.outcomes(unit.session, class_id, Stage.YEAR)).get(id)
    told = 0
    if outcome is not None and outcome.told_at is not None:
        full = there.by_id[id].full_name
        facts = {"pupil": full, "text": words, "due": f"{due:%d/%m/%Y}", "class": class_name}
        for person in (await families.guardians(unit.session, [id]))[id]:
            key = f"{NOTICE}:{row.id}:{person.person_id}"
            await unit.notify(person.person_id, NOTICE, facts, key=key)
            told += person.linked
    return TaskSet(there.by_id[id].full_name, words, due, told)


async def remind(unit: Unit) -> bool:
    """The job by the clock, once a day at the school's hour for marks: homeroom teachers of
    classes whose term or year is over and not handed up (Mondays), and of those who still have
    something to do in summer; the vice principals get the school's list."""
    if not await is_due(unit, KEY):
        return False
    plan = await year_of(unit)
    first = next((t for t in plan.terms if t.number == 1), None)
    told = False
    lists = [(c.class_id, c.name) for c in await classes(unit) if c.class_id is not None]
    done = await store.approved(unit.session, [id for id, _ in lists])
    if not done:
        return False  # the school does not settle its results here
    if unit.today.weekday() == 0:
        stage = Stage.YEAR if unit.today > plan.last else Stage.TERM_ONE
        over = plan.last if stage is Stage.YEAR else first.last if first else None
        if over is not None and unit.today > over:
            open_ = [(id, name) for id, name in lists if (id, int(stage)) not in done]
            told |= await _nudge(unit, open_, stage)
    last = last_day(plan.last)
    left = (last - unit.today).days
    if left in BEFORE and unit.today > plan.last:
        told |= await _summer(unit, lists, done, last)
    return told


async def _nudge(unit: Unit, lists: list[tuple[int, str]], stage: Stage) -> bool:
    told = False
    names = []
    for class_id, name in lists:
        row = await store.class_result(unit.session, class_id, stage)
        if row.status != "open":
            continue
        names.append(name)
        for teacher in await families.homeroom(unit.session, class_id, unit.today):
            key = f"{NUDGE}:{unit.today}:{class_id}:{teacher.id}"
            facts = {"classes": [name], "stage": int(stage)}
            told |= await unit.notify(teacher.id, NUDGE, facts, key=key) is not None
    for vice in await households.holders_of(unit.session, "vice_principal") if names else ():
        key = f"{NUDGE}:{unit.today}:{vice}"
        facts = {"classes": names, "stage": int(stage)}
        told |= await unit.notify(vice, NUDGE, facts, key=key) is not None
    return told


async def _summer(
    unit: Unit, lists: list[tuple[int, str]], done: set[tuple[int, int]], last: date
) -> bool:
    told = False
    for class_id, name in lists:
        if (class_id, int(Stage.YEAR)) not in done or (class_id, int(Stage.SUMMER)) in done:
            continue
        rows = await store.outcomes(unit.session, class_id, Stage.YEAR)
        ids = [id for id, row in rows.items() if row.outcome in SUMMER_WORK]
        if not ids:
            continue
        pupils = await families.pupils(unit.session, ids, min(unit.today, last))
        facts = {
            "class": name,
            "names": [pupils[id].name for id in ids],
            "last": f"{last:%d/%m/%Y}",
            "days": (last - unit.today).days,
        }
        people = [p.id for p in await families.homeroom(unit.session, class_id, unit.today)]
        people += await households.holders_of(unit.session, "vice_principal")
        for person in people:
            key = f"{REMINDER}:{unit.today}:{class_id}:{person}"
            put = await unit.notify(person, REMINDER, facts, priority=Priority.NOTICE, key=key)
            told |= put is not None
    return told
