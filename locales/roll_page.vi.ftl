# Trang Gọi tên của Sổ theo dõi và đánh giá học sinh (theo lớp học).
roll-page-no-month = Sổ lớp { $name } năm học { $year } không có trang tháng { $month }. Xin chọn một tháng đã bắt đầu trong năm học, ví dụ: 11/2026.
roll-page-no-term = Lớp { $name } chưa có học kì này trong kế hoạch năm học { $year }, hoặc học kì chưa bắt đầu. Ví dụ: học kì 1.
