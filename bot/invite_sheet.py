"""Slips to cut out and hand over: who, QR codes to point a phone at, the code, what to do.

One HTML page that needs nothing else, with the QR codes drawn in it; the browser prints it.
"""

import html
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import segno

from bot.cli_text import Text

STYLE = """
@page { size: A4; margin: 10mm }
body { font: 11pt/1.35 "Noto Sans", "Segoe UI", Arial, sans-serif; margin: 0; color: #000 }
main { display: grid; grid-template-columns: 1fr 1fr }
article { border: 1px dashed #888; padding: 5mm; display: grid; gap: 4mm;
  grid-template-columns: 34mm 1fr; break-inside: avoid; page-break-inside: avoid }
figure { margin: 0 0 2mm; text-align: center; font-size: 9pt }
svg { width: 34mm; height: 34mm; display: block }
h2 { font-size: 12pt; margin: 0 0 1mm }
p { margin: 0 0 1mm }
ol { margin: 1mm 0; padding-left: 5mm }
ol, small, .school { font-size: 9pt }
.school { color: #444 }
code { font: bold 12pt monospace }
"""


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: `who` it is for, what they are (`about`), the code and its last day; `links` by the
    messenger's name, each drawn as a QR code; `steps`: a line for each way in."""

    who: str
    about: str
    code: str
    links: Mapping[str, str]
    steps: Sequence[str]
    until: str


def sheet(slips: Sequence[Slip], school: str, text: Text) -> str:
    """The page with every slip, two in a row, none broken across pages."""
    title = html.escape(text("invite-sheet-title", school=school))
    body = "\n".join(_slip(slip, school, text) for slip in slips)
    return (
        f'<!doctype html>\n<html lang="{text.language}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{STYLE}</style></head>\n"
        f"<body><main>\n{body}\n</main></body></html>\n"
    )


def _slip(slip: Slip, school: str, text: Text) -> str:
    lines = "".join(f"<li>{html.escape(step)}</li>" for step in slip.steps)
    codes = "".join(
        f"<figure>{_qr(link)}<figcaption>{html.escape(name)}</figcaption></figure>"
        for name, link in slip.links.items()
    )
    words = {
        "school": school,
        "who": slip.who,
        "about": slip.about,
        "code": slip.code,
        "once": text("invite-slip-once", day=slip.until),
    }
    said = {name: html.escape(value) for name, value in words.items()}
    return (
        f"<article><div>{codes}</div><div>"
        f'<p class="school">{said["school"]}</p><h2>{said["who"]}</h2><p>{said["about"]}</p>'
        f"<ol>{lines}</ol><p><code>{said['code']}</code></p><small>{said['once']}</small>"
        "</div></article>"
    )


def _qr(link: str) -> str:
    drawn = io.BytesIO()
    segno.make(link, error="m").save(
        drawn, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=2
    )
    return drawn.getvalue().decode()
