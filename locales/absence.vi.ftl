# Học sinh vắng chưa rõ lí do: báo gia đình, đính chính, tìm em, xin phép, ghi nhận P/K.

# Cách gọi và giờ giấc
absence-clock = { $hour } giờ { $minute }
absence-clock-sharp = { $hour } giờ
absence-part-morning = sáng nay
absence-part-afternoon = chiều nay
absence-part-evening = tối nay
absence-teacher = { $gender ->
    [M] Thầy
    [F] Cô
   *[other] Thầy/cô
  } { $name }
absence-guardian = { $relation ->
    [father] Bố em
    [mother] Mẹ em
   *[other] Người giám hộ em
  } ({ $name })
absence-no-phone = chưa có số điện thoại
absence-reason = Lí do: { $reason }

# Tin báo gia đình
absence-alert = Kính gửi phụ huynh em { $pupil }, lớp { $class }: đến { $time } { $part } em chưa có mặt ở lớp và nhà trường chưa nhận được lời xin phép.
absence-alert-group = Kính gửi phụ huynh em { $pupil }, lớp { $class }: đến { $time } { $part } em chưa có mặt ở { $group } và nhà trường chưa nhận được lời xin phép.
absence-alert-extra = Kính gửi phụ huynh em { $pupil }, lớp { $class }: đến { $time } { $part } em chưa có mặt ở buổi phụ đạo và nhà trường chưa nhận được lời xin phép.
absence-alert-ask = Xin gia đình cho nhà trường biết bằng một lựa chọn dưới đây. (Tin ngày { $day }.)
absence-button-leave = Em nghỉ ở nhà, xin phép
absence-button-left = Em đã đi học từ nhà
absence-button-call = Nhờ thầy/cô gọi lại
absence-button-why = Vì sao tôi nhận tin này?
absence-marker-homeroom = { $gender ->
    [M] thầy chủ nhiệm { $name }
    [F] cô chủ nhiệm { $name }
   *[other] thầy/cô chủ nhiệm { $name }
  }
absence-marker-teacher = giáo viên điểm danh
absence-why = Gia đình nhận tin này vì lúc { $time }, { $marker } ghi em { $pupil } chưa có mặt. Theo quy định của trường, em nào vắng mà chưa có lời xin phép thì phụ huynh đã liên kết tài khoản được báo, sớm nhất là { $minutes } phút sau giờ vào lớp. Tin chỉ gửi cho phụ huynh của em. Muốn sửa thông tin, xin nhắn thầy/cô chủ nhiệm; muốn thôi nhận tin trên máy này, gõ /ngatketnoi.

# Diễn biến trên tin đã gửi
absence-since-leave = { $who } đã xin phép cho em nghỉ lúc { $at }. Thầy/cô chủ nhiệm sẽ ghi nhận.
absence-since-call = { $who } đã nhờ gọi lại lúc { $at }. Nhà trường đã chuyển lời tới thầy/cô.
absence-since-left = { $who } báo lúc { $at } là em đã đi học từ nhà. Nhà trường đã nhận tin và đang báo thầy/cô tìm em.
absence-since-left-phone = { $who } báo lúc { $at } là em đã đi học từ nhà. Tin nhắn chưa tới được thầy/cô nào, xin gia đình gọi điện ngay cho nhà trường.
absence-since-called = { $who } đã gọi lại lúc { $at }.
absence-since-talk = { $who } sẽ liên hệ với gia đình để trao đổi thêm.
absence-since-searching = { $who } đang tìm em, từ { $at }.
absence-since-found = { $who } đã gặp em lúc { $at }.
absence-since-granted = { $who } đã chấp thuận lúc { $at }; em được ghi nhận nghỉ có phép.
absence-since-refused = { $who } chưa chấp thuận lời xin phép này. Nếu cần, xin gia đình liên hệ thầy/cô.
absence-ended-late = Đính chính: { $arrived }.
absence-ended-present = Đính chính: em có mặt ở lớp; tin trước do ghi nhầm.
absence-ended-excused = Đính chính: đã ghi nhận em nghỉ có phép.
absence-ended-withdrawn = Đính chính: tin trước gửi do nhầm khi điểm danh, xin gia đình bỏ qua.
absence-arrived-at = em đã có mặt lúc { $at }
absence-arrived-minutes = em đã có mặt, muộn { $minutes } phút
absence-arrived-late = em đã có mặt, vào lớp muộn

# Tin tiếp theo cho gia đình
absence-correction = Đính chính
absence-news-late = về em { $pupil }, lớp { $class }, ngày { $day }: { $arrived }. Xin gia đình yên tâm.
absence-news-present = về em { $pupil }, lớp { $class }, ngày { $day }: em có mặt ở lớp; tin trước do ghi nhầm. Nhà trường xin lỗi gia đình.
absence-news-excused = về em { $pupil }, lớp { $class }, ngày { $day }: nhà trường đã ghi nhận em nghỉ có phép.
absence-news-withdrawn = về em { $pupil }, lớp { $class }, ngày { $day }: tin trước gửi do nhầm khi điểm danh, xin gia đình bỏ qua. Nhà trường xin lỗi gia đình.
absence-news-granted = Kính gửi phụ huynh em { $pupil }, lớp { $class }: { $who } đã chấp thuận lời xin phép ngày { $day }; em được ghi nhận nghỉ có phép.
absence-news-refused = Kính gửi phụ huynh em { $pupil }, lớp { $class }: { $who } chưa chấp thuận lời xin phép ngày { $day }. Nếu cần trao đổi, xin gia đình liên hệ thầy/cô.
absence-news-talk = Kính gửi phụ huynh em { $pupil }, lớp { $class }: { $who } đã nhận lời xin phép và sẽ liên hệ với gia đình để trao đổi thêm.
absence-news-searched = Kính gửi phụ huynh em { $pupil }, lớp { $class }: { $who } vừa báo em đã đi học từ nhà. Nhà trường đã nhận tin và đang báo thầy/cô tìm em.
absence-news-searching = Kính gửi phụ huynh em { $pupil }, lớp { $class }: { $who } đang tìm em, từ { $at }. Gia đình sẽ được báo ngay khi gặp em.
absence-news-found = Kính gửi phụ huynh em { $pupil }, lớp { $class }: { $who } đã gặp em lúc { $at }.
absence-news-higher = Kính gửi phụ huynh em { $pupil }, lớp { $class }: việc tìm em đã được báo thêm tới ban giám hiệu. Gia đình sẽ được báo ngay khi có tin.
absence-news-phone = Kính gửi phụ huynh em { $pupil }, lớp { $class }: gia đình báo em đã đi học từ nhà, nhưng tin nhắn chưa tới được thầy/cô nào. Xin gọi điện ngay cho nhà trường.

# Trả lời khi phụ huynh bấm nút hoặc nhắn tin
absence-leave-passed = Đã chuyển lời xin phép tới thầy/cô chủ nhiệm.
absence-left-passed = Nhà trường đã nhận tin và đang báo thầy/cô tìm em. Gia đình sẽ được báo từng bước.
absence-left-phone = Tin nhắn chưa tới được thầy/cô nào. Xin gia đình gọi điện ngay cho nhà trường.
absence-call-passed = Đã chuyển lời nhờ gọi lại tới thầy/cô.
absence-reason-ask = Gia đình có thể cho biết lí do em nghỉ (không bắt buộc).
absence-reason-sick = Em ốm
absence-reason-family = Việc gia đình
absence-reason-other = Lí do khác
absence-reason-skip = Bỏ qua
absence-reason-type = Xin gõ lí do rồi gửi. Gõ /huy nếu không muốn ghi lí do.
absence-reason-saved = Đã lưu lí do: { $reason }
absence-reason-skipped = Lời xin phép đã được chuyển, không kèm lí do. Cảm ơn gia đình đã báo.
absence-words-passed = Đã chuyển lời của gia đình về em { $pupil } tới thầy/cô. Cảm ơn gia đình.
absence-words-phone = Chưa chuyển được lời này: chưa có thầy/cô nào của em { $pupil } nhận tin nhắn. Xin gia đình gọi điện cho nhà trường.
absence-words-choose = Để nhà trường ghi nhận đúng, xin chọn thêm một mục dưới đây.
absence-words-which = Lời này là về em nào?
absence-words-lost = Xin gia đình nhắn lại lời này giúp.

# Khi đã có người trả lời hoặc đã xong
absence-already-leave = { $relation ->
    [father] Bố em
    [mother] Mẹ em
   *[other] Người giám hộ em
  } ({ $name }) đã xin phép cho em { $pupil } lúc { $hour } giờ { $minute }.
absence-already-left = { $relation ->
    [father] Bố em
    [mother] Mẹ em
   *[other] Người giám hộ em
  } ({ $name }) đã báo em { $pupil } đi học từ nhà lúc { $hour } giờ { $minute }. Nhà trường đã nhận tin.
absence-already-call = { $relation ->
    [father] Bố em
    [mother] Mẹ em
   *[other] Người giám hộ em
  } ({ $name }) đã nhờ gọi lại về em { $pupil } lúc { $hour } giờ { $minute }.
absence-already-over = Việc của em { $pupil } đã xong, không cần trả lời nữa.
absence-staff-taken = { $gender ->
    [M] Thầy
    [F] Cô
   *[other] Thầy/cô
  } { $name } đã nhận việc này lúc { $hour } giờ { $minute }.
absence-staff-ended = { $gender ->
    [M] Thầy
    [F] Cô
   *[other] Thầy/cô
  } { $name } đã ghi nhận xong về em { $pupil } lúc { $hour } giờ { $minute }.
absence-settled-excused = Em { $pupil } đã được ghi nhận nghỉ có phép (P).
absence-settled-unexcused = Em { $pupil } đã được ghi nhận nghỉ không phép (K).
leave-already-granted = { $gender ->
    [M] Thầy
    [F] Cô
   *[other] Thầy/cô
  } { $name } đã chấp thuận lời xin phép này lúc { $hour } giờ { $minute }.
leave-already-refused = { $gender ->
    [M] Thầy
    [F] Cô
   *[other] Thầy/cô
  } { $name } đã ghi nhận không phép lúc { $hour } giờ { $minute }.
leave-already-over = Lời xin phép này không còn chờ nữa.
leave-not-own = Lời xin phép của chính gia đình mình thì người khác quyết định.

# Thẻ việc của thầy/cô
absence-card-leave = <b>Xin phép nghỉ</b> · em <b>{ $pupil }</b>, lớp { $class }, ngày { $day }{ $where ->
    [group] {" "}· { $group }
   *[class] {""}
  }
    { $who }, điện thoại { $phone }, xin phép cho em nghỉ lúc { $at }.
absence-card-search = <b>KHẨN · em { $pupil }, lớp { $class }</b>, chưa có mặt{ $where ->
    [group] {" "}ở { $group }
   *[class] {" "}ở lớp
  } nhưng gia đình báo em đã đi học từ nhà.
    { $who }, điện thoại { $phone }, báo lúc { $at }.
absence-card-call = <b>Nhờ gọi lại</b> · em <b>{ $pupil }</b>, lớp { $class }, vắng ngày { $day }{ $where ->
    [group] {" "}· { $group }
   *[class] {""}
  }
    { $who }, điện thoại { $phone }, nhờ thầy/cô gọi lại, lúc { $at }.
absence-button-met = Đã gặp em
absence-button-seeking = Đang tìm
absence-button-called = Đã gọi
absence-button-grant = Chấp thuận
absence-button-talk = Trao đổi thêm
absence-button-refuse = Ghi nhận không phép
absence-card-talk = { $who } đã báo gia đình là sẽ trao đổi thêm, lúc { $at }.
absence-card-searching = { $who } đang tìm em, từ { $at }.
absence-card-called = { $who } đã gọi lúc { $at }.
absence-card-now-leave = Gia đình đã xin phép cho em nghỉ.
absence-card-now-left = Gia đình báo em đã đi học từ nhà; xem tin khẩn.
absence-card-found = { $who } đã gặp em lúc { $at }.
absence-card-granted = { $who } đã chấp thuận lúc { $at }; đã ghi nhận có phép (P).
absence-card-refused = { $who } đã ghi nhận không phép (K) lúc { $at }.
absence-card-late = { $who } sửa điểm danh lúc { $at }: { $arrived }.
absence-card-present = { $who } sửa điểm danh lúc { $at }: em có mặt.
absence-card-excused = { $who } ghi nhận em nghỉ có phép (P) lúc { $at }.
absence-card-withdrawn = { $who } đã hoàn tác lần điểm danh lúc { $at }.
absence-staff-news = Về em <b>{ $pupil }</b>, lớp { $class }:
absence-saved-seeking = Đã lưu: thầy/cô đang tìm em. Gia đình đang được báo.
absence-saved-met = Đã lưu: đã gặp em { $pupil }. Gia đình đang được báo.
absence-saved-called = Đã lưu: đã gọi lại cho gia đình.
absence-saved-talk = Đã báo gia đình là thầy/cô sẽ trao đổi thêm.
absence-talk-already = Gia đình đã được báo rồi.
absence-saved-p = Đã lưu: em { $pupil } nghỉ có phép (P).
absence-saved-k = Đã lưu: em { $pupil } nghỉ không phép (K).
absence-words-from = <b>Lời của gia đình</b> về em <b>{ $pupil }</b>, lớp { $class }:
    «{ $words }»
    { $who }, điện thoại { $phone }.

# Điểm danh do người khác ghi, gửi thầy/cô chủ nhiệm
absence-summary = <b>Lớp { $class }</b>, { $half ->
    [morning] sáng
   *[afternoon] chiều
  } { $day }: { $who } điểm danh lúc { $at }.
absence-summary-full = Cả lớp có mặt.
absence-summary-call = Gia đình các em sau không nhận được tin tự động, nhờ thầy/cô báo giúp:
absence-summary-contact = { $pupil }: { $contacts }
absence-summary-nobody = chưa có thông tin phụ huynh
absence-summary-more = … và { $count } dòng nữa
absence-summary-replaced = Đã có bản mới hơn bên dưới.
absence-summary-withdrawn = Lần điểm danh này đã được hoàn tác.
absence-unreached = Tin báo em <b>{ $pupil }</b>, lớp { $class }, chưa có mặt không tới được gia đình. Nhờ thầy/cô gọi điện giúp:
absence-unreached-failed = { $who }: { $phone }
absence-unreached-uncertain = { $who }: { $phone } (không chắc tin đã tới)
absence-button-p = { $name }: P
absence-button-k = { $name }: K
