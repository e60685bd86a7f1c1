# Khóa sổ, mở sổ; nhắc hạn điểm.
score-lock-head = 🔒 <b>Khóa, mở sổ điểm</b> (quyết định sau cùng có hiệu lực)
score-lock-none = Chưa khóa phần nào.
score-lock-line-closed = • 🔒 { $part }{ $ends ->
    [yes] { " " }đến hết { $until }
   *[no] { "" }
  }
score-lock-line-opened = • 🔓 { $part }, đến hết { $until }: { $reason }
score-lock-how = Khóa: <code>/khoaso hk1</code>, <code>/khoaso khối 7 gk hk1</code>, <code>/khoaso 7A1 toán tx1</code>, <code>/khoaso cả năm</code>. Mở: <code>/mokhoa 7A1 toán tx1 đến 30/11: nhập sót hai em</code>. Tự khóa sau hạn: /quydinh
score-lock-closed = 🔒 Đã khóa: { $part }. Từ nay không ai ghi được, trừ sửa điểm được duyệt.{ $ends ->
    [yes] { " " }Đến hết { $until }.
   *[no] { "" }
  }
score-lock-opened = 🔓 Đã mở: { $part }, đến hết { $until }. Đã báo { $told } giáo viên. Lí do: { $reason }
score-lock-ended = Đã hủy quyết định này: { $part }.
score-lock-told = 🔓 Hiệu trưởng mở sổ điểm: { $part }, đến hết { $until }. Lí do: { $reason }. Sau ngày đó sổ tự khóa lại.
score-lock-class = lớp { $name }
score-lock-grade = khối { $grade }
score-lock-subject = môn { $subject }
score-lock-regular = các cột thường xuyên
score-lock-term = học kì { $term ->
    [2] II
   *[1] I
  }
score-lock-all = toàn bộ sổ điểm năm học
score-lock-unclear = Chưa hiểu «{ $words }», nên chưa khóa hay mở gì. Ví dụ: /khoaso khối 7 toán gk hk1
score-lock-what = Khóa hay mở phần nào? Ví dụ: /khoaso hk1; /khoaso 7A1 toán tx1; cả năm: /khoaso cả năm
score-lock-until = Mở đến ngày nào? Ví dụ: /mokhoa 7A1 toán tx1 đến 30/11: nhập sót hai em
score-lock-why = Mở sổ cần lí do. Ví dụ: /mokhoa 7A1 toán tx1 đến 30/11: nhập sót hai em
score-lock-day = «{ $words }» không phải một ngày sắp tới. Ví dụ: /mokhoa 7A1 toán tx1 đến 30/11: nhập sót hai em
score-reminder-head = ⏳ <b>Điểm đến hạn</b>
score-reminder-how = Nhập bằng một tin: <code>7A1 toán tx1: 8 7,5 9</code>, hoặc /nhapdiem. Xem lại: /conthieu
score-laggards-head = ⏳ <b>Điểm quá hạn hoặc đến hạn hôm nay: { $count } cột</b>
score-laggards-how = Giáo viên đã được nhắc. Xem tất cả: /conthieu
