"""The comments on the headers of an empty workbook: what belongs there, with an example."""

from bot.cli_text import Text
from services.importing.layout import LAYOUTS, Sheet


def template_notes(text: Text) -> dict[tuple[Sheet, str], str]:
    """The comment of each column that has one."""
    notes = {}
    for sheet, layout in LAYOUTS.items():
        for column in layout.columns:
            for key in (f"template-{sheet.value}-{column.name}", f"template-{column.name}"):
                if text.has(key):
                    need = text("template-required") if column.required else ""
                    notes[sheet, column.name] = f"{text(key)} {need}".strip()
                    break
    return notes
