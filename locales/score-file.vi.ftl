# Sổ điểm bằng tệp: mẫu để nhập, xem trước, xuất sang phần mềm khác.
score-file-title = { $subject }, lớp { $class }, học kì { $term ->
    [2] II
   *[1] I
  }, năm học { $year }
score-file-legend = Ghi điểm 0 đến 10 (ví dụ 7,5). v: vắng, chờ kiểm tra bù. kd: không dự, tính 0 điểm. -: xóa điểm đã có. Để trống: giữ nguyên.
score-file-legend-remarks = Ghi Đ (Đạt) hoặc CĐ (Chưa đạt). v: vắng, chờ đánh giá bù. kd: không dự, tính Chưa đạt. -: xóa. Để trống: giữ nguyên.
score-file-closed = Ô màu xám đã khóa hoặc em được miễn; điền xong gửi lại tệp này cho bot.
score-file-number = STT
score-file-code = Mã học sinh
score-file-name = Họ và tên
score-file-birth = Ngày sinh
score-file-regular = ĐĐGtx { $number }
score-file-midterm = ĐĐGgk
score-file-final = ĐĐGck
score-file-reassessment = Đánh giá lại
score-file-exempt = Miễn
score-file-check = Ghi điểm từ 0 đến 10, hoặc v, kd, -.
score-file-check-remarks = Chọn Đ, CĐ, v, kd hoặc -.
score-file-check-title = Chưa đúng
score-file-sent = 📄 Tệp nhập điểm <b>{ $subject }</b>, { $classes }, học kì { $term }. Điền rồi gửi lại tệp này vào đây; bot cho xem trước, bấm lưu mới ghi vào sổ. Nhập cách khác: <code>{ $class } { $subject } tx1: 8 7,5 9</code>
score-file-how = Gửi lớp và môn, ví dụ: <code>/filemau 7A1 toán</code>; cả năm lớp đang dạy: <code>/filemau toán</code>; học kì II: <code>/filemau 7A1 toán hk2</code>
score-file-upload = Điền xong, gửi tệp qua liên kết này (đến { $until }): { $link }
score-file-too-many = Mỗi tệp nhiều nhất { $most } lớp. Ghi rõ lớp, ví dụ: /filemau 7A1 toán
score-file-no-columns = Tệp này không có cột điểm nào nhận ra được. Cần dòng tiêu đề có họ tên hoặc mã học sinh và các cột như «ĐĐGtx 1», «ĐĐGgk», «ĐĐGck». Lấy mẫu: /filemau 7A1 toán
score-file-too-many-pupils = Trang «{ $sheet }» có hơn { $most } dòng học sinh, không giống một lớp. Chưa lưu gì.
score-file-where = Tệp «{ $file }» là điểm của lớp, môn nào? Nhắn ví dụ: <code>7A1 toán hk1</code>, hoặc /huy để bỏ.
score-file-twice = Hai trang trong tệp cùng một lớp và môn. Chưa lưu gì; xóa bớt một trang rồi gửi lại.
score-file-preview = 📄 <b>{ $file }</b>: xem trước, chưa lưu gì.
score-file-preview-sheet = • { $class } { $subject }, học kì { $term }: { $changes ->
    [0] không có gì thay đổi
   *[other] <b>{ $changes } ô</b> thay đổi
  }{ $missing ->
    [0] { "" }
   *[other] ; { $missing } em của lớp không có trong tệp
  }
score-file-preview-column = { "  " }{ $column }: { $added } điểm mới, { $changed } sửa, { $removed } xóa
score-file-preview-since = ⚠️ { $name }, { $column }: sổ đang là { $old } (đổi sau khi lấy tệp), tệp ghi { $new }
score-file-preview-changed = ~ { $name }, { $column }: { $old } → { $new }
score-file-preview-closed = 🔒 Đã khóa hoặc không thuộc phần thầy/cô nhập, bỏ qua: { $columns }
score-file-preview-unknown = i Không dùng cột: { $columns }
score-file-preview-problem = ✗ Dòng { $place }{ $who ->
    [none] { "" }
   *[other] { " " }({ $who })
  }: { $why }
score-file-preview-more = … và { $count } chỗ nữa
score-file-blank = trống
score-file-no-mark = «{ $shown }» không phải điểm. Ghi ví dụ 7,5
score-file-out-of-range = «{ $shown }» ngoài 0 đến 10
score-file-need-figures = môn này ghi điểm số, ví dụ 7,5
score-file-need-remarks = môn này ghi Đ hoặc CĐ
score-file-no-pupil = không có em này trong lớp
score-file-name-differs = tên khác với danh sách lớp ({ $shown })
score-file-pupil-twice = em này có hai dòng
score-file-is-exempt = em được miễn môn này
score-file-nothing = Không có gì để lưu.
score-file-apply = Lưu { $count } ô
score-file-drop = Bỏ
score-file-saved = ✅ Đã lưu { $count } ô từ «{ $file }».
score-file-undone = ↩️ Đã hoàn tác: sổ điểm như trước khi lưu tệp.
score-file-undo-late = Sổ điểm đã có thay đổi sau khi lưu tệp nên không hoàn tác cả tệp được. Sửa từng cột bằng tin nhắn.
score-file-dropped = Đã bỏ tệp, sổ điểm giữ nguyên.
score-file-changed-meanwhile = Sổ điểm vừa có người khác sửa nên chưa lưu gì. Gửi lại tệp để xem trước lần nữa.
score-file-layout-saved = ✅ Đã nhớ mẫu «{ $name }». Nhận ra: { $columns }.{ $unknown ->
    [none] { "" }
   *[other] { " " }Để nguyên: { $unknown }.
  } Xuất theo mẫu này: <code>/xuat 7A1 toán { $name }</code>
score-file-layout-name = Đặt tên cho mẫu, ví dụ gửi tệp kèm chú thích: <code>mẫu vnEdu</code>
score-file-exported = 📄 Điểm <b>{ $subject }</b>, lớp { $class }, học kì { $term }, theo mẫu «{ $name }»: { $filled } em.{ $left ->
    [0] { "" }
   *[other] { " " }{ $left } em không tìm thấy trong mẫu nên chưa điền.
  } Xem lại trước khi tải lên phần mềm kia.
score-file-exported-plain = 📄 Điểm <b>{ $subject }</b>, lớp { $class }, học kì { $term }. Muốn xuất đúng mẫu của vnEdu, SMAS, cơ sở dữ liệu ngành: gửi tệp mẫu trống của phần mềm đó kèm chú thích <code>mẫu vnEdu</code>, bot nhớ một lần.
score-file-file = diem
score-file-layout-many = Đã nhớ { $most } mẫu; không nhớ thêm được.
