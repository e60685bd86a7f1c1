"""How fast things start and how much they hold: the demonstration, the bot, the quick commands.

    python -m benchmarks.start [--runs 3]

The floor of memory is a bare aiogram bot, polling the same sandbox; ours holds the sample school.
Resident memory is read ten seconds after the start, when everything has settled.
"""

import argparse
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
WORKBOOK = ROOT / "tests" / "data" / "truong-mau.xlsx"
TOKEN = "4400000001:AAH-benchmark-token-of-an-invented-school"
SETTLED = 10  # seconds
QUICK = (["verify"], ["import", "--yes", str(WORKBOOK)], ["invite", "--pupil", "7A1/16", "--json"])


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def child(*command: str, **env: str) -> "Iterator[subprocess.Popen[str]]":
    """A process, stopped in order at the end."""
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


def demo(folder: Path) -> float:
    """Seconds from the command to the address of the phones."""
    begin = time.perf_counter()
    with child(
        "-m", "bot.cli", "demo", "--port", str(free_port()), DATA_DIR=str(folder)
    ) as process:
        assert process.stdout
        for line in process.stdout:
            if re.search(r"http://", line):
                return time.perf_counter() - begin
    raise RuntimeError("the demonstration did not start")


def quick(folder: Path, command: list[str]) -> float:
    """Seconds of a whole command."""
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "bot.cli", *command],
        cwd=ROOT,
        env={**os.environ, "DATA_DIR": str(folder)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - begin


def memory(*command: str, **env: str) -> float:
    """MB held by a bot that has settled."""
    with child(*command, **env) as process:
        time.sleep(SETTLED)
        return psutil.Process(process.pid).memory_info().rss / 1e6


def median(runs: int, measure: Callable[[], float]) -> float:
    """The middle of several runs."""
    return statistics.median(measure() for _ in range(runs))


def main(runs: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("| start | seconds |\n|---|---|")
        firsts = iter(range(runs))
        first = median(runs, lambda: demo(folder / f"demo{next(firsts)}"))
        print(f"| `solienlac demo`, a new school | {first:.1f} |")
        print(f"| `solienlac demo`, again | {median(runs, lambda: demo(folder / 'demo0')):.1f} |")
        school = folder / "school"
        quick(school, ["init", "--yes", "--name", "Trường thử"])
        quick(school, ["import", "--yes", str(WORKBOOK)])
        for command in QUICK:
            seconds = median(runs, lambda command=command: quick(school, command))
            print(f"| `solienlac {command[0]}` | {seconds:.2f} |")
        port = free_port()
        base = f"http://127.0.0.1:{port}"
        with child("-m", "sandbox", "--port", str(port), DATA_DIR=str(folder / "sandbox")):
            time.sleep(2)
            bare = memory("-m", "benchmarks.echo_bot", base, TOKEN)
            ours = memory(
                "-m",
                "bot.cli",
                "run",
                DATA_DIR=str(school),
                TELEGRAM_TOKEN=TOKEN,
                TELEGRAM_API_BASE=base,
            )
        print("\n| resident memory | MB |\n|---|---|")
        print(
            f"| bare aiogram bot | {bare:.0f} |\n| solienlac with the sample school | {ours:.0f} |"
        )
        print(f"| ratio | {ours / bare:.2f} |")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    main(parser.parse_args().runs)
