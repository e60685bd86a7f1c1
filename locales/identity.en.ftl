# Who is who: coming in, invites, phone numbers, unlinking, barring, duties.

## Greeting and ways in

identity-the-school = the school
identity-greeting = Welcome. This is the contact book of <b>{ $school }</b>, an automatic system; messages here are kept for the work of the school.
identity-ways-in =
    To begin, this account must be linked to the school:
    • With an invite code or a QR slip: open the link on the slip, or send the code here.
    • Parents without a code: press the button “Share phone number” below.
    • Staff without a code: ask the school's administrator.
identity-ways-in-code =
    To begin, this account has to be linked with the school:
    • With an invite code or slip: send the code here.
    • Parents without a code: ask the homeroom teacher.
    • Staff without a code: ask the school's administrator.
identity-number-typed = A typed number does not show whose it is. Please send the school's invite code here; without one, please ask the homeroom teacher.
identity-not-linked = This account is not linked to the school, so it cannot be used yet.
identity-share-phone = 📱 Share phone number
identity-press-share = A typed number does not show whose it is. Please press the button “Share phone number” below to send your own.
identity-own-contact = Please share the number of this very account, with the button “Share phone number”.
identity-number-taken = Thank you. The school will check; if this is the number of a registered parent, the account will be linked and you will be told here. If it is urgent, please ask the homeroom teacher for an invite code.
identity-number-not-confirmed = The school could not confirm this phone number. Please ask the homeroom teacher for an invite code.
identity-choose-language = Chọn ngôn ngữ · Choose a language
identity-language-set = Saved: English from now on.
identity-hello = Welcome, { $name }. This account is linked. Type /trogiup to see what can be done.

## Invite codes

identity-code-unknown = This code is not right. Please check every letter, or open the link on the slip again.
identity-code-used = This code has been used; each works only once. Please ask the school for a new one.
identity-code-expired = This code has expired. Please ask the school for a new one.
identity-code-revoked = This code cannot be used any more. Please ask the school for a new one.
identity-code-wait = Several wrong codes were sent. Please try again in { $minutes } minutes, or ask the school for a new code.
identity-already = This account is linked already, as { $name }. Type /trogiup to see what can be done.
identity-chat-taken =
    This account is linked to <b>{ $name }</b>, and the code just opened belongs to somebody else. Change to that person?
    If you work at the school and are a parent too, please keep it as it is and ask the administrator to join the two records.
identity-switch = Unlink and use this code
identity-keep = Keep it as it is
identity-kept = Kept: this account still belongs to { $name }. The code was not used up.

## Welcome

identity-welcome-staff = Linked. Welcome, <b>{ $name }</b>: { $posts }.
identity-and-parent = You are a parent at the school, too:
identity-welcome-family = Linked. Dear <b>{ $name }</b>, welcome:
identity-welcome-plain = Linked. Welcome, <b>{ $name }</b>.
identity-child-line = • { $relation } of <b>{ $pupil }</b>, class { $klass }
identity-automatic = Answers are automatic; messages here are kept for the work of the school.
identity-next-roll = Taking the roll: write as you speak, such as <code>{ $klass } vắng Lan p, Minh k</code> or <code>{ $klass } đủ</code>.
identity-next-families = Invite the parents: <code>/giadinh { $klass }</code>.
identity-next-teacher = Taking the roll of your lesson: write as you speak, such as <code>7A1 vắng Lan</code>.
identity-next-principal = Notices that wait for approval will come here with a button. Granting duties: /phancong.
identity-next-administrator = Invite staff: /canbo. Invite parents: /giadinh.
identity-next-family = When the pupil is absent and the school does not know why, and when there is a notice, you will be told here; answer with the buttons below the message.
identity-next-help = Type /trogiup at any time for help.
identity-another = Another { $channel } account was linked under your name at { $when }. If that was not you, type /ngatketnoi and tell the school.
identity-ended = This account is no longer linked to the school. Type /start to link it again.
identity-guessing = ⚠️ In the last 15 minutes there were { $count } wrong invite codes. Guessing is being slowed down; there is nothing you must do, but do ask whether somebody is trying.

## Confirming a phone number

identity-request =
    An account has shared the number <b>{ $phone }</b>, which is that of <b>{ $guardian }</b>:
    { $children }
identity-request-shown = Name of the account: { $shown }
identity-request-ask = Numbers change hands. Is this really the pupil's parent?
identity-request-yes = Yes, the parent
identity-request-no = No
identity-request-accepted = ✅ { $by } confirmed it at { $when }; the account is linked.
identity-request-refused = ✖️ { $by } answered no at { $when }; the account was not linked.
identity-request-void = No answer is needed any more: it was settled another way ({ $by }, { $when }).
identity-request-accepted-toast = Confirmed and linked.
identity-request-refused-toast = Noted: not the parent.
identity-request-decided = { $name } answered this at { $when }.
identity-account-taken = That account is linked to somebody else by now.

## Families and staff

identity-which-class = Choose a class:
identity-which-pupil = Choose a pupil:
identity-which-guardian = The family of { $pupil }, class { $klass }. Choose one:
identity-page-back = « Back
identity-page-on = Next »
identity-back = « Back
identity-families-head = <b>Families of { $klass }</b>: { $linked } of { $families } are linked.
identity-families-foot = ✅ linked · ▫️ not linked · ⛔ barred. Choose a pupil's number to invite or unlink.
identity-family-line = { $number }. { $pupil }: { $guardians }
identity-no-guardian = no guardian recorded
identity-waiting-button = Numbers to confirm: { $count }
identity-nothing-waiting = No number is waiting any more.
identity-family-head = <b>Family of { $pupil }</b>, class { $klass }, number { $number }
identity-guardian-line = { $mark } { $relation } { $name } · { $phone } · { $state }
identity-no-phone = no number
identity-state-linked = linked
identity-state-free = not linked
identity-state-barred = barred, gets no news of the pupil
identity-invite-for = New code: { $relation } { $name }
identity-unlink-for = Unlink: { $relation } { $name }
identity-to-class = « Class { $klass }
identity-staff-head = <b>Staff</b>: { $linked } of { $all } are linked. Choose a name to invite or unlink.
identity-staff-card = <b>{ $name }</b> ({ $code }) · { $state }
identity-invite-new = New invite code
identity-unlink-lost = Unlink (lost phone)
identity-to-staff = « All staff
identity-invite-family = Invite for { $relation } <b>{ $name }</b> of { $pupil }, class { $klass }:
identity-invite-staff = Invite for <b>{ $name }</b>:
door-telegram = Telegram: { $link ->
    [none] send the code { $code } to the school's bot
   *[other] open { $link }
  }
door-zalo-oa = Zalo: find the Official Account { $name ->
    [none] of the school
   *[other] “{ $name }”
  }{ $link ->
    [none] { "" }
   *[other] , or open { $link }
  }; press Follow and send the code { $code }
door-zalo-bot = Zalo Bot: open the bot { $name ->
    [none] of the school
   *[other] “{ $name }”
  }{ $link ->
    [none] { "" }
   *[other] , or open { $link }
  }; send the code { $code }
identity-invite-code = Code: <code>{ $code }</code>
identity-invite-note = Works once, until the end of { $day }. It is shown only here; an older code of this person, if any, is void. Please hand it to the right person.
identity-invite-take-back = Take the code back
identity-invite-revoked = The code was taken back. Nobody can come in by that link any more.
identity-invite-not-open = This code was used or taken back before.
identity-no-such-class = There is no class { $name } this year. Type /giadinh to choose one.
identity-no-such-number = Class { $klass } has no guardian recorded under number { $number }.
identity-no-such-family = This guardian is not in the pupil's record. Type /giadinh to see the list again.
identity-no-such-staff = This person is not among the active staff.
identity-no-such-pupil = No pupil has the code or number “{ $name }”.

## My account

identity-me = <b>{ $name }</b>
identity-me-posts = At the school: { $posts }.
identity-me-children = Parent:
identity-me-nothing = Nothing at the school is tied to this name at present. If that is wrong, please ask the administrator.
identity-me-accounts = Linked accounts:
identity-account-line = • { $account }
identity-account-here = { $channel }, since { $since } (this phone)
identity-account-there = { $channel }, since { $since }
identity-me-first = The school's messages come first to: { $account }.
identity-unlink-which = Unlink which account? A lost phone is unlinked at once; a new invite code links it again.
identity-unlink-here = This phone: { $account }
identity-unlink-other = Another phone: { $account }
identity-unlink-this = Unlink this very phone? Nothing will arrive here any more, and a new invite code is needed to come back.
identity-unlink-sure = Unlink this phone
identity-back-out = No, keep it
identity-nothing-changed = Nothing was changed.
identity-unlinked-here = Unlinked. Type /start to link it again.
identity-unlinked-other = The other phone was unlinked. It sees and gets nothing from now on.
identity-unlinked-done = Unlinked.
identity-not-linked-any-more = This person has no linked account at present.

## Where messages come

identity-places-head = <b>Where messages come</b>
    Each message of the school comes to one place only: the first; to the next where it cannot be delivered.
identity-place-first = { $number }. ✅ { $account }
identity-place-line = { $number }. { $account }
identity-places-foot = What you ask somewhere is still answered there.
identity-places-one = You get messages in one place: { $channel }. To get them in another app, please ask the school for a new invite code and send it there.
identity-places-change = Change where messages come
identity-place-choose = First to { $account }
identity-place-saved = Saved: messages come first to { $account } from now on.
identity-first-here = The school's messages come first to this account from now on. To change that, type /kenh.
identity-first-there = The school's messages still come first to the account you have used so far. To change that, type /kenh.
identity-another-first = The school's messages come first to that new account from now on. To change that, type /kenh.

## Barring

identity-barred-head = <b>Guardians who are barred</b>
identity-barred-none = No guardian is barred at present.
identity-barred-line = ⛔ { $relation } { $name }: { $pupil }, class { $klass }
identity-bar-lift = Lift: { $name } – { $pupil } ({ $klass })
identity-bar-new = Bar a guardian
identity-bar-ask = Bar { $relation } <b>{ $name }</b> from <b>{ $pupil }</b>, class { $klass }? From now on this person gets no news of the pupil, and can see and send nothing about them. No reason is kept; it can be lifted at any time.
identity-bar-yes = Bar
identity-bar-no = No
identity-bar-done = Saved: { $name } is barred from { $pupil }.
identity-bar-lifted = Saved: { $name } is no longer barred from { $pupil }.
identity-barred-already = This person was barred before.
identity-not-barred = This person is not barred.

## Duties

identity-duty-head = <b>Duties in force</b>
identity-duty-none = No duty is granted at present.
identity-duty-line = • { $name }: { $duty }
identity-duty-line-until = • { $name }: { $duty }, until { $until }
identity-duty-take-back = Take back: { $name } – { $duty }
identity-duty-new = Grant a duty
identity-duty-which = Which duty?
identity-duty-whose = Who is to have “{ $duty }”?
identity-duty-until = For <b>{ $name }</b>: { $duty }. Until when? Tap, or type the last day, such as <code>31/12/2026</code>.
identity-duty-forever = No end
identity-duty-week = 7 days
identity-duty-month = 30 days
identity-duty-saved = Saved: { $name } has the duty { $duty }.
identity-duty-ended-now = The duty was taken back.
identity-duty-ended = This duty was taken back before.
identity-duty-there = { $name } has this duty already.
identity-day-past = That day has passed. Please type today or a later day, or /huy.
identity-day-unclear = I could not read the day. Please type it like <code>31/12/2026</code>, or /huy to stop.
duty-granted = You were given a duty: { $duty }.
duty-granted-until = You were given a duty: { $duty }, until the end of { $until }.
duty-revoked = Your duty has ended: { $duty }.

## Roles, duties, relations, channels

role-principal = principal
role-vice-principal = vice principal
role-department-head = head of department
role-homeroom-teacher = homeroom teacher
role-homeroom-of = homeroom teacher of { $classes }
role-subject-teacher = subject teacher
role-teaches = subject teacher in { $classes }
role-administrator = administrator
role-office = office
role-accountant = accountant
role-librarian = librarian
role-equipment = equipment
role-portal-editor = portal editor
role-nurse = nurse
role-guardian = guardian
duty-periodic-scores = enters periodic test scores
duty-health = in charge of health
duty-stand-in = stands in for rolls
relation-father = father
relation-mother = mother
relation-guardian = guardian
channel-telegram = Telegram
channel-zalo-bot = Zalo Bot
channel-zalo-oa = Zalo OA
