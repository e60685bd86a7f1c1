"""Tying a messenger account to a person and untying it, and the requests that wait for a word."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Account, ChatState, LinkRequest, OutboxRow, Person

OPTIONS = {"synchronize_session": False}


async def account(session: AsyncSession, account_id: int) -> Account | None:
    """The account with this number, as it stands in the database."""
    return await session.get(Account, account_id, populate_existing=True)


async def accounts_of(session: AsyncSession, person_id: int) -> Sequence[Account]:
    """Every account linked to a person, oldest link first."""
    rows = await session.scalars(
        select(Account).where(Account.person_id == person_id).order_by(Account.linked_at)
    )
    return rows.all()


async def tie(session: AsyncSession, account_id: int, person_id: int, now: datetime) -> bool:
    """Link a free account; False where it belongs to somebody already."""
    taken = await session.scalar(
        update(Account)
        .where(Account.id == account_id, Account.person_id.is_(None))
        .values(person_id=person_id, linked_at=now, closed_at=None)
        .returning(Account.id),
        execution_options=OPTIONS,
    )
    return taken is not None


async def untie(session: AsyncSession, accounts: Collection[Account], now: datetime) -> None:
    """Let accounts go: nothing that waits for their chats leaves, and what they began is gone."""
    for one in accounts:
        await session.execute(
            delete(ChatState).where(ChatState.key == f"{one.channel}:{one.external_id}")
        )
        await session.execute(
            update(OutboxRow)
            .where(
                OutboxRow.channel == one.channel,
                OutboxRow.chat == one.external_id,
                OutboxRow.status == "queued",
            )
            .values(status="cancelled", settled_at=now),
            execution_options=OPTIONS,
        )
        one.person_id, one.linked_at, one.menu, one.preferred_at = None, None, None, None
    await session.flush()


async def set_menu(session: AsyncSession, account_id: int, mark: str | None) -> None:
    """Remember which menu of commands a chat shows."""
    await session.execute(
        update(Account).where(Account.id == account_id).values(menu=mark),
        execution_options=OPTIONS,
    )


async def set_language(
    session: AsyncSession, account_id: int, person_id: int | None, language: str
) -> None:
    """Keep the language of a person, or of a chat that belongs to nobody yet."""
    await session.execute(
        update(Account).where(Account.id == account_id).values(language=language),
        execution_options=OPTIONS,
    )
    if person_id is not None:
        await session.execute(
            update(Person).where(Person.id == person_id).values(language=language),
            execution_options=OPTIONS,
        )


async def add_request(
    session: AsyncSession, account_id: int, person_id: int, pupil_id: int, now: datetime
) -> int:
    """Keep a shared number's wish to be linked; its number."""
    request = LinkRequest(
        account_id=account_id, person_id=person_id, pupil_id=pupil_id, asked_at=now
    )
    session.add(request)
    await session.flush()
    return request.id


async def request(session: AsyncSession, request_id: int) -> LinkRequest | None:
    """The request with this number."""
    return await session.get(LinkRequest, request_id, populate_existing=True)


async def asked_before(
    session: AsyncSession, account_id: int, person_id: int, since: datetime
) -> bool:
    """Whether this chat's wish waits, or was refused lately."""
    found = await session.scalar(
        select(LinkRequest.id)
        .where(
            LinkRequest.account_id == account_id,
            LinkRequest.person_id == person_id,
            (LinkRequest.status == "pending")
            | ((LinkRequest.status == "refused") & (LinkRequest.decided_at > since)),
        )
        .limit(1)
    )
    return found is not None


async def decide(
    session: AsyncSession, request_id: int, status: str, by: int | None, now: datetime
) -> bool:
    """Close a request, if it is still open; whether it was."""
    taken = await session.scalar(
        update(LinkRequest)
        .where(LinkRequest.id == request_id, LinkRequest.status == "pending")
        .values(status=status, decided_by=by, decided_at=now)
        .returning(LinkRequest.id),
        execution_options=OPTIONS,
    )
    return taken is not None


async def pending(
    session: AsyncSession,
    *,
    account_id: int | None = None,
    person_ids: Collection[int] | None = None,
) -> Sequence[LinkRequest]:
    """The requests that wait, of an account or about some people."""
    statement = select(LinkRequest).where(LinkRequest.status == "pending")
    if account_id is not None:
        statement = statement.where(LinkRequest.account_id == account_id)
    if person_ids is not None:
        statement = statement.where(LinkRequest.person_id.in_(person_ids))
    return (await session.scalars(statement.order_by(LinkRequest.id))).all()
