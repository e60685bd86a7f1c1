# The roll: phrases used by many messages.
roll-class = class { $name }
roll-day =
    { $weekday ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    } { $date }
roll-session =
    { $list }{ $kind ->
        [extra] , extra lesson
        [club] , club
       *[main] { "" }
    }, { $half ->
        [morning] morning of
       *[afternoon] afternoon of
    } { $day }
roll-pupil = { $name }
roll-state-present = present
roll-state-excused = absent with leave (P)
roll-state-unexcused = absent without leave (K)
roll-state-unexplained = absent, reason not known yet
roll-state-late = late
roll-state-late-minutes = { $minutes } minutes late
roll-state-late-arrived =
    came at { $time }{ $minutes ->
        [0] { "" }
       *[other] { " " }({ $minutes } minutes late)
    }
roll-state-left = left early
roll-state-left-time = left early at { $time }
roll-state-left-lesson = left early from lesson { $period } on
roll-state-lesson-excused = missed lesson { $period } with leave
roll-state-lesson-unexcused = skipped lesson { $period }, without leave
roll-state-lesson-unexplained = missed lesson { $period }, reason not known yet

# The echo after saving.
roll-saved = ✅ <b>Saved</b>: roll of { $session }
roll-unchanged = Nothing changes: the roll of { $session } says so already.
roll-present = Present { $present }/{ $total }
roll-absent = absent { $count } ({ $kinds })
roll-count-excused = { $count } with leave
roll-count-unexcused = { $count } without leave
roll-count-unexplained = { $count } not known yet
roll-count-late = late { $count }
roll-count-left = left early { $count }
roll-count-skipped = missed one lesson { $count }
roll-more = … and { $count } more; [Edit] shows all.
roll-told = The family of { $who } will be told at { $time } unless you change it.
roll-told-many = The families of { $count } pupils will be told at { $time } unless you change it.
roll-corrected = The families of { $who }, who were told before, get a correction.
roll-corrected-many = The families of { $count } pupils who were told before get a correction.
roll-unlinked = These families are not linked and get no message; please call:
roll-unlinked-one = • { $name }: { $who }
roll-unlinked-more = • and { $count } more
roll-contact =
    { $relation ->
        [father] father
        [mother] mother
       *[guardian] guardian
    } { $name }{ $known ->
        [yes] , { $phone }
       *[no] { "" }
    }
roll-no-contact = nobody on record
roll-undo = Undo
roll-redo = Redo
roll-edit = Edit
roll-undone = ↩️ <b>Saved</b> as it was before: roll of { $session }
roll-withdrawn = ↩️ Undone. There is no roll of { $session } now.
roll-refused-before = { $name } is left out: on the list only from { $day }.
roll-refused-left = { $name } is left out: on the list only until { $day }.
roll-remembered = From now on your “{ $short }” means { $name }.
roll-forget = Forget “{ $short }”
roll-forgotten = Forgotten. I shall ask next time.
roll-forgotten-before = This short name was dropped before.

# Questions.
roll-which-list = Which class is it?
roll-not-saved-yet = Roll of { $session }: <b>not saved yet</b>, I have to ask.
roll-more-questions = ({ $count } more after this one. What is clear is kept.)
roll-ask-who = Who is “{ $fragment }”?
roll-ask-nearest = There is no “{ $fragment }” in { $list }. Did you mean:
roll-ask-nobody = Nobody in { $list } is called anything like “{ $fragment }”. Type the { $numbered ->
    [yes] full name or list number
   *[no] full name
  }, or choose:
roll-ask-one-or-two = How is “{ $fragment }” meant?
roll-ask-number-or-count = Is “{ $fragment }” a list number or a count?
roll-ask-number-or-minutes = How is “{ $fragment }” meant?
roll-ask-bad-number = There is no number { $fragment } in { $list }. Type the name or the right number, or choose:
roll-ask-clash = “{ $fragment }” is marked in two ways. Which is right?
roll-ask-count = The message says { $written ->
    [alone] { $expected }
    [yes] “{ $fragment }”
   *[no] “{ $fragment }” ({ $expected })
  }, but I count { $found }{ $names }. Is that right?
roll-ask-unnamed = The message says that { $number ->
    [0] pupils are
   *[other] { $number } are
  } absent, but not who. Type their names or list numbers, for example <code>Lan p, Minh k</code>. If everybody is present, type <code>đủ</code>.
roll-ask-bad-minutes = The minutes in “{ $fragment }” must be 1 to 300.
roll-ask-unreadable = I did not understand “{ $fragment }”.
roll-ask-rest = Roll of { $session }: <b>not saved yet</b>. The message says nothing of the others. Are all others present?
roll-rest-present = Yes, the others are present
roll-choice-count = { $number } pupils, not named
roll-choice-number = List number { $number }
roll-count-is-right = Right, save { $count } absent
roll-correct = Correct it
roll-leave-out = Leave this out
roll-rewrite = Write again
roll-write-again =
    Nothing was saved. Copy the message below, change it and send it again:
    <code>{ $text }</code>
    Example: <code>7A1 vắng Lan p, Minh k; muộn Huy 10</code>
roll-answer-not-understood = I did not understand the answer. Choose one, type a name or list number, or /huy to leave.

# Two people take the same roll.
roll-conflict = ⚠️ Yours is not saved: { $name } saved the roll of { $session } at { $time }, and it differs:
roll-conflict-withdrawn = ⚠️ Yours is not saved: { $name } has just undone the roll of { $session } at { $time }.
roll-overwrite = Overwrite with mine
roll-keep-theirs = Keep theirs
roll-kept = Kept as { $name } saved it: roll of { $session }
roll-not-taken = There is no roll of { $session } yet.

# The grid.
roll-grid = <b>Roll of { $session }</b>
roll-grid-hint = Tap a name: ? absent, not known yet → P with leave → K without → M late → present. Tap [Save] to save.
roll-grid-in-words = Answer with list numbers, for example <code>vắng 3p 12; muộn 7 10 phút</code>, or <code>đủ</code>.
roll-grid-all = All here
roll-grid-save = Save
roll-grid-drop = Cancel
roll-grid-left = Left as it was: { $session }
roll-sign-unexplained = ?
roll-sign-excused = P
roll-sign-unexcused = K
roll-sign-late = M
roll-sign-left = S
roll-page-before = ‹ Page { $page }/{ $pages }
roll-page-after = Page { $page }/{ $pages } ›

# Looking.
roll-look = Roll of { $session }, saved by { $name } at { $time }:
roll-look-which = Which class? Type /vangmat and its name: { $names }.
roll-none-of-day = There is no roll of { $list }, { $day }, yet.
roll-no-lessons-now = By the timetable no class has lessons now.
roll-all-taken = Every class has a roll for the { $half ->
    [morning] morning
   *[afternoon] afternoon
  } of { $day }.
roll-not-taken-by = { $count } classes have no roll yet for the { $half ->
    [morning] morning
   *[afternoon] afternoon
  } of { $day }: { $names }.

# What cannot be done, and why.
roll-no-such-list = There is no such class or group this year.
roll-no-such-roll = This roll is not there any more.
roll-not-yours = You are not assigned to { $list } for this session, so nothing was saved. Your classes and groups: { $mine }.
roll-not-yours-none = This account is not assigned to take the roll of { $list }, so nothing was saved.
roll-not-yours-to-see = This account may not look at the rolls of { $list }.
roll-unknown-class = The school has no class { $typed }, so nothing was saved. Your classes and groups: { $mine }.
roll-unknown-class-all = The school has no class { $typed }, so nothing was saved. Its classes: { $known }.
roll-say-class = Please name the class, for example: 7A1 vắng Lan p
roll-empty-list = There is nobody on the list of { $list } that day.
roll-none-yet = { $list } has no roll for this session yet, so there is nothing to correct. Take it first, for example 7A1 đủ, or 7A1 vắng Lan p; then send this again.
roll-too-unclear = I did not understand { $count } places in this message, so nothing was saved. Check the class and the names, or use /diemdanh to tap.
roll-nothing-left = There is nobody left to mark for { $list }, so nothing was saved. If all are present, send: 7A1 đủ
roll-only-others = Nothing was saved: on { $day } { $names } was not on the list of { $list }.
roll-day-future = { $day } is still to come.
roll-day-outside = { $day } is outside the school year.
roll-day-break = { $day } is a school break ({ $name }).
roll-day-holiday = { $day } is a public holiday ({ $name }); there are no lessons.
roll-day-weekday = There are no lessons on { $weekday ->
    [6] Sunday { $day }
   *[other] { $day }
  }.
roll-day-moved = The school gave { $day } off ({ $name }).
roll-day-too-late = { $day } is more than { $days } days ago; only the principals can change it.
roll-undo-outdated = It has been changed again since ({ $name }), so this cannot be undone. Use [Edit] on the newest message.
