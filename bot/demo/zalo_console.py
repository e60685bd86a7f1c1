"""What an administrator enters on Zalo's own pages, entered for the demonstration.

The sandbox plays those pages too: the app and its key, where events are brought, and the first
pair of tokens.
"""

from typing import Any

import aiohttp
from sqlalchemy.ext.asyncio import AsyncSession

from bot.channels.zalo_oa_webhook import webhook_path
from bot.settings import Settings
from services import spending
from services.message_template import KEY as TEMPLATE
from storage import school_settings

APP_ID, OA_ID = "360846524940903967", "388613280878808645"
SECRET = "demo-app-secret-of-an-invented-school"
MONTH = 200_000  # đồng that the invented school may spend on messages
SHORT_WAITS = 0.05  # of the hours in which Zalo brings an event again
FIELDS = {"school": "school", "pupil": "pupil", "title": "title", "date": "date", "link": "link"}


async def enter(settings: Settings, control: aiohttp.ClientSession, school: str) -> Settings:
    """Fill in the console; the settings with what it gave."""

    async def post(path: str, body: dict[str, Any]) -> Any:
        async with control.post(f"zalo{path}", json=body) as response:
            response.raise_for_status()
            return await response.json()

    hook = settings.public_url + webhook_path(SECRET)
    await post("", {"oa": {"retry_factor": SHORT_WAITS}})
    entries = {"app_id": APP_ID, "oa_id": OA_ID, "secret_key": SECRET, "name": school}
    await post("/oa", {**entries, "webhook_url": hook})
    pair = await post("/oa/tokens", {})
    return settings.model_copy(
        update={
            "zalo_app_id": APP_ID,
            "zalo_app_secret": SECRET,
            "zalo_oa_id": OA_ID,
            "zalo_oa_access_token": pair["access_token"],
            "zalo_oa_refresh_token": pair["refresh_token"],
        }
    )


async def template_and_budget(session: AsyncSession, template: str) -> None:
    """The approved template and a budget, unless the school has set its own."""
    if await school_settings.get(session, TEMPLATE) is None:
        stored = {"id": template, "fields": FIELDS, "uid": True, "phone": True}
        await school_settings.put(session, TEMPLATE, stored)
    if await school_settings.get(session, spending.KEY) is None:
        await school_settings.put(session, spending.KEY, {"month_dong": MONTH})
