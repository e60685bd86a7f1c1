# Lessons called off (storm, flood): calling off, telling families, making up, taking back.
roll-day-closed = The school called off lessons on { $day }, so there are none. If they are held after all, the principal or vice principal opens them again in /nghihoc.
roll-half-closed = The school called off lessons in the { $half ->
    [morning] morning
   *[afternoon] afternoon
  } of { $day }{ $name ->
    [none] { "" }
   *[other] { " " }({ $name })
  }, so there is no roll. If they are held after all, the principal or vice principal opens them again in /nghihoc.
roll-card-closed =
    ⛔ <b>No lessons: { $session }.</b> No roll is needed.{ $why ->
        [none] { "" }
       *[other] { " " }Reason: { $why }.
    }
roll-card-open-again = Lessons are held after all; please take the roll.

closure-of-school = the whole school
closure-of-grade = grade { $names }
closure-of-class = class { $names }
closure-pupil = { $name } ({ $class })
closure-one-day =
    { $half ->
        [morning] the morning of { $day }
        [afternoon] the afternoon of { $day }
       *[whole] { $day }
    }
closure-several-days =
    { $half ->
        [morning] the mornings from { $first } to { $last }
        [afternoon] the afternoons from { $first } to { $last }
       *[whole] { $first } to { $last }
    }
closure-line =
    • { $whom }: { $days }{ $why ->
        [none] { "" }
       *[other] ; reason: { $why }
    }
closure-makeup-line = Made up for { $lost }: <b>{ $day }</b>, by the timetable of the day that was lost.

closure-standing = <b>Lessons called off:</b>
closure-whom =
    Whose lessons are called off? Choose, or type classes, for example: <code>6A1, 6A2</code>.
    One message does it too: <code>cho nghỉ học khối 6 ngày mai vì bão</code>
closure-when = Which day? Choose, or type, for example: <code>mai</code>; <code>chiều nay</code>; <code>từ 2/12 đến 4/12</code>
closure-preview =
    <b>No lessons for { $whom }: { $days }</b>{ $why ->
        [none] { "" }
       *[other] . Reason: { $why }
    }
closure-preview-told = { $guardians } guardians and { $staff } members of staff will be told at once. No roll cards, no absence alerts.
closure-preview-unlinked = { $count } pupils have no linked guardian: their homeroom teachers need to phone.
closure-preview-rolls = { $count } classes have taken this roll: it counts no longer, alerts that have not left are stopped.
closure-preview-kept = { $count } classes have a child of whom the family was told that it was not seen: their roll and the search stay as they are.
closure-preview-why = To add a reason, write it, for example: <code>vì bão số 10</code>
closure-button-close = Call off and tell everybody
closure-button-stop = Leave it
closure-button-makeup = Choose a make-up day
closure-button-drop = No make-up on { $day }
closure-button-back = Lessons after all
closure-button-sure-back = Yes, lessons are held; tell everybody
closure-stopped = Left; nothing is called off and nobody was told.
closure-saved = ✅ <b>Saved: lessons are called off.</b>
closure-saved-means = Families and teachers are being told. There are no roll cards and no absence alerts for these lessons.
closure-back-ask = Lessons after all: { $line }? Whoever was told will be told again at once.
closure-back-done = ✅ Saved: lessons are held, { $line }. Whoever was told is being told again.
closure-makeup-ask = On which day are the lessons of { $lost } made up? The classes follow the timetable of the day that was lost.
closure-makeup-no-room = No Saturday or Sunday of the next eight weeks is free for the lessons of { $lost }. Open another day in /lichnghi, for example: <code>/lichnghi học 5/12 theo thứ 5</code>
closure-makeup-all = Each of these days has its make-up day already.
closure-makeup-saved = ✅ The make-up day is saved; families and teachers are being told.
closure-makeup-dropped = Saved: no make-up on { $day } any more; families and teachers are being told.

closure-unknown = The school has no class or grade { $typed }, so nothing was called off. Its classes: { $known }.
closure-several = One message calls off one day or days on end, for example: cho nghỉ học khối 6 từ 2/12 đến 4/12 vì bão. Send another message for other days.
closure-day-unclear = Which day is not clear. For example: mai; chiều nay; thứ Năm; từ 2/12 đến 4/12
closure-none = This closure does not stand any more. Those that do are in /nghihoc.
closure-no-such-class = There is no such class. For example: cho nghỉ học lớp 6A1, 6A2 ngày mai vì mất nước
closure-end-before-start = The last day is before the first. For example: từ 2/12 đến 4/12
closure-past = { $day } has gone by and cannot be called off.
closure-too-long = At most { $days } days at a time. For example: từ 2/12 đến 4/12
closure-too-far = Only days within the next { $days }. Days farther off belong into the school's calendar, /lichnghi.
closure-reason-unclear = The reason has letters that cannot be read. For example: vì bão số 10
closure-over = Today's lessons are over. For example: cho nghỉ học toàn trường ngày mai vì bão
closure-already = These lessons were called off already; nobody was told again. See /nghihoc.
closure-withdrawn-before = { $name } took this back at { $at }.
closure-makeup-past = { $day } cannot be a make-up day: it must be today or later, and not one of the days called off.
closure-makeup-far = { $day } is too far off. A make-up day lies within the next eight weeks.
closure-makeup-off = { $day } is a holiday or a day off{ $name ->
    [none] { "" }
   *[other] { " " }({ $name })
  }, so nothing can be made up. Choose another day, such as next Saturday.
closure-makeup-taken = Class { $name } has lessons in the { $half ->
    [morning] morning
   *[afternoon] afternoon
  } of { $day } already. Choose another day.
closure-makeup-already = This day has a make-up day already: { $day }.
closure-makeup-held = A roll was taken on the make-up day { $day }, so it cannot be dropped.
closure-makeup-none = This make-up day does not stand any more.

closure-news-family =
    ⛔ <b>No lessons: { $days }</b>
    To the guardians of { $pupils }: the school has called off lessons for { $whom }, { $days }.{ $why ->
        [none] { "" }
       *[other] { " " }Reason: { $why }.
    } No leave need be asked for. Please keep the children safe.
closure-news-staff =
    ⛔ <b>No lessons: { $whom }, { $days }</b>{ $why ->
        [none] { "" }
       *[other] . Reason: { $why }
    }
    Called off by { $who }; families are being told. No roll cards, no absence alerts.
closure-news-reopened-family =
    ✅ <b>Lessons are held: { $days }</b>
    To the guardians of { $pupils }: the earlier message about no lessons, { $days }, is no longer valid. Lessons are held as usual. We apologise for the change.
closure-news-reopened-staff =
    ✅ <b>Lessons are held: { $whom }, { $days }</b>
    The earlier message is no longer valid; families are being told.
closure-news-makeup-family =
    📅 <b>Make-up lessons: { $day }</b>
    To the guardians of { $pupils }: the { $half ->
        [morning] morning lessons
        [afternoon] afternoon lessons
       *[whole] lessons
    } lost on { $lost } are held on { $day }, by the timetable of the day that was lost.
closure-news-makeup-staff =
    📅 <b>Make-up lessons { $day }: { $whom }</b>
    By the timetable of { $lost }; roll cards come as on any day.
closure-news-dropped-family =
    📅 <b>No make-up lessons on { $day }</b>
    To the guardians of { $pupils }: the make-up lessons of { $day } (for { $lost }) are cancelled. The school will tell you of another day.
closure-news-dropped-staff =
    📅 <b>No make-up lessons on { $day }: { $whom }</b>
    The make-up lessons for { $lost } are cancelled; families are being told.
