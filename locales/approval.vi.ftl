# Duyệt thông báo: thẻ chờ duyệt, quyết định, lí do; ủy quyền duyệt.

## Thẻ chờ duyệt

approval-head = 📨 <b>Xin duyệt: { $kind }</b>
approval-from = Người soạn: { $author } ({ $when })
approval-to = Gửi { $audience }; { $people } người nhận, { $linked } người đã liên kết
approval-urgent = ⚠️ KHẨN
approval-because = Cần duyệt vì: { $why }.
approval-kind-routine = thông báo thường
approval-kind-trip = chuyến đi, hoạt động ngoài trường
approval-kind-money = thu, nộp tiền
approval-kind-other = thông báo khác
approval-button-approve = Duyệt
approval-button-reject = Từ chối
approval-button-changes = Yêu cầu sửa
approval-button-later = Để sau
approval-code-reject = lí do
approval-code-changes = cần sửa gì

## Lí do

approval-why-reject = Vì sao từ chối? Chọn một lí do, hoặc gõ lí do vào đây. Chưa có lí do thì chưa ghi gì.
approval-why-changes = Cần sửa gì? Chọn một ý, hoặc gõ vào đây. Chưa có lời dặn thì chưa ghi gì.
approval-reason-unclear = Nội dung chưa rõ
approval-reason-amount = Xem lại số tiền
approval-reason-audience = Xem lại người nhận
approval-reason-time = Chưa đúng lúc
approval-reason-talk = Gặp tôi trao đổi
approval-reason-needed = Xin gõ lí do bằng chữ; chưa có gì thay đổi.
approval-reason-long = Lí do dài { $length } chữ; nhiều nhất là { $limit }. Xin rút gọn rồi gửi lại.
approval-reason = Lí do:
approval-later = Chưa ghi gì; thông báo vẫn đang chờ duyệt. Duyệt, Từ chối, Yêu cầu sửa ở tin phía trên vẫn dùng được.

## Đã quyết định

approval-saved-approved = Đã duyệt.
approval-saved-rejected = Đã lưu: từ chối; thầy/cô soạn thông báo được báo lại.
approval-saved-changes = Đã lưu: yêu cầu sửa; thầy/cô soạn thông báo được báo lại.
approval-closed-approved = ✅ Đã duyệt bởi { $gender ->
    [M] thầy
    [F] cô
   *[other] thầy/cô
  } { $name } lúc { $when }.
approval-closed-rejected = ✖️ { $gender ->
    [M] Thầy
    [F] Cô
   *[other] Thầy/cô
  } { $name } đã từ chối lúc { $when }.
approval-closed-changes = ✏️ { $gender ->
    [M] Thầy
    [F] Cô
   *[other] Thầy/cô
  } { $name } đã yêu cầu sửa lúc { $when }.
approval-closed-withdrawn = ↩️ Đã được rút lại lúc { $when }; không cần duyệt nữa.
approval-closed-taken = Ủy quyền đã kết thúc; việc này không còn chờ ở đây nữa ({ $when }).
approval-late-approved = { $gender ->
    [M] Thầy
    [F] Cô
   *[other] Thầy/cô
  } { $name } đã duyệt lúc { $when }.
approval-late-rejected = { $gender ->
    [M] Thầy
    [F] Cô
   *[other] Thầy/cô
  } { $name } đã từ chối lúc { $when }.
approval-late-changes = { $gender ->
    [M] Thầy
    [F] Cô
   *[other] Thầy/cô
  } { $name } đã yêu cầu sửa lúc { $when }.
approval-late-withdrawn = { $gender ->
    [M] Thầy
    [F] Cô
   *[other] Thầy/cô
  } { $name } đã rút lại thông báo này lúc { $when }.

## Trả lời người soạn

approval-result-approved = ✅ { $gender ->
    [M] Thầy
    [F] Cô
   *[other] Thầy/cô
  } { $name } đã duyệt lúc { $when }:
approval-result-rejected = ✖️ { $gender ->
    [M] Thầy
    [F] Cô
   *[other] Thầy/cô
  } { $name } chưa đồng ý cho gửi ({ $when }):
approval-result-changes = ✏️ { $gender ->
    [M] Thầy
    [F] Cô
   *[other] Thầy/cô
  } { $name } nhờ sửa trước khi gửi ({ $when }):
approval-result-withdrawn = ↩️ { $gender ->
    [M] Thầy
    [F] Cô
   *[other] Thầy/cô
  } { $name } đã thu hồi thông báo này lúc { $when }:
approval-answered-approved = ✅ <b>Đã được duyệt</b> ({ $when }): thông báo cho { $audience }.
approval-answered-rejected = ✖️ <b>Chưa được duyệt</b> ({ $when }): thông báo cho { $audience }. Xem lí do ở tin dưới.
approval-answered-changes = ✏️ <b>Được nhờ sửa</b> ({ $when }): thông báo cho { $audience }. Xem lời dặn ở tin dưới.
approval-answered-withdrawn = ↩️ <b>Đã rút lại</b> ({ $when }): thông báo cho { $audience }.
approval-button-rewrite = Sửa và gửi lại
approval-button-drop = Bỏ

## Không làm được

approval-asked-before = Thông báo này đã gửi duyệt, đã gửi đi hoặc đã bỏ rồi.
approval-not-there = Không tìm thấy việc cần duyệt này.
approval-own = Thông báo của chính mình thì người khác duyệt.
approval-delegation-over = Ủy quyền cho việc này đã kết thúc, nên thầy/cô không duyệt được nữa.
approval-waiting = Có { $count } việc đang chờ duyệt, gửi lại ở đây.
approval-none-waiting = Không có việc nào đang chờ duyệt.

## Ủy quyền

delegation-head = <b>Ủy quyền duyệt đang có hiệu lực</b>
delegation-none = Hiện không ủy quyền cho ai duyệt thay.
delegation-line = • Số { $number }: { $name } duyệt { $kinds }; đến hết { $until }
delegation-take-back = Thu hồi số { $number }: { $name }
delegation-new = Ủy quyền mới
delegation-back = ‹ Quay lại
delegation-on = Tiếp tục ›
delegation-whom = Ủy quyền cho ai duyệt thay?
delegation-which = Ủy quyền cho <b>{ $name }</b> duyệt những việc nào? Chọn thêm hoặc bỏ bớt.
delegation-until = <b>{ $name }</b> duyệt thay: { $kinds }. Đến hết ngày nào? Chọn ở dưới, hoặc gõ ngày cuối như <code>31/12/2026</code>.
delegation-today = Hôm nay
delegation-three-days = 3 ngày
delegation-week = 1 tuần
delegation-day-unclear = Chưa rõ ngày nào. Xin gõ như <code>31/12/2026</code>, hoặc chọn ở dưới.
delegation-day-past = Ngày ấy đã qua. Xin gõ một ngày từ hôm nay trở đi.
delegation-day-far = Ủy quyền dài nhất là một năm. Xin chọn ngày gần hơn.
delegation-no-kind = Xin chọn ít nhất một loại việc.
delegation-no-such-person = Không ủy quyền cho người này được: chỉ ủy quyền cho cán bộ đang làm việc ở trường.
delegation-there = { $name } đang có đúng ủy quyền này rồi.
delegation-saved = Đã lưu ủy quyền số { $number }: { $name } duyệt { $kinds }, đến hết { $until }.
delegation-taken-back = Đã thu hồi ủy quyền của { $name }.
delegation-ended-before = Ủy quyền này đã kết thúc trước đó.
delegation-given =
    { $name } ủy quyền cho thầy/cô duyệt thay, số { $number }: { $kinds }; đến hết ngày { $until }.
    Việc chờ duyệt sẽ đến đây để chọn; xem lại bằng /duyet.
delegation-ended = Ủy quyền duyệt số { $number } của thầy/cô đã kết thúc.
