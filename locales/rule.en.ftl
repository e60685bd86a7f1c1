# The school's rules of the day and of attendance.
rule-head = ⚙️ <b>The school's hours and attendance</b>
rule-line-chat =
    • { $about }: <b>{ $value }</b>{ $own ->
        [yes] { " " }(the school's own)
       *[no] { "" }
    }
      { $example }
rule-line = { $about }: { $value }{ $own ->
    [yes] { " " }(the school's own)
   *[no] { "" }
  }. Example: { $example }
rule-how = Type as in the examples to change one. Back to the usual: <code>/quydinh sáng mặc định</code>. Changes hold at once.
rule-saved = ✅ Saved. { $about }: <b>{ $after }</b> (was { $before }). It holds at once.
rule-which = It is not clear which rule «{ $words }» means. All of them: /quydinh. For example: /quydinh sáng 7:15; /quydinh báo vắng 20 phút
rule-wrong = This value cannot be taken, so nothing was changed. { $kind ->
    [breaks] Four numbers of minutes are needed, the breaks after lessons 1 to 4, each from { $least } to { $most }.
    [weekdays] The weekdays with lessons are needed.
   *[other] A number from { $least } to { $most } is needed.
  } For example: /quydinh { $call } { $example }
rule-bells-cross = Mornings would end at { $end }, after the afternoon's bell ({ $afternoon }), so nothing was changed. Change the afternoon first, for example: /quydinh chiều 13:30
rule-minutes = { $value } minutes
rule-seconds = { $value } seconds
rule-hours = { $value } h
rule-days = { $value } days
rule-count = { $value } sessions
rule-weekday =
    { $day ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    }
rule-about-morning = The morning's bell
rule-about-afternoon = The afternoon's bell
rule-about-lesson = One lesson
rule-about-breaks = Breaks after lessons 1, 2, 3, 4
rule-about-weekdays = Days with lessons
rule-about-card-after = The roll card comes after the bell by
rule-about-card-again = Without a roll, remind after another
rule-about-cut-off = Cut-off: families hear of an absence no sooner after the bell than
rule-about-grace-seconds = After a roll is saved, wait for corrections before families hear
rule-about-days-back = Teachers may correct rolls as far back as
rule-about-leave-cap = A homeroom teacher grants leave on end up to
rule-about-sessions-a-day = One day's absence counts at most
rule-month = month { $value }
rule-yes =
    { $value ->
        [0] no
       *[other] yes
    }
rule-about-lists-after = The class's four lists reach homeroom teachers after their own roll by
rule-about-ask-excused = After a P that no family asked for, ask the family
rule-about-limit-shown-from = Families see the limit of 45 from
rule-about-warn-month = Warning: absences without leave in a month (0: off)
rule-about-warn-row = Warning: absent on end (0: off)
rule-about-warn-first = First warning of the year (0: off)
rule-about-warn-second = Second warning of the year (0: off)
rule-about-dropout-days = Drop-out note to the vice principal when absent on end (0: off)
rule-about-harvest-from = Harvest, from
rule-about-harvest-to = Harvest, to
rule-about-after-tet = Watch for drop-outs after Tết for
rule-about-record-days = Minimum records complete, from the first day of the year
rule-about-week-before = The week's summary comes before the class hour by
rule-about-week-day = The week's summary where the timetable has no class hour: day
rule-about-week-at = The week's summary where the timetable has no class hour: time
rule-about-unexplained-after = The board names an unexplained absence after
rule-about-summary-at = The day's summary reaches the heads at
rule-about-book-hour = Hour at which the roll book reminds
rule-about-book-family-hours = Before a month is confirmed, families have its row for
rule-about-book-read-out = Remind to read the month out in the class hour
rule-week = week { $value }
rule-head-scores = 📒 <b>The school's gradebook</b>
rule-about-scores-shown-after = Families see marks after they were entered
rule-about-scores-shown-at = Hour at which families see marks
rule-about-scores-week-1 = First date for regular marks
rule-about-scores-week-2 = Second date for regular marks
rule-about-scores-week-3 = Third date for regular marks
rule-about-scores-week-4 = Fourth date for regular marks
rule-about-scores-test-days = Midterm and final marks due after the test (working days)
rule-about-scores-remind-at = Hour at which teachers are reminded of marks
rule-about-scores-lock-after = Columns lock by themselves after their last day (0: never)
rule-plain = { $value }
rule-about-scores-evidence = Evidence for a correction (2: own book and paper; 1: own book; 0: none)
rule-about-scores-correction-days = A correction ends by itself after (0: never)
rule-about-results-remarks = Remarks that results need: 0 none, 1 the general one, 2 each subject's too
rule-about-re-marking-days = A family may ask for a re-marking within, since the mark was shown (0: not at all)
rule-about-watch-changes = Odd: a cell changed so many times (0: not looked at)
rule-about-watch-corrections = Odd: a teacher with so many corrections in the year (0: not looked at)
rule-about-watch-points = Odd: a class's mean so many tenths from the rest of the grade (0: not looked at)
rule-about-watch-errors = … and at least so many standard errors
rule-about-watch-pile = Odd: one value for so many percent of a column (0: not looked at)
rule-about-watch-answer-days = A teacher who is asked answers within
