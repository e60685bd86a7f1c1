"""Stories that are told on Telegram alone, and why; a name without a dot is a whole module."""

EXCEPTIONS: dict[str, tuple[str, ...]] = {
    "the grid is one message that changes with each tap; elsewhere the roll is typed": (
        "roll_grid",
        "roll_rough.markup_in_a_name_is_only_a_name",
    ),
    "callback data can be forged on Telegram alone; a forged payload: tests/channels": (
        "approval_cards.forged_taps_get_nowhere",
        "approval_delegation.both_tap_at_once",
        "approval_delegation.nobody_else_delegates",
        "family_alert.other_families_and_yesterdays_buttons_are_refused",
        "intake_bad_input.forged_buttons_are_refused_and_break_nothing",
        "linking.a_forged_switch_to_an_invite_that_was_not_opened_here_is_refused",
        "linking_accounts.another_class_is_not_the_homeroom_teachers",
        "linking_numbers.another_teacher_cannot_confirm",
        "linking_numbers.a_barred_number_asks_nobody",
        "linking_strangers.a_strangers_forged_button_does_nothing",
        "notice_safety.two_taps_send_once",
        "notice_safety.anothers_notice_cannot_be_touched",
        "roll_questions.the_same_data_twice_is_refused_the_second_time",
        "roll_questions.an_option_that_was_not_offered_is_refused",
        "roll_questions.a_double_tap_answers_once",
        "roll_rights.a_forged_undo_of_another_class_is_refused",
    ),
    "it is about a message that changes where it stands": (
        "approval_round.the_authors_own_message_says_how_it_ended",
        "approval_round.a_typed_reason_leaves_no_buttons_behind",
        "roll_questions.a_new_roll_takes_the_place_of_the_open_one",
        "intake_bad_input.a_double_tap_and_an_old_button_change_nothing_twice",
        "notice_safety.an_older_preview_does_not_send",
        "notice_sending.progress_takes_the_place_of_the_steps",
    ),
    "own messages can be edited on Telegram alone": (
        "linking_strangers.an_edited_message_counts_as_sent_again",
        "roll_rough.an_edited_message_is_a_new_roll",
    ),
    "a menu of commands is on Telegram alone": (
        "linking.a_mothers_link_links_at_once_and_her_menu_appears",
        "linking.a_teachers_link_names_the_posts_and_shows_the_teachers_menu",
        "linking_accounts.a_lost_phone_is_unlinked_from_another_one",
        "linking_numbers.an_own_number_is_confirmed_by_the_homeroom_teacher",
        "linking_strangers.strangers_get_a_polite_way_in_and_learn_nothing",
    ),
    "one text is one message on Telegram and several elsewhere: tests/channels": (
        "approval_round.a_long_text_comes_back_whole",
        "intake_bad_input.each_odd_message_gets_one_answer",
        "notice_safety.the_longest_text_and_one_longer",
        "roll_rough.walls_of_text_get_an_answer",
    ),
    "faults of the wire and of intake are each messenger's own: tests/channels, tests/core": (
        "delivery_faults",
        "intake_order",
        "intake_webhook",
    ),
    "groups are each messenger's own: tests/channels": ("linking_groups",),
    "it looks into the books by Telegram's own numbers": (
        "linking.a_chat_is_never_given_to_another_person_silently",
        "linking_accounts.a_blocked_bot_comes_back_with_the_next_start",
    ),
    "elsewhere nobody can share another's number, and an own one once, in a form": (
        "linking_accounts.a_lost_phone_learns_nothing_more_of_what_it_was_asked",
        "linking_numbers.a_refused_number_is_told_neutrally_and_not_asked_again",
        "linking_numbers.sharing_again_and_again_asks_the_teacher_once",
        "linking_numbers.somebody_elses_contact_is_refused",
    ),
    "words that are also a choice choose it": ("notice_sending.the_audience_can_be_typed",),
    "it has phones on two messengers, or on one without files or edits, already": (
        "channel_choice",
        "news_without_edits",
        "school_files",
        "spending_talk",
        "way_in_without_button",
    ),
    "words are read before any messenger is known; others of the kind are told": (
        "notice_safety.odd_texts_arrive_as_written",
        "notice_sending.one_pupils_family",
        "notice_sending.what_a_teacher_may_not_send_alone",
        "roll_answers.absentees_without_names_are_asked_for_by_name",
        "roll_messages.a_roll_as_it_is_typed",
    ),
}
ONLY_ON_AN_ACCOUNT = {
    "an older question without a code cannot be named where there are no buttons": (
        "notice_taking_back.what_was_taken_back_cannot_be_taken_back_again",
        "roll_rights.an_older_undo_is_refused_once_somebody_has_saved_again",
    ),
    "a Zalo Bot is given no files, and is not told why it may not write": (
        "linking_strangers.pictures_and_files_get_a_short_answer",
        "notice_sending.a_blocked_family_is_named_with_the_reason",
    ),
    "a number can be shared on an Official Account, not with a Zalo Bot": ("linking_numbers",),
}
