"""Setting a page: a template and its facts in, a PDF or a picture out.

Only the fonts that come with the program are used, so that a page looks alike on every machine:
Libertinus Serif for papers, DejaVu Sans for what is read on a phone. Both have every Vietnamese
letter. Setting takes tens of milliseconds: inside a conversation it is reckoned outside the unit
of work (`handlers.outside.reckoned`).
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst

HERE = Path(__file__).parent
PHONE_PPI = 144.0  # pixels an inch: sharp on a phone, some 50 kB a card


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[HERE / "fonts"])


def pdf(template: str, facts: Mapping[str, Any]) -> bytes:
    """The pages of `template` ("month.typ") as one PDF; it reads `facts` with
    `json(bytes(sys.inputs.facts))`."""
    return b"".join(_set(template, facts, "pdf"))


def picture(template: str, facts: Mapping[str, Any], ppi: float = PHONE_PPI) -> bytes:
    """The first page of `template` as a PNG."""
    return _set(template, facts, "png", ppi)[0]


def pictures(template: str, facts: Mapping[str, Any], ppi: float = PHONE_PPI) -> list[bytes]:
    """Each page of `template` as a PNG."""
    return _set(template, facts, "png", ppi)


def _set(
    template: str, facts: Mapping[str, Any], kind: "typst.OutputFormat", ppi: float | None = None
) -> list[bytes]:
    import typst

    made = typst.compile(
        HERE / template,
        root=HERE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format=kind,
        ppi=ppi,
        sys_inputs={"facts": json.dumps(facts, ensure_ascii=False)},
        pdf_tags=False,
    )
    assert made is not None  # only where it is written to a file
    return made if isinstance(made, list) else [made]
