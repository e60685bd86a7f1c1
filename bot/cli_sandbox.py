"""`solienlac sandbox`: the sandbox alone, for trying another bot or driving it from other tools."""

import argparse
from pathlib import Path

from bot.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The port, and the folder that keeps its state."""
    parser.add_argument("--port", type=int, default=None)
    parser.add_argument("--data-dir", type=Path, default=None)


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Serve until stopped."""
    from sandbox.app import run as serve

    serve(args.port or settings.sandbox_port, args.data_dir or settings.data_dir)
    return 0
