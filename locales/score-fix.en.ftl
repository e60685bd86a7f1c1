# Correcting a locked mark, with minutes.
score-fix-how = Send a message like: <code>sửa điểm Lan 7A1 toán tx1 7 thành 8: cộng sót câu 3</code>. Then send pictures of your own book and of the paper; once the principal has approved, you and the administrator both confirm, and only then the mark changes.
score-fix-mark = «{ $words }» is no mark of this subject. For example: sửa điểm Lan 7A1 toán tx1 7 thành 8: cộng sót câu 3
score-fix-who = «{ $name }» may be: { $names }. Send it again with the list number or the full name.
score-fix-nobody = There is no «{ $name }» in the class. For example: sửa điểm Lan 7A1 toán tx1 7 thành 8: cộng sót câu 3
score-fix-other = { $name } has another mark than the one you wrote, so nothing was asked for. Look at /sodiem.
score-fix-same = { $name } has exactly this mark already.
score-fix-open = This column is not locked: just send the new mark, no minutes needed. For example: { $class } toán tx1: Lan 8
score-fix-why = What is the reason for the correction? For example: cộng sót câu 3
score-fix-waiting = Another correction of this mark is still under way.
score-fix-draft = 📝 <b>Correction of a { $kind ->
    [conduct] level of conduct
   *[other] mark
  }</b> (not sent yet)
    { $pupil } · { $place }: <b>{ $old } → { $new }</b>
    Reason: { $reason }
score-fix-is-late = ⏰ <b>After the last day</b>: less than a week before the final test; all related books must be corrected too.
score-fix-ask-book = Send a picture of the page of your own book with this mark.
score-fix-ask-paper = Send a picture of the pupil's paper or work.
score-fix-ask-record = Send a picture of the minutes, the notebook or whatever the new level rests on.
score-fix-more-evidence = The evidence is complete. Send more pictures if you like, then send it off.
score-fix-no-evidence = Evidence is missing, so it cannot be sent yet.
score-fix-much-evidence = At most { $most } pictures or files for a correction.
score-fix-send = Send to the principal
score-fix-sent = ✅ Saved and sent{ $deciders ->
    [0] ; the principal is not connected yet and will see it at /duyet.
   *[other] { " " }to the principal.
  }
score-fix-head-asked = 📝 <b>Correction of a { $kind ->
    [conduct] level of conduct
   *[other] mark
  }</b>
score-fix-head-approved = 📝 <b>Correction of a { $kind ->
    [conduct] level of conduct
   *[other] mark
  }: approved by the principal</b>
score-fix-head-written = ✅ <b>Corrected and locked again: { $kind ->
    [conduct] level of conduct
   *[other] mark
  }</b>
score-fix-head-rejected = ✗ <b>Correction of a { $kind ->
    [conduct] level of conduct
   *[other] mark
  }: not approved</b>
score-fix-head-withdrawn = ↩️ <b>Correction of a { $kind ->
    [conduct] level of conduct
   *[other] mark
  }: taken back</b>
score-fix-head-expired = ⌛ <b>Correction of a { $kind ->
    [conduct] level of conduct
   *[other] mark
  }: ran out, nothing changes</b>
score-fix-head-overtaken = ⚠️ <b>Correction of a { $kind ->
    [conduct] level of conduct
   *[other] mark
  }: it changed otherwise, this wish has ended</b>
score-fix-cell = { $number ->
    [0] { "" }
   *[other] { $number }.{ " " }
  }{ $pupil } · { $class } · { $place }: <b>{ $old } → { $new }</b>
score-fix-place = { $subject } · { $column } (term { $term ->
    [2] II
   *[1] I
  })
conduct-fix-place = Conduct ({ $term ->
    [1] term I
    [2] term II
   *[other] after the summer
  })
conduct-fix-short = Conduct
conduct-fix-how = Send a message like: <code>sửa rèn luyện Huy 7A1 hk1 khá thành tốt: ghi nhầm em cùng tên</code>. Then send a picture of what the new level rests on; once the principal has approved, you and the administrator both confirm, and only then the level changes.
conduct-fix-open = The results of { $class } { $status ->
    [asked] lie with the principal: ask to have them given back, then write the new level
   *[other] are not approved yet: just write the new level, no minutes needed
  }. For example: rèn luyện { $class }: Huy tốt
conduct-fix-none = { $name } has no level of conduct in this term yet.
conduct-fix-other = { $name } has another level than the one you wrote, so nothing was asked for. Look at /renluyen.
conduct-fix-same = { $name } has exactly this level already.
conduct-fix-nobody = There is no «{ $name }» in the class. For example: sửa rèn luyện Huy 7A1 khá thành tốt: ghi nhầm em cùng tên
score-fix-reason = Reason: { $reason } ({ $gender ->
    [M] Mr
   *[other] Ms
  } { $name }, { $at })
score-fix-evidence = Evidence: { $kind ->
    [conduct] records { $record }
   *[other] own book { $book }, paper { $paper }
  }
score-fix-earlier = This teacher has asked for { $count } corrections this year: { $shown }
score-fix-yes = Approved by { $name } at { $at }
score-fix-no = Not approved by { $name } at { $at }: { $why }
score-fix-teacher-confirmed = Confirmed by the teacher at { $at }
score-fix-admin-confirmed = Confirmed by { $name } (administrator) at { $at }
score-fix-two-taps = It changes once teacher and administrator have both confirmed.
score-fix-written-at = Corrected and locked at { $at }, minutes no. { $number }
score-fix-signature = { $who }: { $signed ->
    [yes] signed by { $name } { $at }
   *[no] not signed yet
  }
score-fix-related = After the last day: correct your own book, the printed book and the school record (where written) too.
score-fix-signer-principal = Principal
score-fix-signer-admin = Administrator
score-fix-signer-teacher = Subject teacher
score-fix-signer-homeroom = Homeroom teacher
score-fix-approve = Approve
score-fix-reject = Do not approve
score-fix-look = See the evidence
score-fix-confirm = Confirm the change
score-fix-withdraw = Take back
score-fix-sign = Sign
score-fix-minutes = Minutes (PDF)
score-fix-reject-why = Why not? One sentence, so that the teacher knows.
score-fix-decided = { $status ->
    [approved] Saved
    [written] Saved: corrected and locked again
    [rejected] Saved: not approved
    [withdrawn] Taken back
    [signed] Signature saved
    [overtaken] It changed otherwise
   *[other] Saved
  }
score-fix-late = This correction is over: { $status ->
    [rejected] not approved
    [withdrawn] taken back
    [expired] ran out
    [overtaken] it changed otherwise
    [written] done
   *[other] approved
  }{ $when ->
    [none] { "" }
   *[other] { " " }({ $name }, { $when })
  }.
score-fix-written = It was corrected and locked again.
score-fix-confirmed = This was confirmed already.
score-fix-signed = This signature is there already.
score-fix-evidence-caption = Evidence { $number }: { $kind ->
    [book] own book
    [record] record
   *[paper] paper or work
  }
score-fix-minutes-caption = Minutes no. { $number }. Print them to sign and stamp by hand where needed.
minutes-state = SOCIALIST REPUBLIC OF VIET NAM
minutes-motto = Independence - Freedom - Happiness
minutes-title = MINUTES OF A CORRECTION OF A MARK OR LEVEL
minutes-number = No. { $number }, school year { $year }
minutes-late = AFTER THE LAST DAY FOR CORRECTIONS
minutes-pupil = Pupil
minutes-class = Class (list number)
minutes-column = What
minutes-old = Old
minutes-new = New
minutes-reason = Reason
minutes-evidence = Evidence
minutes-evidence-words = { $kind ->
    [conduct] Records: { $record }
   *[other] Own book: { $book }; paper or work: { $paper }
  }
minutes-asked = Asked by
minutes-decided = Approved by
minutes-done = Carried out by
minutes-done-words = { $kind ->
    [conduct] the homeroom teacher
   *[other] the subject teacher
  } and { $admin }, { $at }
minutes-locked = Locked again at
minutes-tap = Confirmed in the system { $at }
minutes-note = A confirmation in the system is no digital signature. Kept with the evidence until the pupil has left school (regulation 38/QĐ-ND, article 11.2).
minutes-subject = Subject
minutes-column-words = { $column }, term { $term ->
    [2] II
   *[1] I
  }
