"""Zalo's style runs, `{start, len, st}` over UTF-16 units, as HTML for the page."""

from html import escape
from itertools import pairwise

from sandbox.store import Json

TAGS = {
    "b": "b",
    "i": "i",
    "u": "u",
    "s": "s",
    "code": "code",  # markdown's; there is no run for it
    "f_18": "b",
    "f_20": "b",
}
SIZES = {"f_13", "f_15", "f_18", "f_20"}
COLOURS = {"c_050a19", "c_15a85f", "c_f7b503", "c_f27806", "c_db342e"}
LISTS = {"lst_1", "lst_2", *(f"ind_{depth}" for depth in range(1, 6))}
CODES = {"b", "i", "u", "s"} | SIZES | COLOURS | LISTS


def styled_html(text: str, styles: list[Json]) -> str:
    """Text and runs as HTML that is safe to show: every letter escaped, known tags only.

    Sizes above the ordinary are shown bold; colours, bullets and indents are left out.
    """
    data = text.encode("utf-16-le", "surrogatepass")
    length = len(data) // 2
    styles = sorted(styles, key=lambda run: -run["len"])  # the longest outside
    points = {0, length}
    for run in styles:
        points |= {min(run["start"], length), min(run["start"] + run["len"], length)}
    out, cuts = [], sorted(points)
    for start, end in pairwise(cuts):
        codes = [
            code
            for run in styles
            if run["start"] <= start and end <= run["start"] + run["len"]
            for code in run["st"]
        ]
        tags = list(dict.fromkeys(TAGS[code] for code in codes if code in TAGS))
        piece = escape(data[start * 2 : end * 2].decode("utf-16-le", "replace"))
        opening = "".join(f"<{tag}>" for tag in tags)
        closing = "".join(f"</{tag}>" for tag in reversed(tags))
        out.append(f"{opening}{piece}{closing}")
    return "".join(out)
