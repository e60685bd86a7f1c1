# Choosing by a number or a code, where there are no buttons.
choice-head = Answer with a number:
choice-head-letters = Answer with a number or a letter:
choice-head-tag = Answer with a number (after other messages: “{ $first } { $tag }”):
choice-head-above =
    { $more ->
        [yes] Answer with a number from above, or with a letter:
       *[no] Answer with a number from above.
    }
choice-head-code = Answer with a code:
choice-no-such-code = No question with the code { $code } was sent to you. Please look at the end of the message, for example H4.
choice-not-among = The question { $code } has no such choice. Please answer: { $ways }
choice-which =
    It is not clear which question this answers, so nothing was done. Please write one of these lines as it is:
    { $ways }
choice-out-of-range =
    The newest question has no such number. Please choose:
    { $ways }
