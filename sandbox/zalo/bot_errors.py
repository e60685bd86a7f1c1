"""The Zalo Bot API's refusals: codes as documented, texts as they were seen where they were."""

QUOTA = "Quota exceeded"
NO_CHAT_ID = "The chat_id must not be empty"
PHOTO_SCHEME = "The photo must start with http:// or https://"


class BotError(Exception):
    """A refusal; `real` ones come with their HTTP status even where others come with 200."""

    def __init__(self, code: int, description: str, *, real: bool = False) -> None:
        """`code` is the envelope's error_code."""
        super().__init__(description)
        self.code, self.description, self.real = code, description, real


def bad(reason: str) -> BotError:
    """A parameter that cannot be taken."""
    return BotError(400, reason)
