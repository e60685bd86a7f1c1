"""`solienlac invite`: one-time codes for staff and guardians, to pass on or to print as QR slips.

Codes are shown once and kept only as hashes; a new code takes the place of an unused older one.
"""

import argparse
import asyncio
import json
import os
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.cli_ask import confirmed
from bot.cli_database import clock_of, require_current
from bot.cli_text import Text, current
from bot.settings import Settings
from services import invites
from services.access import CONSOLE
from services.doors import NAMES, WAYS_IN, Door, doors
from services.errors import Invalid, NotFound
from services.invites import DAYS, LONGEST, Issued
from services.profiles import SCHOOL_NAME
from services.unit import Unit
from storage import households, school_settings
from storage.database import Database
from storage.households import StaffMember, Tie

RELATIONS = {
    "father": "invite-relation-father",
    "mother": "invite-relation-mother",
    "guardian": "invite-relation-guardian",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare whom, for how long, and in what form."""
    text = current()
    parser.add_argument(
        "--staff",
        nargs="+",
        action="extend",
        default=[],
        metavar="CODE",
        help=text("invite-help-staff"),
    )
    parser.add_argument(
        "--pupil",
        nargs="+",
        action="extend",
        default=[],
        metavar="CODE|CLASS/NUMBER",
        help=text("invite-help-pupil"),
    )
    parser.add_argument("--all", action="store_true", help=text("invite-help-all"))
    parser.add_argument("--days", type=int, default=DAYS, help=text("invite-help-days"))
    parser.add_argument("--json", action="store_true", help=text("invite-help-json"))
    parser.add_argument("--sheet", type=Path, metavar="FILE.html", help=text("invite-help-sheet"))
    parser.add_argument("--yes", action="store_true", help=text("cli-help-yes"))


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Make the codes; JSON is a list of `person`, `guardian` (of a pupil), `code`, `link` and
    `expires`, with `class`, `number` and `relation` beside a pupil."""
    text = current()
    if not (args.staff or args.pupil or args.all):
        raise Invalid("invite-whom")
    if not 1 <= args.days <= LONGEST:
        raise Invalid("invite-days", longest=LONGEST)
    if args.sheet is not None and args.sheet.suffix.lower() not in (".html", ".htm"):
        raise Invalid("invite-sheet-html")
    if args.all and not args.json:
        question = text("invite-all-question")
        if not confirmed(text, yes=args.yes, question=question):
            print(text("cli-declined"))
            return 1
    issued, school = asyncio.run(_make(args, settings))
    if args.sheet is not None:
        _write(args.sheet, issued, school, settings)
    if args.json:
        print(json.dumps([_as_json(i, settings) for i in issued], ensure_ascii=False, indent=2))
    else:
        for line in _table(issued, text, settings):
            print(line)
        if args.sheet is not None:
            print(text("invite-sheet-done", file=str(args.sheet), count=len(issued)))
    return 0


async def _make(args: argparse.Namespace, settings: Settings) -> tuple[list[Issued], str]:
    await require_current(settings)
    clock = clock_of(settings)

    async def work(session: AsyncSession) -> tuple[list[Issued], str]:
        unit = Unit(session, clock.now(), settings.zone, actor=CONSOLE)
        if args.sheet is not None and not await doors(session):
            raise Invalid("invite-no-bot-name")
        issued = await invites.invite_many(unit, await _wanted(unit, args), days=args.days)
        await unit.finish()
        return issued, str(await school_settings.get(session, SCHOOL_NAME) or "")

    async with Database(settings.url) as database:
        return await database.run(work)


async def _wanted(unit: Unit, args: argparse.Namespace) -> list[StaffMember | Tie]:
    """The staff and the guardians of pupils that codes are asked for, each once."""
    staff: list[StaffMember] = []
    ties: list[Tie] = []
    for code in args.staff:
        member = await households.staff_by_code(unit.session, code.strip().upper())
        if member is None:
            raise NotFound("invite-no-staff", code=code)
        staff.append(member)
    for words in args.pupil:
        place = await invites.find_pupil(unit, words)
        found = await households.ties_of_pupil(unit.session, place.pupil_id, unit.today)
        ties += [tie for tie in found if not tie.barred]
        if all(tie.barred for tie in found):
            raise NotFound("invite-no-guardian", name=place.name)
    if args.all:
        members, everybody = await invites.invitable(unit)
        staff += members
        ties += everybody
    return list(dict.fromkeys([*staff, *ties]))


def _as_json(issued: Issued, settings: Settings) -> dict[str, Any]:
    tie = issued.tie
    shown: dict[str, Any] = {"person": tie.pupil if tie else issued.person}
    if tie is not None:
        shown |= {
            "guardian": issued.person,
            "relation": tie.relation,
            "class": tie.class_name,
            "number": tie.list_number,
        }
    expires = issued.expires.astimezone(settings.zone).isoformat(timespec="seconds")
    shown |= {"code": issued.code, "link": issued.link, "expires": expires}
    return shown | {"typed": issued.typed, "links": issued.links}


def _about(issued: Issued, text: Text) -> str:
    tie = issued.tie
    if tie is None:
        return text("invite-about-staff")
    relation = text(RELATIONS.get(tie.relation, "invite-relation-guardian"))
    return text("invite-about-pupil", relation=relation, pupil=tie.pupil, klass=tie.class_name)


def _table(issued: list[Issued], text: Text, settings: Settings) -> list[str]:
    rows = [(i.person, _about(i, text), _open(i)) for i in issued]
    if not rows:
        return [text("invite-nobody")]
    widths = [max(len(row[n]) for row in rows) for n in range(2)]
    lines = [f"{a:<{widths[0]}}  {b:<{widths[1]}}  {c}" for a, b, c in rows]
    day = issued[0].expires.astimezone(settings.zone).strftime("%d/%m/%Y")
    lines.append(text("invite-done", count=len(rows), day=day))
    ways = [door for door in issued[0].doors if not door.carries_code]
    lines += [_way_in(text, door, "…") for door in ways]
    if not issued[0].doors:
        lines.append(text("invite-no-link"))
    return lines


def _open(issued: Issued) -> str:
    """The link that brings the code along; the code itself where none does."""
    carrying = [door.link(issued.code) for door in issued.doors if door.carries_code]
    return (carrying[0] if carrying else None) or issued.typed


def _way_in(text: Text, door: Door, code: str) -> str:
    """What to do on one messenger to come in with a code."""
    link, name = door.link(code) or "none", door.name or "none"
    return text(WAYS_IN[door.channel], link=link, name=name, code=code)


def _steps(text: Text, issued: Issued) -> list[str]:
    """A line for each way in, as the slip has it."""
    steps = []
    for door in issued.doors:
        if door.carries_code:
            channel = text(NAMES[door.channel])
            scan, start = "invite-slip-scan", "invite-slip-start"
            steps.append(f"{text(scan, channel=channel)} {text(start, channel=channel)}")
        else:
            steps.append(_way_in(text, door, issued.typed))
    return steps


def _write(path: Path, issued: list[Issued], school: str, settings: Settings) -> None:
    """The slips are for families, so in Vietnamese; the file is for its owner's eyes only."""
    from bot.invite_sheet import Slip, sheet  # draws QR codes, which most invites do without

    text = Text("vi")
    slips = [
        Slip(
            who=i.person,
            about=_about(i, text),
            code=i.typed,
            links={text(NAMES[channel]): link for channel, link in i.links.items()},
            steps=_steps(text, i),
            until=i.expires.astimezone(settings.zone).strftime("%d/%m/%Y"),
        )
        for i in issued
    ]
    page = sheet(slips, school or text("invite-the-school"), text)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(page.encode())
