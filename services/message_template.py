"""The template that the messenger has approved for the school, and how its fields are filled.

A free text does not fit a template, so what it says is that there is something new, and where to
read it: one of its fields is a link to a page with the whole text. The school's settings name the
template and say which fact goes into which of its fields.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from services.access import Action
from services.errors import Invalid
from services.unit import Unit
from services.windows import Templates
from storage import school_settings

KEY = "zalo:template"
LINK = "link"
LENGTHS = {"school": 50, "pupil": 30, "title": 100, "date": 20, "name": 30, LINK: 200}
NOTHING = "–"  # a field may not be empty


@dataclass(frozen=True, slots=True)
class MessageTemplate:
    """`fields` maps each of the template's parameters to its source, `lengths` to the most
    characters that it takes. The prices are the template's own, in đồng."""

    id: str
    fields: Mapping[str, str]
    lengths: Mapping[str, int] = field(default_factory=dict)
    price: int | None = None
    price_phone: int | None = None
    by_user: bool = False
    by_phone: bool = False

    @property
    def allowed(self) -> Templates:
        """By which ways it may go."""
        return Templates(self.by_user, self.by_phone)

    def fill(self, facts: Mapping[str, str]) -> dict[str, str]:
        """The template's parameters: `facts` by source, composed, on one line, cut to length.

        A link is never cut, since it would lead nowhere.
        """
        return {
            name: facts[source] if source == LINK else self._short(name, source, facts[source])
            for name, source in self.fields.items()
        }

    def _short(self, name: str, source: str, fact: str) -> str:
        line = " ".join(unicodedata.normalize("NFC", fact).split())
        most = max(self.lengths.get(name, LENGTHS[source]), 1)
        return (line if len(line) <= most else line[: most - 1].rstrip() + "…") or NOTHING

    def too_long(self, link: str) -> bool:
        """Whether a link is longer than the field that it is for."""
        return any(
            len(link) > self.lengths.get(name, LENGTHS[LINK])
            for name, source in self.fields.items()
            if source == LINK
        )


NONE = MessageTemplate("", {})


async def template_of(unit: Unit) -> MessageTemplate:
    """The school's template; one that may go by no way where it has set none, or a wrong one."""
    return read_template(await school_settings.get(unit.session, KEY))


def fault_of(stored: Any) -> str | None:
    """What is wrong with the setting: "id", "fields", "link", "figures"; None where nothing is."""
    if not isinstance(stored, dict) or not _is_text(stored.get("id")):
        return "id"
    fields = stored.get("fields")
    if not isinstance(fields, dict) or not all(map(_is_source, fields.values())):
        return "fields"
    if LINK not in fields.values():
        return "link"
    lengths = stored.get("lengths", {})
    figures = [stored.get("price", 0), stored.get("price_phone", 0)]
    if not isinstance(lengths, dict) or not all(map(_is_figure, [*figures, *lengths.values()])):
        return "figures"
    return None


def read_template(stored: Any) -> MessageTemplate:
    """The template of a setting, `NONE` for one that is not complete."""
    if fault_of(stored) is not None:
        return NONE
    return MessageTemplate(
        stored["id"],
        dict(stored["fields"]),
        dict(stored.get("lengths", {})),
        stored.get("price"),
        stored.get("price_phone"),
        by_user=stored.get("uid") is True,
        by_phone=stored.get("phone") is True,
    )


async def set_template(unit: Unit, stored: dict[str, Any]) -> MessageTemplate:
    """Use this template from now on; raises `NotAllowed`, or `Invalid` with what is wrong."""
    unit.require(Action.SET_SPENDING)
    fault = fault_of(stored)
    if fault is not None:
        raise Invalid("spending-template-fault", what=fault)
    await school_settings.put(unit.session, KEY, stored)
    unit.audit("template.changed", KEY, template=stored["id"])
    return read_template(stored)


def _is_source(value: Any) -> bool:
    return isinstance(value, str) and value in LENGTHS


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_figure(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
