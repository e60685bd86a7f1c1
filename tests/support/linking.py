"""What the stories of linking share: codes made at the school, and whose a phone is."""

from typing import Any

from sqlalchemy import select

from services.access import CONSOLE
from services.invites import Issued, invite_guardian
from services.unit import Unit
from storage.tables import (
    Account,
)
from tests.support.stage import Stage

NAMES_OF_THE_SCHOOL = ("Nguyễn Thị Ngọc Lan", "Trần Anh Khoa", "Nguyễn Diệu Thủy", "7A1 ")


async def console(stage: Stage, work: Any) -> Any:
    """Something done at the school's own machine."""

    async def run(session: Any) -> Any:
        unit = Unit(session, stage.clock.now(), stage.clock.zone, actor=CONSOLE)
        result = await work(unit)
        await unit.finish()
        return result

    return await stage.run(run)


async def code_for(stage: Stage, relation: str = "mother", number: int = 15, **more: Any) -> Issued:
    """A fresh code for a guardian of a pupil of 7A1."""
    person = await stage.guardian_id("7A1", number, relation)
    pupil = await stage.pupil("7A1", number)
    issued: Issued = await console(stage, lambda u: invite_guardian(u, person, pupil.id, **more))
    return issued


async def owner_of(stage: Stage, phone: Any) -> int | None:
    """The person a phone is linked to."""

    async def look(session: Any) -> int | None:
        return await session.scalar(
            select(Account.person_id).where(Account.external_id == str(phone.id))
        )

    return await stage.run(look)
