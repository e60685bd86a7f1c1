"""Who somebody is to the school, as they are told it: name, roles, classes, children, phones."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.access import Actor, Duty, Role
from services.channel_choice import my_places
from services.people_changed import people_changed
from services.unit import Unit
from storage import households, linking, school_settings
from storage.households import Tie
from storage.tables import Account

LANGUAGES = ("vi", "en")
SCHOOL_NAME = "school-name"


@dataclass(frozen=True, slots=True)
class Profile:
    """What `/toi` shows and the welcome names; `first` is the account that gets messages first."""

    name: str
    roles: tuple[Role, ...]
    duties: tuple[Duty, ...]
    homeroom: tuple[str, ...]
    teaches: tuple[str, ...]
    children: tuple[Tie, ...]
    accounts: tuple[Account, ...]
    first: int | None = None


async def profile(unit: Unit) -> Profile:
    """The profile of the person who writes."""
    actor = unit.who
    ties = await households.ties_of_person(unit.session, actor.person_id, unit.today)
    accounts = await linking.accounts_of(unit.session, actor.person_id)
    places = await my_places(unit)
    return Profile(
        name=actor.name,
        roles=tuple(r for r in Role if r in actor.roles),
        duties=tuple(d for d in Duty if d in actor.duties),
        homeroom=tuple(await households.class_names(unit.session, actor.homeroom_of)),
        teaches=tuple(await households.class_names(unit.session, actor.teaches)),
        children=tuple(t for t in ties if t.pupil_id in actor.children),
        accounts=tuple(accounts),
        first=places[0].id if places else None,
    )


async def school_name(unit: Unit) -> str | None:
    """The school's name, the one thing that strangers may know; None until it is set."""
    name: str | None = await school_settings.get(unit.session, SCHOOL_NAME)
    return name


async def set_language(unit: Unit, account_id: int, language: str) -> Sequence[Account]:
    """Choose the language of a person, or of a stranger's chat; the person's accounts."""
    if language not in LANGUAGES:
        raise ValueError(language)
    actor: Actor | None = unit.actor
    person_id = actor.person_id if actor else None
    await linking.set_language(unit.session, account_id, person_id, language)
    unit.audit("language.set", f"account:{account_id}", language=language)
    if person_id is None:
        return ()
    await people_changed(unit)
    return await linking.accounts_of(unit.session, person_id)


async def remember_menu(unit: Unit, account_id: int, mark: str | None) -> None:
    """Keep which menu of commands a chat was given."""
    await linking.set_menu(unit.session, account_id, mark)
