"""The texts people read, from the catalogues in `locales/` (`TOPIC.vi.ftl`, `TOPIC.en.ftl`).

Values put into a text are escaped, since texts are HTML; `plain` is for what is not (buttons,
short answers). Vietnamese is the language of last resort.
"""

import html
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

import locales

LANGUAGES = ("vi", "en")
LONG = 1000  # characters; Fluent refuses values over 2,500, so long ones go in afterwards
FOLDER = Path(locales.__file__).parent


class Html(str):
    """A piece that is HTML already."""

    __slots__ = ()


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    parser = FluentParser(with_spans=False)  # nobody asks where in the file a text stands
    for path in sorted(FOLDER.glob(f"*.{language}.ftl")):
        if path.name.startswith("cli."):
            continue  # a fifth of all texts, which only the command line says
        bundle.add_resource(parser.parse(path.read_text(encoding="utf-8")))
    return bundle


class MissingTextError(KeyError):
    """A text that no catalogue has, or that lacks a value."""


class Texts:
    """The catalogue of one language; call it with a key and the values of the text."""

    __slots__ = ("_bundle", "language")

    def __init__(self, language: str | None) -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]
        self._bundle = _bundle(self.language)

    def __call__(self, key: str, **values: Any) -> str:
        """The text as HTML, values escaped (an `Html` value goes in as it is)."""
        return self._format(
            key,
            {
                name: html.escape(value, quote=False)
                if isinstance(value, str) and not isinstance(value, Html)
                else value
                for name, value in values.items()
            },
        )

    def plain(self, key: str, **values: Any) -> str:
        """The text without HTML, for buttons and short answers."""
        return self._format(key, values)

    def _format(self, key: str, values: dict[str, Any]) -> str:
        if not self._bundle.has_message(key):
            raise MissingTextError(key)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise MissingTextError(key)
        short = {k: str(v) if isinstance(v, str) else v for k, v in values.items()}
        long = {k: v for k, v in short.items() if isinstance(v, str) and len(v) > LONG}
        marks = {k: f"\ue000{n}\ue001" for n, k in enumerate(long)}
        text, errors = self._bundle.format_pattern(pattern, short | marks)
        if errors:
            raise MissingTextError(f"{key}: {errors[0]}")
        told = str(text)
        for name, mark in marks.items():
            told = told.replace(mark, long[name])
        return told


@cache
def texts(language: str | None) -> Texts:
    """The catalogue for a language code; Vietnamese where there is none."""
    return Texts(language)
