"""What a messenger can do, so that a handler chooses the better form without knowing its name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capabilities:
    """Limits of a channel: text in characters, choices in all and per row; what it has at all.

    `buttons` are the choices that may be offered below one message, `tapped` how many of them can
    be real buttons with at most `button_length` characters: beyond that they become a list that is
    answered by typing. `toasts`: a tap can be answered without a message. `start_links`: a link
    can carry an invite code into the chat.
    """

    text_length: int = 4096
    buttons: int = 100
    tapped: int = 100
    button_length: int = 64
    buttons_per_row: int = 8
    edits: bool = True
    toasts: bool = True
    tables: bool = False
    files_in: bool = True
    files_out: bool = True
    contact_button: bool = True
    command_menu: bool = True
    start_links: bool = True
    markup: bool = True
