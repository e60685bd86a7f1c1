"""Reading and keeping parts of tests."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import ScorePart
from storage.upsert import insert


async def parts(session: AsyncSession, place: Mapping[str, Any]) -> dict[int, dict[str, int]]:
    """The parts of a test by pupil and strand; `place` is class_id, subject_id, term, kind."""
    rows = await session.execute(
        select(ScorePart.pupil_id, ScorePart.strand, ScorePart.tenths).filter_by(**place)
    )
    found: dict[int, dict[str, int]] = {}
    for pupil_id, strand, tenths in rows:
        found.setdefault(pupil_id, {})[strand] = tenths
    return found


async def put(
    session: AsyncSession,
    place: Mapping[str, Any],
    strand: str,
    tenths: Mapping[int, int],
    by: Mapping[str, Any],
) -> None:
    """Keep a strand's parts by pupil; `by` is entered_by, entered_at."""
    for pupil_id, value in tenths.items():
        key = {**place, "pupil_id": pupil_id, "strand": strand}
        values = {"tenths": value, **by}
        await session.execute(
            insert(session, ScorePart)
            .values(**key, **values)
            .on_conflict_do_update(index_elements=list(key), set_=values)
        )


async def drop(
    session: AsyncSession, place: Mapping[str, Any], strand: str, pupil_ids: Collection[int]
) -> None:
    """Take a strand's parts of some pupils out."""
    await session.execute(
        delete(ScorePart)
        .filter_by(**place, strand=strand)
        .where(ScorePart.pupil_id.in_(pupil_ids)),
        execution_options={"synchronize_session": False},
    )
