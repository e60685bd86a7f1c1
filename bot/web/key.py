"""The web server's own secret, with which links are signed: 32 random bytes, made once."""

import os
import secrets
from pathlib import Path

LENGTH = 32


def server_key(path: Path) -> bytes:
    """The key in the file at `path`, made with the first call; nobody else may read the file.

    Raises `ValueError` for a file that holds no key: links that are out would be worthless.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(LENGTH))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(fresh, path)  # whoever links first has made the key
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    key = path.read_bytes()
    if len(key) != LENGTH:
        raise ValueError(f"{path.name} holds no key of {LENGTH} bytes")
    return key
