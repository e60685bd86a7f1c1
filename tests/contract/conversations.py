"""The product's conversations, each told once and held to the same end on every messenger.

A conversation joins by being listed here: it is a story of `tests/stories` that speaks to phones
only through `say`, `choose` and `read`.
"""

from collections.abc import Awaitable, Callable

from tests.stories import (
    test_approval_cards,
    test_approval_delegation,
    test_approval_round,
    test_family_alert,
    test_linking_accounts,
    test_notice_sending,
    test_notice_taking_back,
    test_roll_answers,
    test_roll_card,
    test_roll_card_moving,
    test_roll_families,
    test_roll_messages,
    test_roll_questions,
    test_roll_rights,
)
from tests.support.stage import Stage

Conversation = Callable[[Stage], Awaitable[None]]

CONVERSATIONS: tuple[Conversation, ...] = (
    # the roll
    test_roll_messages.test_names_in_nfd_capitals_and_telex,
    test_roll_messages.test_later_messages_change_only_whom_they_name,
    test_roll_messages.test_other_days_and_sessions,
    test_roll_messages.test_a_club_has_its_own_list,
    test_roll_messages.test_who_is_absent_can_be_asked,
    test_roll_questions.test_a_name_that_fits_two_is_asked_and_the_rest_is_kept,
    test_roll_questions.test_two_questions_come_one_after_the_other,
    test_roll_questions.test_something_else_typed_is_asked_again_and_huy_leaves,
    test_roll_questions.test_a_count_that_does_not_match_is_questioned,
    test_roll_answers.test_yes_takes_the_only_one_who_was_offered,
    test_roll_answers.test_p_or_k_is_settled_below_the_echo,
    test_roll_families.test_the_echo_names_the_families_who_will_be_told,
    test_roll_families.test_taking_the_roll_back_corrects_what_families_heard,
    test_roll_rights.test_a_subject_teacher_is_asked_which_class,
    test_roll_rights.test_undo_brings_back_what_was_until_somebody_saves_again,
    # the roll card
    test_roll_card.test_one_tap_closes_a_full_class,
    test_roll_card.test_those_with_leave_stay_marked_and_no_reason_is_shown,
    test_roll_card.test_the_usual_message_closes_the_card_and_keeps_leave,
    test_roll_card_moving.test_a_lesson_swapped_in_the_corridor,
    test_roll_card_moving.test_the_card_can_be_taken_back,
    test_roll_card_moving.test_who_does_not_teach_then_is_told_how_to_take_the_card_over,
    # the family
    test_family_alert.test_the_right_family_and_nobody_else,
    test_family_alert.test_corrected_after_it_left,
    test_family_alert.test_leave_asked_from_the_alert_and_granted,
    test_family_alert.test_a_quick_reason_and_the_second_parents_tap,
    test_family_alert.test_call_back,
    test_family_alert.test_why,
    test_family_alert.test_words_instead_of_a_button,
    test_family_alert.test_the_search_until_the_child_is_met,
    test_family_alert.test_words_about_one_of_two_children,
    test_family_alert.test_a_guardian_reads_in_their_own_language,
    # notices and their approval
    test_notice_sending.test_a_routine_notice_to_ones_own_class,
    test_notice_sending.test_a_notice_by_steps,
    test_notice_sending.test_namesakes_are_asked_about,
    test_notice_sending.test_the_principal_writes_to_all_and_marks_it_urgent,
    test_notice_taking_back.test_what_has_been_read_is_corrected,
    test_approval_cards.test_one_tap_approves_and_only_then_families_hear,
    test_approval_cards.test_sent_back_with_a_quick_reason,
    test_approval_cards.test_changes_asked_for_in_ones_own_words,
    test_approval_cards.test_not_now_and_going_back_decide_nothing,
    test_approval_round.test_money_goes_round_by_the_principal_even_in_ones_own_class,
    test_approval_delegation.test_given_used_and_taken_back,
    # accounts and duties
    test_linking_accounts.test_the_homeroom_teacher_invites_and_unlinks_a_family,
    test_linking_accounts.test_the_principal_bars_a_guardian_at_once_and_lifts_it,
    test_linking_accounts.test_duties_are_granted_listed_and_taken_back,
)


def messengers_of(conversation: Conversation) -> tuple[str, ...]:
    """The messengers a conversation is told on besides Telegram."""
    return ("zalo_bot", "zalo_oa")
