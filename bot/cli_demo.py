"""`solienlac demo`: the sandbox and the bot together, with an invented school and its phones.

Everything goes the real way: the school is imported from its workbook, people are linked by invite
codes, and the bot talks to the sandbox over HTTP as it would to Telegram and Zalo.
"""

import argparse
import asyncio
import os
import subprocess
import sys
from pathlib import Path

from bot.cli_text import current
from bot.demo.morning import set_clock
from bot.demo.ports import free_port_beside
from bot.settings import Settings

ZALO_TOKEN = "42000010:demo-zalo-token-of-an-invented-school"
TOKEN = "4200000000:AAH-demo-token-of-an-invented-school-0000"
GRACE_SECONDS = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The port of the page and the folder that keeps the demonstration."""
    parser.add_argument("--port", type=int, default=None)
    parser.add_argument("--data-dir", type=Path, default=None)


def settings_of(args: argparse.Namespace, settings: Settings) -> Settings:
    """The demonstration's own settings; what the environment sets explicitly stands."""
    port = args.port or settings.sandbox_port
    web = free_port_beside(port)
    folder = args.data_dir or (settings.data_dir if "DATA_DIR" in os.environ else Path("data/demo"))
    return settings.model_copy(
        update={
            "data_dir": folder,
            "database_url": os.environ.get("DATABASE_URL", ""),
            "telegram_token": TOKEN,
            "telegram_api_base": f"http://127.0.0.1:{port}",
            "zalo_bot_token": ZALO_TOKEN,
            "zalo_api_base": f"http://127.0.0.1:{port}/zalo",
            "zalo_oa_api_base": f"http://127.0.0.1:{port}/zalo",
            "zalo_zbs_api_base": f"http://127.0.0.1:{port}/zalo",
            "zalo_oauth_base": f"http://127.0.0.1:{port}/zalo",
            "public_url": f"http://127.0.0.1:{web}",
            "webhook_port": web,
            "sandbox_port": port,
            "grace_seconds": settings.grace_seconds
            if "GRACE_SECONDS" in os.environ
            else GRACE_SECONDS,
        }
    )


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Serve the phones until stopped."""
    from bot.logs import set_up

    demo, text = settings_of(args, settings), current()
    set_up("WARNING")
    if "CLOCK_START" not in os.environ:
        set_clock(demo.data_dir, demo.zone)
    founding = subprocess.Popen([sys.executable, "-m", "bot.demo.founding"], env=_environment(demo))
    from bot.demo.school_on_stage import play  # takes seconds, while the school is imported

    if founding.wait() != 0:
        return 1

    def opened(url: str) -> None:
        print(text("cli-demo-ready", url=url), flush=True)

    try:
        import uvloop
    except ImportError:  # Windows has none
        asyncio.run(play(demo, opened))
    else:
        uvloop.run(play(demo, opened))
    return 0


def _environment(settings: Settings) -> dict[str, str]:
    """The demonstration's settings for the process that imports the school."""
    return os.environ | {
        "DATA_DIR": str(settings.data_dir),
        "DATABASE_URL": settings.database_url,
    }
