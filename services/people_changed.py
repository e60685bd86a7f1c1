"""What every change of who is who ends with: the mark that makes caches of people reload."""

from services.unit import Unit
from storage import school_settings


async def people_changed(unit: Unit) -> None:
    """Raise the revision, for this unit of work too, so that what it reads next is fresh."""
    await school_settings.raise_revision(unit.session)
    unit.revision = await school_settings.revision(unit.session)
