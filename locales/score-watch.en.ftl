# How marks lie, and their history.
score-spread-how = Send a class, a subject and a column, for example <code>/phodiem 7A1 toán gk</code>
score-spread-none = This column has no marks yet. For example: /phodiem 7A1 toán gk
score-spread-title = Marks in { $subject } · { $class }
score-spread-under = { $column }, term { $term ->
    [2] II
   *[1] I
  }. Figures are pupils, heights are shares
score-spread-own = Class { $class } ({ $count })
score-spread-all = Grade { $grade } ({ $count } pupils, { $classes } classes)
score-spread-caption = 📊 { $place }
    Average <b>{ $average }</b>; grade { $grade }: { $other } ({ $difference }).
    Below 5: { $below }; 8 and more: { $good } (of { $count }).
score-spread-remarks = 📊 { $place }: { $failed } not passed of { $count }.
score-history-how = Send a class and a subject, for example <code>/lichsudiem 7A1 toán</code>
score-history-none = No marks were entered yet.
score-history-head = 🕘 <b>History</b> (newest first)
score-history-line = • { $when } { $by }, { $column }:{ $first ->
    [0] { "" }
   *[other] { " " }{ $first } entered
  }{ $changed ->
    [none] { "" }
   *[other] { $first ->
        [0] { "" }
       *[other] ,
      }{ " " }changed { $changed }
  }{ $rest ->
    [0] { "" }
   *[other] { " " }and { $rest } more
  }{ $minutes ->
    [0] { "" }
   *[other] { " " }(minutes no. { $minutes })
  }{ $cause ->
    [undo] { " " }(undone)
    [file] { " " }(from a file)
   *[none] { "" }
  }
test-plan-head = 🗓 <b>Tests to come</b>
test-plan-none = 🗓 No test to come.
test-plan-line = • { $day }: { $subject } grade { $grade }, { $kind ->
    [midterm] midterm
   *[final] final
  } T{ $term }
test-plan-how = Set or move a day: <code>/lichkiemtra toán 7 cuối kì 25/12</code>. Last days of marks and corrections follow it.
test-plan-outside = A test lies within the school year, from { $first } to { $last }.
test-plan-saved = ✅ { $subject } grade { $grade }, { $kind ->
    [midterm] midterm
   *[final] final
  } T{ $term }: { $day }{ $before ->
    [none] { "" }
   *[other] { " " }(before: { $before })
  }. { $told } teachers of the subject and homeroom teachers were told.
test-plan-told = 🗓 Test of { $subject } grade { $grade }, { $kind ->
    [midterm] midterm
   *[final] final
  } T{ $term }: <b>{ $day }</b>{ $before ->
    [none] { "" }
   *[other] { " " }(before: { $before })
  }. The last day of its marks follows.
menu-lichkiemtra = Days of midterm and final tests
