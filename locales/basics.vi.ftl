# Những câu ai cũng có thể gặp.
cancel-done = Đã bỏ việc đang làm dở. Thầy/cô, phụ huynh có thể bắt đầu việc khác.
cancel-nothing = Hiện không có việc nào đang làm dở.
not-understood = Xin lỗi, tôi chưa hiểu tin này. Gõ /trogiup để xem những việc làm được.
refused-outdated = Nút này đã cũ, không còn dùng được nữa.
refused-not-allowed = Việc này không thuộc quyền của tài khoản này.
refused-not-linked = Tài khoản này chưa được liên kết với nhà trường. Gõ /start để bắt đầu.
fault = Xin lỗi, hệ thống gặp lỗi nên chưa lưu gì cả. Xin thử lại; nếu vẫn lỗi, báo quản trị mã { $id }.
