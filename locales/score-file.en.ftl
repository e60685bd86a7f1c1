# Marks in files: templates, previews, export to other systems.
score-file-title = { $subject }, class { $class }, term { $term ->
    [2] II
   *[1] I
  }, { $year }
score-file-legend = Marks 0 to 10 (for example 7,5). v: absent, make-up due. kd: did not sit, counts 0. -: take a mark out. Blank: leave as it is.
score-file-legend-remarks = Đ (passed) or CĐ (not passed). v: absent, make-up due. kd: did not sit. -: take out. Blank: leave as it is.
score-file-closed = Grey cells are locked or exempt; fill in the rest and send this file back to the bot.
score-file-number = No.
score-file-code = Pupil code
score-file-name = Full name
score-file-birth = Date of birth
score-file-regular = ĐĐGtx { $number }
score-file-midterm = ĐĐGgk
score-file-final = ĐĐGck
score-file-reassessment = Reassessment
score-file-exempt = M
score-file-check = A mark from 0 to 10, or v, kd, -.
score-file-check-remarks = Đ, CĐ, v, kd or -.
score-file-check-title = Not a mark
score-file-sent = 📄 Sheet for <b>{ $subject }</b>, { $classes }, term { $term }. Fill it in and send it back here; you see what would change before anything is saved. Another way: <code>{ $class } { $subject } tx1: 8 7,5 9</code>
score-file-how = Send a class and a subject, for example <code>/filemau 7A1 toán</code>; every class you teach: <code>/filemau toán</code>; term II: <code>/filemau 7A1 toán hk2</code>
score-file-upload = Send the filled file through this link (until { $until }): { $link }
score-file-too-many = At most { $most } classes a file. Name a class, for example: /filemau 7A1 toán
score-file-no-columns = This file has no columns of marks that could be recognised. It needs a header row with names or codes and columns like «ĐĐGtx 1», «ĐĐGgk», «ĐĐGck». A template: /filemau 7A1 toán
score-file-too-many-pupils = Sheet «{ $sheet }» has more than { $most } pupils, which is no class. Nothing was saved.
score-file-where = Which class and subject is «{ $file }» of? Send for example <code>7A1 toán hk1</code>, or /huy to leave it.
score-file-twice = Two sheets are of the same class and subject. Nothing was saved; take one out and send it again.
score-file-preview = 📄 <b>{ $file }</b>: a look, nothing saved yet.
score-file-preview-sheet = • { $class } { $subject }, term { $term }: { $changes ->
    [0] nothing changes
   *[other] <b>{ $changes } cells</b> change
  }{ $missing ->
    [0] { "" }
   *[other] ; { $missing } pupils of the class are not in the file
  }
score-file-preview-column = { "  " }{ $column }: { $added } new, { $changed } changed, { $removed } taken out
score-file-preview-since = ⚠️ { $name }, { $column }: the book has { $old } (changed since the file was made), the file { $new }
score-file-preview-changed = ~ { $name }, { $column }: { $old } → { $new }
score-file-preview-closed = 🔒 Locked or not yours to enter, left out: { $columns }
score-file-preview-unknown = i Columns not used: { $columns }
score-file-preview-problem = ✗ Row { $place }{ $who ->
    [none] { "" }
   *[other] { " " }({ $who })
  }: { $why }
score-file-preview-more = … and { $count } more
score-file-blank = blank
score-file-no-mark = «{ $shown }» is no mark. Write for example 7,5
score-file-out-of-range = «{ $shown }» is outside 0 to 10
score-file-need-figures = this subject has figures, for example 7,5
score-file-need-remarks = this subject has Đ or CĐ
score-file-no-pupil = nobody of the class
score-file-name-differs = the class list has another name ({ $shown })
score-file-pupil-twice = this pupil has two rows
score-file-is-exempt = exempt from this subject
score-file-nothing = There is nothing to save.
score-file-apply = Save { $count } cells
score-file-drop = Leave it
score-file-saved = ✅ Saved { $count } cells from «{ $file }».
score-file-undone = ↩️ Taken back: the gradebook is as before the file.
score-file-undo-late = The gradebook was changed after the file, so it cannot be taken back as a whole. Correct single columns by message.
score-file-dropped = The file was left, the gradebook is as it was.
score-file-changed-meanwhile = Somebody just changed the gradebook, so nothing was saved. Send the file again to look once more.
score-file-layout-saved = ✅ Layout «{ $name }» is remembered. Recognised: { $columns }.{ $unknown ->
    [none] { "" }
   *[other] { " " }Left alone: { $unknown }.
  } Export in it: <code>/xuat 7A1 toán { $name }</code>
score-file-layout-name = Name the layout, for example with the caption: <code>mẫu vnEdu</code>
score-file-exported = 📄 <b>{ $subject }</b>, class { $class }, term { $term }, in the layout «{ $name }»: { $filled } pupils.{ $left ->
    [0] { "" }
   *[other] { " " }{ $left } are not in the template and were left out.
  } Look at it before you upload it.
score-file-exported-plain = 📄 <b>{ $subject }</b>, class { $class }, term { $term }. For the very layout of vnEdu, SMAS or the sector database send that system's empty template with the caption <code>mẫu vnEdu</code> once.
score-file-file = marks
score-file-layout-many = { $most } layouts are remembered; no more can be.
