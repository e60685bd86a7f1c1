"""The people of the sandbox: who they are, whichever messenger they use.

A person here is a phone with a name on it. What they have said to whom belongs to the messenger.
"""

import unicodedata
from dataclasses import dataclass, field
from typing import Any

from sandbox.store import Json, Store

FIRST_ID = 5_100_000_001  # beyond 32 bits, as real users are: a column too narrow shows at once
CHANNELS = ("telegram", "zalo_bot", "zalo_oa")
ALIASES = {"zalo": "zalo_bot"}
TEXT_FIELDS = ("name", "phone", "language", "role", "label", "start_payload")


class PersonError(ValueError):
    """A person that cannot be made, with the reason."""


def fold(text: str) -> str:
    """Text without case and diacritics, for searching."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def _is_text(value: Any, *, needed: bool) -> bool:
    return (value is None and not needed) or (isinstance(value, str) and bool(value or not needed))


@dataclass
class Person:
    """One phone."""

    id: int
    name: str
    channel: str = "telegram"
    phone: str | None = None
    language: str = "vi"
    role: str | None = None
    label: str | None = None
    pinned: bool = False
    start_payload: str | None = None
    _folded: str = field(default="", repr=False)

    def record(self) -> Json:
        """The facts to keep."""
        return {k: v for k, v in vars(self).items() if not k.startswith("_")}

    def user(self) -> Json:
        """The person as Telegram's `User`."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.name,
            "language_code": self.language,
        }

    def matches(self, folded_query: str) -> bool:
        """Whether every word of the query is found in name, role, label or phone."""
        if not self._folded:
            facts = (self.name, self.role, self.label, self.phone)
            self._folded = fold(" ".join(f for f in facts if f))
        return all(word in self._folded for word in folded_query.split())


class People:
    """Everybody, by id."""

    def __init__(self, store: Store) -> None:
        """Read them back."""
        self._store = store
        self.all: dict[int, Person] = {}
        for _, record in sorted(store.load("person"), key=lambda kv: int(kv[0])):
            person = Person(**record)
            self.all[person.id] = person
        self._next = max(self.all, default=FIRST_ID - 1) + 1

    def add(self, wish: Any) -> Person:
        """Make a person from the control API's JSON; raises PersonError."""
        if not isinstance(wish, dict):
            raise PersonError("a person is a JSON object with a name")
        name = wish.get("name")
        if not isinstance(name, str) or not name.strip():
            raise PersonError("a person needs a name")
        channel = wish.get("channel") or "telegram"
        channel = ALIASES.get(channel, channel) if isinstance(channel, str) else channel
        if channel not in CHANNELS:
            raise PersonError(f"no channel {channel!r}; there is {', '.join(CHANNELS)}")
        person = Person(self._next, name.strip(), channel)
        for field_name in TEXT_FIELDS[1:]:
            value = wish.get(field_name)
            if value is None:
                continue
            if not isinstance(value, str):
                raise PersonError(f"{field_name} must be text")
            setattr(person, field_name, value)
        person.pinned = bool(wish.get("pinned", False))
        self._next += 1
        self.all[person.id] = person
        self._store.put("person", person.id, person)
        return person

    def change(self, person: Person, wish: Json) -> None:
        """Change what may change about a person; raises PersonError and changes nothing."""
        for name, value in wish.items():
            needed = name in ("name", "language")
            fits = isinstance(value, bool) if name == "pinned" else _is_text(value, needed=needed)
            if name not in (*TEXT_FIELDS, "pinned") or not fits:
                raise PersonError(f"{name} cannot be changed to {value!r}")
        for name, value in wish.items():
            setattr(person, name, value)
        person._folded = ""
        self._store.put("person", person.id, person)

    def find(self, query: str = "", pinned: bool | None = None) -> list[Person]:
        """People in the order they came, narrowed by words and by being pinned."""
        folded = fold(query)
        return [
            p
            for p in self.all.values()
            if (pinned is None or p.pinned == pinned) and (not folded or p.matches(folded))
        ]


def person_facts(person: Person, *, started: bool, blocked: bool, unread: int) -> Json:
    """What `GET /control/people` says of a person on any messenger; optional facts are left out."""
    shown: Json = {
        "id": person.id,
        "name": person.name,
        "channel": person.channel,
        "language": person.language,
        "pinned": person.pinned,
        "started": started,
        "blocked": blocked,
        "unread": unread,
    }
    for name in ("role", "phone", "label", "start_payload"):
        value = getattr(person, name)
        if value is not None:
            shown[name] = value
    return shown
