# Môn học của trường: cách đánh giá và số tiết.
subject-plan-head = 📚 <b>Môn học: cách đánh giá, số tiết một năm, số điểm thường xuyên mỗi học kì</b>
subject-plan-line = • { $subject }: { $plan }
subject-plan-of = { $plan } (khối { $grades })
subject-plan-words = { $kind ->
    [remarks] nhận xét
   *[scored] điểm số
  }, { $periods } tiết, { $regular } lần
subject-plan-how = Đổi một môn ở một khối: <code>/monhoc Công nghệ 8 52 tiết</code>, <code>/monhoc Tin học 6 nhận xét</code>. Về như chương trình: <code>/monhoc Tin học 6 mặc định</code>.
subject-plan-saved = ✅ Đã lưu. { $subject }, khối { $grade }: <b>{ $after }</b> (trước đó: { $before }).
subject-plan-which = Chưa rõ môn nào ở «{ $words }». Ghi tên môn như trong danh sách /monhoc, ví dụ: /monhoc Công nghệ 8 52 tiết
subject-plan-grade = Môn { $subject } ở khối nào (6 đến 9)? Ví dụ: /monhoc { $subject } 8 52 tiết
subject-plan-what = Môn { $subject } khối { $grade } đổi gì? Ghi số tiết một năm, «điểm số», «nhận xét» hoặc «mặc định». Ví dụ: /monhoc { $subject } { $grade } 52 tiết
subject-plan-periods = Số tiết một năm từ { $least } đến { $most }. Chưa đổi gì. Ví dụ: /monhoc Công nghệ 8 52 tiết
subject-plan-has-marks = Khối { $grade } đã có điểm môn { $subject } trong năm học này nên không đổi được giữa điểm số và nhận xét. Chưa đổi gì.
