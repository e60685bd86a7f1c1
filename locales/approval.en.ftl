# Approving notices: the waiting card, the decision, reasons; delegation.

## The waiting card

approval-head = 📨 <b>Approval asked: { $kind }</b>
approval-from = Written by: { $author } ({ $when })
approval-to = To: { $audience }; { $people } people, { $linked } of them linked
approval-urgent = ⚠️ URGENT
approval-because = Needs approval: { $why }.
approval-kind-routine = ordinary notice
approval-kind-trip = trip, activity outside school
approval-kind-money = collecting money
approval-kind-other = other notice
approval-button-approve = Approve
approval-button-reject = Reject
approval-button-changes = Ask for changes
approval-button-later = Not now
approval-code-reject = the reason
approval-code-changes = what to change

## Reasons

approval-why-reject = Why is it rejected? Choose a reason or type one here. Nothing is recorded until there is a reason.
approval-why-changes = What shall be changed? Choose one or type it here. Nothing is recorded until then.
approval-reason-unclear = The text is not clear
approval-reason-amount = Check the amount
approval-reason-audience = Check who it goes to
approval-reason-time = Not the right time
approval-reason-talk = Please come and talk to me
approval-reason-needed = Please type the reason in words; nothing was changed.
approval-reason-long = The reason has { $length } characters; at most { $limit } fit. Please shorten it and send it again.
approval-reason = Reason:
approval-later = Nothing was recorded; the notice still waits. What the message above offers still works.

## Decided

approval-saved-approved = Approved.
approval-saved-rejected = Saved: rejected; the author is told.
approval-saved-changes = Saved: changes asked for; the author is told.
approval-closed-approved = ✅ Approved by { $gender ->
    [M] Mr { $name }
    [F] Ms { $name }
   *[other] { $name }
  } at { $when }.
approval-closed-rejected = ✖️ Rejected by { $gender ->
    [M] Mr { $name }
    [F] Ms { $name }
   *[other] { $name }
  } at { $when }.
approval-closed-changes = ✏️ Changes asked for by { $gender ->
    [M] Mr { $name }
    [F] Ms { $name }
   *[other] { $name }
  } at { $when }.
approval-closed-withdrawn = ↩️ Withdrawn at { $when }; nothing to decide any more.
approval-closed-taken = The delegation has ended; this no longer waits here ({ $when }).
approval-late-approved = { $gender ->
    [M] Mr { $name }
    [F] Ms { $name }
   *[other] { $name }
  } approved it at { $when }.
approval-late-rejected = { $gender ->
    [M] Mr { $name }
    [F] Ms { $name }
   *[other] { $name }
  } rejected it at { $when }.
approval-late-changes = { $gender ->
    [M] Mr { $name }
    [F] Ms { $name }
   *[other] { $name }
  } asked for changes at { $when }.
approval-late-withdrawn = { $gender ->
    [M] Mr { $name }
    [F] Ms { $name }
   *[other] { $name }
  } withdrew this notice at { $when }.

## The author's answer

approval-result-approved = ✅ { $gender ->
    [M] Mr { $name }
    [F] Ms { $name }
   *[other] { $name }
  } approved at { $when }:
approval-result-rejected = ✖️ { $gender ->
    [M] Mr { $name }
    [F] Ms { $name }
   *[other] { $name }
  } did not agree to this being sent ({ $when }):
approval-result-changes = ✏️ { $gender ->
    [M] Mr { $name }
    [F] Ms { $name }
   *[other] { $name }
  } asks for changes before it is sent ({ $when }):
approval-result-withdrawn = ↩️ { $gender ->
    [M] Mr { $name }
    [F] Ms { $name }
   *[other] { $name }
  } took this notice back at { $when }:
approval-answered-approved = ✅ <b>Approved</b> ({ $when }): the notice for { $audience }.
approval-answered-rejected = ✖️ <b>Not approved</b> ({ $when }): the notice for { $audience }. The reason is in the message below.
approval-answered-changes = ✏️ <b>Changes asked for</b> ({ $when }): the notice for { $audience }. What to change is in the message below.
approval-answered-withdrawn = ↩️ <b>Taken back</b> ({ $when }): the notice for { $audience }.
approval-button-rewrite = Change and send again
approval-button-drop = Drop it

## Refusals

approval-asked-before = This notice has been put up for approval, sent or dropped before.
approval-not-there = There is no such question.
approval-own = Somebody else decides on one's own notice.
approval-delegation-over = The delegation for this has ended, so it cannot be decided here any more.
approval-waiting = { $count } waiting for a decision; they follow here again.
approval-none-waiting = Nothing is waiting for a decision.

## Delegation

delegation-head = <b>Delegations in force</b>
delegation-none = Nobody decides in your place at present.
delegation-line = • No. { $number }: { $name } decides { $kinds }; until the end of { $until }
delegation-take-back = Take back no. { $number }: { $name }
delegation-new = New delegation
delegation-back = ‹ Back
delegation-on = Next ›
delegation-whom = Who shall decide in your place?
delegation-which = What may <b>{ $name }</b> decide? Choose to turn kinds on or off.
delegation-until = <b>{ $name }</b> decides in your place: { $kinds }. Until the end of which day? Tap, or type a last day such as <code>31/12/2026</code>.
delegation-today = Today
delegation-three-days = 3 days
delegation-week = 1 week
delegation-day-unclear = Which day is not clear. Please type it like <code>31/12/2026</code>, or choose below.
delegation-day-past = That day is past. Please type a day from today on.
delegation-day-far = A delegation lasts a year at most. Please choose a nearer day.
delegation-no-kind = Please choose at least one kind.
delegation-no-such-person = This person cannot be delegated: only staff who work at the school can.
delegation-there = { $name } has exactly this delegation already.
delegation-saved = Saved, delegation no. { $number }: { $name } decides { $kinds }, until the end of { $until }.
delegation-taken-back = { $name }'s delegation was taken back.
delegation-ended-before = This delegation had ended before.
delegation-given =
    { $name } lets you decide in their place, no. { $number }: { $kinds }; until the end of { $until }.
    Questions will come here to be answered; /duyet shows them again.
delegation-ended = Your delegation no. { $number } has ended.
