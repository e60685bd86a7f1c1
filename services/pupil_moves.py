"""Entering that a pupil came, left, dropped out, changed class or came back, from a day on.

Article 7.1 has the homeroom teacher keep this; the heads and the administrator may for any class.
List numbers never move: a leaver keeps theirs, a newcomer goes last, one who comes back to a class
takes the old one again. Everything else (rolls, cards, counts, families' news) follows the dates.
Each entry can be taken back as long as nothing newer was entered about the pupil.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from services.access import Action, Target
from services.book_lock import require_open
from services.class_changes import CHANGED_CLASS, DROPPED_OUT, ONE
from services.errors import AlreadyDecided, Invalid, NotFound, Outdated
from services.people_changed import people_changed
from services.pupil_news import tell, tell_undone
from services.roll_following import end_alarms, follow, put_back
from services.unit import Unit
from storage import class_changes as store
from storage import households, roll_sizes
from storage.class_changes import Stay
from storage.tables import PupilMove, SchoolClass

OUTCOMES = {"out": "transferred", "dropped": DROPPED_OUT}
FAR = timedelta(days=60)  # further back or ahead than anybody enters on purpose


@dataclass(frozen=True, slots=True)
class Done:
    """An entry as it was made; `number` is the list number that the pupil has or had, the classes
    are names."""

    move_id: int
    pupil_id: int
    name: str
    kind: str
    day: date
    number: int
    from_class: str | None
    to_class: str | None
    recounted: bool  # rolls that were taken already follow


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    day: date
    before: dict[str, object]
    left: Stay | None = None
    now: SchoolClass | None = None
    classes: tuple[int, ...] = field(default=())


def place_on(stays: Sequence[Stay], day: date) -> Stay | None:
    """Where a pupil is on a day."""
    return next((stay for stay in stays if stay.holds(day)), None)


def place_now(stays: Sequence[Stay], today: date) -> Stay:
    """Where a pupil is today; for one who is in no class the last, or the first to come."""
    return place_on(stays, today) or stays[-1]


async def leave(unit: Unit, pupil_id: int, kind: str, day: date) -> Done:
    """The pupil is not at the school any more from `day` on; `kind` out or dropped.

    Raises `Invalid` for one who is in no class by then, and for a day that cannot be.
    """
    before = await store.snapshot(unit.session, pupil_id)
    stays = await store.stays(unit.session, pupil_id)
    _ask_first(unit, pupil_id, stays, day)
    left = _leaves(unit, stays, day)
    if day <= unit.today:
        await end_alarms(unit, pupil_id)
    await store.end_stay(unit.session, left.id, day - ONE, OUTCOMES[kind])
    planned = [stay for stay in stays if stay.starts >= day]
    for stay in planned:
        await store.drop_stay(unit.session, stay.id)
    await store.end_memberships(unit.session, pupil_id, day - ONE)
    classes = (left.class_id, *(stay.class_id for stay in planned))
    return await _keep(unit, pupil_id, _Entry(kind, day, before, left, None, classes))


async def move(unit: Unit, pupil_id: int, class_id: int, day: date) -> Done:
    """The pupil is in another class from `day` on. Needs the right over both classes."""
    before = await store.snapshot(unit.session, pupil_id)
    stays = await store.stays(unit.session, pupil_id)
    _ask_first(unit, pupil_id, stays, day)
    left = _leaves(unit, stays, day)
    unit.require(Action.KEEP_ENROLMENT, Target(class_id=class_id, pupil_id=pupil_id))
    now = await class_of(unit, class_id)
    if left.class_id == class_id:
        raise Invalid("pupil-same-class", name=left.name, klass=now.name)
    if any(stay.starts >= day for stay in stays):
        raise Invalid("pupil-planned", name=left.name)
    await store.end_stay(unit.session, left.id, day - ONE, CHANGED_CLASS)
    await _enter(unit, pupil_id, stays, now, day)
    return await _keep(
        unit, pupil_id, _Entry("moved", day, before, left, now, (left.class_id, class_id))
    )


async def come_back(unit: Unit, pupil_id: int, class_id: int, day: date) -> Done:
    """A pupil who had left is in a class again from `day` on."""
    unit.require(Action.KEEP_ENROLMENT, Target(class_id=class_id, pupil_id=pupil_id))
    before = await store.snapshot(unit.session, pupil_id)
    stays = await store.stays(unit.session, pupil_id)
    now = await class_of(unit, class_id)
    await _check_day(unit, day)
    here = next((s for s in stays if s.ends is None or s.ends >= day), None)
    if here is not None:
        raise Invalid("pupil-here-already", name=here.name, klass=here.class_name)
    if not stays:
        raise NotFound("pupil-unknown")
    await _enter(unit, pupil_id, stays, now, day)
    return await _keep(unit, pupil_id, _Entry("returned", day, before, None, now, (class_id,)))


async def enter_new(unit: Unit, pupil_id: int, class_id: int, day: date) -> Done:
    """A pupil who is new to the school, whose own row was just written, is in a class from `day`
    on."""
    unit.require(Action.KEEP_ENROLMENT, Target(class_id=class_id, pupil_id=pupil_id))
    now = await class_of(unit, class_id)
    await _check_day(unit, day)
    before = await store.snapshot(unit.session, pupil_id)
    await _enter(unit, pupil_id, [], now, day)
    return await _keep(unit, pupil_id, _Entry("in", day, before, None, now, (class_id,)))


async def undo(unit: Unit, move_id: int) -> Done:
    """Take an entry back: the lists are as they were, and what follows them.

    Raises `AlreadyDecided` the second time, `Outdated` once something newer was entered, `Invalid`
    where a newcomer stands in a roll already (then the entry "transferred" is the right one).
    """
    entry = await store.move(unit.session, move_id)
    if entry is None:
        raise NotFound("pupil-no-such-entry")
    for class_id in {entry.from_class_id, entry.to_class_id} - {None}:
        target = Target(class_id=class_id, pupil_id=entry.pupil_id)
        unit.require(Action.KEEP_ENROLMENT, target)
    if entry.undone_at is not None or entry.pupil_id is None:
        raise AlreadyDecided("pupil-undone-before")
    before = entry.before or {}
    if await store.snapshot(unit.session, entry.pupil_id) != entry.after:
        raise Outdated("pupil-undo-outdated")
    done = await _done(unit, entry)
    pupil_id, day = entry.pupil_id, entry.day
    classes = [id for id in (entry.from_class_id, entry.to_class_id) if id is not None]
    for class_id in classes:
        await require_open(unit, class_id, day)
    fresh = entry.kind == "in"
    if fresh and await store.is_spoken_of(unit.session, pupil_id):
        raise Invalid("pupil-undo-rolled", name=done.name)
    if not await store.mark_undone(unit.session, move_id, unit.now):
        raise AlreadyDecided("pupil-undone-before")
    await tell_undone(unit, move_id)
    if fresh:
        await store.forget_pupil(unit.session, pupil_id)
    else:
        await store.restore(unit.session, pupil_id, before)
    unit.audit("enrolment.undone", f"pupil:{pupil_id}", move=move_id)
    await people_changed(unit)
    await follow(unit, pupil_id, classes, day)
    await put_back(unit, pupil_id, before.get("marks", ()))
    return done


async def class_of(unit: Unit, class_id: int) -> SchoolClass:
    """A class of this year; raises `NotFound`."""
    for klass in await households.classes(unit.session, unit.today):
        if klass.id == class_id:
            return klass
    raise NotFound("identity-no-such-class", name="")


def _ask_first(unit: Unit, pupil_id: int, stays: Sequence[Stay], day: date) -> None:
    """Raise `NotAllowed` before anything is said of a pupil whose class is not the actor's."""
    stay = place_on(stays, day) or (stays[-1] if stays else None)
    class_id = stay.class_id if stay is not None else None
    unit.require(Action.KEEP_ENROLMENT, Target(class_id=class_id, pupil_id=pupil_id))


def _leaves(unit: Unit, stays: Sequence[Stay], day: date) -> Stay:
    """The stay that a departure on `day` ends."""
    stay = place_on(stays, day)
    if stay is None:
        last = stays[-1] if stays else None
        if last is not None and last.ends is not None and last.ends < day:
            raise Invalid("pupil-left-already", name=last.name, day=f"{last.ends + ONE:%d/%m/%Y}")
        raise Invalid("pupil-not-here", day=f"{day:%d/%m/%Y}")
    _bounds(unit, stay.year_starts, stay.year_ends, day)
    if day <= stay.starts:
        name, since = stay.name, f"{stay.starts:%d/%m/%Y}"
        raise Invalid("pupil-day-first", name=name, klass=stay.class_name, since=since)
    return stay


async def _check_day(unit: Unit, day: date) -> None:
    years = await store.year_of(unit.session, unit.today)
    if years is not None:
        _bounds(unit, *years, day)


def _bounds(unit: Unit, first: date, last: date, day: date) -> None:
    shown = f"{day:%d/%m/%Y}"
    if not first <= day <= last:
        raise Invalid("pupil-day-outside", day=shown, first=f"{first:%d/%m}", last=f"{last:%d/%m}")
    if abs(day - unit.today) > FAR:
        raise Invalid("pupil-day-far", day=shown, days=FAR.days)


async def _enter(
    unit: Unit, pupil_id: int, stays: Sequence[Stay], klass: SchoolClass, day: date
) -> None:
    """Put the pupil on the list: under the old number where there is one, else as the last. Who was
    taken off this list only the day before stays on it, as if nothing had been."""
    await store.hold_class(unit.session, klass.id)
    mine = [stay for stay in stays if stay.class_id == klass.id]
    if mine and mine[-1].ends == day - ONE:
        await store.go_on(unit.session, mine[-1].id)
        return
    number = mine[-1].number if mine else await store.last_number(unit.session, klass.id) + 1
    await store.open_stay(unit.session, pupil_id, klass.id, number, day)


async def _keep(unit: Unit, pupil_id: int, made: _Entry) -> Done:
    """The entry itself, and all that follows from it; never in a confirmed month."""
    for class_id in made.classes:
        await require_open(unit, class_id, made.day)
    entry = await store.add_move(
        unit.session,
        pupil_id=pupil_id,
        kind=made.kind,
        day=made.day,
        from_class_id=made.left.class_id if made.left else None,
        to_class_id=made.now.id if made.now else None,
        made_by=unit.who.person_id,
        made_at=unit.now,
        before=made.before,
        after=await store.snapshot(unit.session, pupil_id),
    )
    unit.audit(
        f"enrolment.{made.kind}",
        f"pupil:{pupil_id}",
        move=entry.id,
        day=made.day.isoformat(),
        left=made.left.class_name if made.left else None,
        now=made.now.name if made.now else None,
    )
    await people_changed(unit)
    marks = await follow(unit, pupil_id, made.classes, made.day)
    entry.before = made.before | {"marks": marks}
    await unit.session.flush()
    done = await _done(unit, entry)
    await tell(
        unit,
        entry,
        done.name,
        number=done.number,
        from_class=done.from_class,
        to_class=done.to_class,
    )
    return done


async def _done(unit: Unit, entry: PupilMove) -> Done:
    pupil_id = entry.pupil_id or 0
    stays = await store.stays(unit.session, pupil_id)
    of_entry = entry.to_class_id or entry.from_class_id
    stay = [s for s in stays if s.class_id == of_entry][-1]
    named = {s.class_id: s.class_name for s in stays}
    taken = await roll_sizes.rolls_since(unit.session, [of_entry or 0], entry.day)
    return Done(
        entry.id,
        pupil_id,
        stay.name,
        entry.kind,
        entry.day,
        stay.number,
        named.get(entry.from_class_id or 0),
        named.get(entry.to_class_id or 0),
        recounted=any(not roll.withdrawn for roll in taken),
    )


async def history(unit: Unit, pupil_id: int) -> list[Stay]:
    """The classes a pupil was in, oldest first; for whoever keeps the list they are on, or were on
    last."""
    stays = await store.stays(unit.session, pupil_id)
    if not stays:
        raise NotFound("pupil-unknown")
    class_id = place_now(stays, unit.today).class_id
    unit.require(Action.KEEP_ENROLMENT, Target(class_id=class_id, pupil_id=pupil_id))
    return stays
