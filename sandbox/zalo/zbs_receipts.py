"""Which template messages were sent by phone number, and when each arrives."""

from dataclasses import dataclass

from sandbox.store import Json, Store


@dataclass
class Receipt:
    """A template message: it has arrived once the sandbox's clock shows `arrives`."""

    msg_id: str
    phone: str
    arrives: float

    def record(self) -> Json:
        """The facts to keep."""
        return dict(vars(self))


class Receipts:
    """All of them by message id."""

    def __init__(self, store: Store) -> None:
        """Read them back."""
        self._store = store
        self._all = {key: Receipt(**record) for key, record in store.load("zalo_zbs_receipt")}

    def add(self, receipt: Receipt) -> None:
        """Keep a new one."""
        self._all[receipt.msg_id] = receipt
        self._store.put("zalo_zbs_receipt", receipt.msg_id, receipt)

    def get(self, msg_id: str) -> Receipt | None:
        """One of them."""
        return self._all.get(msg_id)
