"""The Bot API's specification, as far as the sandbox plays it, ready for fast checks."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True)
class MethodSpec:
    """A method's parameters: type by name, and which must be there."""

    name: str
    returns: str
    types: dict[str, str]
    required: tuple[str, ...]


@cache
def document(name: str) -> Any:
    """A JSON document of `sandbox/spec`."""
    text = resources.files("sandbox").joinpath("spec", f"{name}.json").read_text("utf-8")
    return json.loads(text)


@cache
def methods() -> dict[str, MethodSpec]:
    """Every supported method by its name in lower case, as the server matches names."""
    return {
        name.lower(): MethodSpec(
            name,
            spec["returns"],
            {field: kind[0] for field, kind in spec["fields"].items()},
            tuple(field for field, kind in spec["fields"].items() if len(kind) > 1),
        )
        for name, spec in document("methods")["methods"].items()
    }


@cache
def known() -> frozenset[str]:
    """Names of all methods of the Bot API, in lower case."""
    return frozenset(name.lower() for name in document("methods")["known"])
