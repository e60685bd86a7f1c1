"""Phone numbers as the school's records hold them: `0…` with figures only."""

import re


def normalised(number: str) -> str | None:
    """A Vietnamese number in any spelling (+84…, 84…, with blanks) as `0…`; None if it is none.

    Of several numbers in one text the first counts.
    """
    digits = ""
    for part in re.split(r"[/,;]|\bhoặc\b|\s-\s", number):
        digits = re.sub(r"[\s.()\-]", "", part)
        if digits:
            break
    digits = re.sub(r"^(\+84|0084|84(?=\d{9}$))\(?0?", "0", digits)
    if re.fullmatch(r"[1-9]\d{8}", digits):
        digits = "0" + digits
    return digits if re.fullmatch(r"0\d{9,10}", digits) else None


def international(number: str | None) -> str | None:
    """A Vietnamese mobile number as messengers take it (`84…`); None for any other."""
    local = normalised(number or "")
    return f"84{local[1:]}" if local and re.fullmatch(r"0[35789]\d{8}", local) else None
