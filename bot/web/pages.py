"""The pages behind links, as HTML: one look, and everything that comes from people escaped."""

from datetime import datetime
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from handlers.texts import LANGUAGES, Texts, texts
from services.file_types import MEGABYTE, MIMES, Purpose

if TYPE_CHECKING:
    from services.link_opening import Opened

PIXEL = bytes.fromhex(  # one transparent point
    "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b"
)


@cache
def _style() -> str:
    return Path(__file__).with_name("style.css").read_text(encoding="utf-8")


def reader_texts(language: str | None, accepted: str) -> Texts:
    """The texts for a reader: the person's language, else the first that the browser names."""
    if language is None:
        named = [part.partition(";")[0].strip()[:2].casefold() for part in accepted.split(",")]
        language = next((name for name in named if name in LANGUAGES), None)
    return texts(language)


class Pages:
    """Pages in one reader's language, under the school's name."""

    def __init__(self, t: Texts, zone: ZoneInfo, school: str | None) -> None:
        self.t = t
        self._zone = zone
        self._school = school or t.plain("web-the-school")

    def _frame(self, title: str, *parts: str) -> str:
        """A whole page; `title` is a text, `parts` are HTML."""
        return (
            f'<!doctype html>\n<html lang="{self.t.language}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">'
            '<meta name="format-detection" content="telephone=no">'
            f"<title>{escape(self._school)}</title><style>{_style()}</style></head><body><main>"
            f'<p class="school">{escape(self._school)}</p><h1>{escape(title)}</h1>'
            f"{''.join(parts)}</main></body></html>\n"
        )

    def _paragraph(self, text: str, kind: str = "") -> str:
        """`text` is HTML."""
        return f'<p class="{kind}">{text}</p>' if kind else f"<p>{text}</p>"

    def when(self, at: datetime) -> str:
        """An instant in the school's time."""
        local = at.astimezone(self._zone)
        return self.t("web-moment", time=f"{local:%H:%M}", day=f"{local:%d/%m/%Y}")

    def said(self, title: str, text: str) -> str:
        """A page that says one thing; `text` is HTML."""
        return self._frame(title, self._paragraph(text))

    def file(self, opened: "Opened") -> str:
        """The page before a file: nothing is fetched until the button is pressed."""
        t, params = self.t, opened.link.params
        size = _size(t, params["size"])
        return self._frame(
            t.plain("web-file-title"),
            self._paragraph(f"<b>{escape(params['name'])}</b>{size}", "file"),
            f'<form method="post"><button>{t("web-file-fetch")}</button></form>',
            self._paragraph(t("web-file-hint"), "note"),
            self._paragraph(t("web-file-until", until=self.when(opened.link.expires_at)), "note"),
        )

    def page(self, opened: "Opened", token: str) -> str:
        """A text for one person; the point at its end tells that somebody saw it."""
        t, params = self.t, opened.link.params
        until = self.when(opened.link.expires_at)
        name = t("web-page-for", name=opened.person or "")
        return self._frame(
            params["title"],
            f'<div class="text">{escape(params["text"])}</div>',
            f'<div class="for">{self._paragraph(f"<b>{name}</b>")}',
            self._paragraph(t("web-page-until", until=until), "note"),
            f'</div><img class="seen" src="{escape(token)}/seen.gif" alt="">',
        )

    def upload(self, opened: "Opened", purpose: Purpose, wrong: str = "") -> str:
        """The page with one field for one file; `wrong` is HTML that says what was refused."""
        t = self.t
        endings = ", ".join(purpose.endings)
        accept = ",".join([*purpose.endings, *(MIMES[kind] for kind in sorted(purpose.types))])
        about = t("web-upload-for", name=opened.person or "")
        limits = t("web-upload-limits", endings=endings, limit=purpose.largest // MEGABYTE)
        until = self.when(opened.link.expires_at)
        return self._frame(
            t.plain("web-upload-again" if wrong else "web-upload-title"),
            self._paragraph(wrong, "wrong") if wrong else "",
            self._paragraph(f"<b>{t(purpose.title)}</b>{about}", "file"),
            '<form method="post" enctype="multipart/form-data">'
            f'<label for="file">{t("web-upload-choose")}</label>'
            f'<input type="file" id="file" name="file" accept="{escape(accept)}" required>'
            f"<button>{t('web-upload-send')}</button></form>",
            self._paragraph(limits, "note"),
            self._paragraph(t("web-upload-hint"), "note"),
            self._paragraph(t("web-upload-until", until=until), "note"),
        )


def _size(t: Texts, size: int) -> str:
    if size >= MEGABYTE:
        return t("web-megabytes", size=size / MEGABYTE)
    return t("web-kilobytes", size=max(1, round(size / 1024)))
