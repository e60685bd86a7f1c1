"""What a messenger can do, so that a handler chooses the better form without knowing its name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capabilities:
    """Limits of a channel: text in characters, buttons in all and per row; what it has at all."""

    text_length: int = 4096
    buttons: int = 100
    buttons_per_row: int = 8
    edits: bool = True
    tables: bool = False
    files_in: bool = True
    files_out: bool = True
    contact_button: bool = True
    command_menu: bool = True
    markup: bool = True
