"""Lengths and offsets as Telegram counts them: in UTF-16 code units."""


def units(text: str) -> int:
    """How many UTF-16 code units a text has: an emoji beyond the basic plane has two."""
    if text.isascii():
        return len(text)
    return len(text) + sum(c > "\uffff" for c in text)


def offsets(text: str) -> list[int] | None:
    """The offset of every character and of the end; None where they equal the indexes."""
    if text.isascii() or max(text) <= "\uffff":
        return None
    table = [0]
    for c in text:
        table.append(table[-1] + (2 if c > "\uffff" else 1))
    return table


def cut(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity covers."""
    data = text.encode("utf-16-le")
    return data[offset * 2 : (offset + length) * 2].decode("utf-16-le", "replace")
