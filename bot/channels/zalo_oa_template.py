"""A message as a template: short facts in its fields, and a link to a page with the whole text."""

from collections.abc import Mapping
from typing import Any

from aiogram.types import InlineKeyboardMarkup

from bot.channels.base import Parcel
from bot.channels.zalo_oa_messages import text_of
from handlers.texts import texts
from services.link_tokens import LinkKind, Links
from services.links import page_link
from services.message_template import MessageTemplate
from services.profiles import school_name
from services.unit import Unit
from storage import households, page_links
from storage.tables import Person

PURPOSE = 60  # characters of what a page is for


class LinkTooLongError(Exception):
    """The address of a page does not fit the template's field."""


async def filled(
    unit: Unit,
    parcel: Parcel,
    person: Person,
    template: MessageTemplate,
    *,
    links: Links,
    answers: bool,
) -> dict[str, str]:
    """The template's fields for this message; raises `LinkTooLongError`.

    `answers`: the person can answer in the chat.
    """
    text = _page_text(parcel, answers=answers)
    title = next((line.strip() for line in text.splitlines() if line.strip()), "")
    page = {"title": title, "text": text}
    link = await _link(unit, parcel, person.id, page, links)
    if template.too_long(link):
        raise LinkTooLongError
    facts = {
        "school": await school_name(unit) or "",
        "pupil": await _pupils(unit, parcel.about, person),
        "title": title,
        "date": unit.today.strftime("%d/%m/%Y"),
        "name": person.full_name,
        "link": link,
    }
    return template.fill(facts)


def _page_text(parcel: Parcel, *, answers: bool) -> str:
    """The text; what can be answered stands below it, since a page has no buttons of the chat."""
    markup = getattr(parcel.call, "reply_markup", None)
    text = text_of(parcel.call)
    if not answers or not isinstance(markup, InlineKeyboardMarkup):
        return text
    labels = [b.text for row in markup.inline_keyboard for b in row if b.callback_data is not None]
    if not labels:
        return text
    lines = [f"{n}) {label}" for n, label in enumerate(labels, start=1)]
    return "\n".join([text, "", texts(parcel.language).plain("channel-page-answers"), *lines])


async def _link(
    unit: Unit, parcel: Parcel, person_id: int, page: dict[str, str], links: Links
) -> str:
    """The address of the page; a message that is tried again has the same."""
    purpose = (parcel.owner or f"message:{parcel.row_id}")[:PURPOSE]
    before = await page_links.made_before(unit.session, purpose, person_id, page, unit.now)
    if before is not None:
        return links.address(LinkKind.PAGE, before.id, before.expires_at)
    return await page_link(
        unit.session,
        links,
        unit.now,
        person_id=person_id,
        purpose=purpose,
        title=page["title"],
        text=page["text"],
    )


async def _pupils(unit: Unit, about: Mapping[str, Any], person: Person) -> str:
    """Whom it is about, as the notice says; else the person's own children."""
    named = about.get("pupil")
    if isinstance(named, str) and named:
        return named
    children = about.get("about")
    if isinstance(children, list) and children:
        return ", ".join(str(child[0]) for child in children if isinstance(child, list) and child)
    ties = await households.ties_of_person(unit.session, person.id, unit.today)
    return ", ".join(dict.fromkeys(tie.pupil for tie in ties if not tie.barred))
