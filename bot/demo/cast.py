"""Whose phones lie on the table at first, on which messenger, and in which order."""

from storage.households import StaffMember, Tie

TELEGRAM, ZALO_BOT, ZALO_OA = "telegram", "zalo_bot", "zalo_oa"
# Staff by code: homeroom teacher of 7A1, principal, vice principal, a subject teacher of 7A1 on
# Mondays, nurse, administrator, and the homeroom teacher of 7A2, who is on Zalo.
STAFF = ("CB012", "CB001", "CB002", "CB016", "CB005", "CB003", "CB013")
FAMILIES = (
    ("7A1", 16, "mother"),
    ("7A1", 15, "mother"),
    ("7A2", 4, "mother"),
    ("7A2", 21, "mother"),
)
TABLE = (
    "CB012",
    FAMILIES[0],
    "CB001",
    "CB013",
    FAMILIES[2],
    FAMILIES[1],
    FAMILIES[3],
    *("CB002", "CB016", "CB005", "CB003"),
)
STAFF_ON_ZALO = ("CB013",)
ZALO_STREAM = "2"  # the second class of each grade, whose families follow the Official Account


def is_on_table(who: StaffMember | Tie) -> bool:
    """Whether this person's phone is open from the start."""
    return _place(who) in TABLE


def order(who: StaffMember | Tie) -> int:
    """Left to right: a class on Telegram, the principal, a class on Zalo, then the others."""
    return TABLE.index(_place(who))


def messenger(who: StaffMember | Tie) -> str:
    """The messenger on this person's phone."""
    if isinstance(who, StaffMember):
        return ZALO_BOT if who.code in STAFF_ON_ZALO else TELEGRAM
    return ZALO_OA if who.class_name.endswith(ZALO_STREAM) else TELEGRAM


def _place(who: StaffMember | Tie) -> object:
    if isinstance(who, StaffMember):
        return who.code
    return who.class_name, who.list_number, who.relation
