"""How the Official Account's API says no: HTTP 200 and a negative number."""

from sandbox.store import Json

RATE = -32
EXPIRED_ASSET = -100
UNKNOWN = -200
INVALID = -201
TOO_LONG = -210
OUT_OF_QUOTA = -211
NOT_FOLLOWER = -213
BAD_TOKEN = -216
OLD_TOKEN = -220
NO_INTERACTION = -230
OLD_API = -240
USER_REFUSES = -244
NOT_FOR_UID = -249

# Templates, by phone number (and -131 by user id, too).
ZBS_PHONE = -108
ZBS_TEMPLATE = -109
ZBS_DATA = -112
ZBS_TOO_LONG = -1121
ZBS_MISSING = -1122
ZBS_BALANCE = -115
ZBS_NO_ACCOUNT = -118
ZBS_BODY = -122
ZBS_TOKEN = -124
ZBS_ONLY_ADMINS = -127
ZBS_NOT_APPROVED = -131
ZBS_PARAMETER = -132
ZBS_NIGHT = -133
ZBS_USER_REFUSES = -141
ZBS_DAILY = -144
ZBS_DISABLED = -146

MESSAGES = {
    RATE: "Your application or OA reached the limit of requests per minute",
    EXPIRED_ASSET: "Attachment is expired",
    OUT_OF_QUOTA: "Out of quota",
    NOT_FOLLOWER: "User has not followed OA",
    BAD_TOKEN: "Access token is invalid",
    OLD_TOKEN: "Access token has expired or was removed",
    NO_INTERACTION: "User has not interacted with the OA in the past 7 days",
    OLD_API: "Message API v2 has been shut down, please use v3",
    USER_REFUSES: "User has restricted this type of message",
    NOT_FOR_UID: "Template is not supported for sending by user id",
    ZBS_PHONE: "Phone number is invalid",
    ZBS_TEMPLATE: "Template id is invalid",
    ZBS_BALANCE: "Out of balance",
    ZBS_NO_ACCOUNT: "Zalo account not existed",
    ZBS_BODY: "Body data is invalid",
    ZBS_TOKEN: "Access token is invalid",
    ZBS_ONLY_ADMINS: "Template test can only be sent to admins",
    ZBS_NOT_APPROVED: "Template was not approved",
    ZBS_PARAMETER: "Parameter is invalid",
    ZBS_NIGHT: "Not allowed to send at night (from 22:00 to 06:00)",
    ZBS_USER_REFUSES: "User refused to receive messages from this OA",
    ZBS_DAILY: "OA reached the limit of messages per day",
    ZBS_DISABLED: "Template was disabled because of low quality",
}


class OaError(Exception):
    """A refusal: `code` as documented, and words for a log."""

    def __init__(self, code: int, message: str = "") -> None:
        """`message` defaults to the documented one of the code."""
        super().__init__(message or MESSAGES.get(code, "Error"))
        self.code = code

    def envelope(self) -> Json:
        """The body of the answer: no `data` in it."""
        return {"error": self.code, "message": str(self)}


def invalid(field: str) -> OaError:
    """The refusal of one field."""
    return OaError(INVALID, f"{field} is invalid!")
