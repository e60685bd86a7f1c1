"""Whose phones lie on the table at first, and what the page calls each kind of person."""

from storage.households import StaffMember, Tie

# Staff by code: homeroom teacher of 7A1, principal, vice principal, a subject teacher of 7A1 on
# Mondays, nurse, administrator.
STAFF = ("CB012", "CB001", "CB002", "CB016", "CB005", "CB003")
FAMILIES = (("7A1", 16, "mother"), ("7A1", 15, "mother"))


def is_on_table(who: StaffMember | Tie) -> bool:
    """Whether this person's phone is open from the start."""
    if isinstance(who, StaffMember):
        return who.code in STAFF
    return (who.class_name, who.list_number, who.relation) in FAMILIES


def order(who: StaffMember | Tie) -> int:
    """Left to right: the teacher, the two families, then the staff."""
    if isinstance(who, Tie):
        return 1 + FAMILIES.index((who.class_name, who.list_number, who.relation))
    place = STAFF.index(who.code)
    return 0 if place == 0 else place + len(FAMILIES)
