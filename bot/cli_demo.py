"""`solienlac demo`: the sandbox and the bot together, with an invented school and its phones.

Everything goes the real way: the school is imported from its workbook, people are linked by invite
codes, and the bot talks to the sandbox over HTTP as it would to Telegram.
"""

import argparse
import asyncio
import os
from pathlib import Path

from bot.cli_text import current
from bot.settings import Settings

TOKEN = "4200000000:AAH-demo-token-of-an-invented-school-0000"
GRACE_SECONDS = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The port of the page and the folder that keeps the demonstration."""
    parser.add_argument("--port", type=int, default=None)
    parser.add_argument("--data-dir", type=Path, default=None)


def settings_of(args: argparse.Namespace, settings: Settings) -> Settings:
    """The demonstration's own settings; what the environment sets explicitly stands."""
    port = args.port or settings.sandbox_port
    folder = args.data_dir or (settings.data_dir if "DATA_DIR" in os.environ else Path("data/demo"))
    return settings.model_copy(
        update={
            "data_dir": folder,
            "database_url": os.environ.get("DATABASE_URL", ""),
            "telegram_token": TOKEN,
            "telegram_api_base": f"http://127.0.0.1:{port}",
            "public_url": "",
            "sandbox_port": port,
            "grace_seconds": settings.grace_seconds
            if "GRACE_SECONDS" in os.environ
            else GRACE_SECONDS,
        }
    )


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Serve the phones until stopped."""
    from bot.demo.school_on_stage import play
    from bot.logs import set_up

    demo, text = settings_of(args, settings), current()
    set_up("WARNING")

    def opened(url: str) -> None:
        print(text("cli-demo-ready", url=url), flush=True)

    try:
        import uvloop
    except ImportError:  # Windows has none
        asyncio.run(play(demo, opened))
    else:
        uvloop.run(play(demo, opened))
    return 0
