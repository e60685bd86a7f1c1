# The school's subjects: how they are assessed, and their periods.
subject-plan-head = 📚 <b>Subjects: how assessed, periods a year, regular marks a term</b>
subject-plan-line = • { $subject }: { $plan }
subject-plan-of = { $plan } (grade { $grades })
subject-plan-words = { $kind ->
    [remarks] remarks
   *[scored] figures
  }, { $periods } periods, { $regular } times
subject-plan-how = Change a subject in a grade: <code>/monhoc Công nghệ 8 52 tiết</code>, <code>/monhoc Tin học 6 nhận xét</code>. Back to the programme: <code>/monhoc Tin học 6 mặc định</code>.
subject-plan-saved = ✅ Saved. { $subject }, grade { $grade }: <b>{ $after }</b> (before: { $before }).
subject-plan-which = It is not clear which subject «{ $words }» means. Write its name as in /monhoc, for example: /monhoc Công nghệ 8 52 tiết
subject-plan-grade = { $subject } in which grade (6 to 9)? For example: /monhoc { $subject } 8 52 tiết
subject-plan-what = What is to change for { $subject } in grade { $grade }? Write the periods a year, «điểm số» (figures), «nhận xét» (remarks) or «mặc định» (default). For example: /monhoc { $subject } { $grade } 52 tiết
subject-plan-periods = Periods a year go from { $least } to { $most }. Nothing was changed. For example: /monhoc Công nghệ 8 52 tiết
subject-plan-has-marks = Grade { $grade } has marks in { $subject } this school year, so it cannot change between figures and remarks. Nothing was changed.
