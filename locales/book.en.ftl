# The roll book: pages of months, terms and years; from the last lesson to the principal's signature.

# Phrases
book-period = { $kind ->
    [month] { $label }
    [term] term { $number }
   *[year] school year { $label }
  }
book-session = { $half ->
    [morning] morning of { $day }
    [afternoon] afternoon of { $day }
   *[day] { $day }
  }
book-mark-p = P
book-mark-k = K
book-mark-open = not yet known
book-mark-early = left early
book-mark-late = { $minutes ->
    [0] late
   *[other] { $minutes } min late
  }
book-mark-present = present
book-more = and { $count } more

# A class's page
book-head = 📒 <b>Roll book of class { $class }, { $period }</b>
book-sums = { $size } pupils · sessions missed (TS) { $total }: P { $excused }, K { $unexcused }{ $open ->
    [0] {""}
   *[other] , not yet known { $open }
  }
book-absent = Missed: { $names }
book-absent-one = { $pupil }: { $total } (P { $excused }, K { $unexcused })
book-missing = ⚠️ <b>{ $count } sessions without a roll</b>: { $sessions }
book-unexplained = ⚠️ <b>{ $count } absences neither P nor K</b>: { $names }
book-leave = ⚠️ <b>{ $count } requests for leave still open</b>: { $names }
book-leave-one = { $pupil } ({ $first } – { $last }){ $disputed ->
    [yes] , two guardians say different things
   *[no] , not answered
  }
book-doubt-line = 💬 The family of <b>{ $pupil }</b> finds it wrong: “{ $words }”
book-corrected = ✏️ Corrected after confirmation: { $pupil }: { $old } → { $new }
book-correction-waits = ⏳ Correction waits for the principal: { $pupil }: { $old } → { $new }
book-done = ✅ { $step ->
    [shown] Shown to families
    [confirmed] Confirmed and locked
    [signed] Signed by the homeroom teacher
    [filed] Filed by the office
   *[approved] Signed by the principal
  }: { $who }, { $when }
book-families = Guardians who answered: { $answered }/{ $told }
book-next-shown = ➡️ { $later ->
    [yes] After the last lesson ({ $when }) the homeroom teacher shows families their row.
   *[no] Next: the homeroom teacher shows families their row.
  }
book-next-confirmed = ➡️ { $later ->
    [yes] Families look until { $when } (or until all have answered), then the homeroom teacher confirms.
   *[no] Next: the homeroom teacher confirms and locks the month.
  }
book-next-signed = ➡️ { $later ->
    [yes] From { $when } the homeroom teacher signs.
   *[no] Next: the homeroom teacher signs.
  }
book-next-filed = ➡️ { $later ->
    [yes] From { $when } the office confirms filing.
   *[no] Next: the office confirms filing.
  }
book-next-approved = ➡️ { $later ->
    [yes] From { $when } the principal signs.
   *[no] Next: the principal signs.
  }
book-finished = 🏁 All have signed this page.
book-no-signature = <i>Signing here is a confirmation within the system, not a digital signature.</i>

# Buttons
book-button-shown = Show to families
book-button-confirmed = Confirm the month
book-button-signed = Sign
book-button-filed = Filed
book-button-approved = Sign as principal
book-button-all-filed = Filed: all { $count } classes
book-button-all-approved = Sign all { $count } classes
book-button-a4 = PDF A4
book-button-a3 = PDF A3
book-button-xlsx = Excel
book-button-settle = P/K for { $count } open absences
book-button-seen = Seen to: { $name }
book-button-wish = Ask for a correction
book-button-board = All classes
book-button-open = Open the book
book-button-lock = Confirm and lock
book-button-anyway = Confirm and lock anyway
book-button-right = Right
book-button-wrong = Something is wrong
book-button-approve = Approve
book-button-reject = Reject
book-button-back = Take back

# Confirming, P or K
book-confirm =
    <b>Confirm the roll book of class { $class }, { $period }?</b>
    From then on the rolls of { $period } are locked; a change needs the principal's approval.
book-settle = { $count ->
    [0] No absence is left that is neither P nor K.
   *[other] <b>Neither P nor K: { $count } sessions.</b> Choose for each:
  }
book-settle-line = • { $pupil }, { $session }

# All classes
book-board = 📒 <b>Roll books of all classes, { $period }</b>
book-board-finished = 🏁 All signed ({ $count }): { $names }
book-board-approved = ✍️ Waiting for the principal ({ $count }): { $names }
book-board-filed = 🗄 Waiting for the office ({ $count }): { $names }
book-board-signed = 🖊 Waiting for the homeroom teacher's signature ({ $count }): { $names }
book-board-confirmed = 🔓 Waiting to be confirmed ({ $count }): { $names }
book-board-shown = ⬜ Not yet shown to families ({ $count }): { $names }

# Answers after each step
book-said-shown = { $told ->
    [0] ✅ Noted: class { $class }, { $period }. No family is linked, so nobody was told; you can confirm at once.
   *[other] ✅ { $told } guardians of class { $class } were sent their child's row of { $period }.
  }
book-said-confirmed = ✅ Saved: class { $class } has confirmed { $period }. The book is locked; to change it, ask for a correction.
book-said-signed = ✅ Saved the homeroom teacher's signature: class { $class }, { $period }.
book-said-filed = ✅ Saved: the office keeps the page { $period } of class { $class }.
book-said-approved = ✅ Saved the principal's signature: class { $class }, { $period }.
book-said-all = ✅ { $step ->
    [filed] The office has filed
   *[approved] The principal has signed
  } { $count } classes: { $names }
book-said-seen = Noted; the family of { $name } is sent the row anew.
book-said-right = Thank you. The school has noted that the row of <b>{ $name }</b> is right.
book-said-wrong = Passed on to the homeroom teacher, who will look at the row of <b>{ $name }</b> again and answer here.
book-said-wish =
    ✅ Saved your wish for a correction of { $month }: <b>{ $pupil }</b>, { $session }: { $old } → { $new }.
    Reason (read by the principal and you alone): { $reason }
    { $deciders ->
        [0] No principal is linked yet; it waits under /duyet.
       *[other] Sent to the principal. Until it is approved the book stays as it is.
    }
book-said-decided = { $status ->
    [approved] Approved and written into the book.
    [withdrawn] Taken back. The book stays as it is.
   *[rejected] Rejected. The book stays as it is; whoever asked is told why.
  }

# Asked for in words
book-ask-doubt = <b>{ $name }</b>: what is wrong? Please write one message, for example: <code>On 12/11 my child was at school</code>. To leave it: /huy
book-ask-wish = Which pupil, which day, to what, and why? Write one message, for example: <code>Lan { $day } P because the doctor's note came late</code>. Possible: P, K, present, late 10. To leave it: /huy
book-ask-why = Why not? Choose, or write the reason:
book-why-proof = No evidence yet
book-why-talk = Let us talk about it

# To families
book-row-asked = Dear guardian of <b>{ $name }</b>, class { $class}. This is your child's row in the roll book of { $month }, before the school locks it:
book-row-confirmed = Dear guardian of <b>{ $name }</b>, class { $class }. The roll book of { $month } is locked. Your child's row was changed:
book-row-corrected = Dear guardian of <b>{ $name }</b>, class { $class }. The roll book of { $month } was corrected after it was locked. Your child's row now:
book-row-seen = Dear guardian of <b>{ $name }</b>, class { $class }. The homeroom teacher has looked at what you wrote. Your child's row in the book of { $month }:
book-row-full = At school the whole month. 👏
book-row-missed = Missed { $total } sessions: with leave (P) { $excused }, without (K) { $unexcused }. { $days }
book-row-other = Noted, not counted as missed:{ $late ->
    [0] {""}
   *[other] {" "}late { $late } times;
  }{ $early ->
    [0] {""}
   *[other] {" "}left early { $early } times;
  }{ $skipped ->
    [0] {""}
   *[other] {" "}{ $skipped } single lessons missed;
  }
book-row-ask = Please have a look:

# To teachers
book-doubt =
    💬 <b>{ $pupil }</b>, class { $class }: { $who } finds the row of { $month } wrong:
    “{ $words }”
    { $locked ->
        [yes] The month is locked: if it must change, open the book and ask for a correction.
       *[no] To change it, write it as a roll, for example: <code>{ $class } 12/11 Lan có mặt</code>. Then choose Seen to, so that the family is sent the new row.
    }
book-correction =
    ✏️ <b>{ $who } asks to correct the roll book of class { $class }, { $month } (locked)</b>
    { $pupil }, { $session }: { $old } → { $new }
    Reason: { $reason }
book-correction-short = ✏️ <b>Correction of class { $class }, { $month }</b>: { $pupil }, { $session }: { $old } → { $new }
book-correction-ended = { $status ->
    [approved] ✅ { $who } approved it at { $when }; the book is changed.
    [rejected] ❌ { $who } did not approve it, { $when }.
   *[withdrawn] ↩️ { $who } took it back at { $when }.
  }{ $said ->
    [yes] {" "}Reason: { $why }
   *[no] {""}
  }
book-ask = 📒 <b>Roll book of class { $class }, { $period }</b>: { $step ->
    [shown] the last lesson is over. Please look at it, then show families their row.
    [confirmed] it waits for you to confirm it.
   *[signed] the page is ready, please sign it.
  }
book-ask-missing = ⚠️ { $count } sessions without a roll
book-ask-unexplained = ⚠️ { $count } absences neither P nor K
book-ask-leave = ⚠️ { $count } requests for leave still open
book-ask-doubts = 💬 { $count } families find something wrong
book-ask-read-out = Please read the page out in the class hour, then sign.
book-waiting = 📒 <b>Roll book { $period }</b>: { $step ->
    [filed] { $count } classes are signed by their homeroom teachers and wait for the office: { $names }
   *[approved] { $count } classes wait for the principal's signature: { $names }
  }
book-late = ⏰ <b>Roll book { $period }</b>: { $count } classes wait for their homeroom teachers: { $names }

# Files
book-file-caption = Roll book of class { $class }, { $period }: { $size } pupils, TS { $total } (P { $excused }, K { $unexcused }). Signed in the system: { $signed }/3.
book-file-name = roll-book

# What cannot be done
book-locked = The rolls of { $month } of class { $class } are confirmed and locked, so nothing was changed. To correct one the homeroom teacher types /sodiemdanh { $class } { $month } and asks for a correction.
book-not-yours = The roll book is for homeroom teachers, the office and the heads. To see the roll of a class you teach: /vangmat 7A1
book-no-such-class = There is no class { $typed }. For example: /sodiemdanh 7A1 11
book-which-period = “{ $typed }” is not understood. For example: /sodiemdanh 7A1 11, /sodiemdanh term 1, /sodiemdanh year
book-month-outside = { $month } lies outside the school year. For example: /sodiemdanh 7A1 11
book-month-ahead = { $month } has not come yet. For example: /sodiemdanh 7A1 last month
book-no-lessons = The timetable of the class has no lessons in { $month }, so there is no page to make.
book-early-shown = The last lesson ({ $when }) is not over, so families are not shown it yet.
book-early-confirmed = Families are looking at their row until { $when }. Then, or once all have answered, you can confirm.
book-early-signed = This page can be signed from { $when }.
book-first-shown = Please show families their row first.
book-first-confirmed = The homeroom teacher has not confirmed this month yet.
book-first-signed = The homeroom teacher has not signed this page yet.
book-first-filed = The office has not confirmed filing yet.
book-unexplained-first = { $count } absences are neither P nor K. Please choose for each of them first, then confirm.
book-odd-now = Something new is to be looked at. Please open the book again: /sodiemdanh
book-months-first = To be confirmed first: { $months }.
book-already = { $step ->
    [shown] Shown to families
    [confirmed] Confirmed
    [signed] Signed
    [filed] Filed
   *[approved] Signed by the principal
  } already: { $gender ->
    [M] Mr
    [F] Ms
   *[other] teacher
  } { $name }, { $when }.
book-doubt-empty = Please write what is wrong, for example: On 12/11 my child was at school
book-not-locked = This month is not locked: change the roll itself, for example with /vangmat and Edit.
book-reject-why = Please say why not, for example: No evidence yet
book-wish-day = Please name a day of this month, from { $first } to { $last }. For example: Lan { $first } P because the note came late
book-wish-state = Please write what it shall be: P, K, present or late 10. For example: Lan 12/11 P because the note came late
book-wish-why = Please add the reason for { $name }. For example: Lan 12/11 P because the note came late
book-wish-several = “{ $typed }” may be: { $names }. Please write more of the name, or the list number. For example: 15 12/11 P because the note came late
book-wish-nobody = There is no “{ $typed }” in the class. For example: Lan 12/11 P because the note came late
book-wish-no-roll = There is no roll of { $day } to correct.
book-wish-half = The class had two sessions on { $day }. Please add morning or afternoon. For example: Lan morning 12/11 P because the note came late
book-wish-same = { $name } stands so on { $day } already; nothing to correct.
book-wish-waiting = A wish for { $name } and that session waits already.
book-wish-changed = That session has changed since it was asked for, so nothing was corrected. Please ask again.
book-wish-late = { $status ->
    [approved] Approved
    [rejected] Rejected
   *[withdrawn] Taken back
  } already: { $gender ->
    [M] Mr
    [F] Ms
   *[other] teacher
  } { $name }, { $when }.
