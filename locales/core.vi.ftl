# Khi hệ thống không xử lí được một tin.
core-set-aside = ⚠️ Tin của <b>{ $name }</b> gửi lúc { $when } đã ba lần làm hệ thống dừng đột ngột nên được gác lại, chưa xử lí. Xin thầy/cô hỏi người gửi cần việc gì, và báo mã <code>{ $id }</code> cho người hỗ trợ kĩ thuật.
core-set-aside-stranger = ⚠️ Một tin từ tài khoản chưa liên kết, gửi lúc { $when }, đã ba lần làm hệ thống dừng đột ngột nên được gác lại, chưa xử lí. Xin thầy/cô báo mã <code>{ $id }</code> cho người hỗ trợ kĩ thuật.
core-not-handled = Xin lỗi, hệ thống gặp lỗi với tin gửi lúc { $when } nên chưa lưu gì cả; người quản trị đã được báo (mã { $id }). Xin nhắn lại bằng cách khác, hoặc gõ /trogiup.
core-token-refused = Telegram không nhận mã bot trong TELEGRAM_TOKEN. Xem lại tệp .env: mã lấy từ @BotFather, có dạng 123456789:ABC…
