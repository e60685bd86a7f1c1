"""`solienlac zalo templates`: the account's approved templates, and which one the school uses."""

import argparse
import asyncio
from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.zalo_oa_client import OaError
from bot.channels.zalo_oauth import TokenError
from bot.checks_zalo_keys import missing
from bot.cli_ask import confirmed
from bot.cli_database import clock_of, require_current
from bot.cli_text import Text, current
from bot.finding import Finding
from bot.settings import Settings
from bot.zalo_account import official_account, trouble
from bot.zalo_console import HEAD
from bot.zalo_template import ZaloTemplate, all_ids, differences, link_length, look_up
from services.errors import Invalid, Refusal
from services.message_template import KEY, LENGTHS, fault_of, read_template, set_template
from services.unit import Unit
from storage import school_settings
from storage.database import Database

WAYS = {"user": (True, False), "phone": (False, True), "both": (True, True)}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare `use ID` with its fields."""
    text = current()
    sources = ", ".join(LENGTHS)
    parser.add_argument("use", nargs="*", metavar="use ID", help=text("zalo-help-use"))
    parser.add_argument(
        "--field",
        action="append",
        default=[],
        metavar="NAME=SOURCE",
        help=text("zalo-help-field", sources=sources),
    )
    parser.add_argument("--by", choices=tuple(WAYS), default="both", help=text("zalo-help-by"))
    parser.add_argument("--yes", action="store_true", help=text("cli-help-yes"))


def run(args: argparse.Namespace, settings: Settings) -> int:
    """List them; with `use ID` check one against its fields, ask, and store it."""
    text = current()
    if args.use and (args.use[0] != "use" or len(args.use) != 2):
        raise Invalid("zalo-templates-usage")
    if empty := missing(settings):
        raise Refusal("doctor-oa-missing", names=", ".join(empty))
    id = args.use[1] if args.use else None
    stored, found = asyncio.run(_ask_zalo(settings, id))
    used = read_template(stored).id
    for template in found:
        for line in lines_of(template, text, is_used=template.id == used):
            print(line)
    if id is None:
        if not found:
            print(text("zalo-templates-none"))
        return 0
    return _use(args, settings, text, found[0])


def lines_of(template: ZaloTemplate, text: Text, *, is_used: bool) -> list[str]:
    """A template with its parameters; the one in use is marked."""
    lines = [
        text(
            "zalo-template-line",
            id=template.id,
            name=template.name or "–",
            status=template.status or "?",
            user="?" if template.price_user is None else template.price_user,
            phone="?" if template.price_phone is None else template.price_phone,
            used="yes" if is_used else "no",
        )
    ]
    for parameter in template.parameters:
        most = "?" if parameter.most is None else parameter.most
        need = "yes" if parameter.required else "no"
        lines.append(text("zalo-template-field", name=parameter.name, most=most, need=need))
    return lines


async def _ask_zalo(settings: Settings, id: str | None) -> tuple[Any, list[ZaloTemplate]]:
    """The school's setting, and one template or all of them."""
    await require_current(settings)
    async with Database(settings.url) as database:
        stored = await database.run(lambda session: school_settings.get(session, KEY))
        async with official_account(settings, database, clock_of(settings)) as client:
            try:
                ids: Sequence[str] = [id] if id is not None else await all_ids(client)
                return stored, [await look_up(client, one) for one in ids]
            except (OaError, TokenError) as error:
                raise _refusal(trouble(error)) from None


def _use(args: argparse.Namespace, settings: Settings, text: Text, zalo: ZaloTemplate) -> int:
    by_user, by_phone = WAYS[args.by]
    stored: dict[str, Any] = {
        "id": zalo.id,
        "fields": _fields(args.field, zalo),
        "lengths": {p.name: p.most for p in zalo.parameters if p.most is not None},
        "uid": by_user,
        "phone": by_phone,
    }
    prices = {"price": zalo.price_user, "price_phone": zalo.price_phone}
    stored |= {name: price for name, price in prices.items() if price is not None}
    if fault := fault_of(stored):
        raise Invalid("spending-template-fault", what=fault)
    wrong = differences(read_template(stored), zalo, link_length=link_length(settings))
    if wrong:
        for finding in wrong[1:]:
            print(text(finding.key, **finding.values))
        raise _refusal(wrong[0])
    for name, source in stored["fields"].items():
        print(text("zalo-template-would", name=name, source=source))
    if not confirmed(text, yes=args.yes, question=text("zalo-template-question", by=args.by)):
        raise Refusal("cli-declined")
    asyncio.run(_store(settings, stored))
    print(text("zalo-saved"))
    return 0


def _fields(told: Sequence[str], zalo: ZaloTemplate) -> dict[str, str]:
    """Which fact goes into which field: as told, else the fact of the field's own name."""
    fields = {p.name: p.name for p in zalo.parameters if p.name in LENGTHS}
    for one in told:
        name, sign, source = (part.strip() for part in one.partition("="))
        if not (name and sign and source in LENGTHS):
            raise Invalid("zalo-field-unclear", told=one, sources=", ".join(LENGTHS))
        fields[name] = source
    return fields


async def _store(settings: Settings, stored: dict[str, Any]) -> None:
    clock = clock_of(settings)

    async def work(session: AsyncSession) -> None:
        unit = Unit(session, clock.now(), settings.zone, actor=HEAD)
        await set_template(unit, stored)
        await unit.finish()

    async with Database(settings.url) as database:
        await database.run(work)


def _refusal(finding: Finding) -> Refusal:
    return Refusal(finding.key, **finding.values)
