"""Pictures and files that an account uploaded: good for seven days."""

import secrets
from dataclasses import dataclass

from sandbox.clock import Clock
from sandbox.store import Json, Store
from sandbox.zalo.oa_errors import EXPIRED_ASSET, OaError, invalid

KEEP_SECONDS = 7 * 86400
MEGABYTE = 1024 * 1024
LIMITS = {"image": MEGABYTE, "gif": 5 * MEGABYTE, "file": 5 * MEGABYTE}
PER_MONTH = 5000
FILE_ENDINGS = (".pdf", ".doc", ".docx", ".csv")
STARTS: dict[str, tuple[bytes, ...]] = {
    "image": (b"\x89PNG\r\n\x1a\n", b"\xff\xd8"),
    "gif": (b"GIF87a", b"GIF89a"),
    "file": (b"",),
}


@dataclass
class Upload:
    """One of them; `file` is its id among the sandbox's files."""

    id: str
    kind: str
    file: str
    until: float

    def record(self) -> Json:
        """The facts to keep."""
        return dict(vars(self))


class Uploads:
    """All of them, also those that have expired."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Read them back."""
        self._store = store
        self._clock = clock
        self._all = {key: Upload(**record) for key, record in store.load("zalo_oa_upload")}

    def add(self, kind: str, file: str) -> str:
        """Keep an `image`, a `gif` or a `file`; the id or token to send it by."""
        upload = Upload(secrets.token_urlsafe(48), kind, file, self._clock.unix() + KEEP_SECONDS)
        self._all[upload.id] = upload
        self._store.put("zalo_oa_upload", upload.id, upload)
        return upload.id

    def file(self, upload_id: object, kind: str, field: str) -> str:
        """The file behind an id; raises OaError -201, or -100 after seven days."""
        found = self._all.get(upload_id) if isinstance(upload_id, str) else None
        if found is None or found.kind != kind:
            raise invalid(field)
        if self._clock.unix() >= found.until:
            raise OaError(EXPIRED_ASSET)
        return found.file


def check_file(kind: str, name: str, data: bytes) -> None:
    """Raise OaError -201 unless Zalo takes such a file."""
    if not 0 < len(data) <= LIMITS[kind]:
        raise invalid("file size")
    ending_fits = kind != "file" or name.lower().endswith(FILE_ENDINGS)
    if not (ending_fits and data.startswith(STARTS[kind])):
        raise invalid("file type")
