"""What goes beyond the free window: the template and its fields, Zalo's quotas, our ceilings."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.beside_the_bot import current_database
from bot.channels.zalo_bot_events import mapping
from bot.channels.zalo_oa_client import OaError, OaRefusedError, ZaloOaClient
from bot.channels.zalo_oauth import TokenError
from bot.checks_zalo_keys import is_wanted, missing
from bot.cli_database import clock_of
from bot.finding import Finding
from bot.settings import Settings
from bot.zalo_account import official_account
from bot.zalo_template import differences, link_length, look_up
from services.message_template import KEY, MessageTemplate, fault_of, read_template
from services.spending import Budget, budget_of, spent_this_month
from services.unit import Unit
from services.windows import WayName
from storage import school_settings
from storage.spending import Spent


async def zalo_templates(settings: Settings) -> list[Finding]:
    """Nothing to say before the settings are complete, or where the account cannot be asked."""
    if not is_wanted(settings) or missing(settings):
        return []
    async with current_database(settings) as database:
        if database is None:
            return []
        clock = clock_of(settings)

        async def read(session: AsyncSession) -> tuple[Any, Budget, Spent]:
            unit = Unit(session, clock.now(), settings.zone)
            stored = await school_settings.get(session, KEY)
            return stored, await budget_of(unit), await spent_this_month(unit)

        stored, budget, spent = await database.run(read)
        template = read_template(stored)
        if not template.id:
            key = "doctor-template-none" if stored is None else "doctor-template-fault"
            found = [Finding(stored is None, key, {"fault": fault_of(stored) or ""})]
        else:
            async with official_account(settings, database, clock) as client:
                found = await _compared(client, template, settings)
    return found + _ceilings(budget, spent, template)


async def _compared(
    client: ZaloOaClient, template: MessageTemplate, settings: Settings
) -> list[Finding]:
    try:
        zalo = await look_up(client, template.id)
    except OaRefusedError as error:
        values = {"id": template.id, "code": str(error.code)}
        return [Finding(False, "doctor-template-gone", values)]
    except (OaError, TokenError):
        return []  # what is the matter was told with the keys
    found = differences(template, zalo, link_length=link_length(settings))
    if not found:
        values = {"id": zalo.id, "name": zalo.name, "ways": _ways(template)}
        goes = template.by_user or template.by_phone
        found = [Finding(goes, "doctor-template", values)]
    for ours, theirs in (
        (template.price, zalo.price_user),
        (template.price_phone, zalo.price_phone),
    ):
        if theirs is not None and ours is not None and ours != theirs:
            prices = {"ours": ours, "theirs": theirs, "id": zalo.id}
            found.append(Finding(False, "doctor-template-price", prices))
    return found + await _quota(client)


def _ways(template: MessageTemplate) -> str:
    if template.by_user and template.by_phone:
        return "both"
    if template.by_user:
        return WayName.TEMPLATE
    return WayName.PHONE if template.by_phone else "none"


async def _quota(client: ZaloOaClient) -> list[Finding]:
    """How many templates may go today, as far as Zalo says."""
    try:
        told = mapping(await client.zbs_get("/message/quota"))
        left, most = int(told["remainingQuota"]), int(told["dailyQuota"])
    except (OaError, TokenError, KeyError, TypeError, ValueError):
        return []
    key = "doctor-template-quota" if left > 0 else "doctor-template-quota-none"
    return [Finding(left > 0, key, {"left": left, "most": most})]


def _ceilings(budget: Budget, spent: Spent, template: MessageTemplate) -> list[Finding]:
    """Whether paid messages can go, and whether anything holds them back."""
    most, messages = budget.ceilings.month_dong, budget.ceilings.month_messages
    if most is None and messages is None:
        return [Finding(False, "doctor-budget-none")]
    if most == 0 or messages == 0:
        contradicts = template.by_user or template.by_phone
        key = "doctor-budget-zero-template" if contradicts else "doctor-budget-zero"
        return [Finding(not contradicts, key)]
    values = {
        "dong": spent.dong,
        "messages": spent.messages,
        "most": "none" if most is None else most,
        "most_messages": "none" if messages is None else messages,
    }
    over = (most is not None and spent.dong >= most) or (
        messages is not None and spent.messages >= messages
    )
    return [Finding(not over, "doctor-budget-reached" if over else "doctor-budget", values)]
