"""Freezing a Bot API call into a row and thawing it when it is sent.

What the handler left to the bot's defaults stays open until then; files go into the file store and
the row keeps their digest.
"""

from collections.abc import Callable
from typing import Any

from aiogram import methods
from aiogram.client.default import Default
from aiogram.methods.base import TelegramMethod
from aiogram.types import BufferedInputFile, FSInputFile, InputFile
from pydantic import BaseModel

from storage.files import FileStore

BY_NAME: dict[str, type[TelegramMethod[Any]]] = {
    cls.__api_method__: cls
    for name in methods.__all__
    if isinstance(cls := getattr(methods, name), type)
    and issubclass(cls, TelegramMethod)
    and hasattr(cls, "__api_method__")
}
FILE = "__file__"


def freeze(method: TelegramMethod[Any], files: FileStore) -> dict[str, Any]:
    """The call's own values as JSON; raises `TypeError` for a file that cannot be kept."""

    def plain(value: Any) -> Any:
        if isinstance(value, InputFile):
            return _keep(value, files)
        if isinstance(value, BaseModel):
            return {name: plain(inner) for name, inner in value if _is_said(value, name, inner)}
        if isinstance(value, list | tuple):
            return [plain(inner) for inner in value]
        if isinstance(value, dict):
            return {key: plain(inner) for key, inner in value.items()}
        if hasattr(value, "isoformat"):
            return value.isoformat()
        return value

    frozen: dict[str, Any] = plain(method)
    return frozen


def _is_said(model: BaseModel, name: str, value: Any) -> bool:
    """Whether a value is the handler's own; None is where the bot has a default for it."""
    if value is None:
        field = type(model).model_fields.get(name)
        return field is not None and isinstance(field.default, Default)
    return not isinstance(value, Default)


def _keep(file: InputFile, files: FileStore) -> dict[str, str]:
    if isinstance(file, BufferedInputFile):
        digest = files.put(file.data)
    elif isinstance(file, FSInputFile):
        digest = files.put_path(file.path)
    else:
        raise TypeError(f"cannot keep a {type(file).__name__}")
    return {FILE: digest, "name": file.filename or "file"}


def thaw(name: str, payload: dict[str, Any], files: FileStore) -> TelegramMethod[Any]:
    """The call of a row, ready to be made."""

    def walk(value: Any) -> Any:
        if isinstance(value, dict):
            if FILE in value:
                return BufferedInputFile(files.get(value[FILE]), value["name"])
            return {key: walk(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [walk(inner) for inner in value]
        return value

    method: Callable[..., TelegramMethod[Any]] = BY_NAME[name]
    return method(**walk(payload))
