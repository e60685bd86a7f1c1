# Tin trả phí: đã chi, hạn mức, hỏi lại trước khi gửi tin tốn kém.

spending-head = <b>Tin trả phí tháng { $month }</b>
spending-spent = Đã chi: { $dong }đ cho { $messages } tin trả phí (ước tính theo giá đã ghi).
spending-way-free = • Miễn phí: { $messages } tin
spending-way-consultation = • Tư vấn: { $messages } tin, { $dong }đ
spending-way-template = • Mẫu ZBS theo tài khoản: { $messages } tin, { $dong }đ
spending-way-phone = • Mẫu ZBS theo số điện thoại: { $messages } tin, { $dong }đ
spending-left-dong = Còn được chi trong tháng: { $dong }đ.
spending-left-messages = Còn được gửi trong tháng: { $messages } tin trả phí.
spending-none-allowed = Hiện nhà trường không gửi tin trả phí; tin miễn phí vẫn gửi bình thường.
spending-ceilings = <b>Hạn mức</b>
spending-most-month = • Mỗi tháng: { $dong ->
    [none] không giới hạn
   *[other] { $dong }đ
  }
spending-most-notice = • Mỗi thông báo: { $dong ->
    [none] không giới hạn
   *[other] { $dong }đ
  }
spending-most-messages = • Số tin trả phí mỗi tháng: { $messages ->
    [none] không giới hạn
   *[other] { $messages } tin
  }
spending-prices = • Giá mỗi tin: tư vấn { $consultation }đ, mẫu { $template }đ, theo số điện thoại { $phone }đ
spending-asks = • Hỏi lại khi một thông báo cần hơn { $messages } tin trả phí, hoặc hơn phần còn lại.
spending-how =
    Đổi bằng nút dưới đây, hoặc gõ: <code>/kinhphi thang 200000</code>, <code>/kinhphi thongbao 50000</code>, <code>/kinhphi tin 500</code>. Số 0 là không gửi tin trả phí; <code>/kinhphi tin khong gioi han</code> là bỏ hạn mức.
    Giá theo hóa đơn của trường: <code>/kinhphi gia tuvan 60</code>, <code>gia mau 420</code>, <code>gia so 700</code>. Hỏi lại: <code>/kinhphi hoi 50</code>.
spending-who-sets = Hạn mức do hiệu trưởng đặt.
spending-saved = Đã lưu.
spending-button-month = Tháng { $dong }đ
spending-button-notice = Mỗi thông báo { $dong }đ
spending-button-nothing = Không gửi tin trả phí
spending-unclear = Tôi chưa hiểu «{ $typed }»; chưa có gì thay đổi. Xin gõ như <code>/kinhphi thang 200000</code>, <code>/kinhphi thongbao 50000</code> hoặc <code>/kinhphi tin 500</code>.
spending-too-much = Số trong «{ $typed }» lớn quá mức có thể; chưa có gì thay đổi. Xin gõ như <code>/kinhphi thang 200000</code>.

## Một thông báo tốn bao nhiêu

reach-plain = { $channel } { $count }
reach-free = { $channel } miễn phí { $count }
reach-consultation = { $channel } tư vấn { $count } ({ $cost }đ)
reach-template = mẫu ZBS { $count } ({ $cost }đ)
reach-phone = mẫu ZBS theo số { $count } ({ $cost }đ)
reach-beyond = hết hạn mức { $count }
reach-none = không tới được { $count }
reach-line = Dự kiến: { $parts }.
spending-question = 💰 Thông báo này tốn khoảng <b>{ $dong }đ</b> cho { $messages } tin trả phí. Chưa có gì được gửi.
spending-question-beyond = { $ceiling ->
    [notice] Hạn mức cho một thông báo không đủ
   *[other] Hạn mức còn lại của tháng không đủ
  }: { $count } người sẽ không nhận được.
spending-question-nothing = 💰 { $ceiling ->
    [notice] Hạn mức cho một thông báo
   *[other] Hạn mức còn lại của tháng
  } không đủ cho tin trả phí nào: { $count } người sẽ không nhận được. Chưa có gì được gửi.
spending-question-send = Vẫn gửi
spending-question-stop = Thôi
notice-spent = 💰 Đã chi khoảng { $dong }đ cho { $messages } tin trả phí.
