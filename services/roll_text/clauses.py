"""What is said of whom: the pieces of a message walked from left to right.

A verb heads a list ("vắng Lan p, Minh k") or follows its subject ("Lan vắng, Huy muộn 10"); a state
belongs to the name it touches and to those joined to that by "và", never across a comma. What finds
no place is kept as lost, to be asked, never dropped.
"""

from services.roll_text.items import PEOPLE, SEPARATORS, VERBS, Item, Part
from services.roll_text.said import Said
from services.roll_text.walk_counts import Counts
from services.roll_text.walk_details import Details
from services.roll_text.walk_people import People
from services.roll_text.walk_state import COUNTS
from services.roll_text.walk_verbs import Verbs
from services.roll_text.words import Key


class Walk(People, Verbs, Details, Counts):
    """One walk over the items of a message."""

    def run(self) -> Said:
        """Walk to the end."""
        while self._at < len(self.items):
            self._take(self.items[self._at])
            self._at += 1
        self._close_heading()
        return self.said

    def _take(self, item: Item) -> None:
        kind = item.kind
        if kind in PEOPLE:
            self._person(item)
        elif kind in VERBS:
            self._verb(item)
        elif kind in SEPARATORS:
            self._separator(item)
        elif kind is Key.STATE:
            self._state(item)
        elif kind in (Part.MINUTES, Part.CLOCK):
            self._time(item)
        elif kind is Part.LESSON:
            self._lesson(item)
        elif kind in COUNTS:
            self._count(item)
        elif kind in (Key.REASON, Key.BECAUSE):
            self._reason(item)
        elif kind is Part.UNKNOWN:
            self._stranger(item)
        else:
            self._small(item)

    def _small(self, item: Item) -> None:
        kind, said = item.kind, self.said
        if kind is Key.ALL:
            self._all(item)
        elif kind is Key.EXCEPT:
            self._heading(item, Key.ABSENT)
            said.except_some = True
        elif kind is Key.AND:
            self._joined = True
        elif kind is Key.BOTH:
            self._group = [d for d in self._clause if d.state is None] or self._group
            self._touching = bool(self._group)
        elif kind is Key.REST:
            self._group, self._clause, self._rest = [], [], True
            self._touching = False
        elif kind is Key.MORE:
            said.more = True
        elif kind is Key.INSTEAD:
            self._instead(item)
        elif kind is Key.TITLE:
            self._title(item)
        elif kind is Key.ZERO:
            self._zero(item)
        elif kind is Part.TOTAL:
            said.total = item
        elif kind is Part.HERE:
            said.here = item
            self._present_count()
        elif kind is Part.LOST or kind is Key.UNIT:
            self._lose(item)
