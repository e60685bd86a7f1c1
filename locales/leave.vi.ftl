# Xin nghỉ, đến muộn, đón sớm, đi học lại: gia đình nhắn, thầy/cô chủ nhiệm quyết định.

# Ngày giờ
leave-day = { $half ->
    [morning] sáng { $day }
    [afternoon] chiều { $day }
   *[whole] { $day }
  }
leave-days = { $half ->
    [morning] các buổi sáng từ { $first } đến { $last }
    [afternoon] các buổi chiều từ { $first } đến { $last }
   *[whole] từ { $first } đến { $last }
  }
leave-days-count = { $count } ngày học từ { $first }
leave-moment-lesson = { $time } (tiết { $lesson })

# Báo lại cho gia đình
leave-saved = ✅ Đã ghi lời xin phép: em <b>{ $pupil }</b>, lớp { $class }, nghỉ { $days }{ $count ->
    [1] {""}
   *[other] {" "}({ $count } ngày học)
  }.
leave-saved-after = ✅ Đã ghi lời giải trình: em <b>{ $pupil }</b>, lớp { $class }, nghỉ { $days }{ $count ->
    [1] {""}
   *[other] {" "}({ $count } ngày học)
  }.
leave-saved-late = ✅ Đã ghi: em <b>{ $pupil }</b>, lớp { $class }, { $days } vào lớp muộn, lúc { $when }.
leave-saved-early = ✅ Đã ghi: em <b>{ $pupil }</b>, lớp { $class }, { $days } được gia đình đón sớm, lúc { $when }.
leave-known = Lời này nhà trường đã nhận từ trước:
leave-merged = Đã gộp với lời xin trước của gia đình.
leave-off-days = Không tính { $days }: không có buổi học.
leave-sent-teacher = Thầy/cô chủ nhiệm đã được báo và sẽ trả lời ở đây. Từ lúc này, những buổi đó em vắng thì nhà trường không báo động.
leave-sent-after = Thầy/cô chủ nhiệm đã được báo và sẽ trả lời ở đây.
leave-sent-head = Nghỉ liền hơn { $cap } ngày học nên ban giám hiệu sẽ trả lời ở đây; thầy/cô chủ nhiệm cũng đã được báo. Từ lúc này, những buổi đó em vắng thì nhà trường không báo động.
leave-sent-noted = Thầy/cô chủ nhiệm đã được báo.
leave-sent-granted = Thầy/cô đã chấp thuận.
leave-sent-refused = Thầy/cô chưa chấp thuận.
leave-sent-nobody = Lời này đã được ghi cho buổi điểm danh, nhưng chưa có thầy/cô nào nhận được tin nhắn. Xin gia đình gọi điện thêm cho nhà trường.
leave-reason-ask = Lí do (không bắt buộc) chỉ thầy/cô chủ nhiệm đọc; có giấy thì gửi ảnh vào đây:
leave-undone = Đã rút lời báo về em <b>{ $pupil }</b>, lớp { $class }: { $days }. Thầy/cô chủ nhiệm đã được báo là em đi học.
leave-back = ✅ Đã ghi: em <b>{ $pupil }</b>, lớp { $class }, đi học từ { $day }. Thầy/cô chủ nhiệm đã được báo.
leave-back-nobody = ✅ Đã ghi: em <b>{ $pupil }</b>, lớp { $class }, đi học từ { $day }. Chưa có thầy/cô nào nhận được tin nhắn, xin gia đình gọi điện thêm cho nhà trường.
leave-stopped = Đã thôi, chưa ghi gì.

# Câu hỏi
leave-ask-child = Lời này là về em nào? Bấm một nút hoặc gõ tên em.
leave-ask-child-stranger = «{ $name }» không phải tên con của gia đình ở trường; mỗi phụ huynh chỉ xin phép được cho con mình. Lời này là về em nào?
leave-ask-day = Ngày nào? Bấm một nút hoặc gõ ngày, ví dụ 27/11 hay thứ sáu.
leave-ask-first = Từ ngày nào? Bấm một nút hoặc gõ ngày.
leave-ask-last = Đến hết ngày nào? Bấm một nút hoặc gõ ngày.
leave-ask-part = { $days }: em nghỉ cả ngày, một buổi, vào muộn hay về sớm?
leave-ask-late = Em vào lớp lúc nào? Bấm một nút hoặc gõ giờ, ví dụ 8h30.
leave-ask-early = Gia đình đón em lúc nào? Bấm một nút hoặc gõ giờ, ví dụ 9h30.
leave-ask-half = Buổi sáng hay buổi chiều?
leave-ask-which = Gia đình muốn rút lời nào?
leave-again = Tôi chưa hiểu câu trả lời này.
leave-button-not-mine = Không phải con tôi
leave-button-many = Nhiều ngày liền
leave-button-whole = Cả ngày
leave-button-morning = Buổi sáng
leave-button-afternoon = Buổi chiều
leave-button-late = Vào muộn
leave-button-early = Đón sớm
leave-button-from-lesson = Từ tiết { $lesson }
leave-button-after-lesson = Sau tiết { $lesson }
leave-button-stop = Thôi
leave-button-edit = Sửa
leave-button-undo = Thôi không xin nữa
leave-button-comes = Em vẫn đi học

# Không ghi được
leave-not-a-guardian = Lệnh này dành cho phụ huynh có con ở trường.
leave-no-class = Em { $pupil } hiện không ở lớp nào nên không xin phép được.
leave-end-before-start = Ngày cuối đứng trước ngày đầu. Xin ghi lại, ví dụ: nghỉ từ 25/11 đến 27/11.
leave-too-long = Qua tin nhắn chỉ xin nghỉ được trong { $days } ngày. Nghỉ dài hơn, xin gia đình gặp nhà trường.
leave-too-far-back = Chỉ giải trình được cho { $days } ngày gần đây. Việc lâu hơn, xin gia đình gặp thầy/cô chủ nhiệm.
leave-late-outside = Lúc { $time } không nằm trong buổi học nào (sáng từ { $morning }, chiều từ { $afternoon }). Xin ghi lại giờ em vào lớp.
leave-early-outside = Lúc { $time } không nằm trong buổi học nào (sáng từ { $morning }, chiều từ { $afternoon }), nên không cần xin đón sớm.
leave-no-such-lesson = Mỗi buổi có nhiều nhất { $last } tiết.
leave-say-half = Xin ghi rõ buổi sáng hay buổi chiều.
leave-was-there = Những ngày đó em { $pupil } có mặt ở lớp, không cần giải trình.
leave-goes-higher = Lời xin phép dài ngày này do ban giám hiệu quyết định.

# Thẻ của thầy/cô
leave-card = <b>Xin phép nghỉ</b> · em <b>{ $pupil }</b>, lớp { $class }, { $days }{ $count ->
    [0] {""}
    [1] {""}
   *[other] {" "}({ $count } ngày học)
  }
    { $who }, điện thoại { $phone }.
leave-card-after = <b>Giải trình sau</b> · em <b>{ $pupil }</b>, lớp { $class }, đã nghỉ { $days }{ $count ->
    [0] {""}
    [1] {""}
   *[other] {" "}({ $count } ngày học)
  }
    { $who }, điện thoại { $phone }.
leave-card-reason-elsewhere = Lí do: thầy/cô chủ nhiệm giữ.
leave-card-long = Hơn { $cap } ngày học liền: ban giám hiệu quyết định.
leave-card-disputed = ⚠️ { $who } lại báo khác về những ngày này. Xin thầy/cô hỏi lại gia đình; nếu em vắng, nhà trường vẫn báo gia đình.
leave-card-withdrawn = Gia đình đã thôi xin nghỉ.
leave-card-replaced = Gia đình đã đổi lời xin này; xem tin mới hơn.
leave-card-lapsed = Lời này không còn chờ nữa.
leave-other-leave = { $who } cũng đã xin nghỉ những ngày này.
leave-other-late = { $who } báo em chỉ vào muộn.
leave-other-early = { $who } báo em chỉ về sớm.
leave-marked-present = Điểm danh đang ghi em có mặt.
leave-marked-absent = ⚠️ Điểm danh hôm nay đang ghi em vắng.
leave-note-late = <b>Vào muộn</b> · em <b>{ $pupil }</b>, lớp { $class }, { $days }, vào lúc { $when }.
    { $who }, điện thoại { $phone }.
leave-note-early = <b>Đón sớm</b> · em <b>{ $pupil }</b>, lớp { $class }, { $days }, lúc { $when }.
    { $who }, điện thoại { $phone }.
leave-note-withdrawn = <b>Thôi không xin nữa</b> · em <b>{ $pupil }</b>, lớp { $class }, { $days }: em đi học bình thường từ { $day }.
    { $who }, điện thoại { $phone }.
leave-note-back = <b>Đi học lại</b> · em <b>{ $pupil }</b>, lớp { $class }, từ { $day }.
    { $who }, điện thoại { $phone }.
leave-note-disputed = ⚠️ <b>Hai phụ huynh báo khác nhau</b> · em <b>{ $pupil }</b>, lớp { $class }: có lời xin nghỉ { $days }, nhưng { $who } báo em đi học từ { $day }. Xin thầy/cô gọi hỏi lại: { $phone }.

# Tin trả lời gia đình
leave-news-granted = Kính gửi phụ huynh em { $pupil }, lớp { $class }: { $who } đã chấp thuận lời xin phép nghỉ { $days }; em được ghi nhận nghỉ có phép.
leave-news-refused = Kính gửi phụ huynh em { $pupil }, lớp { $class }: { $who } chưa chấp thuận lời xin phép nghỉ { $days }; nếu nghỉ, em được ghi nhận không phép. Nếu cần trao đổi, xin gia đình liên hệ thầy/cô.
leave-news-talk = Kính gửi phụ huynh em { $pupil }, lớp { $class }: { $who } đã nhận lời xin phép nghỉ { $days } và sẽ liên hệ với gia đình để trao đổi thêm.

# Trên điểm danh
leave-on-roll-asked = gia đình xin nghỉ
leave-on-roll-late = gia đình báo vào lúc { $time }
leave-on-roll-disputed = gia đình báo khác nhau
leave-on-roll-present = Gia đình xin nghỉ nhưng không ghi vắng: { $names }
leave-on-roll-early = Gia đình báo đón sớm: { $names }
leave-on-roll-early-one = { $name } lúc { $time }

# Ảnh giấy kèm lời xin nghỉ
leave-button-paper = { $count ->
    [1] Xem giấy kèm theo
   *[other] Xem { $count } giấy kèm theo
  }
leave-paper-saved = ✅ Đã lưu ảnh giấy cùng lời xin phép của em <b>{ $pupil }</b>, { $days }. Chỉ thầy/cô chủ nhiệm và người duyệt được xem.
leave-paper-known = Ảnh giấy này đã có trong lời xin phép của em { $pupil } rồi ạ.
leave-paper-which = Giấy này kèm lời xin phép nào?
leave-paper-first = Chưa có lời xin phép nào để kèm giấy. Xin nhắn lời xin nghỉ trước, ví dụ <code>hôm nay cho cháu nghỉ, cháu sốt ạ</code>, rồi gửi ảnh.
leave-paper-answer-first = Xin trả lời câu hỏi ở trên trước, rồi gửi lại ảnh giấy.
leave-paper-dropped = Đã bỏ, ảnh không được lưu.
leave-paper-type = Tệp này không phải ảnh (JPG, PNG) hay PDF. Xin chụp tờ giấy rồi gửi ảnh.
leave-paper-many = Lời xin phép này đã có { $most } giấy, xin đưa giấy khác trực tiếp cho thầy/cô chủ nhiệm.
leave-paper-came = <b>Giấy kèm lời xin phép</b> · em <b>{ $pupil }</b>, lớp { $class }, { $days }
    { $who } ({ $phone }) vừa gửi ảnh giấy. Chỉ thầy/cô chủ nhiệm và người duyệt được xem.
leave-paper-caption = Giấy { $number }/{ $count } · em { $pupil }, lớp { $class }, { $days }
leave-paper-not-yours = Giấy này chỉ thầy/cô chủ nhiệm và người duyệt lời xin phép được xem.
leave-paper-none = Lời xin phép này không có giấy kèm theo.
