"""How the board of the day looks when it is drawn again by itself, and the summary at its end."""

from handlers.board_buttons import of_session, summary_keyboard
from handlers.board_words import board_face, summary_text
from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.texts import Texts


@notice("day-board")
def day_board(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The board on a head's phone; it changes all morning, which is never worth a message."""
    text, buttons = board_face(t, params)
    return Rendered(text, buttons, news=False)


@notice("day-summary")
def day_summary(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To principal and vice principals, once a school day."""
    at = of_session({"day": params["day"], "half": params["halves"][-1]["half"]})
    return Rendered(summary_text(t, params), summary_keyboard(t, at))
