# Looking at marks: the class page, the child's card, what is new, what is missing.
score-short-regular = R{ $number }
score-short-midterm = Mid
score-short-final = Fin
score-short-reassessment = Again
score-page-number = No.
score-page-name = Name
score-page-average = Avg
score-page-year = Year
score-page-title = { $subject } · { $class }
score-page-term = Term { $term ->
    [2] II
   *[1] I
  }. R: regular, Mid: midterm, Fin: final, v: make-up due, M: exempt
score-page-caption = 📒 <b>{ $class } · { $subject }</b>, term { $term ->
    [2] II
   *[1] I
  }
score-page-missing = { $column }: { $count } missing
score-page-mean = Class average { $average } ({ $count } pupils have all marks)
score-page-other-term = Term { $term ->
    [2] II
   *[1] I
  }
score-page-which-class = The gradebook of which class?
score-page-nothing = There is no class to look at.
score-page-not-yours = This page is not of a class or subject you answer for.
child-scores-which = Whose marks?
child-scores-not-yours = /diem is for families. Staff look at /sodiem.
child-scores-no-class = The child is on no class list this school year.
child-scores-none = Term { $term ->
    [2] II
   *[1] I
  }: no marks of { $name } have been published yet.
child-scores-under = Class { $class } · Term { $term ->
    [2] II
   *[1] I
  }
child-scores-subject = Subject
child-scores-regular = Regular
child-scores-average = Average
child-scores-new = new
child-scores-exempt = Exempt
child-scores-note = Đ: passed, CĐ: not passed, v: absent, make-up to come. The average comes once all marks are there.
child-scores-caption = To the family of <b>{ $name }</b>: marks of term { $term ->
    [2] II
   *[1] I
  }.
child-scores-line = New: { $subject }: { $marks }
score-news-head = To the family of <b>{ $name }</b>: there are new marks.
score-news-line = • { $subject }: { $marks }
score-news-mark = { $column } { $mark }{ $changed ->
    [yes] { " " }(corrected)
   *[no] { "" }
  }
score-news-make-up = v: absent, a make-up will follow.
score-news-more = All marks: /diem
score-published = On its way to the families: { $place }.
score-held = Families see nothing new of { $place } until you press Publish.
score-hold = Hold back
score-gaps-none = ✅ No marks are missing that are due.
score-gaps-head = 📋 <b>Marks are missing in { $count } columns</b>
score-gap-line = • { $class } { $subject }, { $column }: { $missing ->
    [0] { "" }
   *[other] { $missing } missing
  }{ $waiting ->
    [0] { "" }
   *[other] { $missing ->
        [0] { "" }
       *[other] ,{ " " }
      }{ $waiting } make-ups due
  }{ $when ->
    [late] ; <b>{ $days } days late</b> ({ $due })
    [today] ; <b>due today</b>
    [left] ; { $days } days left ({ $due })
   *[none] { "" }
  }
score-gaps-how = Enter: <code>{ $class } toán tx1: 8 7,5 9</code> or /nhapdiem
child-scores-remark = 💬 { $subject }: { $text }
