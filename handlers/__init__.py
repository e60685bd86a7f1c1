"""Conversations: one module per job people do. `routers()` says in which order they are asked.

Groups are turned away first; then come the ways in that are open to everybody; strangers get no
further than that. Behind them stand the jobs of linked people, narrow before wide, and at the end
the answer to what nobody has understood.
"""

from aiogram import Router


def routers() -> list[Router]:
    """Fresh routers in order."""
    from handlers import (
        absence_staff,
        absences,
        account,
        approvals,
        basics,
        book,
        book_answers,
        channel_choice,
        delegation,
        duties,
        edits,
        groups,
        help,
        language,
        leave,
        linking_barring,
        linking_families,
        linking_phone,
        linking_staff,
        menus,
        notice_rules,
        notice_sent,
        notice_writing,
        roll_card,
        roll_grid,
        roll_look,
        roll_naming,
        roll_questions,
        roll_repeat,
        roll_text,
        roll_undo,
        school_files,
        spending,
        start,
        strangers,
    )

    return [
        edits.router(),
        groups.router(),
        menus.router(),
        basics.first(),
        start.router(),
        linking_phone.contacts(),
        language.router(),
        help.router(),
        strangers.router(),
        # linked people only, from here on
        account.router(),
        channel_choice.router(),
        linking_phone.router(),
        linking_families.router(),
        linking_staff.router(),
        linking_barring.router(),
        duties.router(),
        school_files.router(),
        spending.router(),
        approvals.router(),
        delegation.router(),
        notice_rules.router(),
        notice_sent.router(),
        notice_writing.router(),
        absences.router(),
        leave.router(),
        absence_staff.router(),
        book.router(),
        book_answers.router(),
        roll_card.router(),
        roll_repeat.router(),
        roll_grid.router(),
        roll_undo.router(),
        roll_look.commands(),
        roll_text.list_choice(),
        roll_naming.router(),
        roll_questions.router(),
        # open conversations stand before this line, free text behind it
        notice_writing.one_liners(),
        leave.words_router(),
        roll_text.router(),
        roll_look.router(),
        roll_questions.last(),
        leave.staff_router(),
        absences.words_router(),
        basics.router(),
    ]
