"""How people are named to themselves and to those who look after them: roles, children, phones."""

from collections.abc import Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from handlers.capabilities import Capabilities
from handlers.texts import Html, Texts
from services.access import Duty, Role
from services.doors import NAMES
from services.profiles import Profile
from storage.tables import Account

ROLE_KEYS: dict[Role, str] = {
    Role.PRINCIPAL: "role-principal",
    Role.VICE_PRINCIPAL: "role-vice-principal",
    Role.DEPARTMENT_HEAD: "role-department-head",
    Role.HOMEROOM_TEACHER: "role-homeroom-teacher",
    Role.SUBJECT_TEACHER: "role-subject-teacher",
    Role.ADMINISTRATOR: "role-administrator",
    Role.OFFICE: "role-office",
    Role.ACCOUNTANT: "role-accountant",
    Role.LIBRARIAN: "role-librarian",
    Role.EQUIPMENT: "role-equipment",
    Role.PORTAL_EDITOR: "role-portal-editor",
    Role.NURSE: "role-nurse",
    Role.GUARDIAN: "role-guardian",
}
DUTY_KEYS: dict[Duty, str] = {
    Duty.PERIODIC_SCORES: "duty-periodic-scores",
    Duty.HEALTH: "duty-health",
    Duty.STAND_IN: "duty-stand-in",
}
RELATION_KEYS = {
    "father": "relation-father",
    "mother": "relation-mother",
    "guardian": "relation-guardian",
}


def channel_name(t: Texts, channel: str) -> str:
    """A messenger's name."""
    key = NAMES.get(channel)
    return t.plain(key) if key else channel


def ways_in(t: Texts, capabilities: Capabilities) -> str:
    """How a stranger comes in, as far as this messenger lets them."""
    return t("identity-ways-in" if capabilities.contact_button else "identity-ways-in-code")


def account_words(t: Texts, account: Account, zone: ZoneInfo, *, here: bool) -> str:
    """ "Telegram, từ 30/11/2026 (máy này)": messenger, since when, whether it is in the hand."""
    since = account.linked_at.astimezone(zone).strftime("%d/%m/%Y") if account.linked_at else "?"
    key = "identity-account-here" if here else "identity-account-there"
    return t.plain(key, channel=channel_name(t, account.channel), since=since)


def relation(t: Texts, value: str) -> str:
    """Father, mother or guardian, in small letters."""
    return t.plain(RELATION_KEYS.get(value, "relation-guardian"))


def posts(t: Texts, profile: Profile) -> str:
    """What somebody does at the school, in one line; empty for one who only has children there."""
    named = []
    for role in profile.roles:
        if role is Role.GUARDIAN:
            continue
        if role is Role.HOMEROOM_TEACHER:
            named.append(t.plain("role-homeroom-of", classes=", ".join(profile.homeroom)))
        elif role is Role.SUBJECT_TEACHER and profile.teaches:
            named.append(t.plain("role-teaches", classes=", ".join(profile.teaches)))
        else:
            named.append(t.plain(ROLE_KEYS[role]))
    return "; ".join(named + [t.plain(DUTY_KEYS[duty]) for duty in profile.duties])


def children_lines(t: Texts, children: Iterable[Mapping[str, Any]]) -> Html:
    """One line per child: `name`, `class`, `relation`."""
    lines = [
        t(
            "identity-child-line",
            pupil=child["name"],
            klass=child["class"],
            relation=relation(t, child["relation"]),
        )
        for child in children
    ]
    return Html("\n".join(lines))


def children_of(profile: Profile) -> list[dict[str, str]]:
    """The children of a profile as `children_lines` takes them."""
    return [
        {"name": c.pupil, "class": c.class_name, "relation": c.relation} for c in profile.children
    ]


def welcome(t: Texts, profile: Profile, here: int | None = None) -> str:
    """The first words after linking: who they are to the school and what to do next.

    `here` is the account that was linked; where there are others it says which gets messages first.
    """
    parts = []
    working = posts(t, profile)
    if working:
        parts.append(t("identity-welcome-staff", name=profile.name, posts=working))
        if profile.children:
            parts.append(t("identity-and-parent"))
    elif profile.children:
        parts.append(t("identity-welcome-family", name=profile.name))
    else:
        parts.append(t("identity-welcome-plain", name=profile.name))
    if profile.children:
        parts.append(children_lines(t, children_of(profile)))
    if len(profile.accounts) > 1:
        parts.append(t("identity-first-here" if profile.first == here else "identity-first-there"))
    automatic = t("identity-automatic")  # who comes by a code has not read the greeting
    return "\n\n".join(["\n".join(parts), "\n".join(next_steps(t, profile)), automatic])


def next_steps(t: Texts, profile: Profile) -> list[str]:
    """What to try first, by role."""
    steps = []
    if profile.homeroom:
        steps.append(t("identity-next-roll", klass=profile.homeroom[0]))
        steps.append(t("identity-next-families", klass=profile.homeroom[0]))
    elif Role.SUBJECT_TEACHER in profile.roles:
        steps.append(t("identity-next-teacher"))
    if Role.PRINCIPAL in profile.roles:
        steps.append(t("identity-next-principal"))
    if Role.ADMINISTRATOR in profile.roles:
        steps.append(t("identity-next-administrator"))
    if profile.children:
        steps.append(t("identity-next-family"))
    return [*steps, t("identity-next-help")]


def round_words(t: Texts, of: Mapping[str, Any]) -> str:
    """A test round: "giữa kì, học kì 1, khối 7, Toán, đến hết 30/11/2026"."""
    kinds = {"midterm": "score-column-midterm", "final": "score-column-final"}
    parts = [
        t.plain(kinds[of["kind"]]) if of["kind"] else "",
        t.plain("duty-round-term", term=of["term"]) if of["term"] else "",
        t.plain("duty-round-grade", grade=of["grade"]) if of["grade"] else "",
        of["subject"],
        t.plain("duty-round-until", until=of["until"]) if of["until"] else "",
    ]
    return ", ".join(part for part in parts if part)
