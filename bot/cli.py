"""`solienlac`: chooses the command, and says in one line what went wrong.

Only the chosen command's module is loaded, so that those that do not talk to a messenger start at
once. A refusal, a setting that is wrong and a fault of ours all end in one line on stderr and an
exit code that is not 0; `--debug` shows where a fault came from.
"""

import argparse
import importlib
import logging
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from typing import NoReturn

from bot.cli_text import Text, language_of, use
from services.errors import Refusal

COMMANDS = {
    "demo": "cli-about-demo",
    "run": "cli-about-run",
    "sandbox": "cli-about-sandbox",
    "init": "cli-about-init",
    "import": "cli-about-import",
    "export": "cli-about-export",
    "invite": "cli-about-invite",
    "rules": "cli-about-rules",
    "backup": "cli-about-backup",
    "restore": "cli-about-restore",
    "migrate-data": "cli-about-migrate-data",
    "verify": "cli-about-verify",
    "upgrade": "cli-about-upgrade",
    "doctor": "cli-about-doctor",
    "zalo": "cli-about-zalo",
}
QUIET = frozenset(COMMANDS) - {"demo", "run", "sandbox"}
FAILED, MISUSED, INTERRUPTED = 1, 2, 130


class _Parser(argparse.ArgumentParser):
    """Says what was wrong with a command line in one line."""

    text: Text

    def error(self, message: str) -> NoReturn:
        line = self.text("cli-misused", problem=message, program=self.prog)
        self.exit(MISUSED, f"solienlac: {line}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line; returns the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console that is not in UTF-8 shows what it can
            stream.reconfigure(encoding="utf-8", errors="replace")
    text = use(language_of(words, os.environ))
    debug = "--debug" in words
    try:
        return _run(words, text)
    except KeyboardInterrupt:
        return _fail(text("cli-interrupted"), INTERRUPTED)
    except Refusal as refusal:
        return _fail(text(refusal.key, **refusal.params))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # `| head` went away
        return FAILED
    except Exception as error:  # noqa: BLE001 - the last place, which tells it
        if debug:
            traceback.print_exc()
        return _fail(_told(error, text))


def _run(words: Sequence[str], text: Text) -> int:
    chosen = next((word for word in words if word in COMMANDS), None)
    parser = _parser(chosen, text)
    args = parser.parse_args(words)
    if args.command is None:
        parser.print_help()
        return 0
    if args.command in QUIET and not args.debug:
        logging.getLogger().addHandler(logging.NullHandler())  # told once, by us
    from bot.settings import Settings

    code = importlib.import_module(_module(args.command)).run(args, Settings())
    sys.stdout.flush()
    return int(code)


def _module(command: str) -> str:
    return f"bot.cli_{command.replace('-', '_')}"


def _parser(chosen: str | None, text: Text) -> argparse.ArgumentParser:
    _Parser.text = text
    parser = _Parser(
        prog="solienlac", description=text("cli-description"), epilog=text("cli-epilog")
    )
    parser.add_argument("--language", choices=("vi", "en"), help=text("cli-help-language"))
    parser.add_argument("--debug", action="store_true", help=text("cli-help-debug"))
    commands = parser.add_subparsers(dest="command", metavar=text("cli-command"))
    for name, key in COMMANDS.items():
        about = text(key)
        command = commands.add_parser(name, help=about, description=about)
        # Given after the command they must not undo what was given before it.
        command.add_argument(
            "--language",
            choices=("vi", "en"),
            default=argparse.SUPPRESS,
            help=text("cli-help-language"),
        )
        command.add_argument(
            "--debug", action="store_true", default=argparse.SUPPRESS, help=text("cli-help-debug")
        )
        if name == chosen:
            importlib.import_module(_module(name)).add_arguments(command)
    return parser


def _told(error: Exception, text: Text) -> str:
    """What a fault is called in one line, with what may help."""
    module = type(error).__module__
    if module.startswith("pydantic") and hasattr(error, "errors"):
        first: Mapping[str, object] = error.errors()[0]
        location = first["loc"]
        name = str(location[0] if isinstance(location, tuple) and location else location).upper()
        return text("cli-bad-setting", name=name, problem=str(first["msg"]))
    if module.startswith("sqlalchemy") or module.startswith("sqlite3"):
        cause = str(getattr(error, "orig", None) or error)
        return text("cli-database-fault", problem=_one_line(cause))
    if isinstance(error, OSError):
        problem = f"{error.strerror or error} ({error.filename})" if error.filename else str(error)
        return text("cli-system-fault", problem=_one_line(problem))
    return text("cli-fault", problem=_one_line(f"{type(error).__name__}: {error}"))


def _one_line(words: str) -> str:
    return " ".join(words.split())[:300]


def _fail(line: str, code: int = FAILED) -> int:
    print(f"solienlac: {line}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
