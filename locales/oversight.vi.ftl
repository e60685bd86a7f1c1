# Theo dõi sổ điểm: dấu hiệu bất thường (Điều 4.4), chỉ tiêu (Điều 5.3), kiểm tra sổ hằng tháng (Điều 4.1).
odd-none = ✅ Chưa thấy điểm nào bất thường trong học kì này.
odd-head = 🔍 <b>{ $count } dấu hiệu về điểm cần xem</b>. Đây là gợi ý để trao đổi về dạy và học, không phải kết luận.
odd-more = Xem và hỏi giáo viên ở /batthuong.
odd-place = { $class } { $subject }, { $column } HK { $term }{ $teacher ->
    [none] { "" }
   *[other] { " " }({ $teacher })
  }
odd-far-mean = { $place }: trung bình { $mean }, các lớp khác cùng khối { $grade } (lệch { $errors } lần sai số chuẩn){ $other }
odd-pile = { $place }: { $count }/{ $all } em cùng điểm { $value }{ $other }
odd-identical = { $place }: { $all } điểm giống hệt { $other }
odd-below-target = { $place }: { $reached }% từ { $bound } trở lên ({ $all } em), chỉ tiêu { $share }%{ $other }
odd-changed-often = { $place }: điểm của { $pupil } đã đổi { $count } lần{ $other }
odd-corrections = { $teacher }: { $count } đề nghị sửa điểm trong năm học
odd-status = { $status ->
    [asked] Đang chờ giáo viên trả lời
    [answered] Giáo viên đã trả lời
    [raised] Đã chuyển hiệu trưởng, tổ trưởng
   *[open] Chưa xem
  }
odd-answer = Trả lời: { $text }
odd-no-answer = chưa có
odd-ask = Hỏi giáo viên
odd-close = Bình thường
odd-raise = Chuyển hiệu trưởng, tổ trưởng
odd-reply = Trả lời
odd-write-question = Thầy/cô muốn hỏi gì? Nhắn một câu, hoặc nhắn <code>mặc định</code>.
odd-asked = Đã hỏi giáo viên, xin trả lời trước { $due }.
odd-closed = Đã ghi: bình thường.
odd-raised = { $count ->
    [0] Chưa có hiệu trưởng hay tổ trưởng để chuyển.
   *[other] Đã chuyển { $count } người.
  }
odd-no-teacher = Chưa rõ giáo viên nào dạy lớp, môn này.
odd-write-answer = Thầy/cô nhắn câu trả lời.
odd-answered = Đã gửi câu trả lời. Cảm ơn thầy/cô.
odd-answer-length = Xin nhắn vài câu, không quá { $most } chữ.
odd-question-head = 🔍 Phó hiệu trưởng muốn trao đổi với thầy/cô về việc dạy và đánh giá:
odd-question = { $text ->
    [none] Thầy/cô cho biết lí do và dự kiến hỗ trợ các em?
   *[other] { $text }
  }
    Xin trả lời trước { $due }.
odd-answer-head = 💬 { $name } trả lời:
odd-raised-head = 🔍 Chuyển để hiệu trưởng, tổ trưởng cùng xem:
target-head = <b>Chỉ tiêu môn học</b>
target-line = • { $subject } khối { $grade }: { $share }% từ { $bound }
target-how = Đặt: <code>/chitieu toán 7 từ 5,0: 85%</code>. Bài giữa kì, cuối kì thấp hơn chỉ tiêu được báo tổ trưởng mỗi thứ Hai.
target-saved = ✅ Chỉ tiêu { $subject } khối { $grade }: { $share }% từ { $bound } trở lên.
book-check-left = 📗 Tháng { $month }, { $classes ->
    [none] mọi lớp đã có nhận xét sổ.
   *[other] chưa có nhận xét sổ: { $classes }. Mở <code>/kiemtraso 7A1</code>
  }
book-check-head = 📗 <b>Kiểm tra sổ { $class }, tháng { $month }</b>
book-check-size = Sĩ số: đến { $came }, đi { $left }
book-check-late = Cột quá hạn: { $late ->
    [none] không có
   *[other] { $late }
  }
book-check-corrections = Đề nghị sửa điểm từ đầu tháng: { $count }
book-check-remark = Nhận xét đã ghi: { $text }
book-check-how = Ghi nhận xét: <code>kiểm tra sổ 7A1 tháng 11: vào điểm đúng tiến độ</code>
book-check-usual = Đủ, đúng tiến độ
book-check-usual-text = Vào điểm đủ, đúng tiến độ.
book-check-saved = ✅ Đã ghi nhận xét sổ { $class }, tháng { $month }; in ở cuối sổ.
menu-batthuong = Dấu hiệu bất thường về điểm
menu-chitieu = Chỉ tiêu môn học
menu-kiemtraso = Kiểm tra, nhận xét sổ hằng tháng
