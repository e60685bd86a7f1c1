# Marks entered by others; exemptions.
score-entered = 📥 { $by } has entered { $column } in { $subject }, class { $class }. Please look at them; families see them only once you have confirmed.
score-entered-look = See the page
score-entered-right = Read, all right
score-entered-done = ✅ Saved: { $place }.
score-entered-changed = The column was changed after this message. Look at /sodiem and confirm the new one.
score-entered-confirmed = This column was confirmed already.
score-entered-told = The subject's teacher is told, to read and confirm.
exemption-how = Ask for an exemption: <code>/mien Lan 7A1 thể dục: gãy tay, có giấy bệnh viện</code>. With the principal's word the pupil is exempt until the end of the year.
exemption-why = An exemption needs a reason. For example: /mien Lan 7A1 thể dục: gãy tay, có giấy bệnh viện
exemption-who = It is not clear who «{ $name }» is in { $class }. Write the full name. For example: /mien Lê Hoàng Lan 7A1 thể dục: gãy tay
exemption-there = { $name } is exempt from this subject already, or waits for it.
exemption-asked = ✅ Saved: exemption from { $subject } for { $pupil } ({ $class }): { $reason }.{ $deciders ->
    [0] { " " }The principal is not connected yet.
   *[other] { " " }Sent to the principal.
  }
exemption-card = { $status ->
    [pending] 📝 <b>Exemption asked for</b>
    [approved] ✅ <b>Exempt</b>
   *[rejected] ✗ <b>Not exempt</b>
  } from { $subject }: { $pupil } ({ $class }), until { $until }. Reason: { $reason }. Asked by { $asked }
exemption-yes = Exempt
exemption-no = Do not
exemption-saved = { $status ->
    [approved] Saved: exempt
   *[rejected] Saved: not exempt
  }
exemption-late = This was decided already: { $status ->
    [approved] exempt
   *[rejected] not exempt
  }.
duty-round-how = For example <code>/phancong Đào: giữa kì hk1 khối 7 đến 30/11</code> (test, grade or subject, last day) for one who has the duty of entering periodic marks.
duty-round-who = «{ $name }» is not clear: the person must hold the duty of entering periodic marks (/phancong).
duty-round-saved = The duty of { $name } is limited to: { $round }.
duty-round-told = Your duty of entering periodic marks is for: { $round }.
duty-round-term = term { $term }
duty-round-grade = grade { $grade }
duty-round-until = until { $until }
scores-not-your-round = Your duty is for other tests, so nothing was saved. The principal sees to it in /phancong.
