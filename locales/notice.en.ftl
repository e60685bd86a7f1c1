# Notices: writing, preview, sending, progress, withdrawing.

## What families and staff receive

notice-from-school = 📢 <b>Notice from { $school }</b>
notice-from-our-school = 📢 <b>Notice from the school</b>
notice-urgent = ❗ <b>URGENT</b>
notice-dear-family = To the family of { $children }:
notice-dear-staff = Dear colleagues:
notice-child = { $name }, class { $class }
notice-more-children = and { $count } more
notice-taken-back = ↩️ <b>This notice was withdrawn; please disregard what follows.</b>
notice-author = { $gender ->
    [M] Mr
    [F] Ms
   *[other] { "" }
  } { $name }
notice-post = { $role ->
    [principal] principal
    [vice_principal] vice principal
    [homeroom_teacher] homeroom teacher of { $classes }
    [nurse] school nurse
    [office] school office
    [subject_teacher] subject teacher
   *[other] { "" }
  }
notice-correction = ↩️ <b>Correction</b>
    To the family of { $children }: the notice of { $at } was withdrawn. Please disregard it; the school will write again if there is anything new.
notice-correction-staff = ↩️ <b>Correction</b>
    Dear colleagues: the notice of { $at } was withdrawn. Please disregard it; the school will write again if there is anything new.
notice-correction-about = What was withdrawn: <i>{ $text }</i>

## For whom

notice-to-pupil = the family of { $name }, class { $class }
notice-to-class = families of class { $names }
notice-to-grade = families of grade { $names }
notice-to-school = all families of the school
notice-to-staff = all staff
notice-ask-audience = Whom is the notice for?
    It can also be typed in one line: <code>thông báo 7A1: …</code>, <code>thông báo phụ huynh khối 7: …</code>, <code>nhắn phụ huynh em Lan 7A1: …</code>
notice-ask-class = Families of which class?
notice-ask-pupil = Several pupils are called <b>{ $typed }</b>. Whose family?
notice-ask-pupil-near = Nobody is called <b>{ $typed }</b>. Is it the family of one of these?
notice-button-class = Class { $name }
notice-button-grade = Grade { $grade }
notice-button-school = Whole school
notice-button-staff = Staff
notice-button-classes = Another class…
notice-button-cancel = Cancel
notice-button-back = Back
notice-ask-text = To <b>{ $audience }</b>. Type the text of the notice (up to { $limit } characters). Nothing has been sent. To stop: /huy.
notice-ask-subject = What is this notice about?
notice-ask-rewrite = The text as it is (it can be copied):
    <code>{ $text }</code>

    Type the new text. To stop: /huy, the old text stays.
notice-only-text = A notice takes text only for now; pictures, files and stickers cannot go with it. Type the text, or /huy to stop.

## Preview

notice-preview = 👀 <b>Preview</b>, as one of the recipients will see it:
notice-preview-line = ━━━━━━━━━━
notice-preview-people = <b>To { $audience }</b>: { $people } people, { $linked } of them linked.
notice-preview-unlinked = { $count } are not linked and will not get it here; you will get a list of them afterwards.
notice-preview-none-linked = None of them is linked, so nobody will get it here; you will get a list of them afterwards.
notice-preview-subject = About: { $subject }.
notice-preview-found-money = The text has words or figures about money, so it counts as a matter of money.
notice-preview-found-trip = The text speaks of something outside the school, so it counts as a trip.
notice-preview-direct = Send goes out at once, without approval. Nothing has been sent yet.
notice-preview-approval = The principal has to approve it first: { $why }. Nothing has been sent yet.
notice-subject-routine = Everyday matters
notice-subject-trip = Trip, outside the school
notice-subject-money = Money
notice-subject-other = Something else
notice-why-money = it is about money
notice-why-trip = it is about a trip or something outside the school
notice-why-routine = the school wants everyday notices approved as well
notice-why-other = the school wants this approved
notice-why-grade = it goes to a whole grade
notice-why-school = it goes to the whole school
notice-why-staff = it goes to the staff
notice-why-other-class = it goes to a class that is not your own
notice-button-send = Send
notice-button-ask = Ask for approval
notice-button-rewrite = Change the text
notice-button-subject = Change what it is about
notice-button-urgent = Mark as urgent
notice-button-not-urgent = Not urgent

## After the tap

notice-sending-now = Saved, being sent. The result follows.
notice-pending = ⏳ <b>Saved and sent for approval</b> ({ $at }): the notice to { $audience }.
    <i>{ $text }</i>
    Why: { $why }. Once approved it goes out by itself and you are told at once.
notice-pending-nobody = ⚠️ Nobody can approve it in the app at the moment (the principal is not linked). The request is kept and waits; please tell the principal directly.
notice-dropped = The draft to { $audience } was dropped; nothing was sent.
notice-superseded = A newer preview stands below.

## Progress

notice-progress = 📨 <b>Notice to { $audience }</b> ({ $at })
notice-progress-text = <i>{ $text }</i>
notice-progress-counts = Delivered { $delivered }/{ $people } · on the way { $waiting } · failed { $failed }
notice-progress-uncertain = Not certain: { $count }
notice-progress-unlinked = Not linked: { $count }
notice-progress-cancelled = Stopped in time: { $count }
notice-progress-sending = ⏳ Sending…
notice-progress-done = ✅ Sent.
notice-progress-withdrawing = ↩️ Withdrawing…
notice-progress-withdrawn = ↩️ Withdrawn: { $stopped } will not get it, { $corrected } who had it were sent a correction.
notice-missed-head = <b>Not reached:</b>
notice-missed-why = Why: { $reasons }
notice-missed-family = • { $name } (family of { $children }){ $phone ->
    [none] { "" }
   *[other] , { $phone }
  }: { $why }
notice-missed-staff = • { $name }{ $phone ->
    [none] { "" }
   *[other] , { $phone }
  }: { $why }
notice-missed-more = … and { $count } more.
notice-missed-page = <b>Not reached</b>, { $from }–{ $to } of { $count }:
notice-missed-nobody = This notice missed nobody.
notice-reason-not-linked = not linked
notice-reason-blocked = blocked or deleted the chat
notice-reason-never-started = has not opened the chat
notice-reason-chat-not-found = the account is gone
notice-reason-inactive = the account has not been used for long
notice-reason-no-zalo = this number does not use Zalo
notice-reason-cannot-receive = the messenger lets no such message go to this person
notice-reason-ceiling = the ceiling for paid messages was reached
notice-reason-window = has not written for long, so the messenger lets nothing go
notice-reason-quota = the messenger's number of messages is used up
notice-reason-billing = the school's paid account with the messenger is empty or locked
notice-reason-token = the school's access key to the messenger does not work
notice-reason-setup = the school's settings with the messenger are wrong, please tell the administrator
notice-reason-line = the line was down, however often it was tried
notice-reason-too-large = the message is too large
notice-reason-uncertain = not certain, the messenger did not answer
notice-reason-failed = the messenger did not take it
notice-button-withdraw = Withdraw
notice-button-missed = See all { $count } not reached
notice-button-missed-of = Not reached ({ $number }): { $count }

## Sent

notice-sent-head = <b>Your latest notices:</b>
notice-sent-none = You have no notices yet. Write one: /thongbao
notice-sent-line = { $number }. { $at }, { $audience }: <i>{ $text }</i>
notice-state-pending = waiting for approval
notice-state-rejected = not approved
notice-state-changes = changes were asked for

## Withdrawing

notice-withdraw-ask = Withdraw the notice of { $at } to { $audience }?
    <i>{ $text }</i>
    It has reached { $delivered } (they will get a correction), { $waiting } are on the way (will be stopped).
notice-withdraw-ask-other = Written by { $author }.
notice-withdraw-ask-pending = Take the notice to { $audience } back from approval?
    <i>{ $text }</i>
notice-withdraw-yes = Withdraw
notice-withdraw-no = No, leave it
notice-withdraw-kept = Left as it is.
notice-withdraw-done = The notice to { $audience } was withdrawn. Stopped in time: { $stopped }. Corrections sent: { $corrected }.
notice-withdraw-pending = The notice to { $audience } was taken back from approval; nobody got it.
notice-withdraw-shown = Withdrawn.

## What cannot be done

notice-not-yours = Notices are written by the school's staff.
notice-not-there = There is no such notice.
notice-empty = The notice has no text yet. Type at least one word.
notice-too-long = The text has { $length } characters, { $limit } at most. Please shorten it and send it again.
notice-nobody = There is nobody in this audience, so the notice cannot be written.
notice-no-such-audience = There is no such class, grade or pupil this year. Try again: /thongbao
notice-no-such-class = The school has no class <b>{ $typed }</b>. The classes: { $known }.
notice-no-such-pupil = Class { $list } has nobody called <b>{ $typed }</b>. Type the full name, or the list number: <code>nhắn phụ huynh em số 15 { $list }: …</code>
notice-pupil-class = Which class is the pupil in? Add its name, for example: <code>nhắn phụ huynh em Lan 7A1: …</code>
notice-needs-approval = This notice needs the principal's approval before it is sent.
notice-preview-old = This preview is an old one; please use the newest one below.
notice-sent-already = This notice was sent already.
notice-pending-already = This notice is waiting for approval already.
notice-came-back = This notice came back; choose below the answer to change it.
notice-withdrawn-already = This notice was withdrawn or dropped.
notice-not-open = There is nothing left to withdraw.
notice-nothing-to-withdraw = You have no notice of the last 7 days to withdraw.

## What needs approval

notice-rules = <b>Notices that the principal approves first.</b>
    Anything about money is always approved. Everyday notices to one's own class go out at once, unless "Everyday matters" is switched on.
notice-rules-saved = Saved.
notice-rules-grade = families of a grade
notice-rules-on = ✅ { $kind }: needs approval
notice-rules-off = { $kind }: needs none
