# Trang điểm danh của Sổ theo dõi và đánh giá học sinh (theo lớp học), mẫu của Bộ GDĐT.
roll-page-no-month = Sổ lớp { $name } năm học { $year } không có trang tháng { $month }. Xin chọn một tháng đã bắt đầu trong năm học, ví dụ: 11/2026.
roll-page-no-term = Lớp { $name } chưa có học kì này trong kế hoạch năm học { $year }, hoặc học kì chưa bắt đầu. Ví dụ: học kì 1.
roll-page-book = Sổ theo dõi và đánh giá học sinh
roll-page-book-kind = (theo lớp học)
roll-page-book-part = Phần điểm danh
roll-page-level = Cấp trung học cơ sở
roll-page-class = Lớp { $name }
roll-page-year = Năm học { $year }
roll-page-homeroom = Giáo viên chủ nhiệm: { $names }
roll-page-month = Tháng { $month } năm { $year }
roll-page-term = Học kì { $term }
roll-page-whole-year = Cả năm
roll-page-sums-of = Tổng số buổi nghỉ: { $what }
roll-page-size =
    { $same ->
        [yes] Tổng số học sinh của lớp: { $first }
       *[no] Tổng số học sinh của lớp: lúc đầu { $first }, lúc cuối { $last }
    }
roll-page-number = Số TT
roll-page-name = Họ và tên
roll-page-day = Ngày
roll-page-weekday =
    { $day ->
        [0] 2
        [1] 3
        [2] 4
        [3] 5
        [4] 6
        [5] 7
       *[6] CN
    }
roll-page-missed = Tổng số buổi nghỉ
roll-page-total = TS
roll-page-excused = P
roll-page-unexcused = K
roll-page-month-short = T{ $month }
roll-page-term-short = HK { $term }
roll-page-year-short = Cả năm
roll-page-remarks = Ghi chú
roll-page-absent = Số em nghỉ
roll-page-all = Cả lớp
roll-page-joined = vào lớp { $day }
roll-page-left-why =
    { $why ->
        [transferred] chuyển đi sau { $day }
        [changed_class] chuyển lớp sau { $day }
        [dropped_out] thôi học sau { $day }
       *[other] rời lớp sau { $day }
    }
roll-page-elsewhere = ở lớp khác trong năm: { $total } (P { $excused }, K { $unexcused })
roll-page-legend = TS: tổng số buổi nghỉ; P: nghỉ có phép; K: nghỉ không phép. Chỉ tính buổi học chính khóa.
roll-page-legend-one = Mỗi ngày tính nhiều nhất một buổi.
roll-page-legend-two = Trong ô: sáng/chiều.
roll-page-legend-open = ?: nghỉ chưa ghi P hay K ({ $count } buổi, đã tính trong TS).
roll-page-legend-missing = *: ngày còn buổi chưa điểm danh.
roll-page-legend-off = Cột xám: không có lịch học.
roll-page-legend-out = Ô gạch ngang: em không có tên trong lớp ngày ấy.
roll-page-legend-corrected = Dấu gạch bỏ: đính chính sau khi xác nhận (xem phụ lục).
roll-page-legend-annex = Đi muộn, về sớm, nghỉ tiết, học phụ đạo và câu lạc bộ: xem phụ lục.
roll-page-annex = Phụ lục: { $what }
roll-page-annex-note = Đi muộn, về sớm, nghỉ tiết, học phụ đạo và câu lạc bộ không tính vào số buổi nghỉ.
roll-page-annex-late = Đi học muộn
roll-page-annex-early = Về sớm
roll-page-annex-skipped = Nghỉ tiết trong buổi có học
roll-page-annex-other = Vắng buổi phụ đạo, bồi dưỡng, ôn tập, câu lạc bộ
roll-page-annex-corrections = Đính chính sau khi xác nhận
roll-page-annex-pupil = { $number }. { $name }: { $what }
roll-page-annex-minutes = { $day } ({ $minutes } phút)
roll-page-annex-period = { $day } (tiết { $period })
roll-page-annex-from = { $day } (từ tiết { $period })
roll-page-annex-mark = { $day } ({ $mark })
roll-page-annex-group = { $group }: { $days }
roll-page-annex-extra = Buổi ôn tập của lớp
roll-page-annex-correction = { $day } { $half }: { $was } → { $now } ({ $by }, { $at }{ $note })
roll-page-annex-half =
    { $half ->
        [morning] sáng
       *[afternoon] chiều
    }
roll-page-annex-state =
    { $state ->
        [excused] nghỉ có phép
        [unexcused] nghỉ không phép
        [unexplained] nghỉ chưa rõ
        [late] đi muộn
        [left_early] về sớm
        [lesson] nghỉ tiết { $period }
       *[present] có mặt
    }
roll-page-sign-homeroom = Giáo viên chủ nhiệm
roll-page-sign-office = Văn phòng (lưu giữ)
roll-page-sign-principal = Hiệu trưởng
roll-page-sign-by-hand = (Kí, ghi rõ họ tên)
roll-page-sign-by-seal = (Kí tên, đóng dấu)
roll-page-sign-at = Đã xác nhận lúc { $at }
roll-page-sign-note = Xác nhận trên hệ thống, không phải chữ kí số.
roll-page-foot = { $school } · Lớp { $name } · { $what } · trang
