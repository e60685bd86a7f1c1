"""Phone numbers as the school's records hold them: `0…` with figures only."""

from services.importing.cells import CellError, phone


def normalised(number: str) -> str | None:
    """A Vietnamese number in any spelling (+84…, 84…, with blanks) as `0…`; None if it is none."""
    try:
        return phone(number)
    except CellError:
        return None
