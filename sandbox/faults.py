"""Bad days on demand: refusals, broken lines, answers that never come, updates that come twice.

The dice are seeded, so that a test that failed on a bad day can have the same day again.
"""

import random
from dataclasses import asdict, dataclass, field, fields

from sandbox.store import Json


class FaultError(ValueError):
    """A setting that makes no sense."""


@dataclass
class Faults:
    """Probabilities are per call (0 to 1); `latency_ms` is added to every call."""

    p429: float = 0.0
    p500: float = 0.0
    p_drop: float = 0.0
    p_timeout: float = 0.0
    p_duplicate: float = 0.0
    latency_ms: float = 0.0
    seed: int | None = None
    pace: bool = True
    callback_seconds: float = 60.0
    _dice: random.Random = field(default_factory=random.Random, repr=False)

    def set(self, wish: Json) -> None:
        """Take new values, leaving what is not named; raises FaultError, changing nothing."""
        known = {f.name: f for f in fields(self) if not f.name.startswith("_")}
        for name, value in wish.items():
            if name not in known:
                raise FaultError(f"unknown fault {name!r}; there are {', '.join(known)}")
            number = isinstance(value, int | float) and not isinstance(value, bool)
            if name == "pace":
                good = isinstance(value, bool)
            elif name == "seed":
                good = value is None or isinstance(value, int)
            else:
                good = number and value >= 0 and (value <= 1 or not name.startswith("p"))
            if not good:
                raise FaultError(f"{name} cannot be {value!r}")
        for name, value in wish.items():
            setattr(self, name, value)
        if "seed" in wish:
            self._dice = random.Random(self.seed)

    def strikes(self, chance: float) -> bool:
        """Throw the dice, only where there is a chance at all."""
        return chance > 0 and self._dice.random() < chance

    def chance(self) -> float:
        """A number from 0 to 1 off the same dice."""
        return self._dice.random()

    def record(self) -> Json:
        """The settings as JSON values."""
        return {name: value for name, value in asdict(self).items() if not name.startswith("_")}
