"""The texts people read, from the catalogues in `locales/` (`TOPIC.vi.ftl`, `TOPIC.en.ftl`).

Values put into a text are escaped, since texts are HTML; `plain` is for what is not (buttons,
short answers). Vietnamese is the language of last resort.
"""

import html
from functools import cache
from typing import Any

from locales.catalogue import Catalogue, MissingTextError

LANGUAGES = ("vi", "en")
LONG = 1000  # characters; Fluent refuses values over 2,500, so long ones go in afterwards


class Html(str):
    """A piece that is HTML already."""

    __slots__ = ()


@cache
def _catalogue(language: str) -> Catalogue:
    return Catalogue(language)


class Texts:
    """The catalogue of one language; call it with a key and the values of the text."""

    __slots__ = ("_catalogue", "language")

    def __init__(self, language: str | None) -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]
        self._catalogue = _catalogue(self.language)

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
        pattern = self._catalogue.pattern(key)
        short = {k: str(v) if isinstance(v, str) else v for k, v in values.items()}
        long = {k: v for k, v in short.items() if isinstance(v, str) and len(v) > LONG}
        marks = {k: f"\ue000{n}\ue001" for n, k in enumerate(long)}
        text, errors = self._catalogue.bundle.format_pattern(pattern, short | marks)
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
