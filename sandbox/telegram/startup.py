"""What happens to the world when the server starts and when it stops."""

from typing import Any

from sandbox.telegram.errors import ApiError
from sandbox.telegram.router import carry_out
from sandbox.telegram.spec import methods
from sandbox.telegram.state import Bot
from sandbox.telegram.updates import couriers
from sandbox.telegram.world import World


def begin(world: World) -> None:
    """Go on bringing what webhooks are owed."""

    async def reply(bot: Bot, fields: dict[str, Any]) -> None:
        name = str(fields.pop("method"))
        if name.lower() not in methods():
            return
        try:
            await carry_out(world, bot, name, fields, {})
        except ApiError as error:
            world.stats.call(methods()[name.lower()].name, str(error.code))
        else:
            world.stats.call(methods()[name.lower()].name, "200")

    carriers = couriers(world)
    carriers.on_reply = reply
    for bot in world.bots.values():
        if bot.webhook:
            carriers.start(bot)


async def end(world: World) -> None:
    """Stop bringing; what was not confirmed stays for the next start."""
    await couriers(world).close()
