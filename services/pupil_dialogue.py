"""From what somebody wrote about a pupil to an entry: what is missing is asked, one at a time.

Nobody is picked silently: of two pupils who fit, the person chooses. Nothing is entered before it
was shown in full and agreed to.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from services import pupil_arrivals, pupil_moves
from services.access import Action, Target, may
from services.errors import Invalid, NotAllowed, NotFound, Outdated
from services.names import Fit, Named, NameIndex
from services.plain_words import clean
from services.pupil_moves import Done
from services.pupil_words import Adult, Newcomer, Wish, find_classes, read_day, read_wish
from services.unit import Unit
from storage import class_changes as store
from storage import households
from storage.class_changes import Stay
from storage.tables import SchoolClass

OFFERED = 8
GONE = ("returned",)


class Ask(StrEnum):
    """What is still open."""

    PUPIL = "pupil"
    KIND = "kind"
    NEW = "new"
    CLASS = "class"
    DAY = "day"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry in the making, kept as JSON; `candidates` are the pupils to choose from."""

    kind: str | None = None
    pupil_id: int | None = None
    class_id: int | None = None
    day: date | None = None
    new: Newcomer | None = None
    candidates: tuple[int, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        """For the conversation's state."""
        found = asdict(self) | {"day": self.day.isoformat() if self.day else None}
        if self.new is not None and self.new.birth is not None:
            found["new"]["birth"] = self.new.birth.isoformat()
        return found

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Draft":
        """The reverse of `to_json`."""
        new = data["new"]
        if new is not None:
            birth = date.fromisoformat(new["birth"]) if new["birth"] else None
            adults = tuple(Adult(**each) for each in new["adults"])
            new = Newcomer(**new | {"birth": birth, "adults": adults})
        return cls(
            data["kind"],
            data["pupil_id"],
            data["class_id"],
            date.fromisoformat(data["day"]) if data["day"] else None,
            new,
            tuple(data["candidates"]),
        )

    @property
    def question(self) -> Ask:
        """What has to be asked next."""
        if self.kind == "in":
            if self.new is None or not self.new.name:
                return Ask.NEW
        elif self.pupil_id is None:
            return Ask.PUPIL
        elif self.kind is None:
            return Ask.KIND
        if self.kind in ("in", "moved", "returned") and self.class_id is None:
            return Ask.CLASS
        return Ask.DAY if self.day is None else Ask.CONFIRM


async def kept_classes(unit: Unit) -> list[SchoolClass]:
    """The classes whose lists the actor keeps; raises `NotAllowed` where there is none."""
    found = [
        klass
        for klass in await households.classes(unit.session, unit.today)
        if may(unit.who, Action.KEEP_ENROLMENT, Target(class_id=klass.id))
    ]
    if not found:
        raise NotAllowed
    return found


async def classes_to(unit: Unit, draft: Draft) -> list[SchoolClass]:
    """The classes that the pupil may go to; those of the same grade first."""
    found = await kept_classes(unit)
    if draft.pupil_id is None:
        return found
    stays = await store.stays(unit.session, draft.pupil_id)
    last = stays[-1]
    if draft.kind == "moved":
        found = [klass for klass in found if klass.id != last.class_id]
    return sorted(found, key=lambda klass: klass.grade != last.grade)


async def pupils(unit: Unit, kind: str | None, class_name: str | None = None) -> list[Stay]:
    """The latest stay of each pupil whom an entry of this kind can be about."""
    kept = {klass.id for klass in await kept_classes(unit)}
    latest = {stay.pupil_id: stay for stay in await store.stays_of_year(unit.session, unit.today)}
    found = []
    for stay in latest.values():
        gone = stay.ends is not None and stay.ends < unit.today
        if stay.class_id not in kept or (kind is not None and gone is not (kind in GONE)):
            continue
        if class_name is None or stay.class_name == class_name:
            found.append(stay)
    return sorted(found, key=lambda s: (s.grade, s.class_name, s.number))


async def read(unit: Unit, text: str) -> Wish:
    """What a text says, against the school's classes."""
    classes = await households.classes(unit.session, unit.today)
    return read_wish(text, [klass.name for klass in classes], unit.today)


async def begin(unit: Unit, wish: Wish) -> Draft:
    """An entry as far as a text gives it. Raises `Invalid` for a day or class that there is not,
    and for a name that nobody has."""
    kept = await kept_classes(unit)
    if wish.bad_day:
        raise Invalid("pupil-no-such-day")
    if wish.strange is not None and not (wish.in_class or wish.to_class):
        raise NotFound("identity-no-such-class", name=wish.strange)
    draft = Draft(kind=wish.kind, day=wish.day, new=wish.new)
    target = wish.to_class or (wish.in_class if wish.kind == "returned" else None)
    if target is not None and wish.kind in ("in", "moved", "returned"):
        draft = replace(draft, class_id=await _class_id(unit, target))
    if wish.kind == "in":
        if draft.class_id is None and len(kept) == 1:
            draft = replace(draft, class_id=kept[0].id)
        return draft
    if wish.who:
        in_class = None if wish.kind == "returned" else wish.in_class
        draft = await named(unit, draft, wish.who, in_class)
    return draft


async def _class_id(unit: Unit, name: str) -> int:
    for klass in await households.classes(unit.session, unit.today):
        if klass.name == name:
            return klass.id
    raise NotFound("identity-no-such-class", name=name)


async def named(unit: Unit, draft: Draft, who: str, class_name: str | None) -> Draft:
    """The draft with the pupil whom a name or list number means, or with those to choose from."""
    pool = await pupils(unit, draft.kind, class_name)
    if who.isdigit():
        if class_name is None and len({stay.class_id for stay in pool}) > 1:
            raise Invalid("pupil-number-alone", number=who)
        found = [stay.pupil_id for stay in pool if stay.number == int(who)]
        fit = Fit.ONE if found else Fit.NONE
    else:
        index = NameIndex([Named(stay.pupil_id, stay.name, None, stay.number) for stay in pool])
        resolved = index.resolve(who)
        found, fit = list(resolved.ids), resolved.fit
    if fit is Fit.NONE:
        raise NotFound(
            "pupil-not-found", who=who[:60], klass=class_name or "", kind=draft.kind or ""
        )
    if fit is Fit.ONE:
        return await chosen(unit, replace(draft, candidates=()), found[0])
    return replace(draft, candidates=tuple(found[:OFFERED]))


async def chosen(unit: Unit, draft: Draft, pupil_id: int) -> Draft:
    """The draft with its pupil; one who comes back goes to the old class unless told otherwise."""
    stays = await pupil_moves.history(unit, pupil_id)
    last = stays[-1]
    if draft.kind == "moved":
        _may_move(unit)
    if draft.kind == "returned" and draft.class_id is None:
        draft = replace(draft, class_id=last.class_id)
    return replace(draft, pupil_id=pupil_id, candidates=())


def _may_move(unit: Unit) -> None:
    """Two classes are concerned, so it is for those who keep the whole school's lists."""
    if not may(unit.who, Action.KEEP_ENROLMENT):
        raise NotAllowed("pupil-move-heads")


async def kind_chosen(unit: Unit, draft: Draft, kind: str) -> Draft:
    """The draft with what has happened."""
    if kind not in ("out", "dropped", "moved", "returned", "in"):
        raise Outdated
    draft = replace(draft, kind=kind)
    return draft if draft.pupil_id is None else await chosen(unit, draft, draft.pupil_id)


async def typed(unit: Unit, draft: Draft, text: str) -> Draft | None:
    """The draft with a typed answer to its question; None where the words are none."""
    words, question = clean(text), draft.question
    classes = await households.classes(unit.session, unit.today)
    names = {klass.name: klass.id for klass in classes}
    if question in (Ask.DAY, Ask.CONFIRM):
        day, bad, rest = read_day(words, unit.today)
        if bad:
            raise Invalid("pupil-no-such-day")
        if day is not None and len(rest.split()) <= 2:
            return replace(draft, day=day)
        return None
    hits = find_classes(words, list(names))
    if question is Ask.CLASS:
        return replace(draft, class_id=names[hits[0][2]]) if len(hits) == 1 else None
    if question is Ask.NEW:
        wish = read_wish(f"tiếp nhận {words}", list(names), unit.today)
        if wish.new is None or not wish.new.name:
            return None
        made = await begin(unit, wish)
        return replace(made, class_id=made.class_id or draft.class_id, day=made.day or draft.day)
    if question is Ask.PUPIL:
        wish = read_wish(words, list(names), unit.today)
        if wish.kind not in (None, draft.kind):
            return None
        in_class = None if draft.kind == "returned" else wish.in_class
        return await named(unit, draft, wish.who, in_class) if wish.who else None
    return None


async def save(unit: Unit, draft: Draft) -> Done:
    """Make the entry; raises the refusals of `pupil_moves`, and `Outdated` where it is not
    complete."""
    if draft.question is not Ask.CONFIRM or draft.day is None:
        raise Outdated
    if draft.kind == "in" and draft.new is not None and draft.class_id is not None:
        return await pupil_arrivals.receive(unit, draft.new, draft.class_id, draft.day)
    pupil_id = draft.pupil_id or 0
    if draft.kind in ("out", "dropped"):
        return await pupil_moves.leave(unit, pupil_id, draft.kind, draft.day)
    if draft.class_id is not None and draft.kind == "moved":
        return await pupil_moves.move(unit, pupil_id, draft.class_id, draft.day)
    if draft.class_id is not None and draft.kind == "returned":
        return await pupil_moves.come_back(unit, pupil_id, draft.class_id, draft.day)
    raise Outdated


async def namesakes(unit: Unit, draft: Draft) -> Sequence[Stay]:
    """Pupils of the class whose name a newcomer bears."""
    if draft.new is None or draft.class_id is None:
        return ()
    name = draft.new.name.casefold()
    found = await pupils(unit, None)
    return [s for s in found if s.class_id == draft.class_id and s.name.casefold() == name]
