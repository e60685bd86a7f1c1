"""What extra classes and clubs look like: the list, one group, what a list of names has done."""

from collections.abc import Collection, Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from handlers.linking_looks import Face
from handlers.showing import button, keyboard, rows_of
from handlers.texts import Texts
from services.group_keeping import Taken
from services.group_names import LABELS
from storage.class_changes import Stay
from storage.groups import Kept
from storage.households import StaffMember
from storage.rosters import Place


class GroupList(CallbackData, prefix="gl"):
    """The list, or a new group."""

    new: bool = False


class GroupOpen(CallbackData, prefix="go"):
    """One group."""

    group: int


class GroupLabel(CallbackData, prefix="gk"):
    """The kind of a new group, by its place in `LABELS`."""

    at: int


class GroupDo(CallbackData, prefix="gd"):
    """Something to do with a group: add, remove, lead, end, reopen."""

    group: int
    act: str


class GroupPick(CallbackData, prefix="gp"):
    """Which pupil was meant, to add or remove."""

    group: int
    pupil: int
    act: str


class GroupLead(CallbackData, prefix="gw"):
    """Who leads a group."""

    group: int
    person: int


def overview(t: Texts, groups: Sequence[Kept], ended: Collection[int], *, heads: bool) -> Face:
    """The groups with leader and size."""
    lines = [t("activity-head" if groups else "activity-none")]
    for group in groups:
        lines.append(
            t(
                "activity-line",
                name=group.name,
                leader=group.leader or "none",
                size=group.size,
                ended="yes" if group.id in ended else "no",
            )
        )
    buttons = [button(group.name, GroupOpen(group=group.id).pack()) for group in groups]
    rows = rows_of(buttons, 2)
    if heads:
        lines += ["", t("activity-free")]
        rows.append([button(t.plain("activity-new"), GroupList(new=True).pack())])
    return "\n".join(lines), keyboard(*rows)


def ask_label(t: Texts) -> Face:
    """Which kind a group is whose name does not say it."""
    buttons = [button(label, GroupLabel(at=at).pack()) for at, label in enumerate(LABELS)]
    return t("activity-ask-label"), keyboard(*rows_of(buttons, 2))


def card(t: Texts, group: Kept, places: Sequence[Place], *, heads: bool, ended: bool) -> Face:
    """One group with its members by class."""
    lines = [
        t(
            "activity-card",
            name=group.name,
            label=group.label,
            leader=group.leader or "none",
            size=len(places),
        )
    ]
    by_class: dict[str, list[str]] = {}
    for place in places:
        by_class.setdefault(place.class_name, []).append(f"{place.number}. {place.full_name}")
    lines += [t("activity-of-class", klass=k, names="; ".join(v)) for k, v in by_class.items()]
    if ended and group.ends is not None:
        lines.append(t("activity-over", day=f"{group.ends:%d/%m/%Y}"))
        rows = [[_do(t, "activity-reopen", group, "reopen")]] if heads else []
    else:
        rows = [[_do(t, "activity-add", group, "add")]]
        if places:
            rows[0].append(_do(t, "activity-remove", group, "remove"))
        if heads:
            lead = _do(t, "activity-lead", group, "lead")
            rows.append([lead, _do(t, "activity-end", group, "end")])
    rows.append([button(t.plain("activity-all"), GroupList().pack())])
    return "\n".join(lines), keyboard(*rows)


def _do(t: Texts, key: str, group: Kept, act: str) -> InlineKeyboardButton:
    return button(t.plain(key), GroupDo(group=group.id, act=act).pack())


def changed(t: Texts, group: Kept, taken: Taken, act: str) -> Face:
    """What a list of names has done, and what is still to be chosen."""
    lines = []
    if taken.changed:
        names = _names(taken.changed)
        key = "activity-added" if act == "add" else "activity-removed"
        count = len(taken.changed)
        lines.append(t(key, name=group.name, names=names, count=count, size=group.size))
    if taken.same:
        lines.append(t("activity-same", names=_names(taken.same)))
    if taken.unknown:
        lines.append(t("activity-unknown", names=", ".join(taken.unknown)))
    rows = []
    for unclear in taken.unclear:
        lines.append(t("activity-unclear", who=unclear.who))
        for stay in unclear.pupils:
            data = GroupPick(group=group.id, pupil=stay.pupil_id, act=act).pack()
            rows.append([button(f"{stay.number}. {stay.name} ({stay.class_name})", data)])
    rows.append([button(t.plain("activity-open"), GroupOpen(group=group.id).pack())])
    return "\n".join(lines), keyboard(*rows)


def _names(stays: Sequence[Stay]) -> str:
    return "; ".join(f"{stay.name} ({stay.class_name})" for stay in stays)


def ask_leader(t: Texts, group_id: int, found: Sequence[StaffMember]) -> Face:
    """Which of the staff."""
    rows = [
        [button(f"{one.name} ({one.code})", GroupLead(group=group_id, person=one.person_id).pack())]
        for one in found
    ]
    return t("activity-which-leader"), keyboard(*rows)
