# Looking after the gradebook: what is odd (article 4.4), targets (5.3), the monthly check (4.1).
odd-none = ✅ Nothing odd about this term's marks.
odd-head = 🔍 <b>{ $count } things about marks to look at</b>. They are a reason to talk about teaching, not a verdict.
odd-more = Look and ask the teacher in /batthuong.
odd-place = { $class } { $subject }, { $column } T{ $term }{ $teacher ->
    [none] { "" }
   *[other] { " " }({ $teacher })
  }
odd-far-mean = { $place }: mean { $mean }, the grade's other classes { $grade } ({ $errors } standard errors apart){ $other }
odd-pile = { $place }: { $count }/{ $all } pupils have { $value }{ $other }
odd-identical = { $place }: { $all } marks equal to { $other }
odd-below-target = { $place }: { $reached }% at { $bound } or above ({ $all } pupils), the target is { $share }%{ $other }
odd-changed-often = { $place }: the mark of { $pupil } changed { $count } times{ $other }
odd-corrections = { $teacher }: { $count } corrections asked for this year
odd-status = { $status ->
    [asked] The teacher was asked
    [answered] The teacher has answered
    [raised] With the principal and the head of department
   *[open] Not looked at
  }
odd-answer = Answer: { $text }
odd-no-answer = none yet
odd-ask = Ask the teacher
odd-close = Nothing odd
odd-raise = To the principal and head of department
odd-reply = Answer
odd-write-question = What would you like to ask? One sentence, or <code>usual</code>.
odd-asked = The teacher was asked to answer before { $due }.
odd-closed = Kept: nothing odd.
odd-raised = { $count ->
    [0] There is no principal or head of department to tell.
   *[other] { $count } people were told.
  }
odd-no-teacher = No teacher of this class and subject is known.
odd-write-answer = Please write your answer.
odd-answered = Your answer was sent. Thank you.
odd-answer-length = A few sentences please, at most { $most } characters.
odd-question-head = 🔍 The vice principal would like to talk about teaching and assessing:
odd-question = { $text ->
    [none] What are the reasons, and how will the pupils be helped?
   *[other] { $text }
  }
    Please answer before { $due }.
odd-answer-head = 💬 { $name } answers:
odd-raised-head = 🔍 For the principal and the head of department:
target-head = <b>Targets of subjects</b>
target-line = • { $subject } grade { $grade }: { $share }% at { $bound }
target-how = Set one: <code>/chitieu toán 7 từ 5,0: 85%</code>. Midterms and finals below it are told to the head of department on Mondays.
target-saved = ✅ Target of { $subject }, grade { $grade }: { $share }% at { $bound } or above.
book-check-left = 📗 { $month }: { $classes ->
    [none] every class has its remark.
   *[other] no remark on the book of { $classes }. Open <code>/kiemtraso 7A1</code>
  }
book-check-head = 📗 <b>The book of { $class }, { $month }</b>
book-check-size = Class size: { $came } came, { $left } left
book-check-late = Columns overdue: { $late ->
    [none] none
   *[other] { $late }
  }
book-check-corrections = Corrections asked for since the month began: { $count }
book-check-remark = Remark: { $text }
book-check-how = Write one: <code>kiểm tra sổ 7A1 tháng 11: marks are in on time</code>
book-check-usual = Complete and on time
book-check-usual-text = Marks are complete and on time.
book-check-saved = ✅ The remark on the book of { $class }, { $month }, is kept and printed at its end.
menu-batthuong = What is odd about marks
menu-chitieu = Targets of subjects
menu-kiemtraso = The monthly check of a gradebook
