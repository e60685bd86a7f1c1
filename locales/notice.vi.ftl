# Thông báo: soạn, xem trước, gửi, theo dõi, thu hồi.

## Tin mà phụ huynh và cán bộ nhận

notice-from-school = 📢 <b>Thông báo của { $school }</b>
notice-from-our-school = 📢 <b>Thông báo của nhà trường</b>
notice-urgent = ❗ <b>KHẨN</b>
notice-dear-family = Kính gửi phụ huynh { $children }:
notice-dear-staff = Kính gửi quý thầy cô:
notice-child = em { $name }, lớp { $class }
notice-more-children = và { $count } em nữa
notice-taken-back = ↩️ <b>Thông báo này đã được thu hồi, xin bỏ qua nội dung dưới đây.</b>
notice-author = { $gender ->
    [M] Thầy
    [F] Cô
   *[other] Thầy/cô
  } { $name }
notice-post = { $role ->
    [principal] Hiệu trưởng
    [vice_principal] Phó hiệu trưởng
    [homeroom_teacher] giáo viên chủ nhiệm { $classes }
    [nurse] nhân viên y tế
    [office] văn phòng
    [subject_teacher] giáo viên bộ môn
   *[other] { "" }
  }
notice-correction = ↩️ <b>Đính chính</b>
    Kính gửi phụ huynh { $children }: thông báo lúc { $at } đã được thu hồi. Xin bỏ qua nội dung đó; khi có nội dung mới, nhà trường sẽ báo lại.
notice-correction-staff = ↩️ <b>Đính chính</b>
    Kính gửi quý thầy cô: thông báo lúc { $at } đã được thu hồi. Xin bỏ qua nội dung đó; khi có nội dung mới, nhà trường sẽ báo lại.
notice-correction-about = Nội dung đã thu hồi: <i>{ $text }</i>

## Gửi cho ai

notice-to-pupil = phụ huynh em { $name }, lớp { $class }
notice-to-class = phụ huynh lớp { $names }
notice-to-grade = phụ huynh khối { $names }
notice-to-school = phụ huynh toàn trường
notice-to-staff = giáo viên, cán bộ, nhân viên
notice-ask-audience = Gửi thông báo cho ai?
    Có thể gõ ngay một dòng: <code>thông báo 7A1: …</code>, <code>thông báo phụ huynh khối 7: …</code>, <code>nhắn phụ huynh em Lan 7A1: …</code>
notice-ask-class = Gửi cho phụ huynh lớp nào?
notice-ask-pupil = Có nhiều em tên <b>{ $typed }</b>. Nhắn phụ huynh em nào?
notice-ask-pupil-near = Không có em nào tên <b>{ $typed }</b>. Thầy/cô muốn nhắn phụ huynh em nào dưới đây?
notice-button-class = Lớp { $name }
notice-button-grade = Khối { $grade }
notice-button-school = Toàn trường
notice-button-staff = Giáo viên, nhân viên
notice-button-classes = Lớp khác…
notice-button-cancel = Hủy
notice-button-back = Quay lại
notice-ask-text = Gửi <b>{ $audience }</b>. Thầy/cô gõ nội dung thông báo (tối đa { $limit } ký tự). Chưa có gì được gửi. Thôi thì gõ /huy.
notice-ask-subject = Thông báo này về việc gì?
notice-ask-rewrite = Nội dung hiện nay (có thể chép lại):
    <code>{ $text }</code>

    Thầy/cô gõ nội dung mới. Thôi thì gõ /huy, nội dung cũ vẫn còn.
notice-only-text = Thông báo hiện chỉ nhận chữ; ảnh, tệp và nhãn dán chưa gửi kèm được. Thầy/cô gõ nội dung, hoặc /huy để thôi.

## Xem trước

notice-preview = 👀 <b>Xem trước</b>, như một người nhận sẽ thấy:
notice-preview-line = ━━━━━━━━━━
notice-preview-people = <b>Gửi { $audience }</b>: { $people } người nhận, { $linked } người đã liên kết.
notice-preview-unlinked = { $count } người chưa liên kết sẽ không nhận được ở đây; gửi xong sẽ có danh sách để báo cách khác.
notice-preview-none-linked = Chưa có ai trong số này liên kết, nên chưa ai nhận được ở đây; gửi xong sẽ có danh sách để báo cách khác.
notice-preview-subject = Về việc: { $subject }.
notice-preview-found-money = Trong nội dung có chữ hoặc số về tiền, nên được tính là việc thu, chi.
notice-preview-found-trip = Trong nội dung có nói đến hoạt động ngoài trường, nên được tính là chuyến đi.
notice-preview-direct = Chọn Gửi là gửi ngay, không cần duyệt. Chưa có gì được gửi.
notice-preview-approval = Cần hiệu trưởng duyệt trước: { $why }. Chưa có gì được gửi.
notice-subject-routine = Việc thường ngày
notice-subject-trip = Chuyến đi, ngoài trường
notice-subject-money = Thu, chi, tiền
notice-subject-other = Việc khác
notice-why-money = có nội dung về tiền
notice-why-trip = là chuyến đi, hoạt động ngoài trường
notice-why-routine = nhà trường quy định duyệt cả việc thường ngày
notice-why-other = nhà trường quy định duyệt việc này
notice-why-grade = gửi cả khối
notice-why-school = gửi toàn trường
notice-why-staff = gửi giáo viên, nhân viên
notice-why-other-class = gửi lớp ngoài lớp chủ nhiệm
notice-button-send = Gửi
notice-button-ask = Gửi duyệt
notice-button-rewrite = Sửa nội dung
notice-button-subject = Đổi loại việc
notice-button-urgent = Đánh dấu khẩn
notice-button-not-urgent = Bỏ dấu khẩn

## Sau khi bấm

notice-sending-now = Đã lưu, đang gửi. Gửi xong sẽ có kết quả.
notice-pending = ⏳ <b>Đã lưu và gửi duyệt</b> ({ $at }): thông báo cho { $audience }.
    <i>{ $text }</i>
    Lí do cần duyệt: { $why }. Duyệt xong, thông báo tự gửi và thầy/cô được báo ngay.
notice-pending-nobody = ⚠️ Hiện chưa có ai duyệt được bằng ứng dụng (hiệu trưởng chưa liên kết). Yêu cầu vẫn được giữ và chờ; xin báo trực tiếp với hiệu trưởng.
notice-dropped = Đã hủy bản soạn cho { $audience }; không có gì được gửi.
notice-superseded = Bản xem trước này đã được thay bằng bản mới ở dưới.

## Theo dõi

notice-progress = 📨 <b>Thông báo cho { $audience }</b> ({ $at })
notice-progress-text = <i>{ $text }</i>
notice-progress-counts = Đã đến { $delivered }/{ $people } · đang gửi { $waiting } · không gửi được { $failed }
notice-progress-uncertain = Chưa chắc đã đến: { $count }
notice-progress-unlinked = Chưa liên kết: { $count }
notice-progress-cancelled = Đã dừng kịp, không gửi: { $count }
notice-progress-sending = ⏳ Đang gửi…
notice-progress-done = ✅ Đã gửi xong.
notice-progress-withdrawing = ↩️ Đang thu hồi…
notice-progress-withdrawn = ↩️ Đã thu hồi: { $stopped } người không nhận nữa, { $corrected } người đã nhận thì được gửi đính chính.
notice-missed-head = <b>Chưa đến được:</b>
notice-missed-why = Vì sao: { $reasons }
notice-missed-family = • { $name } (phụ huynh { $children }){ $phone ->
    [none] { "" }
   *[other] , { $phone }
  }: { $why }
notice-missed-staff = • { $name }{ $phone ->
    [none] { "" }
   *[other] , { $phone }
  }: { $why }
notice-missed-more = … và { $count } người nữa.
notice-missed-page = <b>Chưa đến được</b>, { $from }–{ $to } trong { $count } người:
notice-missed-nobody = Thông báo này không sót ai.
notice-reason-not-linked = chưa liên kết
notice-reason-blocked = đã chặn hoặc xóa cuộc trò chuyện
notice-reason-never-started = chưa mở cuộc trò chuyện
notice-reason-chat-not-found = tài khoản không còn
notice-reason-inactive = tài khoản lâu không dùng
notice-reason-no-zalo = số điện thoại này không dùng Zalo
notice-reason-cannot-receive = ứng dụng nhắn tin không cho gửi loại tin này đến người ấy
notice-reason-ceiling = hết hạn mức tin trả phí
notice-reason-window = đã lâu không nhắn cho nhà trường nên ứng dụng không cho gửi
notice-reason-quota = hết số tin mà ứng dụng nhắn tin cho phép
notice-reason-billing = tài khoản trả phí của trường ở ứng dụng nhắn tin không đủ tiền hoặc bị khóa
notice-reason-token = khóa truy cập của trường ở ứng dụng nhắn tin không dùng được
notice-reason-setup = cài đặt của trường ở ứng dụng nhắn tin chưa đúng, nhờ báo quản trị
notice-reason-line = đường truyền hỏng, thử mãi không được
notice-reason-too-large = tin quá lớn
notice-reason-uncertain = chưa chắc đã đến, ứng dụng nhắn tin không trả lời
notice-reason-failed = ứng dụng nhắn tin không nhận
notice-button-withdraw = Thu hồi
notice-button-missed = Xem đủ { $count } người chưa đến
notice-button-missed-of = Chưa đến ({ $number }): { $count } người

## Đã gửi

notice-sent-head = <b>Các thông báo gần đây của thầy/cô:</b>
notice-sent-none = Thầy/cô chưa có thông báo nào. Soạn: /thongbao
notice-sent-line = { $number }. { $at }, { $audience }: <i>{ $text }</i>
notice-state-pending = đang chờ duyệt
notice-state-rejected = không được duyệt
notice-state-changes = được yêu cầu sửa

## Thu hồi

notice-withdraw-ask = Thu hồi thông báo lúc { $at } cho { $audience }?
    <i>{ $text }</i>
    Đã đến { $delivered } người (sẽ được gửi đính chính), đang gửi { $waiting } người (sẽ dừng).
notice-withdraw-ask-other = Người soạn: { $author }.
notice-withdraw-ask-pending = Rút thông báo đang chờ duyệt cho { $audience }?
    <i>{ $text }</i>
notice-withdraw-yes = Thu hồi
notice-withdraw-no = Không, để nguyên
notice-withdraw-kept = Để nguyên, không thu hồi.
notice-withdraw-done = Đã thu hồi thông báo cho { $audience }. Dừng kịp: { $stopped } người. Gửi đính chính: { $corrected } người.
notice-withdraw-pending = Đã rút thông báo cho { $audience } khỏi hàng chờ duyệt; chưa ai nhận.
notice-withdraw-shown = Đã thu hồi.

## Không làm được

notice-not-yours = Việc soạn thông báo dành cho giáo viên, cán bộ nhà trường.
notice-not-there = Không có thông báo này.
notice-empty = Nội dung thông báo đang trống. Thầy/cô gõ ít nhất một chữ.
notice-too-long = Nội dung dài { $length } ký tự, tối đa { $limit }. Thầy/cô rút gọn rồi gửi lại.
notice-nobody = Không có người nhận nào trong danh sách này, nên chưa soạn được.
notice-no-such-audience = Không có lớp, khối hoặc em này trong năm học. Thử lại: /thongbao
notice-no-such-class = Trường không có lớp <b>{ $typed }</b>. Các lớp: { $known }.
notice-no-such-pupil = Lớp { $list } không có em nào tên <b>{ $typed }</b>. Thầy/cô gõ lại cả họ tên, hoặc số thứ tự: <code>nhắn phụ huynh em số 15 { $list }: …</code>
notice-pupil-class = Em ấy học lớp nào? Thầy/cô gõ thêm tên lớp, ví dụ: <code>nhắn phụ huynh em Lan 7A1: …</code>
notice-needs-approval = Thông báo này cần hiệu trưởng duyệt trước khi gửi.
notice-preview-old = Bản xem trước này đã cũ; xin dùng bản mới nhất ở dưới.
notice-sent-already = Thông báo này đã được gửi rồi.
notice-pending-already = Thông báo này đang chờ duyệt rồi.
notice-came-back = Thông báo này đã được trả lại; chọn Sửa và gửi lại dưới tin trả lời.
notice-withdrawn-already = Thông báo này đã được thu hồi hoặc hủy.
notice-not-open = Thông báo này không còn gì để thu hồi.
notice-nothing-to-withdraw = Trong 7 ngày qua thầy/cô không có thông báo nào để thu hồi.

## Quy định duyệt

notice-rules = <b>Những thông báo cần hiệu trưởng duyệt trước.</b>
    Thông báo có nội dung về tiền luôn phải duyệt. Thông báo thường gửi lớp mình chủ nhiệm thì gửi ngay, trừ khi bật "Việc thường ngày".
notice-rules-saved = Đã lưu.
notice-rules-grade = phụ huynh một khối
notice-rules-on = ✅ { $kind }: cần duyệt
notice-rules-off = { $kind }: không cần duyệt
