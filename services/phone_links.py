"""Linking a guardian by the phone number they share, once the homeroom teacher has confirmed it.

Numbers change hands, so the number alone links nobody. Whoever shares one is told the same,
whether the school knows it or not. Staff are never linked by number: their account opens more.
"""

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby
from typing import Any

from services.access import Action, Role, Target, may
from services.direct import tell_chat
from services.errors import AlreadyDecided, NotAllowed, Outdated
from services.guessing import Seat, missed
from services.linking import tie
from services.phone_numbers import normalised
from services.unit import Unit
from storage import households, linking, outbox
from storage.households import Tie
from storage.outbox import Priority
from storage.tables import Account, LinkRequest, Person

REFUSED_FOR = timedelta(days=7)  # a refused wish is not asked again for so long
CANDIDATES = 3  # people on one number who are asked about


async def share(unit: Unit, seat: Seat, number: str, shown_name: str) -> None:
    """Ask the teachers concerned about a stranger's own number; silent where nobody has it.

    `shown_name` is what the messenger calls the account; it helps the teacher to recognise it.
    """
    phone = normalised(number)
    ties = await households.ties_of_phone(unit.session, phone, unit.today) if phone else []
    ties = sorted(
        (t for t in ties if not t.barred and not t.is_staff),
        key=lambda t: (t.person_id, t.pupil_id),
    )
    people = [list(group) for _, group in groupby(ties, key=lambda t: t.person_id)]
    for children in people[:CANDIDATES]:
        await _ask(unit, seat, children, shown_name)


async def forged(unit: Unit, seat: Seat) -> None:
    """Somebody shared a contact that is not their own: counted like a wrong code."""
    await missed(unit, seat, "contact")


async def _ask(unit: Unit, seat: Seat, children: Sequence[Tie], shown_name: str) -> None:
    person_id = children[0].person_id
    since = unit.now - REFUSED_FOR
    if await linking.asked_before(unit.session, seat.account_id, person_id, since):
        return
    id = await linking.add_request(
        unit.session, seat.account_id, person_id, children[0].pupil_id, unit.now
    )
    unit.audit("link.asked", f"person:{person_id}", account=seat.account_id, request=id)
    classes = {t.class_id for t in children}
    asked = await households.homeroom_teachers(unit.session, classes, unit.today)
    if not asked:
        asked = await households.holders_of(unit.session, Role.ADMINISTRATOR)
    for teacher in asked:
        await unit.notify(
            teacher,
            "link-request",
            {"request": id, "shown": shown_name[:80], **_about(children)},
            priority=Priority.APPROVAL,
            key=f"link-request:{id}:{teacher}",
            owner=f"link-request:{id}",
        )


def _about(children: Sequence[Tie]) -> dict[str, Any]:
    return {
        "guardian": children[0].guardian,
        "phone": children[0].phone,
        "children": [
            {"name": t.pupil, "class": t.class_name, "relation": t.relation} for t in children
        ],
    }


async def decide(unit: Unit, request_id: int, *, accept: bool) -> Account | None:
    """The teacher's word; the account that is linked now, None after a refusal.

    Raises `AlreadyDecided` for a second word, `NotAllowed` where no child is in the own class.
    """
    request = await linking.request(unit.session, request_id)
    if request is None:
        raise Outdated
    children = await _children(unit, request)
    actor = unit.who
    if not any(may(actor, Action.CONFIRM_LINK, Target(class_id=t.class_id)) for t in children):
        if may(actor, Action.CONFIRM_LINK):
            raise Outdated  # the child has left, or the guardian was barred
        raise NotAllowed
    status = "accepted" if accept else "refused"
    if not await linking.decide(unit.session, request_id, status, actor.person_id, unit.now):
        await _say_decided(unit, request)
    account = await linking.account(unit.session, request.account_id)
    if account is None:
        raise Outdated
    unit.audit(f"link.{status}", f"person:{request.person_id}", request=request_id)
    if accept:
        rivals = await linking.pending(unit.session, account_id=account.id)
        if not await tie(unit, account.id, request.person_id, how=f"request:{request_id}"):
            raise Outdated("identity-account-taken")
        person = await unit.session.get_one(Person, request.person_id)
        for rival in rivals:
            await _close_copies(unit, rival.id, "void")
        await unit.session.refresh(account)
        await tell_chat(unit, account, person.language, "link-confirmed", _about(children))
    else:
        await tell_chat(unit, account, None, "link-not-confirmed", {})
    await _close_copies(unit, request_id, status)
    return account if accept else None


async def _children(unit: Unit, request: LinkRequest) -> list[Tie]:
    ties = await households.ties_of_person(unit.session, request.person_id, unit.today)
    return [t for t in ties if not t.barred and not t.is_staff]


async def _say_decided(unit: Unit, request: LinkRequest) -> None:
    await unit.session.refresh(request)
    if request.decided_by is None or request.decided_at is None:
        raise Outdated
    by = await unit.session.get_one(Person, request.decided_by)
    when = request.decided_at.astimezone(unit.zone).strftime("%H:%M %d/%m")
    raise AlreadyDecided("identity-request-decided", name=by.full_name, when=when)


async def _close_copies(unit: Unit, request_id: int, status: str) -> None:
    """Every copy of the question loses its buttons and says what was decided, and by whom."""
    when = unit.now.astimezone(unit.zone).strftime("%H:%M %d/%m")
    done = {"status": status, "by": unit.who.name, "when": when}
    for row in await outbox.by_owner(unit.session, f"link-request:{request_id}"):
        if row.edits is None and row.person_id is not None:
            own = row.person_id == unit.who.person_id
            params = {**(row.params or {}), **done, "own": own}
            await unit.edit_notice(row.id, row.person_id, "link-request", params)


async def waiting_for(unit: Unit, class_id: int) -> list[tuple[int, dict[str, Any]]]:
    """The wishes of a class's families that still wait: request and what it is about."""
    unit.require(Action.CONFIRM_LINK, Target(class_id=class_id))
    ties = await households.ties_of_class(unit.session, class_id, unit.today)
    people = {t.person_id for t in ties if not t.barred and not t.is_staff}
    requests = await linking.pending(unit.session, person_ids=people)
    return [(r.id, {"shown": "", **_about(await _children(unit, r))}) for r in requests]


def may_confirm(unit: Unit, class_id: int) -> bool:
    """Whether the one who writes decides on shared numbers of this class's families."""
    return may(unit.who, Action.CONFIRM_LINK, Target(class_id=class_id))
