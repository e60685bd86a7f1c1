# Điểm do người khác nhập; miễn học.
score-entered = 📥 { $by } đã nhập điểm { $column } môn { $subject }, lớp { $class }. Mời thầy/cô xem lại; gia đình chỉ thấy điểm sau khi thầy/cô xác nhận.
score-entered-look = Xem sổ điểm
score-entered-right = Đã xem, đúng
score-entered-done = ✅ Đã lưu xác nhận: { $place }.
score-entered-changed = Cột điểm đã đổi sau tin này. Xem lại ở /sodiem rồi xác nhận tin mới.
score-entered-confirmed = Cột điểm này đã được xác nhận.
score-entered-told = Giáo viên bộ môn được báo để xem lại và xác nhận.
exemption-how = Xin miễn một môn: <code>/mien Lan 7A1 thể dục: gãy tay, có giấy bệnh viện</code>. Hiệu trưởng duyệt thì em được miễn đến hết năm học.
exemption-why = Xin miễn cần lí do. Ví dụ: /mien Lan 7A1 thể dục: gãy tay, có giấy bệnh viện
exemption-who = Chưa rõ «{ $name }» là em nào của lớp { $class }. Ghi họ tên đầy đủ. Ví dụ: /mien Lê Hoàng Lan 7A1 thể dục: gãy tay
exemption-there = Em { $name } đã được miễn hoặc đang chờ duyệt miễn môn này.
exemption-asked = ✅ Đã lưu: xin miễn { $subject } cho em { $pupil } ({ $class }): { $reason }.{ $deciders ->
    [0] { " " }Hiệu trưởng chưa kết nối.
   *[other] { " " }Đã gửi hiệu trưởng.
  }
exemption-card = { $status ->
    [pending] 📝 <b>Xin miễn học</b>
    [approved] ✅ <b>Được miễn học</b>
   *[rejected] ✗ <b>Không được miễn</b>
  } môn { $subject }: em { $pupil } ({ $class }), đến { $until }. Lí do: { $reason }. Người xin: { $asked }
exemption-yes = Cho miễn
exemption-no = Không miễn
exemption-saved = { $status ->
    [approved] Đã lưu: cho miễn
   *[rejected] Đã lưu: không miễn
  }
exemption-late = Việc này đã được quyết định: { $status ->
    [approved] cho miễn
   *[rejected] không miễn
  }.
duty-round-how = Nhắn ví dụ: <code>/phancong Đào: giữa kì hk1 khối 7 đến 30/11</code> (đợt kiểm tra, khối hoặc môn, ngày cuối) cho người đang được giao nhập điểm kiểm tra định kì.
duty-round-who = Chưa rõ «{ $name }»: người này phải đang được giao nhập điểm kiểm tra định kì ở /phancong.
duty-round-saved = Đã giới hạn nhiệm vụ nhập điểm của { $name }: { $round }.
duty-round-told = Nhiệm vụ nhập điểm kiểm tra định kì của thầy/cô: { $round }.
duty-round-term = học kì { $term }
duty-round-grade = khối { $grade }
duty-round-until = đến hết { $until }
scores-not-your-round = Thầy/cô được giao nhập điểm đợt kiểm tra khác, nên chưa lưu gì. Xem lại với hiệu trưởng ở /phancong.
