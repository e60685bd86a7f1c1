"""Files as Telegram describes them inside a message."""

from sandbox.media import StoredFile
from sandbox.store import Json

SIZES = (90, 320, 800)
LARGEST = 1280


def photo_json(file: StoredFile) -> Json:
    """`photo` in the sizes a client would get; all of them are the same bytes here."""
    longest = max(file.width, file.height)
    sizes = [_size(file, side, f"{file.id}-{side}") for side in SIZES if side < longest]
    return {"photo": [*sizes, _size(file, min(longest, LARGEST), file.id)]}


def _size(file: StoredFile, side: int, file_id: str) -> Json:
    scale = side / max(file.width, file.height)
    whole = file_id == file.id
    return {
        "file_id": file_id,
        "file_unique_id": file.unique if whole else f"{file.unique}{side}",
        "width": max(1, round(file.width * scale)),
        "height": max(1, round(file.height * scale)),
        "file_size": file.size if whole else max(1, round(file.size * min(1, scale * scale))),
    }


def document_json(file: StoredFile) -> Json:
    """`document` with its name and type."""
    return {
        "document": {
            "file_id": file.id,
            "file_unique_id": file.unique,
            "file_name": file.name,
            "mime_type": file.mime,
            "file_size": file.size,
        }
    }
