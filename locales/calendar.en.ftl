# The school's calendar: holidays, days off, make-up days, swaps.
calendar-head = 📅 <b>Days off and make-up days, next { $days } days</b>
calendar-none-coming = No days off and no make-up days.
calendar-line-off = • { $days }: no school{ $why ->
    [none] { "" }
   *[other] , { $why }
  }
calendar-line-taught = • { $days }: lessons{ $follows ->
    [0] , by Monday's timetable
    [1] , by Tuesday's timetable
    [2] , by Wednesday's timetable
    [3] , by Thursday's timetable
    [4] , by Friday's timetable
    [5] , by Saturday's timetable
   *[own] { "" }
  }{ $why ->
    [none] { "" }
   *[other] { " " }({ $why })
  }
calendar-line-holiday = • { $days }: public holiday{ $why ->
    [none] { "" }
   *[other] , { $why }
  }
calendar-line-break = • { $days }: { $why ->
    [none] school break
   *[other] { $why }
  }
calendar-line-closed = • { $days }: called off, { $whom }{ $why ->
    [none] { "" }
   *[other] { " " }({ $why })
  }
calendar-line-makeup = • { $days }: made up for { $lost }, { $whom }
calendar-how =
    <b>Entering</b>:
    <code>/lichnghi nghỉ 2/1/2027: nghỉ bù Tết Dương lịch</code> (a day off)
    <code>/lichnghi học 5/12 theo thứ 5: học bù</code> (lessons by Thursday's timetable)
    <code>/lichnghi đổi 31/12 sang 26/12: nghỉ liền Tết Dương lịch</code> (a swap)
    <code>/lichnghi bỏ 5/12</code> (take an entry back)
    Lessons called off for a storm: /nghihoc
calendar-saved-off = ✅ Saved: no school on { $days } ({ $why }). Families and teachers have not been told.
calendar-saved-taught = ✅ Saved: lessons on { $day }{ $follows ->
    [0] , by Monday's timetable
    [1] , by Tuesday's timetable
    [2] , by Wednesday's timetable
    [3] , by Thursday's timetable
    [4] , by Friday's timetable
    [5] , by Saturday's timetable
   *[own] { "" }
  }. Families and teachers have not been told.
calendar-saved-swap = ✅ Saved: { $off } is off, its lessons are held on { $on }. Families and teachers have not been told.
calendar-button-tell = Tell families and teachers
calendar-told = ✅ { $guardians } parents and { $staff } members of staff are being told.
calendar-told-before = Families and teachers have been told already, and are not told again.
calendar-news-family =
    📅 <b>A change of school days</b>
    Dear parent of { $pupils }, the school lets you know:
calendar-news-staff = 📅 <b>A change of school days, for the whole school</b>
calendar-saved-forgotten = ✅ Removed: { $day } is as the year's plan has it ({ $taught ->
    [yes] taught
   *[no] not taught
  }).
calendar-which = What is to be entered is not clear. For example: /lichnghi nghỉ 2/1/2027: nghỉ bù Tết Dương lịch; or /lichnghi học 5/12 theo thứ 5; or /lichnghi bỏ 5/12
calendar-day-unclear = Which day is not clear. For example: /lichnghi nghỉ 2/1/2027: nghỉ bù Tết Dương lịch
calendar-swap-unclear = Both days are needed, for example: /lichnghi đổi 31/12 sang 26/12: nghỉ liền Tết Dương lịch
calendar-one-day = One day a message. For example: /lichnghi học 5/12 theo thứ 5
calendar-why = Please say why, so that everybody understands, for example: /lichnghi nghỉ { $day }: nghỉ bù Tết Dương lịch
calendar-past = { $day } has gone by and cannot be changed.
calendar-off-already = There are no lessons on { $day } anyway.
calendar-taught-already = { $day } is taught anyway. If it follows another day's timetable, write for example: /lichnghi học 5/12 theo thứ 5
calendar-holiday = { $day } is a public holiday ({ $name }).
calendar-outside = { $day } is outside the school year.
calendar-has-rolls = { $count } rolls were taken on { $day }, so it cannot be changed. Call off the lessons that are left in /nghihoc.
calendar-none = The school has entered nothing for { $day }. See /lichnghi.
calendar-same-day = The two days must differ. For example: /lichnghi đổi 31/12 sang 26/12
