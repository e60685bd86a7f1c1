# Kết quả học tập của lớp (Thông tư 22/2021).
level-very-good = Tốt
level-good = Khá
level-passed = Đạt
level-failed = Chưa đạt
results-how = Gửi lớp và học kì, ví dụ: <code>/ketqua 7A1 hk1</code>, <code>/ketqua 7A1 cả năm</code>
results-head = 🎓 <b>Kết quả học tập { $class }, { $term ->
    [1] học kì I
    [2] học kì II
   *[0] cả năm
  }</b> (theo Thông tư 22; chưa phải kết quả được duyệt)
results-counts = { $counts }
results-missing = Chưa đủ điểm (số em): { $subjects }
results-line = { $number }. { $name }: <b>{ $level }</b>{ $lifted ->
    [none] { "" }
   *[other] { " " }(nâng một mức vì chỉ do môn { $lifted }, Điều 9.3)
  }{ $better ->
    [none] { "" }
   *[other] ; không { $better } vì { $why }
  }{ $unsettled ->
    [yes] { " " }⚠️ hiệu trưởng xem lại (Điều 9.3 có hai cách hiểu)
   *[no] { "" }
  }
why-all = { $subjects }{ $rest ->
    [0] { "" }
   *[other] { " " }và { $rest } môn nữa
  } dưới { $bound }
why-strong = chỉ { $count } môn từ { $bound } (cần { $strong })
why-remarks = { $subjects } Chưa đạt
