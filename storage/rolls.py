"""Reading and writing rolls: few statements each, since a class's roll is the busiest minute.

A roll is changed by one conditional UPDATE of its version; whoever comes second changes no row.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Table, delete, func, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Attendance, AttendanceChange, Person, RollCall
from storage.upsert import insert

Standing = dict[str, Any]
FACTS = ("state", "minutes", "period", "arrived", "note")
_ATTENDANCE = Attendance.__table__
_HISTORY = cast(Table, AttendanceChange.__table__)
_QUIET = {"synchronize_session": False}


@dataclass(frozen=True, slots=True)
class Key:
    """What makes a roll the one it is."""

    list_key: str
    day: date
    half: str
    kind: str


@dataclass(slots=True)
class Stored:
    """A roll with those who were not plainly present, and the name of who took it."""

    roll: RollCall
    taken_by: str
    standings: dict[int, Standing]


async def find(session: AsyncSession, key: Key) -> Stored | None:
    """The roll of a session, even a withdrawn one."""
    return await _one(
        session,
        RollCall.list_key == key.list_key,
        RollCall.day == key.day,
        RollCall.half == key.half,
        RollCall.kind == key.kind,
    )


async def get(session: AsyncSession, roll_id: int) -> Stored | None:
    """A roll by its number."""
    return await _one(session, RollCall.id == roll_id)


async def _one(session: AsyncSession, *which: Any) -> Stored | None:
    rows = (
        await session.execute(
            select(RollCall, Person.full_name, Attendance.pupil_id, *_facts())
            .join(Person, Person.id == RollCall.taken_by)
            .outerjoin(Attendance, Attendance.roll_id == RollCall.id)
            .where(*which)
            .execution_options(populate_existing=True)
        )
    ).all()
    if not rows:
        return None
    standings = {
        row[2]: dict(zip(FACTS, row[3:], strict=True)) for row in rows if row[2] is not None
    }
    return Stored(rows[0][0], rows[0][1], standings)


def _facts() -> list[Any]:
    return [getattr(Attendance, name) for name in FACTS]


async def create(session: AsyncSession, key: Key, values: dict[str, Any]) -> RollCall | None:
    """A first roll of a session; None where somebody else has just made it."""
    return await session.scalar(  # type: ignore[no-any-return]  # the upsert is typed loosely
        insert(session, RollCall)
        .values(
            list_key=key.list_key,
            day=key.day,
            half=key.half,
            kind=key.kind,
            version=1,
            **values,
        )
        .on_conflict_do_nothing(index_elements=["list_key", "day", "half", "kind"])
        .returning(RollCall)
    )


async def advance(
    session: AsyncSession, roll_id: int, version: int, values: dict[str, Any]
) -> RollCall | None:
    """The roll one version on, if it still is at `version`; else None and nothing is changed."""
    return await session.scalar(
        update(RollCall)
        .where(RollCall.id == roll_id, RollCall.version == version)
        .values(version=version + 1, **values)
        .returning(RollCall),
        execution_options=_QUIET | {"populate_existing": True},
    )


async def put_standings(
    session: AsyncSession, roll_id: int, changed: dict[int, Standing], removed: Iterable[int]
) -> None:
    """Set how some pupils stood, and let others be present again."""
    if changed:
        statement = insert(session, _ATTENDANCE)
        nothing = dict.fromkeys(FACTS)
        await session.execute(
            statement.on_conflict_do_update(
                index_elements=["roll_id", "pupil_id"],
                set_={name: statement.excluded[name] for name in FACTS},
            ),
            [{"roll_id": roll_id, "pupil_id": id, **nothing, **s} for id, s in changed.items()],
        )
    if gone := list(removed):
        await session.execute(
            delete(Attendance).where(Attendance.roll_id == roll_id, Attendance.pupil_id.in_(gone)),
            execution_options=_QUIET,
        )


async def add_history(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Write the steps of one version."""
    await session.execute(plain_insert(_HISTORY), rows)


async def step(session: AsyncSession, roll_id: int, version: int) -> Sequence[AttendanceChange]:
    """What one version changed."""
    found = await session.scalars(
        select(AttendanceChange).where(
            AttendanceChange.roll_id == roll_id, AttendanceChange.version == version
        )
    )
    return found.all()


async def of_day(session: AsyncSession, day: date) -> Sequence[RollCall]:
    """All rolls that were taken for a day."""
    found = await session.scalars(
        select(RollCall).where(RollCall.day == day, RollCall.withdrawn.is_(False))
    )
    return found.all()


async def of_class(
    session: AsyncSession, class_id: int, days: tuple[date, date]
) -> Sequence[RollCall]:
    """The rolls of a class's main lessons from one day to another."""
    found = await session.scalars(
        select(RollCall).where(
            RollCall.class_id == class_id,
            RollCall.day.between(*days),
            RollCall.kind == "main",
            RollCall.withdrawn.is_(False),
        )
    )
    return found.all()


async def of_list(session: AsyncSession, list_key: str, day: date) -> list[Stored]:
    """The rolls of a class or group on a day, in the order they were first taken."""
    rows = await session.execute(
        select(RollCall, Person.full_name, Attendance.pupil_id, *_facts())
        .join(Person, Person.id == RollCall.taken_by)
        .outerjoin(Attendance, Attendance.roll_id == RollCall.id)
        .where(RollCall.list_key == list_key, RollCall.day == day, RollCall.withdrawn.is_(False))
        .order_by(RollCall.id)
    )
    found: dict[int, Stored] = {}
    for roll, name, pupil_id, *facts in rows:
        stored = found.setdefault(roll.id, Stored(roll, name, {}))
        if pupil_id is not None:
            stored.standings[pupil_id] = dict(zip(FACTS, facts, strict=True))
    return list(found.values())


async def absent_counts(
    session: AsyncSession, roll_ids: Iterable[int], states: Iterable[str]
) -> dict[int, int]:
    """How many pupils were in one of these states for a whole session, by roll."""
    rows = await session.execute(
        select(Attendance.roll_id, func.count())
        .where(
            Attendance.roll_id.in_(list(roll_ids)),
            Attendance.state.in_(list(states)),
            Attendance.period.is_(None),
        )
        .group_by(Attendance.roll_id)
    )
    return {row[0]: row[1] for row in rows}


async def before(session: AsyncSession, key: Key) -> Stored | None:
    """The newest roll of an earlier day of the same list and kind; of two of one day, that of the
    same half, else the later."""
    found = await session.scalars(
        select(RollCall.id)
        .where(
            RollCall.list_key == key.list_key,
            RollCall.kind == key.kind,
            RollCall.day < key.day,
            RollCall.withdrawn.is_(False),
        )
        .order_by(RollCall.day.desc(), (RollCall.half == key.half).desc(), RollCall.half)
        .limit(1)
    )
    roll_id = found.first()
    return None if roll_id is None else await get(session, roll_id)


def moment(value: datetime) -> str:
    """An instant as the history keeps it."""
    return value.isoformat(timespec="seconds")
