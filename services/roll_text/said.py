"""What a message has been found to say, before it is weighed."""

from dataclasses import dataclass, field

from services.roll_text.drafts import Draft, Expected
from services.roll_text.items import Item


@dataclass(slots=True)
class Said:
    """What a walk has gathered."""

    drafts: list[Draft] = field(default_factory=list)
    lost: list[tuple[int, int]] = field(default_factory=list)
    expected: list[Expected] = field(default_factory=list)
    total: Item | None = None
    here: Item | None = None
    all_claim: Item | None = None
    except_some: bool = False
    rest_present: bool = False
    headed: bool = False  # "vắng …" opens a list: who is not on it is present
    more: bool = False
