"""How questions about marks look: to the teacher asked, to who asked, to whom it is raised; the
weekly list; the months without a remark."""

from handlers.capabilities import Capabilities
from handlers.notices import Params, Rendered, notice
from handlers.odd_words import odd_words
from handlers.oversight_buttons import OddAnswer, OddAsk, OddClose, OddRaise
from handlers.showing import Row, button, keyboard
from handlers.texts import Texts

SHOWN = 8


@notice("score-question")
def question(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the teacher: what was noticed, and by when an answer is hoped for."""
    lines = [
        t("odd-question-head"),
        odd_words(t, params),
        t("odd-question", text=params["question"] or "none", due=params["due"]),
    ]
    reply = button(t.plain("odd-reply"), OddAnswer(id=params["id"]).pack())
    return Rendered("\n".join(lines), keyboard([reply]))


@notice("score-answer")
def answered(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To who asked: the teacher's answer."""
    lines = [
        t("odd-answer-head", name=params["teacher"]),
        odd_words(t, params),
        t("odd-answer", text=params["answer"]),
    ]
    return Rendered("\n".join(lines), keyboard(*_rows(t, params["id"])))


def _rows(t: Texts, id: int) -> list[Row]:
    return [
        [button(t.plain("odd-close"), OddClose(id=id).pack())],
        [button(t.plain("odd-ask"), OddAsk(id=id).pack())],
        [button(t.plain("odd-raise"), OddRaise(id=id).pack())],
    ]


@notice("score-raised")
def raised(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the principal and the head of the department."""
    lines = [t("odd-raised-head"), odd_words(t, params)]
    lines.append(t("odd-answer", text=params["answer"] or t.plain("odd-no-answer")))
    return Rendered("\n".join(lines))


@notice("score-odd")
def digest(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """The week's list."""
    lines = [t("odd-head", count=params["count"])]
    lines += [f"• {odd_words(t, each)}" for each in params["findings"][:SHOWN]]
    if params["count"] > SHOWN:
        lines.append(t("score-problem-more", count=params["count"] - SHOWN))
    return Rendered("\n".join([*lines, t("odd-more")]))


@notice("book-check-left")
def checks_left(params: Params, t: Texts, capabilities: Capabilities) -> Rendered:
    """To the vice principal: classes whose book has no remark for the month."""
    return Rendered(
        t("book-check-left", month=params["month"], classes=", ".join(params["classes"]))
    )
