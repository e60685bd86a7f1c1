"""When families may see a column (article 8.1: openly, on time; circular 15/2026 art. 22.2: each
family its own child alone).

A column that was written goes to families after the papers are back: by default the next day at
five in the afternoon. Its teacher lets it go at once or holds it; what is written after families
saw it reaches them the same way. Midterm and final marks that others entered wait until their
teacher has read them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from services.errors import NotFound
from services.gradebook import column_of
from services.school_rules import SchoolRules, rules_of
from services.score_cells import Cell
from services.score_text.values import shown
from services.score_writing_rights import require_writer
from services.unit import Unit
from storage import families, gradebook
from storage.outbox import Priority
from storage.tables import Assessment

NOTICE = "score-news"
AT_ONCE = 40  # columns in one unit of work, so that nobody waits for it


def usual_time(unit: Unit, rules: SchoolRules, at: datetime | None = None) -> datetime:
    """When what is written now, or was `at` another time, goes to families."""
    written = unit.today if at is None else at.astimezone(unit.zone).date()
    day = written + timedelta(days=rules.scores_shown_after)
    return datetime.combine(day, time.fromisoformat(rules.scores_shown_at), unit.zone)


async def schedule(unit: Unit, row: Assessment) -> None:
    """Let a column that was written go to families at the usual time, if it does not already."""
    if row.publish_at is None and not row.held:
        row.publish_at = usual_time(unit, await rules_of(unit))


async def publish(unit: Unit, assessment_id: int) -> Assessment:
    """[Công bố]: families may see it now; raises `NotAllowed` and `NotFound`."""
    row = await _own(unit, assessment_id)
    row.publish_at, row.held = unit.now, False
    unit.audit("scores.published", f"assessment:{row.id}")
    return row


async def publish_now(unit: Unit, assessment_id: int) -> None:
    """The same for a service that has asked for a right of its own, of a column families know."""
    row = await gradebook.assessment(unit.session, assessment_id)
    if row is not None and not row.held:
        row.publish_at = unit.now


async def hold(unit: Unit, assessment_id: int) -> Assessment:
    """Families see nothing new of it until its teacher lets it go."""
    row = await _own(unit, assessment_id)
    row.publish_at, row.held = None, True
    unit.audit("scores.held", f"assessment:{row.id}")
    return row


async def _own(unit: Unit, assessment_id: int) -> Assessment:
    row = await gradebook.assessment(unit.session, assessment_id)
    if row is None:
        raise NotFound("score-no-such-column")
    await require_writer(unit, row.class_id, row.subject_id, column_of(row))
    return row


@dataclass(frozen=True, slots=True)
class _News:
    """A mark that a family has not seen yet."""

    subject: str
    column: str
    term: int
    mark: str
    changed: bool


async def tell_families(unit: Unit) -> bool:
    """The job by the clock: columns whose hour has come are shown, and each family hears once of
    all that is new for a child."""
    rows = [r for r in await gradebook.due_publications(unit.session, unit.now) if _is_read(r)]
    news: dict[int, list[_News]] = {}
    names = dict(await gradebook.subject_names(unit.session)) if rows else {}
    for row in rows[:AT_ONCE]:
        for pupil_id, mark, changed in await _unseen(unit, row):
            code = column_of(row).code
            news.setdefault(pupil_id, []).append(
                _News(names[row.subject_id], code, row.term, mark, changed)
            )
        row.published_at, row.publish_at = unit.now, None
        unit.audit("scores.shown", f"assessment:{row.id}", version=row.version)
    await _promise(unit, news)
    return bool(news)


def _is_read(row: Assessment) -> bool:
    """Whether nobody's reading is waited for."""
    return not column_of(row).is_periodic or row.confirmed_at is not None


async def _unseen(unit: Unit, row: Assessment) -> Iterable[tuple[int, str, bool]]:
    """The pupils whose mark changed since families saw the column: what it is now, and whether it
    was another before."""
    steps = await gradebook.history(unit.session, [row.id])
    cells = (await gradebook.cells(unit.session, [row.id]))[row.id]
    since = row.published_at
    first: dict[int, dict[str, object] | None] = {}
    for step in steps:
        if since is None or step.changed_at > since:
            first.setdefault(step.pupil_id, step.old)
    found = []
    for pupil_id, old in first.items():
        now = cells.get(pupil_id)
        if now is None or (since is not None and _same(old, now)):
            continue
        found.append((pupil_id, shown(Cell.from_json(now)), since is not None and old is not None))
    return found


def _same(old: dict[str, object] | None, now: dict[str, object]) -> bool:
    return old is not None and Cell.from_json(old) == Cell.from_json(now)


async def _promise(unit: Unit, news: dict[int, list[_News]]) -> None:
    pupils = await families.pupils(unit.session, list(news), unit.today)
    for pupil_id, guardians in (await families.guardians(unit.session, list(news))).items():
        marks = [
            {"subject": n.subject, "column": n.column, "mark": n.mark, "changed": n.changed}
            for n in sorted(news[pupil_id], key=lambda n: (n.subject, n.column))
        ]
        facts = {"pupil": pupils[pupil_id].name, "marks": marks}
        for guardian in guardians:
            key = f"{NOTICE}:{pupil_id}:{guardian.person_id}:{unit.now.isoformat()}"
            await unit.notify(guardian.person_id, NOTICE, facts, priority=Priority.NOTICE, key=key)
