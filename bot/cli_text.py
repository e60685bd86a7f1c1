"""What the command line says, from `locales/cli.*.ftl`; apart from the bot's texts to start fast.

Vietnamese unless `--language en` or an English locale in the environment asks otherwise.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from locales.catalogue import Catalogue

LANGUAGES = ("vi", "en")


class Text:
    """The command line's texts of one language; call it with a key and values."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = Catalogue(language)

    def has(self, key: str) -> bool:
        """Whether there is a text of this key."""
        return self._catalogue.has(key)

    def __call__(self, key: str, **values: Any) -> str:
        """The text; the bot's own are here as well, without its library."""
        pattern = self._catalogue.pattern(key)
        # str() takes the members of string enumerations as the text they are
        plain = {k: str(v) if isinstance(v, str) else v for k, v in values.items()}
        told, errors = self._catalogue.bundle.format_pattern(pattern, plain)
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
