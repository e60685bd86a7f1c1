# Locking and unlocking; reminders of the last days.
score-lock-head = 🔒 <b>What is locked and unlocked</b> (the latest decision holds)
score-lock-none = Nothing is locked.
score-lock-line-closed = • 🔒 { $part }{ $ends ->
    [yes] { " " }until { $until }
   *[no] { "" }
  }
score-lock-line-opened = • 🔓 { $part }, until { $until }: { $reason }
score-lock-how = Lock: <code>/khoaso hk1</code>, <code>/khoaso khối 7 gk hk1</code>, <code>/khoaso 7A1 toán tx1</code>, <code>/khoaso cả năm</code>. Unlock: <code>/mokhoa 7A1 toán tx1 đến 30/11: two pupils forgotten</code>. Locking by itself: /quydinh
score-lock-closed = 🔒 Locked: { $part }. Nobody writes there from now on, but by an approved correction.{ $ends ->
    [yes] { " " }Until { $until }.
   *[no] { "" }
  }
score-lock-opened = 🔓 Unlocked: { $part }, until { $until }. { $told } teachers were told. Reason: { $reason }
score-lock-ended = This decision was ended: { $part }.
score-lock-told = 🔓 The principal has unlocked the gradebook: { $part }, until { $until }. Reason: { $reason }. It locks again by itself.
score-lock-class = class { $name }
score-lock-grade = grade { $grade }
score-lock-subject = { $subject }
score-lock-regular = the regular columns
score-lock-term = term { $term ->
    [2] II
   *[1] I
  }
score-lock-all = the whole gradebook of the year
score-lock-unclear = «{ $words }» was not understood, so nothing was locked or unlocked. For example: /khoaso khối 7 toán gk hk1
score-lock-what = Lock or unlock what? For example: /khoaso hk1; /khoaso 7A1 toán tx1; the year: /khoaso cả năm
score-lock-until = Unlock until which day? For example: /mokhoa 7A1 toán tx1 đến 30/11: two pupils forgotten
score-lock-why = Unlocking needs a reason. For example: /mokhoa 7A1 toán tx1 đến 30/11: two pupils forgotten
score-lock-day = «{ $words }» is no day to come. For example: /mokhoa 7A1 toán tx1 đến 30/11: two pupils forgotten
score-reminder-head = ⏳ <b>Marks that are due</b>
score-reminder-how = Enter them in one message: <code>7A1 toán tx1: 8 7,5 9</code>, or /nhapdiem. Look again: /conthieu
score-laggards-head = ⏳ <b>Marks late or due today: { $count } columns</b>
score-laggards-how = The teachers were reminded. All of it: /conthieu
