"""How fast we send, so that the messenger need not stop us: per chat a bucket, overall a second."""

from collections import deque
from dataclasses import dataclass

CHAT_BURST = 5
CHAT_REFILL = 1.0  # messages a second
IDLE = 30.0  # seconds after which a full bucket is forgotten
BULK_SHARE = 0.8  # notices leave room for replies


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class Pace:
    """`per_second` messages overall, 0 for no limit at all (a server of one's own)."""

    def __init__(self, per_second: int) -> None:
        self._per_second = per_second
        self._recent: deque[float] = deque()
        self._chats: dict[str, _Bucket] = {}

    def _forget(self, now: float) -> None:
        while self._recent and self._recent[0] <= now - 1.05:
            self._recent.popleft()

    def room(self, now: float, *, bulk: bool, chosen: int = 0) -> bool:
        """Whether the bot may send one more now, besides those that are `chosen` to go."""
        if not self._per_second:
            return True
        self._forget(now)
        limit = self._per_second * (BULK_SHARE if bulk else 1)
        return len(self._recent) + chosen < limit

    def _bucket(self, chat: str, now: float) -> _Bucket:
        bucket = self._chats.get(chat)
        if bucket is None:
            bucket = self._chats[chat] = _Bucket(CHAT_BURST, now)
        bucket.tokens = min(CHAT_BURST, bucket.tokens + (now - bucket.at) * CHAT_REFILL)
        bucket.at = now
        return bucket

    def chat_room(self, chat: str, now: float) -> bool:
        """Whether this chat may be sent one more now."""
        return not self._per_second or self._bucket(chat, now).tokens >= 1

    def take(self, chat: str, now: float) -> None:
        """Count one message to a chat."""
        if not self._per_second:
            return
        self._recent.append(now)
        self._bucket(chat, now).tokens -= 1

    def full_chats(self, now: float) -> list[str]:
        """Chats that must rest; idle ones are forgotten."""
        for chat in [c for c, b in self._chats.items() if now - b.at > IDLE]:
            del self._chats[chat]
        return [chat for chat in self._chats if not self.chat_room(chat, now)]
