"""A message template as Zalo tells of it, next to what the school's settings make of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.channels.zalo_bot_events import identifier, mapping, words
from bot.channels.zalo_oa_client import ZaloOaClient
from bot.finding import Finding
from bot.settings import Settings
from services.link_tokens import LENGTH, LinkKind
from services.message_template import LENGTHS, LINK, MessageTemplate

USABLE = "ENABLE"
PAGE = 50  # templates that are asked for at once
MOST = 500


@dataclass(frozen=True, slots=True)
class Parameter:
    """A field of a template; `most` characters fit, None where Zalo does not say."""

    name: str
    required: bool = True
    most: int | None = None


@dataclass(frozen=True, slots=True)
class ZaloTemplate:
    """Prices in đồng, None where Zalo does not say."""

    id: str
    name: str
    status: str
    parameters: Sequence[Parameter]
    price_user: int | None = None
    price_phone: int | None = None


async def look_up(client: ZaloOaClient, id: str) -> ZaloTemplate:
    """One template; raises `OaError` or `TokenError`."""
    told = mapping(await client.zbs_get("/template/info/v2", {"template_id": id}))
    listed = told.get("listParams")
    parameters = [_parameter(p) for p in listed] if isinstance(listed, list) else []
    return ZaloTemplate(
        identifier(told.get("templateId")) or id,
        words(told.get("templateName")),
        words(told.get("status")),
        [p for p in parameters if p is not None],
        _figure(told.get("price_uid")),
        _figure(told.get("price_sdt")),
    )


async def all_ids(client: ZaloOaClient) -> list[str]:
    """The ids of the account's templates; raises `OaError` or `TokenError`."""
    found: list[str] = []
    while len(found) < MOST:
        query = {"offset": str(len(found)), "limit": str(PAGE)}
        listed = await client.zbs_get("/template/all", query)
        page = listed if isinstance(listed, list) else []
        ids = [identifier(mapping(one).get("templateId")) for one in page]
        found += [id for id in ids if id and id not in found]
        if len(page) < PAGE:
            break
    return found


def differences(
    template: MessageTemplate, zalo: ZaloTemplate, *, link_length: int
) -> list[Finding]:
    """What would make Zalo refuse our messages; `link_length` is that of a page's address."""
    found: list[Finding] = []
    if zalo.status != USABLE:
        values = {"id": zalo.id, "status": zalo.status or "?"}
        found.append(Finding(False, "doctor-template-status", values))
    known = {p.name: p for p in zalo.parameters}
    for name, source in template.fields.items():
        parameter = known.get(name)
        if parameter is None:
            found.append(Finding(False, "doctor-template-unknown", {"name": name, "id": zalo.id}))
        elif parameter.most is not None:
            found += _too_long(template, name, source, parameter.most, link_length)
    missing = [p.name for p in zalo.parameters if p.required and p.name not in template.fields]
    found += [Finding(False, "doctor-template-missing", {"name": name}) for name in missing]
    return found


def link_length(settings: Settings) -> int:
    """How many characters the address of a page has."""
    return len(f"{settings.public_url.rstrip('/')}/{LinkKind.PAGE}/") + LENGTH


def _too_long(
    template: MessageTemplate, name: str, source: str, most: int, link_length: int
) -> list[Finding]:
    if source == LINK:
        ours, key = link_length, "doctor-template-link"
    else:
        ours, key = template.lengths.get(name, LENGTHS[source]), "doctor-template-long"
    values = {"name": name, "ours": ours, "most": most, "id": template.id}
    return [Finding(False, key, values)] if ours > most else []


def _parameter(told: Any) -> Parameter | None:
    facts: Mapping[str, Any] = mapping(told)
    name = words(facts.get("name"))
    if not name:
        return None
    return Parameter(name, facts.get("require") is not False, _figure(facts.get("maxLength")))


def _figure(told: Any) -> int | None:
    """A number, which may come as a text ("560", "560.0")."""
    try:
        number = float(told)
    except (TypeError, ValueError, OverflowError):
        return None
    return int(number) if 0 <= number < 1e9 else None
