"""What the author sees of a notice on its way: one message whose figures grow, then the names.

The figures are brought up to date by the clock, at most every two seconds and only when they have
changed. At the end come the names of those whom it did not reach, and why.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from services.access import Action, Actor, Target, may
from services.identity import load_actor
from services.notice_corrections import chase_withdrawn
from services.unit import Unit
from storage import notices as store
from storage import spending
from storage.notices import NotReached
from storage.outbox import Priority
from storage.spending import Spent
from storage.tables import Notice

PROGRESS = "notice-progress"
EVERY = timedelta(seconds=2)
NAMED = 12  # of those not reached; the others come with a button
UNDER_WAY = ("sending", "withdrawing")


@dataclass(frozen=True, slots=True)
class Figures:
    """How many recipients stand how."""

    delivered: int
    waiting: int
    failed: int
    uncertain: int
    unlinked: int
    cancelled: int

    @property
    def people(self) -> int:
        """All of them."""
        return (
            self.delivered
            + self.waiting
            + self.failed
            + self.uncertain
            + self.unlinked
            + self.cancelled
        )

    @property
    def missed(self) -> int:
        """Whom it has not reached for certain."""
        return self.failed + self.uncertain + self.unlinked

    def dump(self) -> dict[str, int]:
        """As JSON."""
        return {name: getattr(self, name) for name in Figures.__dataclass_fields__}


def figures_of(counted: dict[str | None, int]) -> Figures:
    """The figures from the counts by outcome."""
    named = ("delivered", "failed", "uncertain", "unlinked", "cancelled")
    return Figures(waiting=counted.get(None, 0), **{name: counted.get(name, 0) for name in named})


async def figures(unit: Unit, notice_id: int) -> Figures:
    """The figures of one notice now."""
    return figures_of((await store.counts(unit.session, [notice_id]))[notice_id])


async def follow(unit: Unit) -> bool:
    """The clock's job: bring the progress of all notices on their way up to date."""
    did = False
    for notice in await store.with_status(unit.session, UNDER_WAY):
        if notice.status == "withdrawing":
            did |= await chase_withdrawn(unit, notice)
        await store.count_settled_elsewhere(unit.session, notice.id)
        shown: dict[str, Any] = notice.shown or {}
        now = await figures(unit, notice.id)
        over = now.waiting == 0
        if over:
            ended = "done" if notice.status == "sending" else "cancelled"
            await store.move(unit.session, notice.id, (notice.status,), status=ended)
            await unit.session.refresh(notice)
        changed = shown.get("figures") != now.dump() or over
        if changed and (over or _is_time(shown, unit.now)):
            await show_progress(unit, notice)
            did = True
    return did


def _is_time(shown: dict[str, Any], now: datetime) -> bool:
    at = shown.get("at")
    return at is None or datetime.fromisoformat(at) + EVERY <= now


async def show_progress(unit: Unit, notice: Notice) -> None:
    """Show the author how the notice stands: on the message there is, or on a new one."""
    now = await figures(unit, notice.id)
    params = await progress_of(unit, notice, now)
    if notice.progress_row_id is None:
        notice.progress_row_id = await unit.notify(
            notice.author_id, PROGRESS, params, priority=Priority.APPROVAL
        )
    else:
        await unit.edit_notice(notice.progress_row_id, notice.author_id, PROGRESS, params)
    notice.shown = {"figures": now.dump(), "at": unit.now.isoformat()}
    await unit.session.flush()


async def progress_of(unit: Unit, notice: Notice, now: Figures) -> dict[str, Any]:
    """What the progress message shows."""
    over = notice.status in ("done", "cancelled")
    missed: list[dict[str, Any]] = []
    if over and now.missed:
        author = await load_actor(unit, notice.author_id)
        missed = await not_reached(unit, author, notice)
    spent = await spending.of_owner(unit.session, f"notice:{notice.id}") if over else Spent()
    return {
        "notice": notice.id,
        "status": notice.status,
        "audience": notice.audience,
        "urgent": notice.kind == "urgent",
        "text": excerpt(notice.text),
        "at": clock_words(unit, notice.sent_at),
        "figures": now.dump(),
        "missed": missed[:NAMED],
        "more": max(0, len(missed) - NAMED),
        "why": Counter(one["reason"] for one in missed).most_common(),
        "spent": {"dong": spent.dong, "messages": spent.messages},
    }


async def not_reached(unit: Unit, reader: Actor, notice: Notice) -> list[dict[str, Any]]:
    """Whom it did not reach and why, with the telephone where the reader may see it."""
    return [
        {
            "name": one.name,
            "about": one.about,
            "reason": _reason(one),
            "phone": one.phone if _may_phone(reader, notice) else None,
        }
        for one in await store.not_reached(unit.session, notice.id)
    ]


def _may_phone(reader: Actor, notice: Notice) -> bool:
    if notice.audience["kind"] == "staff":
        return may(reader, Action.INVITE_STAFF)
    return all(
        may(reader, Action.SEE_GUARDIAN_PHONES, Target(class_id=id))
        for id in notice.audience["classes"]
    )


# What is told of a reason (the keys) and what the channels call it; the rest is "failed".
REASONS: Mapping[str, tuple[str, ...]] = {
    "not-linked": ("not-linked", "unlinked"),
    "blocked": ("blocked", "not-follower"),
    "never-started": ("never-started",),
    "inactive": ("inactive",),
    "chat-not-found": ("chat-not-found",),
    "no-zalo": ("no-zalo",),
    "cannot-receive": ("cannot-receive", "refuses-kind"),
    "ceiling": ("ceiling",),
    "window": ("window",),
    "quota": ("quota", "month", "429"),
    "billing": ("billing",),
    "token": ("token",),
    "setup": ("app", "account", "template", "template-data", "template-link", "no-public-url"),
    "line": ("no-connection", "server", "rate", "night", "timeout"),
    "too-large": ("too-large",),
}
_TOLD = {raw: told for told, raws in REASONS.items() for raw in raws}


def _reason(one: NotReached) -> str:
    """What is told of the reason: a word of ours, not the messenger's."""
    if one.outcome == "uncertain":
        return "uncertain"
    return _TOLD.get(one.reason or "", "failed")


def excerpt(text: str, length: int = 120) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def clock_words(unit: Unit, at: datetime | None) -> str:
    """ "07:45 30/11/2026", in the school's zone."""
    return (at or unit.now).astimezone(unit.zone).strftime("%H:%M %d/%m/%Y")
