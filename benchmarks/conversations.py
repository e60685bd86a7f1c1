"""How long the commonest jobs are in a chat, on each messenger: what one sends and what one gets.

    python -m benchmarks.conversations

Each job is played through the sandbox on the invented school by the one who does it. A line typed,
a button tapped and a number answered count as one sent. A toast and a message that changes where
it stands count as none received. Prints Markdown.
"""

import asyncio
import logging
import tempfile
from pathlib import Path

from benchmarks.conversation_jobs import JOBS, Job, Played
from benchmarks.school_database import school_database
from tests.support.stage import staged

MESSENGERS = {"telegram": "Telegram", "zalo_bot": "Zalo Bot", "zalo_oa": "Zalo OA"}


async def play(job: Job, school: Path, folder: Path, messenger: str) -> Played:
    """One job on one messenger, counted."""
    async with staged(folder, school, messenger=messenger) as stage:
        played = Played(stage)
        await job(played)
        return await played.counted()


async def main() -> None:
    """Play everything and print the table."""
    logging.disable(logging.WARNING)
    print(f"| Job | {' | '.join(MESSENGERS.values())} |")
    print(f"|---|{'---|' * len(MESSENGERS)}")
    with tempfile.TemporaryDirectory() as folder:
        school = await school_database(Path(folder))
        for job in JOBS:
            cells = []
            for messenger in MESSENGERS:
                one = await play(job, school, Path(folder) / job.__name__ / messenger, messenger)
                cells.append(f"{one.sent} → {one.received}")
            print(f"| {job.__doc__} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    asyncio.run(main())
