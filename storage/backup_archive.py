"""A backup as one encrypted file: database, files and a list of what must be in it.

Inside the age encryption is a tar with `manifest.json`, `solienlac.db` (always SQLite, whatever the
school runs on) and `files/`. The `age` program opens it without us.
"""

import hashlib
import json
import shutil
import sqlite3
import tarfile
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

import pyrage
from pyrage import DecryptError, x25519

FORMAT = 1
DATABASE, FILES, MANIFEST = "solienlac.db", "files", "manifest.json"
_PART = 1 << 20  # bytes


class BrokenBackupError(Exception):
    """Not a backup, opened with another key, or not what its list says."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds; `revision` is the schema's, `digest` the database's SHA-256."""

    made_at: str
    revision: str
    digest: str
    rows: dict[str, int]
    files: int
    format: int = FORMAT


def pack(
    database: Path, files: Path, target: Path, key: x25519.Identity, *, made_at: str, revision: str
) -> Manifest:
    """Write a backup of a SQLite file that nobody changes and of a folder that only grows.

    `target` appears when it is complete. Raises `OSError`, `sqlite3.Error`.
    """
    kept = sorted(p for p in files.glob("??/*") if len(p.name) == 64) if files.exists() else []
    manifest = Manifest(made_at, revision, _digest(database), _rows(database), len(kept))
    listed = database.with_name(MANIFEST)
    listed.write_text(json.dumps(asdict(manifest), indent=1))
    plain = database.with_name("backup.tar")
    with tarfile.open(plain, "w:gz", compresslevel=3) as tar:
        tar.add(listed, MANIFEST)
        tar.add(database, DATABASE)
        for path in kept:
            tar.add(path, f"{FILES}/{path.parent.name}/{path.name}")
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + ".part")
    with plain.open("rb") as reader, unfinished.open("wb") as writer:
        pyrage.encrypt_io(reader, writer, [key.to_public()])
    unfinished.replace(target)
    plain.unlink()
    listed.unlink()
    return manifest


def unpack(backup: Path, folder: Path, key: x25519.Identity) -> Manifest:
    """Open a backup into an empty folder and hold it against its list.

    Raises `BrokenBackupError`, and `OSError` where the file cannot be read.
    """
    folder.mkdir(parents=True, exist_ok=True)
    plain = folder / "backup.tar"
    try:
        _decrypt(backup, plain, key)
        with tarfile.open(plain, "r:gz") as tar:
            tar.extractall(folder, filter="data")
        manifest = Manifest(**json.loads((folder / MANIFEST).read_text()))
    except (DecryptError, tarfile.TarError, EOFError, ValueError, TypeError, KeyError) as error:
        raise BrokenBackupError(type(error).__name__) from error
    finally:
        plain.unlink(missing_ok=True)
    database = folder / DATABASE
    if manifest.format != FORMAT or not database.exists():
        raise BrokenBackupError("format")
    if _digest(database) != manifest.digest or _rows(database) != manifest.rows:
        raise BrokenBackupError("database")
    files = sorted((folder / FILES).glob("??/*"))
    if len(files) != manifest.files or any(_digest(path) != path.name for path in files):
        raise BrokenBackupError("files")
    return manifest


def _decrypt(backup: Path, plain: Path, key: x25519.Identity) -> None:
    with backup.open("rb") as reader, plain.open("wb") as writer:
        try:
            pyrage.decrypt_io(reader, writer, [key])
        except OSError as error:
            if error.errno is None:  # age's own word for what was changed or cut off
                raise BrokenBackupError("decryption") from error
            raise


def put_files(unpacked: Path, files: Path) -> None:
    """Move the files of an unpacked backup to their place."""
    source = unpacked / FILES
    if source.exists():
        shutil.copytree(source, files, dirs_exist_ok=True)


def _digest(path: Path) -> str:
    sum_ = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(_PART):
            sum_.update(part)
    return sum_.hexdigest()


def _rows(database: Path) -> dict[str, int]:
    with closing(sqlite3.connect(database)) as opened:
        names = [
            name
            for (name,) in opened.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                "ORDER BY name"
            )
        ]
        return {n: opened.execute(f'SELECT count(*) FROM "{n}"').fetchone()[0] for n in names}
