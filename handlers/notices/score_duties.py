"""Marks entered for a teacher by others, and exemptions: what they look like to who decides."""

from handlers.capabilities import Capabilities
from handlers.exemptions import ExemptionDecide
from handlers.notices import Params, Rendered, notice
from handlers.score_buttons import ScoreConfirm
from handlers.score_page import ScorePage
from handlers.score_words import column_words
from handlers.showing import button, keyboard
from handlers.texts import Texts
from services.score_cells import Column


@notice("score-entered")
def entered(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the subject's teacher: look, and confirm."""
    column = Column.of(params["column"])
    text = t(
        "score-entered",
        subject=params["subject"],
        column=column_words(t, column),
        by=params["by"],
        **{"class": params["class"]},
    )
    place = ScorePage(of=params["class_id"], subject=params["subject_id"], term=column.term)
    confirm = ScoreConfirm(column=params["id"], version=params["version"])
    return Rendered(
        text,
        keyboard(
            [button(t.plain("score-entered-look"), place.pack())],
            [button(t.plain("score-entered-right"), confirm.pack())],
        ),
    )


@notice("exemption")
def exemption(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the principal to decide; to the teacher as it was decided."""
    text = t(
        "exemption-card",
        status=params["status"],
        pupil=params["pupil"],
        subject=params["subject"],
        reason=params["reason"],
        until=params["until"],
        asked=params["asked"],
        **{"class": params["class"]},
    )
    if not params["decides"] or params["status"] != "pending":
        return Rendered(text)
    choices = [
        button(t.plain("exemption-yes"), ExemptionDecide(id=params["id"], approved=True).pack()),
        button(t.plain("exemption-no"), ExemptionDecide(id=params["id"], approved=False).pack()),
    ]
    return Rendered(text, keyboard(choices))
