"""Extra classes and clubs: made by the heads, their lists kept by the heads and by who leads them.

Members are pupils of any class. Nobody is taken in by a name that two pupils bear. What was on the
list on a day stays so for that day's rolls; nothing of a group has to do with money.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from services.access import Action, Target, may
from services.errors import Invalid, NotAllowed, NotFound
from services.group_names import LONGEST, GroupName, kind_of
from services.group_words import Called, read_members
from services.name_syllables import fold
from services.names import Fit, Named, NameIndex
from services.people_changed import people_changed
from services.unit import Unit
from storage import class_changes, households, rosters
from storage import groups as store
from storage.class_changes import Stay
from storage.groups import Kept
from storage.households import StaffMember
from storage.rosters import Place

ONE = timedelta(days=1)
OFFERED = 8


@dataclass(frozen=True, slots=True)
class Unclear:
    """A name that several pupils bear, or that is nearest to these."""

    who: str
    pupils: tuple[Stay, ...]


@dataclass(slots=True)
class Taken:
    """What a list of names has done: who was added (or taken off), who needed no change, what
    must be asked, whom nobody is called."""

    changed: list[Stay] = field(default_factory=list)
    same: list[Stay] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


async def kept(unit: Unit) -> list[Kept]:
    """The running groups that the actor keeps, and for the heads those that have ended; raises
    `NotAllowed` for one who keeps none."""
    heads = may(unit.who, Action.KEEP_GROUPS)
    found = [
        group
        for group in await store.of_year(unit.session, unit.today)
        if may(unit.who, Action.KEEP_MEMBERS, Target(group_id=group.id))
        and (heads or not has_ended(unit, group))
    ]
    if not found and not heads:
        raise NotAllowed
    return found


def has_ended(unit: Unit, group: Kept) -> bool:
    """Whether a group's last day is over."""
    return group.ends is not None and group.ends < unit.today


async def group_of(unit: Unit, group_id: int) -> Kept:
    """A group that the actor keeps; raises `NotFound`, `NotAllowed`."""
    unit.require(Action.KEEP_MEMBERS, Target(group_id=group_id))
    found = await store.one(unit.session, group_id, unit.today)
    if found is None:
        raise NotFound("activity-none-such")
    return found


async def called(unit: Unit, name: str) -> Kept | None:
    """The group of that name, or the only one whose name holds these words."""
    groups, wanted = await kept(unit), fold(name)
    exact = [group for group in groups if fold(group.name) == wanted]
    near = [group for group in groups if wanted and wanted in fold(group.name)]
    found = exact or near
    return found[0] if len(found) == 1 else None


async def create(unit: Unit, name: GroupName) -> Kept:
    """A new group, without leader and members. Raises `Invalid` for a name that there is, one that
    speaks of money, and one too short or long."""
    unit.require(Action.KEEP_GROUPS)
    if name.money:
        raise Invalid("activity-no-money")
    if not 3 <= len(name.name) <= LONGEST or name.label is None:
        raise Invalid("activity-name-length", longest=LONGEST)
    for group in await store.of_year(unit.session, unit.today):
        if fold(group.name) == fold(name.name):
            raise Invalid("activity-there", name=group.name)
    year = await store.year_id(unit.session, unit.today)
    if year is None:
        raise Invalid("activity-no-year")
    label = name.label
    id = await store.make(unit.session, year, name.name, kind_of(label), label)
    if id is None:
        raise Invalid("activity-there", name=name.name)
    unit.audit("group.created", f"group:{id}", kind=kind_of(label), label=label)
    await people_changed(unit)
    return await group_of(unit, id)


async def leaders(unit: Unit, text: str) -> Sequence[StaffMember]:
    """The staff whom a name or code means; several where it is not clear."""
    unit.require(Action.KEEP_GROUPS)
    staff = await households.staff(unit.session)
    plain = text.strip().casefold()
    by_code = [one for one in staff if one.code.casefold() == plain]
    if by_code:
        return by_code
    for title in ("thầy ", "cô ", "thay ", "co ", "gv "):
        plain = plain.removeprefix(title)
    index = NameIndex([Named(one.person_id, one.name) for one in staff])
    found = index.resolve(plain).ids[:OFFERED]
    if not found:
        raise NotFound("activity-leader-unknown", name=text.strip()[:60])
    return [one for id in found for one in staff if one.person_id == id]


async def set_leader(unit: Unit, group_id: int, person_id: int) -> Kept:
    """Put a group into somebody's hands; they are told, unless they did it themselves."""
    unit.require(Action.KEEP_GROUPS)
    group = await group_of(unit, group_id)
    member = await households.staff_member(unit.session, person_id)
    if member is None:
        raise NotFound("identity-no-such-staff")
    if group.leader_id != person_id:
        await store.set_group(unit.session, group_id, leader_id=person_id)
        details = {"was": group.leader_id, "now": person_id}
        unit.audit("group.leader", f"group:{group_id}", **details)
        await people_changed(unit)
        if person_id != unit.who.person_id:
            await unit.notify(person_id, "group-leader", {"group": group.name})
    return await group_of(unit, group_id)


async def members(unit: Unit, group_id: int) -> list[Place]:
    """Who is in a group today, by class and list number."""
    unit.require(Action.KEEP_MEMBERS, Target(group_id=group_id))
    places = await rosters.group_places(unit.session, group_id)
    return [place for place in places if place.holds(unit.today)]


async def add(unit: Unit, group_id: int, text: str) -> Taken:
    """Take in the pupils whom a text names, as far as it is clear who is meant."""
    group = await _open(unit, group_id)
    inside = await store.members(unit.session, group_id, unit.today)
    taken = await _find(unit, text, None)
    fresh = [stay for stay in taken.changed if stay.pupil_id not in inside]
    taken.same = [stay for stay in taken.changed if stay.pupil_id in inside]
    taken.changed = fresh
    await _join(unit, group, [stay.pupil_id for stay in fresh])
    return taken


async def add_one(unit: Unit, group_id: int, pupil_id: int) -> Kept:
    """Take in one pupil who was chosen."""
    group = await _open(unit, group_id)
    if not any(s.pupil_id == pupil_id for s in await _here(unit)):
        raise NotFound("pupil-unknown")
    if pupil_id not in await store.members(unit.session, group_id, unit.today):
        await _join(unit, group, [pupil_id])
    return await group_of(unit, group_id)


async def remove(unit: Unit, group_id: int, text: str) -> Taken:
    """Take off the members whom a text names; they were members until yesterday."""
    group = await _open(unit, group_id)
    inside = await store.members(unit.session, group_id, unit.today)
    taken = await _find(unit, text, inside)
    for stay in taken.changed:
        await _part(unit, group, stay.pupil_id)
    return taken


async def remove_one(unit: Unit, group_id: int, pupil_id: int) -> Kept:
    """Take off one member who was chosen."""
    group = await _open(unit, group_id)
    await _part(unit, group, pupil_id)
    return await group_of(unit, group_id)


async def end(unit: Unit, group_id: int) -> Kept:
    """The group is over: it is offered nowhere any more, its rolls stay."""
    unit.require(Action.KEEP_GROUPS)
    group = await _open(unit, group_id)
    await store.set_group(unit.session, group_id, ends=unit.today - ONE)
    unit.audit("group.ended", f"group:{group.id}")
    await people_changed(unit)
    return await group_of(unit, group_id)


async def reopen(unit: Unit, group_id: int) -> Kept:
    """A group that had ended goes on, with whoever was in it."""
    unit.require(Action.KEEP_GROUPS)
    group = await group_of(unit, group_id)
    await store.set_group(unit.session, group_id, ends=None)
    unit.audit("group.reopened", f"group:{group.id}")
    await people_changed(unit)
    return await group_of(unit, group_id)


async def _open(unit: Unit, group_id: int) -> Kept:
    group = await group_of(unit, group_id)
    if has_ended(unit, group):
        raise Invalid("activity-ended", name=group.name)
    return group


async def _here(unit: Unit) -> list[Stay]:
    stays = await class_changes.stays_of_year(unit.session, unit.today)
    return [stay for stay in stays if stay.holds(unit.today)]


async def _find(unit: Unit, text: str, within: set[int] | None) -> Taken:
    """Who is meant, of all classes or of the members alone."""
    here = [s for s in await _here(unit) if within is None or s.pupil_id in within]
    names = [klass.name for klass in await households.classes(unit.session, unit.today)]
    taken = Taken()
    asked = read_members(text, names)
    if not asked:
        raise Invalid("activity-say-names")
    for each in asked:
        _settle(taken, each, here)
    taken.changed = list({stay.pupil_id: stay for stay in taken.changed}.values())
    return taken


def _settle(taken: Taken, each: Called, here: Sequence[Stay]) -> None:
    pool = [s for s in here if each.class_name in (None, s.class_name)]
    shown = f"{each.who} {each.class_name}" if each.class_name else each.who
    by_id = {stay.pupil_id: stay for stay in pool}
    if each.who.isdigit():
        numbered = [s for s in pool if s.number == int(each.who)]
        ids = tuple(s.pupil_id for s in numbered)
        fit = Fit.NONE if not ids else Fit.ONE if len(ids) == 1 else Fit.SEVERAL
    else:
        index = NameIndex([Named(s.pupil_id, s.name, None, s.number) for s in pool])
        resolved = index.resolve(each.who)
        ids, fit = resolved.ids, resolved.fit
    if fit is Fit.ONE:
        taken.changed.append(by_id[ids[0]])
    elif fit is Fit.NONE:
        taken.unknown.append(shown)
    else:
        taken.unclear.append(Unclear(shown, tuple(by_id[id] for id in ids[:OFFERED])))


async def _join(unit: Unit, group: Kept, pupil_ids: Sequence[int]) -> None:
    if pupil_ids:
        await store.join(unit.session, group.id, pupil_ids, unit.today)
        unit.audit("group.joined", f"group:{group.id}", pupils=list(pupil_ids))
        await people_changed(unit)


async def _part(unit: Unit, group: Kept, pupil_id: int) -> None:
    if await store.part(unit.session, group.id, pupil_id, unit.today - ONE):
        unit.audit("group.left", f"group:{group.id}", pupils=[pupil_id])
        await people_changed(unit)
