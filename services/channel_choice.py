"""Where somebody's messages come first, when they use several messengers.

Whoever has said it keeps it: a link made later does not take its place. Until then the newest link
comes first. What is asked in a chat is answered there, whatever was chosen.
"""

from collections.abc import Sequence
from datetime import timedelta

from services.errors import NotAllowed, Outdated
from services.unit import Unit
from storage import accounts, linking
from storage.tables import Account

INSTANT = timedelta(milliseconds=1)  # two choices of one second keep their order


async def my_places(unit: Unit) -> Sequence[Account]:
    """The actor's accounts that can be written to, in the order in which they are tried."""
    person_id = unit.who.person_id
    return (await accounts.open_accounts(unit.session, [person_id])).get(person_id, [])


async def prefer(unit: Unit, account_id: int) -> Account:
    """Let messages come to this account first from now on.

    Raises `NotAllowed` for somebody else's, `Outdated` for one that cannot be written to.
    """
    account = await linking.account(unit.session, account_id)
    if account is None or account.person_id is None or account.closed_at is not None:
        raise Outdated
    if account.person_id != unit.who.person_id:
        raise NotAllowed
    before = [a.preferred_at for a in await my_places(unit) if a.preferred_at is not None]
    after = max(before, default=unit.now) + INSTANT
    account.preferred_at = max(unit.now, after)
    await unit.session.flush()
    unit.audit(
        "account.preferred",
        f"person:{account.person_id}",
        account=account.id,
        channel=account.channel,
    )
    return account
