# The roll pages of the class book, after the Ministry's form.
roll-page-no-month = The book of class { $name }, year { $year }, has no page for { $month }. Please choose a month of the year that has begun, such as 11/2026.
roll-page-no-term = Class { $name } has no such term in the plan of { $year }, or it has not begun. Example: term 1.
roll-page-book = Pupils' assessment book
roll-page-book-kind = (by class)
roll-page-book-part = Attendance
roll-page-level = Lower secondary
roll-page-class = Class { $name }
roll-page-year = School year { $year }
roll-page-homeroom = Homeroom teacher: { $names }
roll-page-month = { $month }/{ $year }
roll-page-term = Term { $term }
roll-page-whole-year = The whole year
roll-page-sums-of = Sessions missed: { $what }
roll-page-size =
    { $same ->
        [yes] Pupils in the class: { $first }
       *[no] Pupils in the class: { $first } at the start, { $last } at the end
    }
roll-page-number = No.
roll-page-name = Name
roll-page-day = Day
roll-page-weekday =
    { $day ->
        [0] Mo
        [1] Tu
        [2] We
        [3] Th
        [4] Fr
        [5] Sa
       *[6] Su
    }
roll-page-missed = Sessions missed
roll-page-total = TS
roll-page-excused = P
roll-page-unexcused = K
roll-page-month-short = { $month }
roll-page-term-short = Term { $term }
roll-page-year-short = Year
roll-page-remarks = Remarks
roll-page-absent = Absent
roll-page-all = Class
roll-page-joined = joined { $day }
roll-page-left-why =
    { $why ->
        [transferred] moved away after { $day }
        [changed_class] changed class after { $day }
        [dropped_out] dropped out after { $day }
       *[other] left after { $day }
    }
roll-page-elsewhere = in other classes this year: { $total } (P { $excused }, K { $unexcused })
roll-page-legend = TS: sessions missed; P: with leave; K: without leave. Main sessions only.
roll-page-legend-one = At most one session counts a day.
roll-page-legend-two = In a cell: morning/afternoon.
roll-page-legend-open = ?: not settled as P or K yet ({ $count } sessions, counted in TS).
roll-page-legend-missing = *: a roll of this day is missing.
roll-page-legend-off = Grey columns: no lessons.
roll-page-legend-out = Dashes: not on the class list that day.
roll-page-legend-corrected = Struck out: corrected after the month was confirmed (see the annex).
roll-page-legend-annex = Lateness, early leaving, single lessons, extra classes and clubs: see the annex.
roll-page-annex = Annex: { $what }
roll-page-annex-note = Lateness, early leaving, single lessons, extra classes and clubs do not count as sessions missed.
roll-page-annex-late = Late
roll-page-annex-early = Left early
roll-page-annex-skipped = Lessons missed in a session attended
roll-page-annex-other = Absent from extra classes and clubs
roll-page-annex-corrections = Corrected after the month was confirmed
roll-page-annex-pupil = { $number }. { $name }: { $what }
roll-page-annex-minutes = { $day } ({ $minutes } min)
roll-page-annex-period = { $day } (lesson { $period })
roll-page-annex-from = { $day } (from lesson { $period })
roll-page-annex-mark = { $day } ({ $mark })
roll-page-annex-group = { $group }: { $days }
roll-page-annex-extra = Extra session of the class
roll-page-annex-correction = { $day } { $half }: { $was } → { $now } ({ $by }, { $at }{ $note })
roll-page-annex-half =
    { $half ->
        [morning] morning
       *[afternoon] afternoon
    }
roll-page-annex-state =
    { $state ->
        [excused] absent with leave
        [unexcused] absent without leave
        [unexplained] absent, not settled
        [late] late
        [left_early] left early
        [lesson] missed lesson { $period }
       *[present] present
    }
roll-page-sign-homeroom = Homeroom teacher
roll-page-sign-office = Office (filed)
roll-page-sign-principal = Principal
roll-page-sign-by-hand = (Signature and full name)
roll-page-sign-by-seal = (Signature and seal)
roll-page-sign-at = Confirmed at { $at }
roll-page-sign-note = Confirmed in the system; not a digital signature.
roll-page-foot = { $school } · Class { $name } · { $what } · page
