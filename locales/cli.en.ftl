# What the command line `solienlac` says, for the administrator.

cli-description = Sổ Liên Lạc: the school's assistant in the messenger.
cli-epilog = “solienlac COMMAND --help” tells how each command is used.
cli-command = COMMAND
cli-about-demo = Try a whole invented school on this machine, without any account
cli-about-run = Run the bot as the settings in .env say
cli-about-sandbox = Run the simulated messenger alone
cli-about-init = Make the data folder and the school's database
cli-about-import = Take the school in from an Excel file (shown first, then written)
cli-about-export = Write the school to an Excel file in the layout of the import
cli-about-invite = Make one-time invitations for staff and guardians
cli-about-rules = Show and change bell times, cut-offs and limits of attendance
cli-about-verify = Check the database and the audit chain
cli-about-upgrade = Upgrade the database (after a copy)
cli-about-doctor = Check settings, messengers, clock and disk, and say what to do
cli-help-language = language of the command line (vi or en)
cli-help-debug = on a fault, print where it came from
cli-help-yes = do not ask, go ahead
cli-help-full = list everything, shorten nothing
cli-help-template = write an empty Excel file to fill in
cli-help-name = the school's name
cli-help-overwrite = overwrite a file that exists
cli-misused = { $problem }. See “{ $program } --help”.
cli-interrupted = Stopped as asked.
cli-declined = Not confirmed, so nothing was written.
cli-nobody-to-ask = Nothing written: nobody is at the keyboard to confirm. Add --yes to go ahead.
cli-yes-or-no = [y = yes, n = no]
cli-no-school = There is no school at { $place } yet. Run “solienlac init” or “solienlac import FILE.xlsx”.
cli-upgrade-first = The database is of an older version. Run “solienlac upgrade” first.
cli-database-newer = The database is of a newer version ({ $number }) than this program. Update the program.
cli-file-exists = There is a file { $file } already; it was not overwritten.
cli-bad-setting = The setting { $name } is wrong: { $problem }. Mend it in .env (see .env.example).
cli-database-fault = The database reports: { $problem }. Nothing was written; add --debug for details.
cli-system-fault = The machine reports: { $problem }.
cli-fault = An unexpected fault ({ $problem }). Run again with --debug and send the result to whoever helps you.

# init

init-ask-name = What is the school's name?
init-would =
    A new database would be made: { $place }
    The school's name: { $name }
init-question = Make it?
init-question-name = Name the school { $name }?
init-done = Done. Next: “solienlac import FILE.xlsx” (an empty one: “solienlac import --template”).
init-already = There is a school at { $place } already (name: { $name }); it was left as it is.
init-named = Saved: the school's name is { $name }.
init-other-school = At { $place } there is the school { $name }; it was not overwritten.

# import: the file

import-no-file = The file's name is missing. For example: solienlac import school.xlsx (an empty one: solienlac import --template).
import-file-missing = There is no file { $file }.
import-file-unopened = The file { $file } cannot be opened (not a file, or not readable).
import-file-empty = The file is empty (0 bytes).
import-file-huge = The file is larger than { $limit } MB and was not taken.
import-file-huge-inside = Unpacked, the file is larger than { $limit } MB; it was not taken.
import-file-too-many-rows = A sheet reaches beyond { NUMBER($rows) } rows or { $columns } columns; it was not taken. Delete the stray cells far away and save again.
import-file-password = The file has a password. Open it in Excel, remove the password, save it and import again.
import-file-xls = This is the old format (.xls). Open it in Excel and save it as .xlsx.
import-file-not-xlsx = This is no Excel .xlsx file. If it is .csv, .ods or another, open it in Excel and save it as .xlsx.
import-file-broken = The Excel file is broken and cannot be read. Open it in Excel and save it again, or export it anew.
import-file-no-sheets = No sheet is known. Sheets that are taken: { $known }.
import-file-no-header = Sheet { $sheet }: the first 12 rows have no column { $columns }.
import-year-past = The file is of the school year { $year }, but the school is in { $newest } already; it was not taken, so that no pupil goes back to an old class.
import-file-no-rows = The file has no rows of data.

# import: reasons and what to look at

import-cell-missing = { $column } is missing
import-cell-name = { $column } “{ $value }” is no person's name
import-cell-date = { $column } “{ $value }” is no valid date (day/month/year)
import-cell-phone = { $column } “{ $value }” is no valid phone number
import-cell-class = { $column } “{ $value }” is no class
import-cell-number = { $column } “{ $value }” is no valid number
import-cell-code = { $column } “{ $value }” is too long
import-cell-gender = { $column } “{ $value }” is neither Nam nor Nữ
import-cell-term = { $column } “{ $value }” is neither term I nor II
import-cell-long = { $column } “{ $value }” is too long
import-cell-half = { $column } “{ $value }” is neither Sáng nor Chiều
import-cell-weekday = { $column } “{ $value }” is no weekday (2 to 7, or CN)
import-cell-test = { $column } “{ $value }” is neither Giữa kì nor Cuối kì
import-class-unknown = there is no class { $name }
import-code-taken = the code { $code } belongs to { $name }
import-code-twice = the code { $code } stands in the rows { $rows } with different contents; none of them is taken
import-pupil-twice = the same pupil stands in the rows { $rows } with different contents; none of them is taken
import-pupil-unclear = this may be the pupil of row { $rows }; give the pupil code or the birth date
import-pupil-ambiguous = { $count } pupils of this name fit; give the pupil code
import-pupil-unknown = no pupil { $name } is enrolled
import-member-ambiguous = there are { $count } pupils named { $name }; add a column “Mã học sinh” or “Ngày sinh”
import-row-doubled = repeats row { $other }, taken once
import-row-of-before = the pupil has left this class; row { $other } counts
import-row-contradicts = contradicts row { $other }
import-row-contradicts-below = a row below says otherwise; neither is taken
import-status-unknown = the status “{ $status }” is not known; taken as enrolled
import-phone-without-name = { $column } without the person's name; the number was left out
import-phones-disagree = { $column } { $value } differs from a sibling's row; the old number stays
import-phone-shared = { $name } has the same phone number as { $others }; they stay two people
import-phone-of-staff = { $name } is a member of staff; the phone number in CanBo stays
import-staff-needs-code = there is somebody of that name ({ $codes }); give the staff code
import-staff-code-given = no staff code; { $code } was given
import-post-unknown = the post “{ $post }” has no rights of its own in the program
import-teacher-unknown = no active member of staff { $name }
import-teacher-ambiguous = there are several named { $name } ({ $codes }); add a column “Mã cán bộ”
import-week-overlaps = the week's dates are wrong or overlap another week
import-day-outside-year = the day is outside the school year

# import: the preview

preview-year = School year { $year }
preview-sheet = { $sheet } ({ $rows } rows): { $what }
preview-sheet-lacking = Sheet { $sheet } passed over: no column { $columns }
preview-sheet-doubled = Sheet { $sheet } passed over: there is one of its kind already
preview-sheets-unknown = Sheets not used: { $sheets }
preview-added = { $count } added
preview-changed = { $count } changed
preview-ended = { $count } ended
preview-refused = { $count } refused
preview-partly = { $count } cells left out
preview-note = { $count } to look at
preview-unchanged = nothing changes
preview-row = row { $row }
preview-more = … and { $count } more
preview-blank = (blank)
preview-active = At work
import-nothing = There is nothing to change.
import-question = Write these changes into the school's data?
import-done = Saved.
import-made-school = The database was just made. Next: “solienlac init --name "…"” if the school has no name yet, then “solienlac invite --all” for invite codes.
import-outdated = The school's data changed while you were looking. Nothing was written; run it again.

# export, verify, upgrade

export-done = Written to { $file }.
verify-chain-good = Audit chain: { $entries } entries, whole.
verify-chain-gap = Entries of the audit chain are missing or were put in: the first bad one is { $id } ({ $at }, { $action }, { $subject }); the { $good } before it are whole.
verify-chain-link = The audit chain is broken: the first bad entry is { $id } ({ $at }, { $action }, { $subject }); the { $good } before it are whole.
verify-chain-content = The audit chain was altered: the first bad entry is { $id } ({ $at }, { $action }, { $subject }); the { $good } before it are whole.
verify-fault = Database fault: { $fault }
verify-faults = The database has { $count } faults. Restore the newest backup.
verify-good = The database is sound.
upgrade-nothing = The database is at the newest version ({ $number }).
upgrade-would = { $place } would be upgraded from { $old } to { $new }, after a copy.
upgrade-question = Upgrade it?
upgrade-copied = Copied to { $file }.
upgrade-done = Upgraded to { $number }.

# Comments in the empty workbook

template-written = Written to { $file }. Point at a column's header to see what belongs there.
template-required = Required.
template-number = Number on the class's list, which teachers use for the roll. For example: 1
template-class = The class. For example: 7A1
template-name = Full name with its marks. For example: Nguyễn Thị Lan Anh
template-code = Code in the sector's database; blank if there is none yet. For example: 6700010001
template-birth = Day/month/year. For example: 22/01/2014
template-gender = Nam (male) or Nữ (female).
template-pupil-status = Đang học, Chuyển đến, Chuyển đi, Thôi học, Bảo lưu. Blank means Đang học (enrolled).
template-ethnic = For example: Kinh, Ê Đê, M'Nông
template-policy = An x or the kind of policy family; blank if none.
template-address = For example: Thôn 5, xã Thuận Hạnh
template-father = The father's full name. For example: Nguyễn Văn Hùng
template-phone = For example: 0912345678
template-mother = The mother's full name. For example: Trần Thị Hoa
template-guardian = Only where a guardian is not a parent. For example: Trần Thị Mai
template-called = What the pupil is called, where it is not the last word. For example: Lan Anh
template-staff-code = Staff code, each once. For example: CB001
template-post = Hiệu trưởng, Phó hiệu trưởng, Tổ trưởng chuyên môn, Giáo viên, Quản trị CSDL, Tổ trưởng văn phòng, Kế toán, Thư viện, Thiết bị, Nhân viên y tế; several with commas between.
template-department = For example: Tổ Toán - Tin
template-subjects = For example: Toán
template-staff-status = “Nghỉ” for one who no longer works at the school.
template-teacher = Full name as in CanBo. For example: Lê Thùy Quỳnh
template-teacher-code = Staff code, needed only where two have one name.
template-subject = For example: Ngữ văn
template-timetable-subject = The subject, or Chào cờ, Sinh hoạt lớp.
template-weekday = 2 to 7 (Monday to Saturday). For example: 2
template-half = Sáng (morning) or Chiều (afternoon).
template-period = The lesson's number within the half-day. For example: 1
template-term = I or II.
template-week = Number of the week, 1 to 35; blank in a week of Tết.
template-starts = The week's first day. For example: 07/09/2026
template-ends = The week's last day. For example: 12/09/2026
template-note = For example: Nghỉ Tết Nguyên đán
template-grade = For example: 7
template-test-kind = Giữa kì (midterm) or Cuối kì (final).
template-day = For example: 02/11/2026
template-group = The group's name, one row for each pupil. For example: CLB Bóng đá
template-group-kind = CLB, Phụ đạo, Bồi dưỡng, Ôn tập.
template-leader = Full name of the leader as in CanBo.
template-group-code = Pupil code, needed where two in a class have one name.
template-group-birth = Birth date, needed where two in a class have one name and no code.
template-group-status = “Thôi” for one who leaves the group.

# Invites

invite-help-staff = staff codes, one or more
invite-help-pupil = a pupil's code, or CLASS/NUMBER such as 7A1/15; one invite for each guardian
invite-help-all = all staff and guardians who are not linked
invite-help-days = how many days the codes last (14 unless given)
invite-help-json = print JSON for other programs
invite-help-sheet = also write an HTML file of QR slips to print
invite-whom = Invite whom? Add --staff CODE, --pupil CLASS/NUMBER or --all.
invite-days = The number of days must be from 1 to { $longest }.
invite-sheet-html = The slips are written as an .html file; open it and choose Print (or save as PDF).
invite-all-question = Make new codes for all who are not linked? Codes and slips they were given before become void.
invite-no-bot-name = No slips yet, since the bot's name is not known. Run “solienlac run” once and try again.
invite-no-staff = No active member of staff has the code “{ $code }”.
invite-no-guardian = The record of { $name } has no guardian who could be invited.
invite-nobody = Everybody is linked; there is nobody to invite.
invite-done = { $count } codes made, each works once, until the end of { $day }. They are shown only now.
invite-no-link = No links yet, since the bot's name is not known; sending the code to the bot works too.
invite-sheet-done = { $count } slips are in { $file }. Open it and choose Print; delete it afterwards.
invite-about-staff = staff
invite-about-pupil = { $relation } of { $pupil }, class { $klass }
invite-relation-father = father
invite-relation-mother = mother
invite-relation-guardian = guardian
invite-the-school = The school
invite-sheet-title = Invitations to the contact book – { $school }
invite-slip-scan = { $channel }: open the phone's camera, point it at the square code, tap the link that appears.
invite-slip-start = { $channel } opens: press START. If you are asked for a code, type the line below exactly.
invite-slip-once = For the person named here only; works once, until the end of { $day }.

# solienlac zalo

cli-about-zalo = Set up and look after Zalo: keys, webhook, templates, ceilings
cli-about-zalo-connect = Put the Official Account's first pair of keys into the database
cli-about-zalo-webhook = Print the webhook addresses to paste into Zalo's pages
cli-about-zalo-templates = List the ZBS templates; “use ID” makes one the school's
cli-about-zalo-budget = Show and set ceilings, prices and free hours
cli-about-zalo-status = How Zalo stands by the school's own data (Zalo is not asked)
zalo-help-app-id = the app's id at developers.zalo.me (default: ZALO_APP_ID)
zalo-help-app-secret = the app's secret; better let the program ask, since command lines are kept in a history
zalo-help-oa-id = the account's id (default: ZALO_OA_ID)
zalo-help-access-token = the API Explorer's access token (may be left out)
zalo-help-refresh-token = the API Explorer's refresh token; better let the program ask; write --refresh-token=KEY for one that begins with -
zalo-help-code = instead of a pair: the code that Zalo's consent page sent back (10 minutes, good once)
zalo-help-verifier = the code verifier of the code challenge that is saved on Zalo's page
zalo-help-use = make this the school's template
zalo-help-field = the template's field NAME takes SOURCE ({ $sources }); fields of the same name need not be told
zalo-help-by = send by Zalo account (user), by telephone number (phone) or both (default)
zalo-help-month-cost = ceiling a month in đồng; 0: no paid messages; none: no ceiling
zalo-help-month-messages = ceiling a month in paid messages; none: no ceiling
zalo-help-notice-cost = ceiling a notice in đồng; none: no ceiling
zalo-help-notice-messages = ceiling a notice in paid messages; none: no ceiling
zalo-help-price-consultation = price of a consultation message in đồng, from the school's bill
zalo-help-price-template = price of a template by account in đồng
zalo-help-price-phone = price of a template by telephone number in đồng
zalo-help-free-hours = hours after the last interaction in which messages are free (default 48)
zalo-help-consultation-hours = hours after the last interaction in which messages go at all (default 168)
zalo-not-set-up = Zalo is not set up: .env has neither ZALO_BOT_TOKEN nor ZALO_APP_ID. See docs/zalo.en.md.
zalo-no-public-url = There is no public address. Set PUBLIC_URL=https://… in .env (see docs/zalo.en.md).
zalo-webhook-oa =
    Official Account, to paste at developers.zalo.me → app → Webhook:
      { $url }
zalo-webhook-bot =
    Zalo Bot, which tells Zalo by itself when it starts; nothing to paste:
      { $url }
zalo-saved = Saved.
zalo-connect-would = The keys of account { $oa } (app { $app }) will be kept in { $place }, in the place of those that are there. They are shown nowhere.
zalo-connect-question = Keep them?
zalo-connect-missing = { $name } is missing. Run this in a terminal to be asked, or see “solienlac zalo connect --help”.
zalo-ask-open = { $name }:
zalo-ask-hidden = { $name } (not shown while you type or paste):
zalo-code-refused = Zalo does not take the code (error { $code }). It is good once within 10 minutes: get a new one, and check the secret and the code verifier.
zalo-code-later = The code could not be exchanged: { $why }. Check the line and try again; if it fails once more, get a new code.
zalo-env-head = Add these lines to .env:
zalo-env-secret = (the secret you have just entered)
zalo-env-clear = Remove ZALO_OA_ACCESS_TOKEN and ZALO_OA_REFRESH_TOKEN from .env: the database keeps the keys from now on.
zalo-connect-next = Then start the bot again (“solienlac run”) and run “solienlac doctor”.
zalo-templates-usage = Write “solienlac zalo templates” or “solienlac zalo templates use ID --field NAME=SOURCE”.
zalo-templates-none = The account has no templates. How to make one: docs/zalo.en.md.
zalo-template-line = { $used ->
    [yes] ●
   *[no] ○
  } { $id } “{ $name }”, state { $status }; { $user } đồng by account, { $phone } đồng by number
zalo-template-field = { "    " }{ $name }: up to { $most } characters{ $need ->
    [yes] , required
   *[no] { "" }
  }
zalo-field-unclear = --field { $told } is not clear. Write NAME=SOURCE; the source is one of: { $sources }.
zalo-template-would = Field “{ $name }” ← { $source }
zalo-template-question = { $by ->
    [user] Use this template, sent by Zalo account?
    [phone] Use this template, sent by telephone number?
   *[other] Use this template, sent by Zalo account, else by telephone number?
  }
zalo-no-ceiling = no ceiling
zalo-budget-month = { $month }: { $dong } đồng spent for { $messages } paid messages. Ceiling a month: { $most ->
    [none] no ceiling in đồng
   *[other] { $most } đồng
  }, { $most_messages ->
    [none] no ceiling in messages
   *[other] { $most_messages } messages
  }.
zalo-budget-notice = Ceiling a notice: { $most ->
    [none] no ceiling in đồng
   *[other] { $most } đồng
  }, { $most_messages ->
    [none] no ceiling in messages
   *[other] { $most_messages } messages
  }.
zalo-budget-prices = Price of a message: consultation { $consultation } đồng, template by account { $template } đồng, by number { $phone } đồng.
zalo-budget-hours = After the last interaction: { $free } hours free, { $all } hours in which messages go at all.
zalo-budget-would = { $name } will become { $value }.
zalo-budget-question = Change it? (Ceilings are the principal's decision.)
zalo-status-bot = Zalo Bot: { $messages } messages this month (at most { $most }); { $people } people have written, { $linked } accounts are linked.
zalo-status-no-keys = Official Account: there are no keys. Run “solienlac zalo connect”.
zalo-status-keys = Official Account: { $refused ->
    [yes] Zalo has refused the keys, run “solienlac zalo connect”;
   *[no] keys renew themselves while the bot runs;
  } access until { $until }, renewable until { $end }.
zalo-status-heard = Last event that Zalo brought: { $at }.
zalo-status-template = Template: { $id }; sent by { $ways ->
    [user] Zalo account
    [phone] telephone number
    [both] Zalo account, else telephone number
   *[none] (no way yet)
  }.
zalo-status-people = People on the account: { $people }, { $linked } linked. Free now: { $free }, paid: { $consultation }, only by template: { $closed }.

# rules

cli-help-rule = a rule and its new value, for example: sáng 7:00; without one all are listed
cli-rules-question = Change this rule?
cli-rules-saved = Saved. { $about }: { $after } (was { $before }).
