# Thầy cô ghi có phép mà chưa có lời xin: hỏi nhẹ gia đình; câu trả lời đến giáo viên chủ nhiệm.
excused-question = Kính gửi phụ huynh em { $pupil }, lớp { $class }: { $half ->
    [morning] sáng
   *[afternoon] chiều
  } { $day } { $who } ghi em nghỉ có phép. Gia đình đã báo rồi thì không cần làm gì thêm. Nếu gia đình không báo, xin bấm đây:
excused-button-deny = Gia đình không báo nghỉ
excused-button-left = Em đã đi học từ nhà
excused-denied-own = Nhà trường đã nhận: gia đình không báo nghỉ cho em { $pupil }, lớp { $class }, { $half ->
    [morning] sáng
   *[afternoon] chiều
  } { $day } ({ $who } ghi). Thầy/cô chủ nhiệm sẽ liên hệ ngay. Nếu em đã đi học từ nhà, xin bấm đây để nhà trường tìm em:
excused-denied-late = Nhà trường đã nhận: gia đình không báo nghỉ cho em { $pupil }, lớp { $class }, { $half ->
    [morning] sáng
   *[afternoon] chiều
  } { $day } ({ $who } ghi). Thầy/cô chủ nhiệm sẽ liên hệ với gia đình.
excused-withdrawn = Về em { $pupil }, lớp { $class }, { $half ->
    [morning] sáng
   *[afternoon] chiều
  } { $day }: { $who } đã ghi có phép, nay sổ đã sửa lại. Xin gia đình bỏ qua tin trước.
excused-closed = Em { $pupil }, lớp { $class }, { $half ->
    [morning] sáng
   *[afternoon] chiều
  } { $day }, { $who } ghi có phép: nhà trường đã nhận câu trả lời.
excused-already = Nhà trường đã nhận câu trả lời về buổi này. Cảm ơn gia đình.
excused-said = Đã báo thầy/cô.
excused-card = ⚠️ <b>Cần xem lại</b> · em <b>{ $pupil }</b>, lớp { $class }, { $half ->
    [morning] sáng
   *[afternoon] chiều
  } { $day }
    { $who } ghi có phép (P), nhưng { $guardian } báo lúc { $at } là gia đình không báo nghỉ.
    Điện thoại: { $phone }
excused-card-ask = Xin thầy/cô gọi gia đình, rồi chọn:
excused-card-settled = { $who } đã xem lại lúc { $at }.
excused-button-k = Ghi không phép (K)
excused-button-p = Giữ có phép (P)
excused-button-present = Em có mặt ở lớp
excused-saved-present = Đã lưu: { $pupil } có mặt.
excused-settled-before = { $name } đã xem lại lúc { $when }.
