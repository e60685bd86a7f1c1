# A term's and a year's results: averages, conduct, remarks, approval, news to families.
stage-term-one = term I
stage-year = the year
stage-summer = after summer
outcome-promoted = Promoted
outcome-retest = Retest in summer
outcome-training = Conduct training in summer
outcome-principal = The principal decides
outcome-repeats = Not promoted
title-excellent = Excellent pupil
title-good = Very good pupil

averages-check = Confirm the averages
averages-checked = ✅ Averages confirmed: { $subject }, class { $class }, term { $term }. If a mark changes they are confirmed anew.
averages-missing = Not confirmed: { $subject } of class { $class } lacks marks of { $count } pupils (numbers { $numbers }).
averages-unread = Not confirmed: a column of { $subject } that the secretary entered has not been read. See /conthieu.
averages-left = 📒 Class { $class }, { $stage }: { $subjects } lacks marks or confirmed averages ({ $by } asks). Open <code>/sodiem { $class }</code> and tap [Confirm the averages] once all is there.

results-say-class = Add one class, for example <code>/tongket 7A1</code>, <code>/tongket 7A1 cả năm</code>
results-closed = The results of class { $class } { $status ->
    [asked] are before the principal
   *[approved] are approved and locked
  }, so nothing changes. The principal can give them back in <code>/tongket { $class }</code>.
results-board-head = 📒 <b>Results of { $class }, { $stage }</b>
results-board-status = { $status ->
    [asked] ⏳ Before the principal
    [approved] ✅ Approved and locked
   *[open] Being completed{ $why ->
        [none] { "" }
        [overtaken] { " " }(given back: figures changed after they were handed up)
       *[other] { " " }(given back: { $why })
      }
  }
results-board-stale = ⚠️ Marks or attendance changed after approval: to be looked at and approved anew.
results-board-nobody = No pupil has a retest or training in summer.
results-board-subjects = Subjects done: { $done }/{ $all }
results-board-subject = • { $subject }: { $missing ->
    [0] { $checked ->
        [yes] { "" }
       *[no] averages not confirmed
      }
   *[other] marks of { $missing } pupils missing
  }{ $unremarked ->
    [0] { "" }
   *[other] { " " }{ $unremarked } without a remark
  } ({ $teachers })
results-board-conduct = Conduct: { $done }/{ $all } pupils
results-board-remarks = General remark: { $done }/{ $all } pupils
results-board-views = Views of pupils and families: { $done }/{ $all } pupils
results-board-no-conduct = No conduct yet: { $names }{ $rest ->
    [0] { "" }
   *[other] { " " }and { $rest } more
  }
results-board-no-remark = No general remark yet: { $names }{ $rest ->
    [0] { "" }
   *[other] { " " }and { $rest } more
  }
results-board-no-result = No result yet: { $names }{ $rest ->
    [0] { "" }
   *[other] { " " }and { $rest } more
  }
results-board-left-open = The principal decides on: { $names }{ $rest ->
    [0] { "" }
   *[other] { " " }and { $rest } more
  }
results-board-outcomes = By the figures: { $counts }
results-board = See the results
results-see-pupils = Each pupil
results-conduct = Conduct
results-ask-views = Ask the families
results-see-views = Read the views
results-nudge = Remind the subject teachers
results-hand-up = Hand to the principal
results-approve = Approve
results-give-back = { $status ->
    [approved] Open again
   *[other] Give back
  }
results-nudged = { $count ->
    [0] No subject needs reminding.
   *[other] { $count } teachers were reminded.
  }
results-handed-up = { $deciders ->
    [0] The results of { $class }, { $stage }, are kept, but the principal is not connected: please tell them yourself.
   *[other] The results of { $class }, { $stage }, are before the principal.
  }
results-incomplete = Not handed up: class { $class } is not complete. See what is missing in <code>/tongket { $class }</code>.
results-left-open = These pupils need a word of yours: { $names }. For example <code>/xet Lan { $class } lên lớp: reason</code> or <code>/xet Lan { $class } kiểm tra lại: reason</code>
results-why = What is the reason? One sentence; the homeroom teacher reads it.
results-decided = { $status ->
    [approved] Approved and locked.
   *[other] Given back.
  }
results-late = These results { $status ->
    [approved] were approved
   *[other] no longer wait
  }{ $when ->
    [none] { "" }
   *[other] { " " }({ $name }, { $when })
  }.
results-all-head = 📒 <b>Results, { $stage }</b>
results-all-line = { $status ->
    [asked] ⏳ Waiting for you
    [approved] ✅ Approved
   *[open] In work
  }: { $names }
results-all-waiting = { $count } classes wait for your word, see below.
results-pupils-head = <b>{ $class }, { $stage }</b>: results · conduct · sessions missed
result-own-plan = own plan
result-pupil = { $number }. { $name }: { $results } · { $conduct } · { $absent }{ $outcome ->
    [none] { "" }
   *[other] { " " }→ { $outcome }
  }{ $title ->
    [none] { "" }
   *[other] , { $title }
  }
results-left = 📒 Results of { $stage } not handed up: { $classes }. See /tongket.

conduct-head = <b>Conduct of { $class }, term { $term }</b>
    Figures to look at; the level is your judgement.
conduct-line = { $number }. { $name }: <b>{ $level }</b>{ $known ->
    [none] { "" }
   *[other] { " " }({ $known })
  }
conduct-before = term I { $level }
conduct-excused = { $count } excused
conduct-unexcused = { $count } unexcused
conduct-late = late { $count }
conduct-praise = praised { $count }
conduct-reminders = reminded { $count }
conduct-views = views { $count }
conduct-how = For example <code>rèn luyện { $class }: cả lớp tốt trừ Huy khá, 5 đạt</code>
    After the summer: <code>rèn luyện hè { $class }: Lan đạt</code>
conduct-all-good = All others: Tốt
conduct-saved = ✅ Conduct of { $class }, { $term ->
    [3] after the summer
   *[other] term { $term }
  }: { $count } kept. The class: { $counts }
conduct-changed = • { $name }: { $old } → { $new }
conduct-unread = ⚠️ { $why ->
    [several] «{ $text }»: several pupils have this name, write it in full or the number
    [level] «{ $text }»: which level? Write <code>{ $text }: khá</code> or the number
    [twice] «{ $text }»: has two different levels
    [whole] The part on the whole class was not kept because of the above: mend it and send all again
   *[nobody] «{ $text }»: no such pupil
  }
conduct-left = None yet: { $names }{ $rest ->
    [0] { "" }
   *[other] { " " }and { $rest } more
  }

term-remark-how = A line for each pupil, for example:
    <code>nhận xét 7A1 toán
    Lan: clear progress, more care with sums
    5: knows the matter well</code>
    or <code>nhận xét Lan 7A1 toán: clear progress</code>. The homeroom teacher's: <code>nhận xét chung Lan 7A1: diligent</code>
term-remark-head = <b>Remarks { $subject ->
    [none] in general
   *[other] { $subject }
  } { $class }, term { $term }</b>
term-remark-line = { $number }. { $name }{ $average ->
    [none] { "" }
   *[other] { " " }· average { $average }
  }{ $highest ->
    [none] { "" }
   *[other] { " " }(highest { $highest }, lowest { $lowest })
  }{ $step ->
    [none] { "" }
   *[other] { " " }against term I { $step }
  }: { $text ->
    [none] …
   *[other] { $text }
  }
term-remark-saved = ✅ Remarks { $subject ->
    [none] in general
   *[other] { $subject }
  } { $class }, term { $term }: { $count } kept.
term-remark-unread = ⚠️ { $why ->
    [several] «{ $name }»: several pupils have this name, write it in full or the number
    [long] «{ $name }»: more than 1,000 characters
    [empty] «{ $name }»: no remark there
   *[nobody] «{ $name }»: no such pupil; write <code>Lan: the remark</code>
  }
term-remark-left = None yet: { $names }{ $rest ->
    [0] { "" }
   *[other] { " " }and { $rest } more
  }

own-view-ask = To the family of <b>{ $name }</b>: conduct of term { $term } will soon be judged. Your child may say how it sees the term, and so may you; the homeroom teacher reads both first.
own-view-pupil = Our child's own view
own-view-family = The family's view
own-view-write = { $voice ->
    [pupil] How does { $pupil } see this term? A few sentences.
   *[family] How do you see { $pupil }'s term? A few sentences.
  }
own-view-saved = { $voice ->
    [pupil] { $pupil }'s own view is kept.
   *[family] Your view on { $pupil } is kept.
  } Thank you.
own-view-length = A few sentences please, at most { $most } characters.
own-view-how = For example <code>tự nhận xét Lan: I tried harder</code> or <code>gia đình nhận xét Lan: good at home</code>
own-view-asked = { $count ->
    [0] The families were asked before, or none is connected.
   *[other] { $count } guardians were asked.
  }
own-views-head = <b>Views received</b>: { $count }
own-views-line = • { $pupil } ({ $voice ->
    [pupil] own view
   *[family] family
  }): { $text }

class-result-head = { $status ->
    [approved] ✅ <b>Results of { $class } approved, { $stage }</b>
    [asked] 📒 <b>Results of { $class } to approve, { $stage }</b>
   *[open] ↩️ <b>Results of { $class }, { $stage }, given back</b>
  } ({ $pupils } pupils; from { $gender ->
    [F] Ms
    [M] Mr
   *[other] { "" }
  } { $name })
class-result-levels = Results: { $levels }
class-result-conduct = Conduct: { $levels }
class-result-outcomes = { $counts }. Excellent { $excellent }, very good { $good }
class-result-pupil = • { $name }: { $outcome } ({ $absent } sessions missed)
class-result-left-open = ⚠️ To be decided on first: { $names }. Write <code>/xet Lan { $class } lên lớp: reason</code>
class-result-unsettled = ⚠️ Article 9.3 can be read in two ways for: { $names }
class-result-decided = { $status ->
    [approved] Approved:
   *[other] Given back:
  } { $gender ->
    [F] Ms
    [M] Mr
   *[other] { "" }
  } { $name }{ $why ->
    [none] { "" }
    [overtaken] : figures changed after they were handed up, please hand up again
   *[other] : { $why }
  }
pupil-result-head = 🎓 To the family of <b>{ $name }</b>, class { $class }: the principal has approved the results of { $stage }.
pupil-result-outcome = <b>{ $outcome }</b>
pupil-result-title = Title: <b>{ $title }</b>
pupil-result-own-plan = Results: by your child's own education plan
pupil-result-level = Results: <b>{ $level }</b>
pupil-result-conduct = Conduct: <b>{ $level }</b>
pupil-result-absent = Sessions missed: { $count }
pupil-result-remark = The homeroom teacher: { $text }
pupil-result-retest = Retest in: { $subjects }; before { $last }. The homeroom teacher will tell the day and how to prepare.
pupil-result-training = Training of conduct in summer with tasks from the homeroom teacher, before { $last }; once they are done promotion is considered.
pupil-result-task = In summer: { $text } (until { $due })
pupil-result-more = All subjects: /ketqua. If anything is unclear please ask the homeroom teacher.
summer-task-how = For example <code>/nhiemvuhe Lan { $class }: Maths chapter 3, care for the garden đến 20/8</code>
summer-task-day = That day cannot be: from today until { $last }, for example <code>… đến 20/8</code>
summer-task-saved = ✅ { $name } in summer: { $text } (until { $due }). { $told ->
    [0] The family hears it with the year's result.
   *[other] The family was told.
  }
summer-task-told = To the family of <b>{ $name }</b>: in summer your child is to do: { $text }. Before { $due }. If that is difficult please write to the homeroom teacher.
summer-left = 📒 Class { $class }: { $days } days until { $last } for the retests and training of { $names }. See <code>/tongket { $class } hè</code>
result-word-how = For example <code>/xet Lan 7A1 lên lớp: came in term II</code>, <code>/xet Lan 7A1 kế hoạch riêng: own education plan</code>. Understood: lên lớp, ở lại, kiểm tra lại, rèn luyện hè, kế hoạch riêng (after the summer add «sau hè»).
result-word-why = Please give the reason after a colon: <code>/xet Lan 7A1 lên lớp: came in term II</code>
result-word-saved = ✅ { $name }, class { $class }: { $outcome ->
    [promoted] promoted
    [repeats] not promoted
    [retest] may be tested again
    [training] trains in summer
   *[own_plan] judged by an education plan of their own
  }.
child-results-none = No result of a term or year was approved yet. Marks are in /diem.
child-results-under = Class { $class } · Results of { $stage }
child-results-term = Term { $term ->
    [1] I
   *[2] II
  }
child-results-level = Results
child-results-conduct = Conduct
child-results-absent = Sessions missed
results-changed = ⚠️ The approved results of { $class }, { $stage }, no longer fit: a mark was corrected or re-marked. See <code>/tongket { $class }</code>; [Open again] to hand up and approve anew, and mend what was printed.
results-corrected = 📝 The results of <b>{ $pupil }</b> ({ $class }, { $stage }) change by the minutes: studies { $results }, conduct { $conduct }{ $outcome ->
    [none] { "" }
   *[other] , { $outcome }
  }{ $title ->
    [none] { "" }
   *[other] , { $title }
  }. Saved with the approved results; the family is told. Mend the printed book and the school record too.
term-remark-suggest = Suggestions to edit
term-remark-suggested = ✏️ Suggestions from the figures for { $count } pupils without a remark; <b>nothing is saved</b>. Copy the message below, change it as you know the pupils, and send it back.
remark-hint-risen = clear progress since term I (average up by { $figure })
remark-hint-fallen = average down by { $figure } since term I, look again at how to study
remark-hint-strong = knows the subject well, good work
remark-hint-solid = knows the subject, try harder tasks
remark-hint-fair = knows the basics, practise more regularly
remark-hint-weak = needs to go over the basics again, ask when unsure
remark-hint-uneven = uneven results (one of { $figure }), keep them steady
