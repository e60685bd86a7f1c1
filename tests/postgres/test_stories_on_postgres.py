"""The school's work on PostgreSQL: the same conversations, with the bot restarted in between."""

import asyncio
import secrets
from pathlib import Path

import pytest

from tests.contract.conversations import STORIES, Conversation, name_of
from tests.support.postgres import moved
from tests.support.stage import staged

TOLD = frozenset(
    {
        "approval_round.money_goes_round_by_the_principal_even_in_ones_own_class",
        "approval_round.taken_back_while_it_waits",
        "family_alert.the_right_family_and_nobody_else",
        "family_alert.corrected_after_it_left",
        "family_alert.leave_asked_from_the_alert_and_granted",
        "re_marking.a_test_is_marked_anew_from_the_wish_to_the_book",
        "results.a_term_is_settled_across_four_phones",
        "results.a_level_in_approved_results_is_put_right_by_minutes",
        "roll_grid.a_roll_is_tapped_and_saved",
        "roll_questions.a_short_name_is_remembered_for_this_teacher_until_told_to_forget",
        "score_correction.a_correction_from_the_wish_to_the_minutes",
    }
)
CHOSEN = [story for story in STORIES if name_of(story) in TOLD]


@pytest.mark.parametrize("story", CHOSEN, ids=name_of)
async def test_a_story_on_postgres(
    story: Conversation, server: str, school: Path, tmp_path: Path
) -> None:
    async def postgres(file: Path) -> str:
        return await moved(server, f"s{secrets.token_hex(6)}", file)

    async with staged(tmp_path, school, postgres=postgres) as stage, asyncio.timeout(60):
        assert not stage.database.is_sqlite
        await story(stage)
