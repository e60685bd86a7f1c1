"""What the lists of families and staff look like: pages, cards, codes to pass on."""

from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from handlers.person_texts import relation
from handlers.showing import Row, button, keyboard, rows_of
from handlers.texts import Texts
from services.doors import WAYS_IN, Door
from services.invites import Issued
from storage.households import PupilPlace, StaffMember, Tie
from storage.tables import SchoolClass

PER_PAGE = 15
Face = tuple[str, InlineKeyboardMarkup | None]


class FamilyList(CallbackData, prefix="fl"):
    """A page of a class's families."""

    klass: int
    page: int


class FamilyCard(CallbackData, prefix="fp"):
    """One pupil's family."""

    pupil: int


class FamilyInvite(CallbackData, prefix="fi"):
    """A code for one guardian of one pupil."""

    person: int
    pupil: int


class FamilyUnlink(CallbackData, prefix="fu"):
    """A guardian's phone was lost."""

    person: int
    pupil: int


class FamilyWaiting(CallbackData, prefix="fw"):
    """The shared numbers of a class that wait for a word."""

    klass: int


class InviteRevoke(CallbackData, prefix="iv"):
    """Take a code back."""

    invite: int


class StaffList(CallbackData, prefix="sl"):
    """A page of the staff."""

    page: int


class StaffCard(CallbackData, prefix="sp"):
    """One of the staff."""

    person: int


class StaffInvite(CallbackData, prefix="si"):
    """A code for one of the staff."""

    person: int


class StaffUnlink(CallbackData, prefix="su"):
    """A staff member's phone was lost."""

    person: int


def class_choice(
    classes: Sequence[SchoolClass], data: Callable[[int], str]
) -> InlineKeyboardMarkup | None:
    """The classes as buttons, four in a row."""
    return keyboard(*rows_of([button(c.name, data(c.id)) for c in classes], 4))


def paging(t: Texts, page: int, pages: int, data: Callable[[int], str]) -> Row:
    """Back and on, where there is something."""
    row = []
    if page > 0:
        row.append(button(t.plain("identity-page-back"), data(page - 1)))
    if page + 1 < pages:
        row.append(button(t.plain("identity-page-on"), data(page + 1)))
    return row


def mark_of(tie: Tie) -> str:
    """Linked, not linked, barred."""
    return "⛔" if tie.barred else "✅" if tie.linked else "▫️"


def family_page(
    t: Texts,
    klass: SchoolClass,
    families: Sequence[tuple[PupilPlace, list[Tie]]],
    *,
    page: int,
    waiting: int,
) -> Face:
    """One page of a class: every pupil with their guardians, and a button per family."""
    pages = max(1, -(-len(families) // PER_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = families[page * PER_PAGE : (page + 1) * PER_PAGE]
    head = t(
        "identity-families-head",
        klass=klass.name,
        linked=str(sum(any(tie.linked and not tie.barred for tie in g) for _, g in families)),
        families=str(len(families)),
    )
    numbers = [
        button(str(pupil.list_number), FamilyCard(pupil=pupil.pupil_id).pack())
        for pupil, guardians in shown
        if guardians
    ]
    rows = rows_of(numbers, 5)
    rows.append(paging(t, page, pages, lambda p: FamilyList(klass=klass.id, page=p).pack()))
    if waiting:
        label = t.plain("identity-waiting-button", count=waiting)
        rows.append([button(label, FamilyWaiting(klass=klass.id).pack())])
    body = "\n".join(_family_line(t, *family) for family in shown)
    return f"{head}\n\n{body}\n\n{t('identity-families-foot')}", keyboard(*rows)


def _family_line(t: Texts, pupil: PupilPlace, guardians: Sequence[Tie]) -> str:
    names = ", ".join(f"{mark_of(g)} {g.guardian}" for g in guardians)
    return t(
        "identity-family-line",
        number=str(pupil.list_number),
        pupil=pupil.name,
        guardians=names or t.plain("identity-no-guardian"),
    )


def family_card(t: Texts, ties: Sequence[Tie]) -> Face:
    """A pupil's guardians with their numbers, and what can be done for each."""
    first = ties[0]
    head = t(
        "identity-family-head",
        pupil=first.pupil,
        klass=first.class_name,
        number=str(first.list_number),
    )
    lines, rows = [], []
    for tie in ties:
        kin = relation(t, tie.relation)
        state = "identity-state-linked" if tie.linked else "identity-state-free"
        lines.append(
            t(
                "identity-guardian-line",
                mark=mark_of(tie),
                relation=kin,
                name=tie.guardian,
                phone=tie.phone or t.plain("identity-no-phone"),
                state=t.plain("identity-state-barred" if tie.barred else state),
            )
        )
        if tie.barred:
            continue
        ids = {"person": tie.person_id, "pupil": tie.pupil_id}
        words = {"relation": kin, "name": tie.guardian}
        rows.append([button(t.plain("identity-invite-for", **words), FamilyInvite(**ids).pack())])
        if tie.linked:
            label = t.plain("identity-unlink-for", **words)
            rows.append([button(label, FamilyUnlink(**ids).pack())])
    back = FamilyList(klass=first.class_id, page=(first.list_number - 1) // PER_PAGE).pack()
    rows.append([button(t.plain("identity-to-class", klass=first.class_name), back)])
    return head + "\n" + "\n".join(lines), keyboard(*rows)


def staff_page(t: Texts, staff: Sequence[StaffMember], page: int) -> Face:
    """One page of the staff with a button for each."""
    pages = max(1, -(-len(staff) // PER_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = staff[page * PER_PAGE : (page + 1) * PER_PAGE]
    linked = str(sum(m.linked for m in staff))
    head = t("identity-staff-head", linked=linked, all=str(len(staff)))
    buttons = [
        button(f"{'✅' if m.linked else '▫️'} {m.name}", StaffCard(person=m.person_id).pack())
        for m in shown
    ]
    rows = rows_of(buttons, 2)
    rows.append(paging(t, page, pages, lambda p: StaffList(page=p).pack()))
    return head, keyboard(*rows)


def staff_card(t: Texts, member: StaffMember) -> Face:
    """One of the staff: invite, unlink."""
    state = t.plain("identity-state-linked" if member.linked else "identity-state-free")
    text = t("identity-staff-card", name=member.name, code=member.code, state=state)
    rows = [[button(t.plain("identity-invite-new"), StaffInvite(person=member.person_id).pack())]]
    if member.linked:
        data = StaffUnlink(person=member.person_id).pack()
        rows.append([button(t.plain("identity-unlink-lost"), data)])
    rows.append([button(t.plain("identity-to-staff"), StaffList(page=0).pack())])
    return text, keyboard(*rows)


def way_in(t: Texts, door: Door, code: str) -> str:
    """How to come in by one messenger: by a link, or what to look for and to write."""
    link, name = door.link(code) or "none", door.name or "none"
    return "• " + t(WAYS_IN[door.channel], link=link, name=name, code=code)


def invite_card(t: Texts, issued: Issued, zone: ZoneInfo) -> Face:
    """A code to pass on, shown this once."""
    expires = issued.expires.astimezone(zone).strftime("%d/%m/%Y")
    tie = issued.tie
    if tie is not None:
        head = t(
            "identity-invite-family",
            relation=relation(t, tie.relation),
            name=issued.person,
            pupil=tie.pupil,
            klass=tie.class_name,
        )
    else:
        head = t("identity-invite-staff", name=issued.person)
    parts = [head]
    parts += [
        way_in(t, door, issued.code if door.carries_code else issued.typed) for door in issued.doors
    ]
    parts += [t("identity-invite-code", code=issued.typed), t("identity-invite-note", day=expires)]
    data = InviteRevoke(invite=issued.invite_id).pack()
    return "\n".join(parts), keyboard([button(t.plain("identity-invite-take-back"), data)])
