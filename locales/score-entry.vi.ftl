# Nhập điểm bằng tin nhắn.
score-column-regular = Thường xuyên { $number }
score-column-midterm = Giữa kì
score-column-final = Cuối kì
score-column-reassessment = Đánh giá lại
score-place = { $class } · { $subject } · { $column } (học kì { $term ->
    [2] II
   *[1] I
  })
score-head = 📝 <b>{ $place }</b>
score-which-class = Điểm của lớp nào?
score-which-subject = Điểm môn nào?
score-which-column = { $said ->
    [yes] «{ $word }» là cột nào?
   *[no] Ghi vào cột nào?
  }
score-send-marks = 📝 <b>{ $place }</b>: còn { $missing } em chưa có điểm. Gửi cả cột theo thứ tự danh sách («8 7,5 9 - 6»), theo số («3:8 5:7,5»), theo tên («Lan 8, Minh 7»), hoặc từng em khi chấm («Huy 8,5»). Xong thì nhắn «xong».
score-saved = ✅ <b>Đã lưu { $count } điểm.</b> { $place }
score-same = { $place }: sổ đã có đúng như vậy, không có gì thay đổi.
score-figures = Trung bình { $average }; thấp nhất { $lowest }; cao nhất { $highest } ({ $count } em).
score-figures-remarks = Đạt { $passed } em; Chưa đạt { $failed } em.
score-missing = Chưa có điểm { $count } em: { $names }{ $rest ->
    [0] .
   *[other] { " " }và { $rest } em nữa.
  }
score-make-up = Chờ kiểm tra bù { $count } em: { $names }{ $rest ->
    [0] .
   *[other] { " " }và { $rest } em nữa.
  }
score-note-point = i Ghi có dấu phẩy: { $marks }
score-note-rounded = i Làm tròn: { $marks }
score-undo = Hoàn tác
score-mark-on = Chấm tiếp
score-publish = Công bố
score-undone = ↩️ Đã hoàn tác { $count } điểm. { $place }
score-undo-outdated = Cột điểm này đã có thay đổi sau đó nên không hoàn tác được. Gửi điểm mới của em cần sửa, ví dụ: Lan 8
score-no-such-column = Không tìm thấy cột điểm này.
score-changed-meanwhile = Cột điểm vừa được sửa ở máy khác nên chưa lưu gì. Gửi lại để xem lần nữa.
score-preview = 📝 <b>{ $place }</b>: xem lại { $count } điểm trước khi lưu.
score-not-saved-yet = <i>Chưa lưu.</i> Gửi thêm hoặc gửi lại điểm của em chưa đúng, ví dụ «Lan 8», rồi bấm lưu.
score-replaces = ⚠️ { $count } em đã có điểm khác:
score-replaced = ~ { $name }: { $old } → { $new }
score-save = Lưu { $count } điểm
score-drop = Bỏ
score-dropped = Đã bỏ, sổ điểm giữ nguyên.
score-choose-first = Chọn lớp, môn và cột trước, rồi mới gửi điểm. Hoặc gửi đủ một tin: 7A1 toán tx1: 8 7,5 9
score-one-class = Mỗi tin ghi điểm một lớp: { $first } hay { $second }? Ví dụ: { $first } toán tx1: 8 7,5 9
score-not-your-subject = Thầy/cô không được phân công lớp và môn này, nên không nhập điểm được. Xem phân công ở /toi.
score-no-marks = Chưa thấy điểm nào trong tin.
score-example = Ví dụ: <code>8 7,5 9 - 6</code> (theo danh sách), <code>3:8 5:7,5</code>, <code>Lan 8, Minh 7</code>
score-example-remarks = Ví dụ: <code>cả lớp Đ trừ Huy CĐ</code>, <code>Lan Đ, Minh CĐ</code>
score-ask-separator = «{ $fragment }» là các điểm nào?
score-ask-count = Có { $marks } điểm cho { $pupils } em; điểm cuối «{ $fragment }» ứng với em { $name }. Nếu đúng từ đầu danh sách thì chọn bên dưới; nếu sót giữa chừng, gửi lại (em chưa có ghi dấu -).
score-option-from-start = Ghi từ đầu, { $left } em cuối để trống
score-ask-zero = Em { $name }, «{ $fragment }»: bài được 0 điểm, hay không dự kiểm tra?
score-option-zero = { $mark ->
    [kd] Không dự, không lí do
    [v] Vắng, chờ kiểm tra bù
    [0] Bài làm 0 điểm
   *[other] { $mark }
  }
score-ask-leading-zero = Em { $name }: «{ $fragment }» là bao nhiêu điểm?
score-ask-who = «{ $fragment }»: { $near ->
    [yes] không có em nào tên như vậy. Có phải em này?
   *[no] là em nào?
  }
score-ask-twice = Em { $name } có hai điểm ({ $fragment }). Ghi điểm nào?
score-problem-range = «{ $fragment }»: điểm từ 0 đến 10, chưa ghi.
score-problem-unreadable = «{ $fragment }»: chưa hiểu, chưa ghi.
score-problem-nobody = «{ $fragment }»: không có em này trong lớp, chưa ghi.
score-problem-number = «{ $fragment }»: danh sách lớp không có số này, chưa ghi.
score-problem-no-mark = «{ $fragment }»: chưa thấy điểm của em này.
score-problem-remarks = «{ $fragment }»: môn này ghi điểm số, ví dụ 7,5. Chưa ghi.
score-problem-figures = «{ $fragment }»: môn này ghi Đ hoặc CĐ. Chưa ghi.
score-problem-exempt = «{ $fragment }»: miễn học phải do hiệu trưởng duyệt; em đang miễn thì không ghi điểm.
score-problem-adding = «{ $fragment }»: bot không cộng trừ điểm. Gửi điểm mới của em, ví dụ: Lan 9
score-problem-too-many = Nhiều điểm hơn số học sinh; thừa từ «{ $fragment }». Chưa ghi gì, kiểm tra rồi gửi lại.
score-problem-different = «{ $fragment }»: số thứ tự và tên là hai em khác nhau, chưa ghi.
score-problem-more = … và { $count } chỗ nữa.
score-marking-done = Đã xong. { $place }: { $missing ->
    [0] đủ điểm cả lớp.
   *[other] còn { $missing } em chưa có điểm.
  }
score-marking-over = Đã quá 30 phút nên bot không ghi «{ $text }» vào { $place } nữa. Muốn ghi tiếp, gửi đủ lớp, môn, cột. Ví dụ: 7A1 toán tx1: Lan 8

# Bài kiểm tra nhiều phân môn: điểm từng phần, cộng khi đủ.
score-part-how = Nhắn ví dụ: <code>7A1 phần sử gk: 4 3,5 5</code> (điểm phần Sử của bài giữa kì, theo thứ tự danh sách).
score-part-or-whole = { $subject } có nhiều phân môn: điểm này là điểm phần hay điểm cả bài? Điểm phần thì thêm chữ «phần»: <code>7A1 phần sử gk: 4 3,5</code>; điểm cả bài thì ghi tên môn: <code>7A1 { $subject } gk: 8 7,5</code>. Chưa lưu gì.
score-part-unclear = «{ $fragment }» chưa rõ, chưa lưu gì. Nhắn theo số thứ tự, ví dụ: <code>7A1 phần sử gk: 3:4 5:3,5</code>
score-part-state = Vắng, không dự thi thì ghi cho cả bài: <code>7A1 sử địa gk: Lan v</code>. Chưa lưu gì.
score-part-saved = ✅ { $class } { $subject }, { $column } HK { $term }, phần { $strand }: đã lưu { $count } em. Đủ các phần, đã vào sổ: { $complete } em.
score-part-waiting = Còn chờ phần: { $strands }
score-part-too-high = ⚠️ Cộng các phần quá 10 điểm nên chưa lưu: { $names }
strand-su = Lịch sử
strand-dia = Địa lí
strand-ly = Vật lí
strand-hoa = Hóa học
strand-sinh = Sinh học
strand-nhac = Âm nhạc
strand-mithuat = Mĩ thuật

# Nhập điểm bằng cách chạm.
score-tap = Chạm từng em
score-tap-head = <b>{ $place }</b> · { $done }/{ $all } em có điểm
score-tap-pupil = <b>{ $number }. { $name }</b>{ $mark ->
    [none] { "" }
   *[other] { " " }(đang có { $mark })
  }: chạm điểm, lưu ngay. Điểm lẻ khác thì nhắn, ví dụ <code>{ $number }: 8,3</code>
score-tap-end = Hết danh sách. Bấm [Xong], hoặc [Em trước] để sửa.
score-tap-back = Em trước
score-tap-skip = Bỏ qua
score-tap-done = Xong
score-tap-over = Đã quá 30 phút nên cột này đã đóng. Mở lại bằng /nhapdiem.
