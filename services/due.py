"""What is due by the clock, asked once a second; each job says whether it did anything.

A job reads what is due from the database and marks it done in the same unit of work.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from services.absence_alerts import catch_returned
from services.absence_search import escalate
from services.absence_unreached import report_unreached
from services.attendance_watch import watch_attendance
from services.board_live import refresh_boards
from services.book_reminders import remind as remind_of_books
from services.channel_watch import watch_channels
from services.day_summary import send_summary
from services.links import forget_links
from services.notice_progress import follow
from services.oversight.findings import watch as watch_marks
from services.oversight.monthly import remind as remind_of_checks
from services.re_marking_watch import watch as watch_re_markings
from services.record_reminders import remind
from services.results.outcomes import tell_results
from services.results.summer import remind as remind_of_results
from services.roll_card_sending import send_cards
from services.roll_card_steps import follow_up
from services.score_corrections import expire
from services.score_publishing import tell_families
from services.score_reminders import remind as remind_of_scores
from services.unit import Unit
from services.week_sending import send_weeks
from storage import inbox

Job = Callable[[Unit], Awaitable[bool]]
KEPT = timedelta(days=7)


async def _prune(unit: Unit) -> bool:
    """Forget handled updates after a week, links a month after their end; once an hour."""
    if unit.now.minute == 0 and unit.now.second == 0:
        await inbox.prune(unit.session, unit.now - KEPT)
        await forget_links(unit.session, unit.now)
    return False


JOBS: tuple[Job, ...] = (
    _prune,
    send_cards,
    follow_up,
    escalate,
    catch_returned,
    follow,
    report_unreached,
    watch_channels,
    watch_attendance,
    send_weeks,
    refresh_boards,
    send_summary,
    remind_of_books,
    tell_families,
    expire,
    remind_of_scores,
    tell_results,
    remind_of_results,
    watch_re_markings,
    watch_marks,
    remind_of_checks,
    remind,
)


async def due(unit: Unit) -> bool:
    """Run every job in one unit of work; whether any of them promised a message."""
    return any([await job(unit) for job in JOBS])
