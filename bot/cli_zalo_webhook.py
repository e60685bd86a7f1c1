"""`solienlac zalo webhook`: the addresses to which Zalo is to bring events."""

import argparse

from bot.cli_text import Text, current
from bot.settings import Settings
from services.errors import Refusal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments: everything is in the settings."""


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Print what belongs into Zalo's console; the Zalo Bot's own address sets itself."""
    lines = addresses(settings, current())
    if not lines:
        raise Refusal("zalo-not-set-up")
    for line in lines:
        print(line)
    return 0


def addresses(settings: Settings, text: Text) -> list[str]:
    """A line for each address; raises `Refusal` where there is no public address."""
    if not (settings.zalo_app_secret or settings.zalo_bot_token):
        return []
    base = settings.public_url.rstrip("/")
    if not base:
        raise Refusal("zalo-no-public-url")
    lines = []
    if settings.zalo_app_secret:
        from bot.channels.zalo_oa_webhook import webhook_path

        path = webhook_path(settings.zalo_app_secret)
        lines.append(text("zalo-webhook-oa", url=base + path))
    if settings.zalo_bot_token:
        from bot.channels import zalo_bot_webhook

        path = zalo_bot_webhook.webhook_path(settings.zalo_bot_token)
        lines.append(text("zalo-webhook-bot", url=base + path))
    return lines
