"""What a phone may refuse, on whichever messenger."""


class GestureError(Exception):
    """A gesture that a phone would not allow."""


class MissingError(Exception):
    """A message or a button that this phone does not show."""
