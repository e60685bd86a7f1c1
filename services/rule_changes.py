"""The school's rules of the day, seen and changed by the heads and whoever keeps the program."""

from dataclasses import dataclass
from typing import Any

from services.access import Action
from services.attendance_states import Half
from services.errors import Invalid
from services.people_changed import people_changed
from services.rule_forms import FORMS, Wish
from services.rule_kinds import Form
from services.school_rules import SchoolRules, rules_of, set_rules
from services.unit import Unit


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with the value in force; `own`: the school has set another than the usual one."""

    form: Form
    value: Any
    own: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """What a rule was and is."""

    form: Form
    before: Any
    after: Any


async def every_rule(unit: Unit) -> list[Rule]:
    """All rules in the order of the day; raises `NotAllowed`."""
    unit.require(Action.SET_RULES)
    rules, usual = await rules_of(unit), SchoolRules(grace_seconds=unit.grace_seconds)
    return [
        Rule(
            form, getattr(rules, form.name), getattr(rules, form.name) != getattr(usual, form.name)
        )
        for form in FORMS
    ]


async def change(unit: Unit, wish: Wish) -> Changed:
    """Set one rule. Raises `NotAllowed`, and `Invalid` where the bells would run into each
    other."""
    name = wish.form.name
    before = getattr(await rules_of(unit), name)
    value = wish.value
    if value is None:
        value = _stored(getattr(SchoolRules(grace_seconds=unit.grace_seconds), name))
    rules = await set_rules(unit, **{name: value})
    await people_changed(unit)
    end = rules.ends(unit.today, Half.MORNING, unit.zone)
    if end > rules.bell(unit.today, Half.AFTERNOON, unit.zone):
        raise Invalid("rule-bells-cross", end=f"{end:%H:%M}", afternoon=rules.afternoon)
    return Changed(wish.form, before, getattr(rules, name))


def _stored(value: Any) -> Any:
    """A value as JSON keeps it."""
    if isinstance(value, frozenset):
        return sorted(value)
    return list(value) if isinstance(value, tuple) else value
