# Khi một kênh nhắn tin gặp trở ngại: khóa truy cập sắp hết hạn, hạn mức chi đã hết.

channel-key-refused = ⚠️ <b>{ $channel }</b> không nhận khóa truy cập của nhà trường nữa. Tin chỉ còn gửi được đến { $until }; sau đó phụ huynh chỉ dùng kênh này sẽ không nhận được tin.
channel-key-dead = ⚠️ <b>{ $channel }</b> không nhận khóa truy cập của nhà trường nữa. Từ giờ phụ huynh chỉ dùng kênh này không nhận được tin.
channel-key-ending = ⚠️ Khóa truy cập <b>{ $channel }</b> của nhà trường hết hạn lúc { $until }.
channel-key-what-to-do = Xin thầy/cô lấy cặp khóa mới ở developers.zalo.me (Công cụ → API Explorer), ghi vào ZALO_OA_ACCESS_TOKEN và ZALO_OA_REFRESH_TOKEN trong tệp .env, rồi khởi động lại hệ thống.
channel-refuses = ⛔ Từ { $at }, <b>{ $channel }</b> không nhận thêm tin của nhà trường.
channel-refuses-quota = Lí do: đã hết số tin mà ứng dụng cho gửi (theo ngày, theo tháng hoặc theo gói). Khi có số tin mới thì tin lại gửi được bình thường.
channel-refuses-billing = Lí do: tài khoản trả phí của trường không đủ tiền hoặc bị khóa. Xin kiểm tra Zalo Cloud Account.
channel-refuses-token = Lí do: khóa truy cập không đúng hoặc đã bị thay. Xin lấy khóa mới, ghi vào tệp .env rồi khởi động lại hệ thống.
channel-refuses-setup = Lí do: cài đặt của trường ở ứng dụng này chưa đúng. Xin chạy lệnh “solienlac doctor” để biết phải sửa gì.
channel-refuses-what-now = Ai dùng thêm ứng dụng khác thì nhận tin ở đó; những người còn lại được ghi là chưa đến trong báo cáo của từng thông báo.
ceiling-reached-month = 💰 <b>Tin trả phí đã chạm hạn mức của tháng { $month }.</b>
ceiling-reached-notice = 💰 <b>Thông báo số { $number } đã chạm hạn mức chi cho một thông báo.</b>
ceiling-figures =
    Đã chi: { $dong }đ cho { $messages } tin. Hạn mức: { $most_dong }đ, { $most_messages } tin.
    Tin tiếp theo tốn { $cost }đ nên chưa gửi.
ceiling-what-now = Tin miễn phí vẫn gửi bình thường. Ai không còn cách nào khác để nhận tin được ghi là chưa đến; nếu cần gửi tiếp, xin nâng hạn mức ở /kinhphi.
spending-no-figure = Hạn mức hoặc giá “{ $name }” phải là một số nguyên từ 0 trở lên, ví dụ 50000.
spending-template-fault = { $what ->
    [id] Mẫu tin thiếu mã (id) mà Zalo đã cấp.
    [fields] Các trường của mẫu tin phải lấy từ: school, pupil, title, date, link, name.
    [link] Mẫu tin phải có một trường lấy từ link, để người nhận mở được toàn văn.
   *[other] Giá và độ dài trong mẫu tin phải là số nguyên từ 0 trở lên.
  }
channel-page-answers = Để trả lời, xin nhắn số của lựa chọn cho nhà trường trên Zalo.
channel-picture-link = 🖼 Xem ảnh: { $link }
channel-picture-missing = (Kèm một ảnh mà Zalo không nhận.)
channel-file-link = 📄 Tải tệp: { $link }
channel-file-missing = (Kèm một tệp mà Zalo không nhận.)
outbox-stuck = ⚠️ Có { $count } tin chưa gửi đi được, tin lâu nhất đã chờ { $minutes } phút. Xem đường truyền của máy, rồi chạy «solienlac doctor».
