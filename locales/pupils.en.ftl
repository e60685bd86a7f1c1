# Pupils who come, leave, change class (/hocsinh).
pupil-head = <b>Pupils who arrive, transfer out, drop out, change class, come back</b>
pupil-examples =
    Write one line, or go step by step:
    <code>/hocsinh Lan { $klass } chuyển trường từ 1/12</code>
    <code>/hocsinh Minh { $klass } dropped out today</code>
    <code>/hocsinh nhận Nguyễn Văn An, nam, sinh 12/3/2014, lớp { $klass }, mẹ Lê Thị Bình 0912345678</code>
    One class: <code>/hocsinh { $klass }</code>
pupil-changes-head = Recent changes:
pupil-change-in = { $day }: <b>{ $name }</b> arrived in class { $now }
pupil-change-out = { $day }: <b>{ $name }</b>, class { $left }, transferred out
pupil-change-dropped = { $day }: <b>{ $name }</b>, class { $left }, dropped out
pupil-change-moved = { $day }: <b>{ $name }</b> moved from class { $left } to class { $now }
pupil-change-returned = { $day }: <b>{ $name }</b> came back to class { $now }
pupil-class-head =
    <b>Class { $klass }</b>: { $size } on the list today. { $changed ->
        [yes] Changes in the school year:
       *[no] No changes this school year.
    }

pupil-kind-out = Transferred out
pupil-kind-dropped = Dropped out
pupil-kind-moved = Changed class
pupil-kind-returned = Came back
pupil-kind-in = Arrived

pupil-card = <b>{ $name }</b>, number { $number }, class { $klass }
pupil-stay =
    { $ends ->
        [none] Class { $klass } from { $starts }{ "" }
       *[other] Class { $klass } from { $starts } to { $ends }{ "" }
    }{ $how ->
        [transferred] {" "}(transferred out)
        [dropped_out] {" "}(dropped out)
        [suspended] {" "}(suspended)
        [changed_class] {" "}(changed class)
       *[other] { "" }
    }
pupil-ask-kind = What shall be entered?
pupil-ask-name =
    { $kind ->
        [returned] Who comes back?
        [out] Who transfers out?
        [dropped] Who has dropped out?
        [moved] Who changes class?
       *[other] Who?
    } Write name and class, for example: <code>Lan 7A1</code> or <code>15 7A1</code>
pupil-which =
    { $kind ->
        [returned] Who comes back?
       *[other] Whom do you mean?
    } Choose one, or write the full name and the class.
pupil-ask-new =
    Write the full name; add birth date, gender, code and parents (full name, telephone) if known. For example:
    <code>Nguyễn Văn An, nam, sinh 12/3/2014, lớp { $klass }, mẹ Lê Thị Bình 0912345678</code>
pupil-ask-class =
    { $kind ->
        [moved] To which class?
        [in] Into which class?
       *[other] Which class?
    }
pupil-ask-day =
    { $kind ->
        [out] From which day is { $name } not at the school any more?
        [dropped] From which day has { $name } dropped out?
        [moved] From which day is { $name } in the new class?
       *[other] From which day is { $name } at the school?
    } Choose or write the day, for example: <code>1/12</code>
pupil-today = Today { $day }
pupil-tomorrow = Tomorrow { $day }
pupil-preview-out = <b>{ $name }</b>, number { $number } of class { $left }: <b>transfers out</b>, off the list from { $day }.
pupil-preview-dropped = <b>{ $name }</b>, number { $number } of class { $left }: <b>has dropped out</b>, off the list from { $day }.
pupil-preview-moved = <b>{ $name }</b>, number { $number } of class { $left }: <b>moves to class { $now }</b> from { $day }.
pupil-preview-returned = <b>{ $name }</b>, formerly number { $number } of class { $left }: <b>back in class { $now }</b> from { $day }.
pupil-preview-in = <b>{ $name }</b>: <b>joins class { $now }</b> from { $day }.
pupil-new-facts =
    Born: { $birth ->
        [none] not known
       *[other] { $birth }
    }; gender: { $gender ->
        [M] male
        [F] female
       *[none] not known
    }; code: { $code ->
        [none] not known
       *[other] { $code }
    }.
pupil-new-adult =
    { $relation ->
        [father] Father
        [mother] Mother
       *[guardian] Guardian
    }: { $name }, { $phone ->
        [none] no telephone
       *[other] { $phone }
    }.
pupil-new-alone = No parent or guardian yet; add them to the record later.
pupil-namesake = Note: class { $klass } has a pupil of that name (number { $numbers }).
pupil-not-yet = Not saved yet. Choose Enter if it is right; write another day to change the day.
pupil-save = Enter
pupil-stop = Never mind
pupil-stopped = Left; nothing was entered.
pupil-again = That was not clear.
pupil-saved-out = ✅ Saved: <b>{ $name }</b> transfers out, off the list of class { $left } from { $day }. Number { $number } is not given to anybody else.
pupil-saved-dropped = ✅ Saved: <b>{ $name }</b> has dropped out, off the list of class { $left } from { $day }. Number { $number } stays theirs.
pupil-saved-moved = ✅ Saved: <b>{ $name }</b> moves from class { $left } to class { $now } from { $day }, number { $number }. Homeroom teachers and family will be told.
pupil-saved-returned = ✅ Saved: <b>{ $name }</b> is back in class { $now } from { $day }, number { $number }.
pupil-saved-in = ✅ Saved: <b>{ $name }</b> joins class { $now } from { $day }, number { $number }. Invite the family: <code>/giadinh { $now } { $number }</code>
pupil-recounted = Rolls taken from that day on are counted by the new list.
pupil-undo = Undo
pupil-undone =
    Undone: <b>{ $name }</b> { $kind ->
        [out] is not entered as transferred
        [dropped] is not entered as dropped out
        [moved] is not entered as moved
        [returned] is not entered as back
       *[in] is not entered as new
    } from { $day } any more.

# Refusals
pupil-move-heads = A change of class concerns two classes, so the heads or the administrator enter it. Please tell them.
pupil-same-class = { $name } is in class { $klass } already.
pupil-planned = For { $name } a change of a later day is entered. Undo that first.
pupil-here-already = { $name } is on the list of class { $klass } on that day. To change class, write for example: /hocsinh Lan 7A1 chuyển sang lớp 7A2 từ 1/12
pupil-unknown = There is no such pupil.
pupil-no-such-entry = There is no such entry.
pupil-undone-before = This entry was undone before.
pupil-undo-outdated = The pupil's lists have changed again since, so this cannot be undone. Enter the new change with /hocsinh.
pupil-undo-rolled = { $name } stands in a roll, a request or a remark already and cannot be taken out. If the pupil is not at the school, enter a transfer: /hocsinh
pupil-left-already = { $name } has been off the list since { $day }.
pupil-not-here = On { $day } the pupil was in no class yet. Please look at the day again, for example: từ 1/12
pupil-day-first = { $name } has been in class { $klass } since { $since }; the day must be a later one. If the entry before was a mistake, choose Undo below it.
pupil-day-outside = { $day } is outside the school year ({ $first } to { $last }). Write the day again, for example: 1/12
pupil-day-far = { $day } is more than { $days } days from today. Please look at year and month again, for example: 1/12
pupil-no-such-day = There is no such day. Write it again, for example: 1/12 or tomorrow
pupil-number-alone = Number { $number } of which class? Add the class, for example: 15 7A1
pupil-not-found =
    No pupil “{ $who }”{ $klass ->
        [none] { "" }
       *[other] {" "}in class { $klass }
    }{ $kind ->
        [returned] {" "}among those who have left
       *[other] { "" }
    }. Write name and class, for example: Lan 7A1
pupil-code-taken = Code { $code } belongs to { $name }. Please look at code or name again.

# News
pupil-news =
    { $kind ->
        [out] <b>{ $name }</b>, number { $number } of class { $left }, transfers out from { $day }.
        [dropped] <b>{ $name }</b>, number { $number } of class { $left }, has dropped out from { $day }.
        [moved] <b>{ $name }</b> moves from class { $left } to class { $now } from { $day }, number { $number }.
        [returned] <b>{ $name }</b> is back in class { $now } from { $day }, number { $number }.
       *[in] <b>{ $name }</b> joins class { $now } from { $day }, number { $number }.
    } Entered by { $who }.
pupil-news-undone =
    Correction: <b>{ $name }</b> { $kind ->
        [out] does not transfer out
        [dropped] has not dropped out
        [moved] does not move from class { $left } to class { $now }
        [returned] is not back in class { $now }
       *[in] does not join class { $now }
    } from { $day }; that entry was undone.
pupil-news-family =
    Dear parents of <b>{ $name }</b>: { $kind ->
        [moved] from { $day } your child is in class { $now }.
        [returned] from { $day } your child is in class { $now } again.
       *[in] from { $day } your child is in class { $now }.
    }{ $named ->
        [yes] {" "}Homeroom teacher: { $teacher }.
       *[no] { "" }
    }
pupil-news-family-undone = Dear parents of <b>{ $name }</b>: the news of your child's class was a mistake; your child stays in the class as before.
