"""Switches for what is not known about Zalo, or differs from day to day.

Each door registers a dataclass of its own in `OPTIONS`; `/control/zalo` shows and sets them.
"""

from dataclasses import fields, replace
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

OPTIONS: dict[str, type] = {}


class OptionError(ValueError):
    """A setting that makes no sense, with the reason."""


def register(name: str) -> Any:
    """A decorator: the dataclass under it holds the options called `name`."""

    def keep(kind: type) -> type:
        OPTIONS[name] = kind
        return kind

    return keep


def name_of(kind: type) -> str:
    """The name under which a dataclass was registered."""
    return next(name for name, found in OPTIONS.items() if found is kind)


def changed(options: Any, wish: Any) -> Any:
    """New options with what the wish names; raises OptionError."""
    kind = type(options)
    if not isinstance(wish, dict):
        raise OptionError(f"{name_of(kind)} must be a JSON object")
    hints = get_type_hints(kind)
    known = [field.name for field in fields(kind)]
    for name, value in wish.items():
        if name not in known:
            raise OptionError(f"unknown option {name!r}; there are {', '.join(known)}")
        try:
            TypeAdapter(hints[name]).validate_python(value, strict=True)
        except ValidationError as error:
            raise OptionError(f"{name}: {error.errors()[0]['msg']}") from error
    return replace(options, **wish)
