# Những câu ai cũng có thể gặp.
cancel-done = Đã bỏ việc đang làm dở. Có thể bắt đầu việc khác; gõ /trogiup để xem.
cancel-nothing = Hiện không có việc nào đang làm dở.
not-understood = Xin lỗi, tôi chưa hiểu tin này. Gõ /trogiup để xem những việc làm được.
not-understood-family = Xin lỗi, tôi chưa hiểu tin này và chưa chuyển cho ai. Xin nghỉ thì bấm /xinnghi; việc khác cần báo nhà trường, xin gọi giáo viên chủ nhiệm của em. Gõ /trogiup để xem những việc làm được ở đây.
not-understood-sticker = Cảm ơn! Tôi chỉ đọc được chữ. Gõ /trogiup để xem những việc làm được.
not-understood-voice = Xin lỗi, tôi chưa nghe được tiếng nói. Xin gõ bằng chữ, hoặc gõ /trogiup.
not-understood-file = Tôi chưa biết tệp này dùng vào việc gì nên không giữ lại. Gõ /trogiup để xem những việc làm được.
not-understood-location = Tôi không dùng vị trí nên không giữ lại. Gõ /trogiup để xem những việc làm được.
not-understood-unreadable = Xin lỗi, ứng dụng này không chuyển nội dung tin vừa rồi đến tôi, nên tôi không đọc được và không giữ lại gì. Ở đây tôi chỉ đọc được tin chữ; tệp, danh thiếp, đường dẫn thì không. Xin gõ lại bằng chữ; nếu gõ chữ mà vẫn gặp câu này, xin gọi cho nhà trường. Gõ /trogiup để xem những việc làm được.
no-such-command = Không có lệnh này. Gõ /trogiup để xem những việc làm được.
no-such-command-near = Không có lệnh này. Có phải là { $near }? Gõ /trogiup để xem tất cả.
group-only-private = Trợ lí của nhà trường chỉ trò chuyện riêng với từng người; xin mở trò chuyện riêng và gõ /start.
refused-outdated = Lựa chọn này đã cũ, không còn dùng được nữa.
refused-not-allowed = Việc này không thuộc quyền của tài khoản này.
refused-not-linked = Tài khoản này chưa được liên kết với nhà trường. Gõ /start để bắt đầu.
fault = Xin lỗi, hệ thống gặp lỗi nên chưa lưu gì cả. Xin thử lại; nếu vẫn lỗi, báo quản trị mã { $id }.
period-no-year = Nhà trường chưa có lớp nào trong hệ thống.
