# Praise and reminders of the week, the week's summary.
remark-saved = Saved: { $kind ->
    [praise] praise for
   *[remind] a reminder for
  } { $whole ->
    [yes] the whole class <b>{ $name }</b>
   *[no] <b>{ $names }</b>, class { $name }
  }{ $said ->
    [yes] : { $text }
   *[no] .
  }
    It is part of the class's summary of the week.
remark-undone = Undone: the { $kind ->
    [praise] praise
   *[remind] reminder
  } in class { $name } is gone.
remark-already-gone = This was undone already.
remark-which-class = { $kind ->
    [praise] Praise
   *[remind] A reminder
  } for a pupil of which class?
remark-which-pupil = { $kind ->
    [praise] Praise
   *[remind] A reminder
  } for which pupil of class { $name }?
remark-say-whom = { $kind ->
    [praise] Praise for whom? For example: khen Lan { $name } phát biểu tốt
   *[remind] A reminder for whom? For example: nhắc Minh { $name } chưa làm bài
  }
remark-say-class = { $kind ->
    [praise] Of which class? For example: khen Lan 7A1 phát biểu tốt
   *[remind] Of which class? For example: nhắc Minh 7A1 chưa làm bài
  }
remark-nobody = I do not know who «{ $typed }» is. { $kind ->
    [praise] For example: khen Lan { $name } phát biểu tốt
   *[remind] For example: nhắc Minh { $name } chưa làm bài
  }
    To write to families: thông báo { $name }: …
remark-one-a-message = One remark a message, so nothing was saved. Please send each by itself, for example: khen Lan { $name } phát biểu tốt; then in another message: nhắc Minh { $name } chưa làm bài
remark-not-your-class = You do not teach class { $name }, so you cannot praise or remind its pupils here.
remark-not-in-class = A pupil is not in this class any more. Please write again, for example: khen Lan 7A1 phát biểu tốt
remark-long = This is longer than { $most } characters. Please shorten it, for example: khen Lan 7A1 phát biểu tốt
week-head = <b>The week{ $week ->
    [0] {""}
   *[other] {" "}{ $week }
  }, class { $name }</b> ({ $first } – { $last })
week-full = Attendance: everybody came, nobody was absent.
week-none = Attendance: no roll was taken this week.
week-sums = Attendance: { $total } absences (with leave { $excused }, without { $unexcused }{ $open ->
    [0] {""}
   *[other] , unexplained { $open }
  }){ $late ->
    [0] {""}
   *[other] , late { $late } times
  }.
week-pupil = { $name }: { $said }
week-p = with leave { $count }
week-k = without leave { $count }
week-open = unexplained { $count }
week-late = late { $count }
week-early = left early { $count }
week-skipped = lessons missed { $count }
week-praise = <b>Praise</b>
week-remind = <b>Reminders</b>
week-class = The whole class
week-praise-none = No praise was written down. For example: khen Lan { $name } phát biểu tốt
week-remind-none = No reminders.
week-said = { $names }: { $text } ({ $who })
week-said-bare = { $names } ({ $who })
week-gaps = <b>For you to look at, not to be read out</b>
week-gap-rolls = No roll: { $days }
week-gap-open = Absences still unexplained: { $names }
week-gap-half = { $half ->
    [morning] morning of
   *[afternoon] afternoon of
  } { $day }
week-which-class = Please name one class, for example: /sokettuan 7A1
week-no-days = There were no lessons in the week from { $first } to { $last }.
help-remarks =
    <b>Praise, reminders</b>: <code>khen Lan { $klass } phát biểu tốt</code>, <code>nhắc Minh { $klass } chưa làm bài</code>; they are part of the week's summary and can be undone.
help-lists =
    <b>After the roll</b>: unexplained absences and what is to be cleared up with families come by themselves in one message, with buttons; see them again with /danhsach. Before the class hour the week's summary comes; see it again with /sokettuan.
menu-danhsach = Absences of the class: open, to clear up, explained
menu-sokettuan = The class's summary of the week
