# Sổ điểm danh: trang tháng, học kì, năm học; từ buổi học cuối đến chữ kí của hiệu trưởng.

# Cách gọi
book-period = { $kind ->
    [month] tháng { $label }
    [term] học kì { $number }
   *[year] năm học { $label }
  }
book-session = { $half ->
    [morning] sáng { $day }
    [afternoon] chiều { $day }
   *[day] { $day }
  }
book-mark-p = P
book-mark-k = K
book-mark-open = chưa rõ
book-mark-early = về sớm
book-mark-late = { $minutes ->
    [0] đi muộn
   *[other] muộn { $minutes } phút
  }
book-mark-present = có mặt
book-more = và { $count } mục nữa

# Trang của một lớp
book-head = 📒 <b>Sổ điểm danh lớp { $class }, { $period }</b>
book-sums = { $size } em · tổng số buổi nghỉ (TS) { $total }: P { $excused }, K { $unexcused }{ $open ->
    [0] {""}
   *[other] , chưa rõ { $open }
  }
book-absent = Nghỉ: { $names }
book-absent-one = { $pupil }: { $total } (P { $excused }, K { $unexcused })
book-missing = ⚠️ <b>{ $count } buổi chưa có điểm danh</b>: { $sessions }
book-unexplained = ⚠️ <b>{ $count } buổi vắng chưa rõ P hay K</b>: { $names }
book-leave = ⚠️ <b>{ $count } lời xin nghỉ còn bỏ ngỏ</b>: { $names }
book-leave-one = { $pupil } ({ $first } – { $last }){ $disputed ->
    [yes] , hai người thân nói khác nhau
   *[no] , chưa trả lời
  }
book-doubt-line = 💬 Gia đình em <b>{ $pupil }</b> thấy chưa đúng: “{ $words }”
book-corrected = ✏️ Đã sửa sau xác nhận: { $pupil }: { $old } → { $new }
book-correction-waits = ⏳ Chờ hiệu trưởng duyệt sửa: { $pupil }: { $old } → { $new }
book-done = ✅ { $step ->
    [shown] Đã gửi gia đình xem
    [confirmed] Đã xác nhận, khóa sổ
    [signed] Giáo viên chủ nhiệm đã kí
    [filed] Văn phòng đã lưu
   *[approved] Hiệu trưởng đã kí
  }: { $who }, { $when }
book-families = Gia đình đã trả lời: { $answered }/{ $told } người
book-next-shown = ➡️ { $later ->
    [yes] Sau buổi học cuối ({ $when }), giáo viên chủ nhiệm gửi gia đình xem dòng của em.
   *[no] Tiếp theo: giáo viên chủ nhiệm gửi gia đình xem dòng của em.
  }
book-next-confirmed = ➡️ { $later ->
    [yes] Gia đình xem đến { $when } (hoặc đến khi ai cũng trả lời), rồi giáo viên chủ nhiệm xác nhận.
   *[no] Tiếp theo: giáo viên chủ nhiệm xác nhận và khóa sổ.
  }
book-next-signed = ➡️ { $later ->
    [yes] Từ { $when }, giáo viên chủ nhiệm kí.
   *[no] Tiếp theo: giáo viên chủ nhiệm kí.
  }
book-next-filed = ➡️ { $later ->
    [yes] Từ { $when }, văn phòng xác nhận đã lưu.
   *[no] Tiếp theo: văn phòng xác nhận đã lưu.
  }
book-next-approved = ➡️ { $later ->
    [yes] Từ { $when }, hiệu trưởng kí.
   *[no] Tiếp theo: hiệu trưởng kí.
  }
book-finished = 🏁 Trang này đã đủ chữ kí.
book-no-signature = <i>Kí ở đây là xác nhận trên hệ thống, không phải chữ kí số.</i>

# Nút
book-button-shown = Gửi gia đình xem
book-button-confirmed = Xác nhận tháng
book-button-signed = Kí xác nhận
book-button-filed = Đã lưu sổ
book-button-approved = Hiệu trưởng kí
book-button-all-filed = Đã lưu cả { $count } lớp
book-button-all-approved = Kí cả { $count } lớp
book-button-a4 = PDF A4
book-button-a3 = PDF A3
book-button-xlsx = Excel
book-button-settle = Ghi P/K cho { $count } buổi chưa rõ
book-button-seen = Đã xem lại: { $name }
book-button-wish = Đề nghị sửa
book-button-board = Tất cả các lớp
book-button-open = Mở sổ
book-button-lock = Xác nhận và khóa
book-button-anyway = Vẫn xác nhận và khóa
book-button-right = Đúng
book-button-wrong = Có chỗ chưa đúng
book-button-approve = Duyệt
book-button-reject = Từ chối
book-button-back = Rút lại

# Xác nhận, ghi P/K
book-confirm =
    <b>Xác nhận sổ điểm danh lớp { $class }, { $period }?</b>
    Từ lúc này điểm danh của { $period } được khóa; muốn sửa phải có hiệu trưởng duyệt.
book-settle = { $count ->
    [0] Không còn buổi vắng nào chưa rõ P hay K.
   *[other] <b>Chưa rõ P hay K: { $count } buổi.</b> Chọn cho từng em:
  }
book-settle-line = • { $pupil }, { $session }

# Bảng các lớp
book-board = 📒 <b>Sổ điểm danh các lớp, { $period }</b>
book-board-finished = 🏁 Đủ chữ kí ({ $count }): { $names }
book-board-approved = ✍️ Chờ hiệu trưởng kí ({ $count }): { $names }
book-board-filed = 🗄 Chờ văn phòng lưu ({ $count }): { $names }
book-board-signed = 🖊 Chờ giáo viên chủ nhiệm kí ({ $count }): { $names }
book-board-confirmed = 🔓 Chờ xác nhận ({ $count }): { $names }
book-board-shown = ⬜ Chưa gửi gia đình xem ({ $count }): { $names }

# Trả lời sau mỗi bước
book-said-shown = { $told ->
    [0] ✅ Đã ghi: lớp { $class }, { $period }. Chưa có gia đình nào liên kết tài khoản nên không ai nhận tin; thầy/cô xác nhận được ngay.
   *[other] ✅ Đã gửi { $told } phụ huynh lớp { $class } dòng điểm danh { $period } của em.
  }
book-said-confirmed = ✅ Đã lưu: lớp { $class } đã xác nhận { $period }. Sổ đã khóa; cần sửa thì chọn Đề nghị sửa.
book-said-signed = ✅ Đã lưu chữ kí của giáo viên chủ nhiệm lớp { $class }, { $period }.
book-said-filed = ✅ Đã lưu: văn phòng giữ trang { $period } của lớp { $class }.
book-said-approved = ✅ Đã lưu chữ kí của hiệu trưởng: lớp { $class }, { $period }.
book-said-all = ✅ { $step ->
    [filed] Văn phòng đã lưu
   *[approved] Hiệu trưởng đã kí
  } { $count } lớp: { $names }
book-said-seen = Đã ghi; gia đình em { $name } được gửi lại dòng mới.
book-said-right = Cảm ơn gia đình. Nhà trường đã ghi: dòng điểm danh của em <b>{ $name }</b> đúng.
book-said-wrong = Đã chuyển đến thầy/cô chủ nhiệm. Thầy/cô sẽ xem lại dòng của em <b>{ $name }</b> và trả lời ở đây.
book-said-wish =
    ✅ Đã lưu đề nghị sửa { $month }: <b>{ $pupil }</b>, { $session }: { $old } → { $new }.
    Lí do (chỉ hiệu trưởng và thầy/cô đọc): { $reason }
    { $deciders ->
        [0] Chưa có hiệu trưởng nào liên kết tài khoản; đề nghị đang chờ ở /duyet.
       *[other] Đã gửi hiệu trưởng. Chưa duyệt thì sổ chưa đổi.
    }
book-said-decided = { $status ->
    [approved] Đã duyệt và ghi vào sổ.
    [withdrawn] Đã rút lại đề nghị. Sổ không đổi.
   *[rejected] Đã từ chối. Sổ không đổi; thầy/cô đề nghị được báo lí do.
  }

# Hỏi thêm bằng lời
book-ask-doubt = Em <b>{ $name }</b>: chỗ nào chưa đúng ạ? Xin nhắn một tin, ví dụ: <code>Ngày 12/11 cháu có đi học</code>. Bỏ qua: /huy
book-ask-wish = Cần sửa cho em nào, ngày nào, thành gì, vì sao? Nhắn một tin, ví dụ: <code>Lan { $day } P vì gia đình nộp giấy khám muộn</code>. Ghi được: P, K, có mặt, muộn 10. Bỏ: /huy
book-ask-why = Vì sao không duyệt? Chọn, hoặc nhắn lí do:
book-why-proof = Chưa có minh chứng
book-why-talk = Cần trao đổi trực tiếp

# Gửi gia đình
book-row-asked = Kính gửi phụ huynh em <b>{ $name }</b>, lớp { $class }. Đây là dòng của em trong sổ điểm danh { $month }, trước khi nhà trường khóa sổ:
book-row-confirmed = Kính gửi phụ huynh em <b>{ $name }</b>, lớp { $class }. Sổ điểm danh { $month } đã khóa. Dòng của em đã được sửa lại:
book-row-corrected = Kính gửi phụ huynh em <b>{ $name }</b>, lớp { $class }. Sổ điểm danh { $month } vừa được sửa sau khi khóa. Dòng của em bây giờ:
book-row-seen = Kính gửi phụ huynh em <b>{ $name }</b>, lớp { $class }. Thầy/cô chủ nhiệm đã xem lại điều gia đình nêu. Dòng của em trong sổ { $month }:
book-row-full = Em đi học đầy đủ cả tháng. 👏
book-row-missed = Nghỉ { $total } buổi: có phép (P) { $excused }, không phép (K) { $unexcused }. { $days }
book-row-other = Ghi thêm, không tính là nghỉ:{ $late ->
    [0] {""}
   *[other] {" "}đi muộn { $late } lần;
  }{ $early ->
    [0] {""}
   *[other] {" "}về sớm { $early } lần;
  }{ $skipped ->
    [0] {""}
   *[other] {" "}vắng { $skipped } tiết lẻ;
  }
book-row-ask = Xin gia đình xem giúp:

# Gửi thầy/cô
book-doubt =
    💬 <b>{ $pupil }</b>, lớp { $class }: { $who } thấy dòng điểm danh { $month } chưa đúng:
    “{ $words }”
    { $locked ->
        [yes] Tháng này đã khóa: nếu cần sửa, mở sổ và chọn Đề nghị sửa.
       *[no] Cần sửa thì nhắn như điểm danh, ví dụ: <code>{ $class } 12/11 Lan có mặt</code>. Rồi chọn Đã xem lại để gia đình nhận dòng mới.
    }
book-correction =
    ✏️ <b>{ $who } đề nghị sửa sổ điểm danh lớp { $class }, { $month } (đã khóa)</b>
    { $pupil }, { $session }: { $old } → { $new }
    Lí do: { $reason }
book-correction-short = ✏️ <b>Đề nghị sửa lớp { $class }, { $month }</b>: { $pupil }, { $session }: { $old } → { $new }
book-correction-ended = { $status ->
    [approved] ✅ { $who } đã duyệt lúc { $when }; sổ đã sửa.
    [rejected] ❌ { $who } không duyệt, lúc { $when }.
   *[withdrawn] ↩️ { $who } đã rút lại lúc { $when }.
  }{ $said ->
    [yes] {" "}Lí do: { $why }
   *[no] {""}
  }
book-ask = 📒 <b>Sổ điểm danh lớp { $class }, { $period }</b>: { $step ->
    [shown] đã hết buổi học cuối. Mời thầy/cô xem lại rồi gửi gia đình xem dòng của em.
    [confirmed] đang chờ thầy/cô xác nhận.
   *[signed] trang đã sẵn sàng, mời thầy/cô kí xác nhận.
  }
book-ask-missing = ⚠️ { $count } buổi chưa có điểm danh
book-ask-unexplained = ⚠️ { $count } buổi vắng chưa rõ P hay K
book-ask-leave = ⚠️ { $count } lời xin nghỉ còn bỏ ngỏ
book-ask-doubts = 💬 { $count } gia đình thấy chưa đúng
book-ask-read-out = Xin đọc trang này trước lớp trong tiết sinh hoạt rồi kí.
book-waiting = 📒 <b>Sổ điểm danh { $period }</b>: { $step ->
    [filed] { $count } lớp đã có chữ kí giáo viên chủ nhiệm, chờ văn phòng xác nhận đã lưu: { $names }
   *[approved] { $count } lớp chờ hiệu trưởng kí: { $names }
  }
book-late = ⏰ <b>Sổ điểm danh { $period }</b>: { $count } lớp chưa xong phần giáo viên chủ nhiệm: { $names }

# Tệp
book-file-caption = Sổ điểm danh lớp { $class }, { $period }: { $size } em, TS { $total } (P { $excused }, K { $unexcused }). Kí trên hệ thống: { $signed }/3.
book-file-name = so-diem-danh

# Không làm được
book-locked = Điểm danh tháng { $month } của lớp { $class } đã xác nhận và khóa, nên chưa đổi gì. Cần sửa: giáo viên chủ nhiệm gõ /sodiemdanh { $class } { $month } rồi chọn Đề nghị sửa.
book-not-yours = Sổ điểm danh dành cho giáo viên chủ nhiệm, văn phòng và ban giám hiệu. Xem điểm danh lớp mình dạy: /vangmat 7A1
book-no-such-class = Không có lớp { $typed }. Ví dụ: /sodiemdanh 7A1 tháng 11
book-which-period = Chưa hiểu “{ $typed }”. Ví dụ: /sodiemdanh 7A1 tháng 11, /sodiemdanh hk1, /sodiemdanh cả năm
book-month-outside = Tháng { $month } nằm ngoài năm học. Ví dụ: /sodiemdanh 7A1 tháng 11
book-month-ahead = Tháng { $month } chưa đến. Ví dụ: /sodiemdanh 7A1 tháng trước
book-no-lessons = Thời khóa biểu của lớp không có buổi học nào trong { $month }, nên chưa làm sổ được.
book-early-shown = Chưa hết buổi học cuối ({ $when }), nên chưa gửi gia đình được.
book-early-confirmed = Gia đình còn đang xem dòng của em, đến { $when }. Sau đó, hoặc khi ai cũng đã trả lời, thầy/cô xác nhận được.
book-early-signed = Trang này kí được từ { $when }.
book-first-shown = Xin gửi gia đình xem trước đã.
book-first-confirmed = Tháng này chưa được giáo viên chủ nhiệm xác nhận.
book-first-signed = Giáo viên chủ nhiệm chưa kí trang này.
book-first-filed = Văn phòng chưa xác nhận đã lưu trang này.
book-unexplained-first = Còn { $count } buổi vắng chưa rõ P hay K. Xin chọn P hoặc K cho từng em trước, rồi xác nhận.
book-odd-now = Vừa có điều cần xem lại. Xin mở lại sổ: /sodiemdanh
book-months-first = Trước hết cần xác nhận: tháng { $months }.
book-already = { $step ->
    [shown] Đã gửi gia đình xem
    [confirmed] Đã xác nhận
    [signed] Đã kí
    [filed] Đã lưu
   *[approved] Hiệu trưởng đã kí
  } rồi: { $gender ->
    [M] thầy
    [F] cô
   *[other] thầy/cô
  } { $name }, lúc { $when }.
book-doubt-empty = Xin nhắn chỗ chưa đúng, ví dụ: Ngày 12/11 cháu có đi học
book-not-locked = Tháng này chưa khóa: thầy/cô sửa thẳng bằng điểm danh, ví dụ /vangmat rồi chọn Sửa.
book-reject-why = Xin cho biết vì sao không duyệt, ví dụ: Chưa có minh chứng
book-wish-day = Xin ghi ngày trong tháng này, từ { $first } đến { $last }. Ví dụ: Lan { $first } P vì nộp giấy khám muộn
book-wish-state = Xin ghi em được sửa thành gì: P, K, có mặt hoặc muộn 10. Ví dụ: Lan 12/11 P vì nộp giấy khám muộn
book-wish-why = Xin ghi thêm lí do cho em { $name }. Ví dụ: Lan 12/11 P vì nộp giấy khám muộn
book-wish-several = “{ $typed }” có thể là: { $names }. Xin ghi rõ hơn, hoặc ghi số thứ tự. Ví dụ: 15 12/11 P vì nộp giấy khám muộn
book-wish-nobody = Trong lớp không có em “{ $typed }”. Ví dụ: Lan 12/11 P vì nộp giấy khám muộn
book-wish-no-roll = Ngày { $day } lớp không có bản điểm danh nào để sửa.
book-wish-half = Ngày { $day } lớp học hai buổi. Xin ghi thêm sáng hoặc chiều. Ví dụ: Lan sáng 12/11 P vì nộp giấy khám muộn
book-wish-same = Em { $name } ngày { $day } đã ghi như thế rồi, không cần sửa.
book-wish-waiting = Đã có một đề nghị cho em { $name } buổi ấy đang chờ duyệt.
book-wish-changed = Buổi ấy đã đổi từ khi đề nghị, nên chưa sửa gì. Xin đề nghị lại.
book-wish-late = { $status ->
    [approved] Đã duyệt
    [rejected] Đã từ chối
   *[withdrawn] Đã rút lại
  } rồi: { $gender ->
    [M] thầy
    [F] cô
   *[other] thầy/cô
  } { $name }, lúc { $when }.
