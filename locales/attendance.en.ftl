# A child's attendance: month, term, school year.
attendance-period =
    { $span ->
        [month] in { $month }
        [term] in term { $number }
       *[year] this school year
    }
attendance-month = { $month }
attendance-weekday =
    { $weekday ->
        [0] Mon
        [1] Tue
        [2] Wed
        [3] Thu
        [4] Fri
        [5] Sat
       *[6] Sun
    }
attendance-head = 📅 <b>Attendance { $period }</b>: <b>{ $name }</b>, class { $class }
attendance-present = At school { $present } of { $sessions } sessions with a roll.
attendance-excused = Absent with leave: { $count }{ $days }.
attendance-unexcused = Absent without leave: { $count }{ $days }.
attendance-unexplained = Absent, reason not known yet: { $count }{ $days }.
attendance-late = Late: { $count }{ $days }.
attendance-early = Left early: { $count }.
attendance-lessons = Single lessons missed: { $count } (no session missed).
attendance-days =
    { " " }({ $days }{ $more ->
        [0] )
       *[other] { " " }and { $more } more)
    }
attendance-no-rolls = No roll has been taken yet.
attendance-year = Since the year began: { $count } sessions missed.
attendance-limit = This year: <b>{ $count } of { $limit }</b> sessions missed.
attendance-limit-family = { $count } sessions were missed since the year began. By the rules a pupil who misses no more than { $limit } a year can move up; let us help the child together to come every day.
attendance-word-none = You will see it here once the class has a roll.
attendance-word-full = Always there and on time. Thank you for standing by your child!
attendance-word-late = At school every session, thank you; a few minutes earlier would be perfect.
attendance-word-thanks = Thank you for helping your child to come every day.
attendance-word-ask = For some sessions the school does not know the reason yet. Please tell the homeroom teacher, so that it is recorded rightly.
attendance-word-talk = Every session helps your child. If the family is going through something difficult, please talk to the homeroom teacher; the school will look for a way together with you.
attendance-picture-under = Class { $class } · Attendance { $period }
attendance-picture-limit = Since the year began: { $count } of { $limit } sessions missed
attendance-legend-present = at school
attendance-legend-excused = with leave
attendance-legend-unexcused = without leave
attendance-legend-unexplained = not known yet
attendance-legend-late = late
attendance-legend-early = left early
attendance-legend-lesson = a lesson missed
attendance-which = Whose attendance would you like to see?
attendance-which-near = Nobody is called exactly “{ $typed }”. Is it one of these?
attendance-of-class = { $name } ({ $class })
attendance-button-class = Class { $class }
attendance-class-head = 📅 <b>Attendance of class { $class }</b> { $period }: { $count } of { $size } pupils missed sessions or came late.
attendance-class-none = Everybody was always there and on time.
attendance-class-more = … and { $count } more.
attendance-class-ask = For one pupil choose the name, or type <code>/chuyencan</code> with name and class, as in <code>/chuyencan Lan { $class } tháng 11</code>
attendance-sums =
    { $total ->
        [0] missed no session
       *[other] missed { $total } (with leave { $excused }, without { $unexcused }{ $unexplained ->
            [0] )
           *[other] , not known { $unexplained })
        }
    }{ $late ->
        [0] { "" }
       *[other] , late { $late }
    }
attendance-no-such-month = There is no month { $month } of this school year yet. For example: <code>/chuyencan tháng 11</code>
attendance-no-such-term = Term { $term } has not begun, or the school has no terms. For example: <code>/chuyencan học kì 1</code>
attendance-no-such-pupil = This pupil was not found.
attendance-not-yours = A child's attendance is seen by the family, the homeroom teacher and the heads of the school only.
attendance-not-own-child = “{ $typed }” is none of your children: { $names }. For example: <code>/chuyencan tháng 11</code>
attendance-unknown-class = There is no class { $typed }. The classes: { $known }. For example: <code>/chuyencan Lan 7A1</code>
attendance-say-class = Please add the class, for example: <code>/chuyencan Lan 7A1</code>, <code>/chuyencan 7A1</code>
attendance-no-such-name = There is no “{ $typed }” on the list of { $list }. Type a name or list number, for example: <code>/chuyencan Lan 7A1</code>, <code>/chuyencan 15 7A1 học kì 1</code>

# Early warnings about attendance: to the homeroom teacher first.
attendance-warning-month = 🔎 { $name } ({ $class }) missed { $count } sessions without leave in { $month }{ $days }.
attendance-warning-row = 🔎 { $name } ({ $class }) missed { $count } school days on end{ $days }.
attendance-warning-year = 🔎 { $name } ({ $class }) has missed { $count } of { $limit } sessions since the year began ({ $excused } with leave, { $unexcused } without). With more than { $limit } a pupil cannot move up.
attendance-warning-dropout =
    🔎 { $name } ({ $class }) has missed { $count } school days on end since { $since }, { $occasion ->
        [tet] after the Tết holidays
       *[harvest] in the months of harvest
    }.
attendance-warning-quiet = A quiet note, in case the pupil thinks of leaving school. It does not go to the family.
attendance-warning-ask = This goes to you alone, not to the family: please talk to them first.
attendance-warning-contact = 📞 { $who }: { $phone }
attendance-warning-gone = Withdrawn: the roll was corrected, so this is not so any more.
attendance-warning-withdrawn = <b>Correction</b> about { $name } ({ $class }): the roll was corrected, so there is no need to talk to the family about this any more.
attendance-talked = ✅ { $who } talked to the family at { $at } on { $day }.
attendance-talked-already = { $name } has already noted a talk with the family, { $at }.
attendance-button-talked = Talked to the family
attendance-button-not-talked = Not talked to the family yet
attendance-button-look = See the attendance
attendance-kept =
    🔎 { $day }: { $kind ->
        [month] { $count } sessions without leave in { $month }
        [row] { $count } days missed on end
       *[year] { $count } sessions missed since the year began
    }; { $talked ->
        [yes] the family was talked to on { $on }.
       *[no] no talk with the family noted yet.
    }
attendance-class-open = 🔎 marks an early warning without a talk with the family noted yet.
attendance-button-period =
    { $span ->
        [month] { $month }
        [term] Term { $number }
       *[year] School year
    }
