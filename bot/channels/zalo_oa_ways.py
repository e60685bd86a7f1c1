"""How a message may go to somebody now, asked in the unit of work that claims it.

Free, as a paid consultation message, as a template by user id or by telephone number; or not at
all, and why. The rules are `services/windows.py`, the money is `services/spending.py`.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from aiogram.methods import SendDocument, SendPhoto
from aiogram.types import BufferedInputFile

from bot.channels.base import Outcome, Parcel, Result, Way
from bot.channels.zalo_oa_messages import messages_of, takes_document, takes_picture
from bot.channels.zalo_oa_template import LinkTooLongError, filled
from handlers.texts import texts
from services.link_tokens import Links
from services.links import file_link
from services.message_template import NONE, MessageTemplate, template_of
from services.phone_numbers import international
from services.spending import budget_of, may_spend, price_of
from services.unit import Unit
from services.windows import Standing, Templates, WayName, way_of
from storage import contacts
from storage.contacts import TELEPHONE
from storage.files import FileStore
from storage.tables import MessengerContact, Person

TRACKING = "row-"  # begins the id by which a receipt names a message
LINK_LIFE = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class _Known:
    contact: MessengerContact
    person: Person
    template: MessageTemplate

    @property
    def number(self) -> str:
        """As templates take it; a contact that is a number is written to under that one."""
        native_id = self.contact.native_id
        if native_id.startswith(TELEPHONE):
            return native_id.removeprefix(TELEPHONE)
        return international(self.person.phone) or ""


@dataclass(frozen=True, slots=True)
class OaWays:
    """`links` makes addresses of our web server, where there is one; `form_picture` is shown by
    the request for a telephone number."""

    channel: str
    files: FileStore
    links: Links | None
    form_picture: str = ""

    async def way(self, unit: Unit, parcel: Parcel) -> Way | Outcome:
        """The cheapest way that is open and within the budget, or why there is none."""
        contact = await contacts.by_chat(unit.session, self.channel, parcel.chat)
        if contact is None:
            return Outcome(Result.PERMANENT, reason="chat-not-found")
        person = None
        if parcel.person_id is not None:
            person = await unit.session.get(Person, parcel.person_id)
        windows = (await budget_of(unit)).windows
        standing = _standing(contact, person)
        name = way_of(standing, unit.now, Templates(), windows, promised=False)
        template = NONE
        if name is None and parcel.kind and person is not None:
            template = await template_of(unit)
            name = way_of(standing, unit.now, template.allowed, windows)
        if name is None:
            return Outcome(Result.WINDOW_CLOSED, reason="window")
        if name in (WayName.FREE, WayName.CONSULTATION):
            return await self._talk(unit, parcel, contact, name)
        if person is None:
            raise RuntimeError("a template without its person")
        known = _Known(contact, person, template)
        return await self._template(unit, parcel, known, name)

    async def chat_by_phone(self, unit: Unit, person_id: int) -> str | None:
        """The chat of a person who is only known by telephone number."""
        if not (await template_of(unit)).by_phone:
            return None
        person = await unit.session.get(Person, person_id)
        number = international(person.phone) if person is not None else None
        if number is None:
            return None
        native_id = TELEPHONE + number
        contact = await contacts.meet(unit.session, self.channel, native_id, unit.now)
        return str(contact.id)

    async def _talk(
        self, unit: Unit, parcel: Parcel, contact: MessengerContact, name: WayName
    ) -> Way | Outcome:
        extra: dict[str, Any] = {"user": contact.native_id}
        in_place = await self._in_place(unit, parcel)
        if in_place:
            extra["in_place"] = in_place
        parts = messages_of(parcel.call, form_picture=self.form_picture, in_place=in_place)
        prices = (await budget_of(unit)).prices
        left = max(len(parts) - parcel.done, 0)
        cost, each = (price_of(name, prices, NONE, count) for count in (left, 1))
        return await _paid(unit, parcel, Way(name.value, cost, extra, each))

    async def _in_place(self, unit: Unit, parcel: Parcel) -> str:
        """What stands for a picture or file that Zalo does not take; "" where it takes it."""
        call = parcel.call
        if isinstance(call, SendPhoto) and not takes_picture(call.photo):
            picture, key, missing = call.photo, "channel-picture-link", "channel-picture-missing"
        elif isinstance(call, SendDocument) and not takes_document(call.document):
            picture, key, missing = call.document, "channel-file-link", "channel-file-missing"
        else:
            return ""
        t = texts(parcel.language)
        link = await self._link(unit, parcel.chat, picture)
        return t.plain(key, link=link) if link else t.plain(missing)

    async def _link(self, unit: Unit, chat: str, file: Any) -> str:
        """A link of our own to a file; "" where there can be none."""
        if self.links is None or not isinstance(file, BufferedInputFile):
            return ""
        return await file_link(
            unit.session,
            self.links,
            unit.now,
            channel=self.channel,
            chat=chat,
            digest=self.files.put(file.data),
            name=file.filename or "",
            size=len(file.data),
            life=LINK_LIFE,
        )

    async def _template(
        self, unit: Unit, parcel: Parcel, known: _Known, name: WayName
    ) -> Way | Outcome:
        if self.links is None:
            return Outcome(Result.CONFIG, reason="no-public-url")
        template = known.template
        cost = price_of(name, (await budget_of(unit)).prices, template)
        way = await _paid(unit, parcel, Way(name.value, cost))
        if isinstance(way, Outcome):
            return way
        try:
            data = await filled(
                unit,
                parcel,
                known.person,
                template,
                links=self.links,
                answers=not known.contact.native_id.startswith(TELEPHONE),
            )
        except LinkTooLongError:
            return Outcome(Result.CONFIG, reason="template-link")
        body: dict[str, Any] = {"template_id": template.id, "template_data": data}
        if name is WayName.TEMPLATE:
            extra = {"by_user": {"user_id": known.contact.native_id, **body}}
        else:
            tracking = f"{TRACKING}{parcel.row_id}"
            extra = {"by_phone": {"phone": known.number, **body, "tracking_id": tracking}}
        return Way(name.value, cost, extra)


def _standing(contact: MessengerContact, person: Person | None) -> Standing:
    return Standing(
        contact.heard_at,
        contact.window_shut_at,
        is_telephone=contact.native_id.startswith(TELEPHONE),
        has_number=person is not None and international(person.phone) is not None,
    )


async def _paid(unit: Unit, parcel: Parcel, way: Way) -> Way | Outcome:
    """The way, if the budget has it."""
    ceiling = await may_spend(unit, way.cost, owner=parcel.owner)
    return way if ceiling is None else Outcome(Result.QUOTA, reason="ceiling")
