# Entering marks by message.
score-column-regular = Regular { $number }
score-column-midterm = Midterm
score-column-final = Final
score-column-reassessment = Reassessment
score-place = { $class } · { $subject } · { $column } (term { $term ->
    [2] II
   *[1] I
  })
score-head = 📝 <b>{ $place }</b>
score-which-class = Marks of which class?
score-which-subject = Marks in which subject?
score-which-column = { $said ->
    [yes] Which column is «{ $word }»?
   *[no] Into which column?
  }
score-send-marks = 📝 <b>{ $place }</b>: { $missing } pupils have no mark yet. Send the column in the order of the list («8 7,5 9 - 6»), by number («3:8 5:7,5»), by name («Lan 8, Minh 7»), or pupil by pupil while marking («Huy 8,5»). Say «xong» when done.
score-saved = ✅ <b>Saved { $count } marks.</b> { $place }
score-same = { $place }: the book has exactly this already, nothing changed.
score-figures = Average { $average }; lowest { $lowest }; highest { $highest } ({ $count } pupils).
score-figures-remarks = Passed { $passed }; not passed { $failed }.
score-missing = No mark yet, { $count }: { $names }{ $rest ->
    [0] .
   *[other] { " " }and { $rest } more.
  }
score-make-up = Make-up due, { $count }: { $names }{ $rest ->
    [0] .
   *[other] { " " }and { $rest } more.
  }
score-note-point = i Read with a point: { $marks }
score-note-rounded = i Rounded: { $marks }
score-undo = Undo
score-mark-on = Go on marking
score-publish = Publish
score-undone = ↩️ Took { $count } marks back. { $place }
score-undo-outdated = This column was changed since, so it cannot be taken back. Send the pupil's new mark, for example: Lan 8
score-no-such-column = There is no such column.
score-changed-meanwhile = The column was just changed on another phone, so nothing was saved. Send it again to look once more.
score-preview = 📝 <b>{ $place }</b>: look at { $count } marks before they are saved.
score-not-saved-yet = <i>Not saved yet.</i> Send what is missing or wrong, for example «Lan 8», then save.
score-replaces = ⚠️ { $count } pupils have another mark already:
score-replaced = ~ { $name }: { $old } → { $new }
score-save = Save { $count } marks
score-drop = Leave it
score-dropped = Left; the gradebook is as it was.
score-choose-first = Choose class, subject and column first, then send marks. Or all in one message: 7A1 toán tx1: 8 7,5 9
score-one-class = One class a message: { $first } or { $second }? For example: { $first } toán tx1: 8 7,5 9
score-not-your-subject = You do not teach this subject in this class, so you cannot enter its marks. What you teach: /toi.
score-no-marks = There is no mark in the message.
score-example = For example: <code>8 7,5 9 - 6</code> (in list order), <code>3:8 5:7,5</code>, <code>Lan 8, Minh 7</code>
score-example-remarks = For example: <code>cả lớp Đ trừ Huy CĐ</code>, <code>Lan Đ, Minh CĐ</code>
score-ask-separator = Which marks are «{ $fragment }»?
score-ask-count = { $marks } marks for { $pupils } pupils; the last, «{ $fragment }», would be { $name }'s. If they are from the start of the list, choose below; if one is missing in between, send them again (a dash for who has none).
score-option-from-start = From the start, the last { $left } stay blank
score-ask-zero = { $name }, «{ $fragment }»: a mark of 0, or did not sit the test?
score-option-zero = { $mark ->
    [kd] Did not sit, no reason
    [v] Absent, make-up due
    [0] A mark of 0
   *[other] { $mark }
  }
score-ask-leading-zero = { $name }: which mark is «{ $fragment }»?
score-ask-who = «{ $fragment }»: { $near ->
    [yes] nobody has this name. Is it one of these?
   *[no] who is meant?
  }
score-ask-twice = { $name } has two marks ({ $fragment }). Which one?
score-problem-range = «{ $fragment }»: marks go from 0 to 10, not taken.
score-problem-unreadable = «{ $fragment }»: not understood, not taken.
score-problem-nobody = «{ $fragment }»: nobody of the class, not taken.
score-problem-number = «{ $fragment }»: no such number in the list, not taken.
score-problem-no-mark = «{ $fragment }»: no mark seen for this pupil.
score-problem-remarks = «{ $fragment }»: this subject has figures, for example 7,5. Not taken.
score-problem-figures = «{ $fragment }»: this subject has Đ or CĐ. Not taken.
score-problem-exempt = «{ $fragment }»: exemption is the principal's to grant; who is exempt gets no mark.
score-problem-adding = «{ $fragment }»: marks are not added to. Send the pupil's new mark, for example: Lan 9
score-problem-too-many = More marks than pupils; too many from «{ $fragment }» on. Nothing was taken; check and send again.
score-problem-different = «{ $fragment }»: number and name are two pupils, not taken.
score-problem-more = … and { $count } more.
score-marking-done = Done. { $place }: { $missing ->
    [0] everybody has a mark.
   *[other] { $missing } have none yet.
  }
score-marking-over = More than 30 minutes have passed, so «{ $text }» was not put into { $place }. To go on, name class, subject and column. For example: 7A1 toán tx1: Lan 8

# One test of several strands: a mark for each part, added up once all are there.
score-part-how = For example <code>7A1 phần sử gk: 4 3,5 5</code> (the History part of the midterm, in list order).
score-part-or-whole = { $subject } has strands: is this a part or the whole mark? For a part say «phần»: <code>7A1 phần sử gk: 4 3,5</code>; for the whole name the subject: <code>7A1 { $subject } gk: 8 7,5</code>. Nothing was saved.
score-part-unclear = «{ $fragment }» is not clear, nothing was saved. By number, for example: <code>7A1 phần sử gk: 3:4 5:3,5</code>
score-part-state = Absence is entered for the whole test: <code>7A1 sử địa gk: Lan v</code>. Nothing was saved.
score-part-saved = ✅ { $class } { $subject }, { $column } T{ $term }, part { $strand }: { $count } kept. All parts there, in the book: { $complete }.
score-part-waiting = Still to come: { $strands }
score-part-too-high = ⚠️ More than ten together, not kept: { $names }
strand-su = History
strand-dia = Geography
strand-ly = Physics
strand-hoa = Chemistry
strand-sinh = Biology
strand-nhac = Music
strand-mithuat = Fine arts

# Entering marks by tapping.
score-tap = Tap pupil by pupil
score-tap-head = <b>{ $place }</b> · { $done }/{ $all } pupils have a mark
score-tap-pupil = <b>{ $number }. { $name }</b>{ $mark ->
    [none] { "" }
   *[other] { " " }(has { $mark })
  }: tap the mark, it is saved at once. Other marks are typed, for example <code>{ $number }: 8,3</code>
score-tap-end = The end of the list. Tap [Done], or [Back] to change one.
score-tap-back = Back
score-tap-skip = Skip
score-tap-done = Done
score-tap-over = Half an hour has passed, so this column is closed. Open it again with /nhapdiem.
