# The gradebook: marks, columns, locks.
scores-no-such-subject = Không có môn học này. Gửi ví dụ: 7A1 toán tx1: 8 7,5 9
scores-locked = Cột điểm này của lớp { $class } đã khóa nên chưa lưu gì. Cần sửa, thầy/cô gửi: sửa điểm Lan { $class } toán tx1 7 thành 8
scores-need-figures = Môn { $subject } đánh giá bằng điểm số từ 0 đến 10, ví dụ 7,5. Chưa lưu gì.
scores-need-remarks = Môn { $subject } đánh giá bằng nhận xét: ghi Đ (Đạt) hoặc CĐ (Chưa đạt). Chưa lưu gì.
scores-not-on-list = Có học sinh không còn trong danh sách lớp { $list }. Chưa lưu gì.
scores-exempt = Em { $name } được miễn học môn này nên không ghi điểm. Chưa lưu gì.
