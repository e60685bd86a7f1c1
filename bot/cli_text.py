"""What the command line says, from `locales/cli.*.ftl`; apart from the bot's texts to start fast.

Vietnamese unless `--language en` or an English locale in the environment asks otherwise.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

import locales

FOLDER = Path(locales.__file__).parent
LANGUAGES = ("vi", "en")


class Text:
    """The command line's texts of one language; call it with a key and values."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        self._add(FOLDER / f"cli.{language}.ftl")

    def _add(self, catalogue: Path) -> None:
        source = catalogue.read_text(encoding="utf-8")
        self._bundle.add_resource(FluentParser(with_spans=False).parse(source))

    def has(self, key: str) -> bool:
        """Whether the command line has a text of this key."""
        return bool(self._bundle.has_message(key))

    def __call__(self, key: str, **values: Any) -> str:
        """The text; one that only the bot has comes from its catalogues, without its library."""
        if not self.has(key):
            for catalogue in sorted(FOLDER.glob(f"*.{self.language}.ftl")):
                if catalogue.name != f"cli.{self.language}.ftl":
                    self._add(catalogue)
        pattern = self._bundle.get_message(key).value
        assert pattern is not None, f"{key} has no value"
        # str() takes the members of string enumerations as the text they are
        plain = {k: str(v) if isinstance(v, str) else v for k, v in values.items()}
        told, errors = self._bundle.format_pattern(pattern, plain)
        if errors:
            raise errors[0]
        return str(told)


def language_of(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language that a command line or else the environment asks for."""
    for index, word in enumerate(words):
        value = word.partition("=")[2] if word.startswith("--language=") else None
        if word == "--language" and index + 1 < len(words):
            value = words[index + 1]
        if value in LANGUAGES:
            return value
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "")
    return "en" if locale.casefold().startswith("en") else "vi"


_chosen: list[Text] = []


def use(language: str) -> Text:
    """Choose the language of this process's command line."""
    _chosen[:] = [Text(language)]
    return _chosen[0]


def current() -> Text:
    """The texts in the language that was chosen; Vietnamese where none was."""
    return _chosen[0] if _chosen else use(LANGUAGES[0])
