"""One language's texts, from `TOPIC.LANGUAGE.ftl` beside this module, each parsed when it is said.

Parsed, all texts together hold 6 MB, most of which a day never says. A text stands by itself: it
refers to no other.
"""

import re
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

FOLDER = Path(__file__).parent
ENTRY = re.compile(r"^(?=[a-z][a-z0-9-]* =)", re.MULTILINE)


class MissingTextError(KeyError):
    """A text that no catalogue has, or that lacks a value."""


class Catalogue:
    """All texts of a language."""

    def __init__(self, language: str) -> None:
        self.bundle = FluentBundle([language], use_isolating=False)
        self._sources: dict[str, str] = {}
        for path in sorted(FOLDER.glob(f"*.{language}.ftl")):
            for source in ENTRY.split(path.read_text(encoding="utf-8")):
                self._sources[source.partition(" =")[0]] = source

    def has(self, key: str) -> bool:
        """Whether there is a text of this key."""
        return key in self._sources

    def pattern(self, key: str) -> Any:
        """A text's pattern, for the bundle to format; raises `MissingTextError`."""
        if not self.bundle.has_message(key):
            if key not in self._sources:
                raise MissingTextError(key)
            self.bundle.add_resource(FluentParser(with_spans=False).parse(self._sources[key]))
        return self.bundle.get_message(key).value
