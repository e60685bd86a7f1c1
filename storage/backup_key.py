"""The key that opens backups: of its own, never inside one (articles 6.1 and 12.3a)."""

import os
from pathlib import Path

from pyrage import IdentityError, x25519

NAME = "backup.key"


class WrongKeyError(Exception):
    """A text or file that is no key."""


def key_of(folder: Path) -> x25519.Identity:
    """The key in the data folder, made where there is none; raises `WrongKeyError`, `OSError`."""
    path = folder / NAME
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        new = folder / f"{NAME}.part"
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(f"{x25519.Identity.generate()}\n")
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    return read_key(path.read_text())


def read_key(text: str) -> x25519.Identity:
    """The key that a text holds; raises `WrongKeyError`."""
    for line in text.split():
        if line.upper().startswith("AGE-SECRET-KEY-"):
            try:
                return x25519.Identity.from_str(line.upper())
            except IdentityError as error:
                raise WrongKeyError from error
    raise WrongKeyError
