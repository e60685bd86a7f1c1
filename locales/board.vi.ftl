# Bảng trong ngày của hiệu trưởng, phó hiệu trưởng.
board-head =
    📊 <b>{ $today ->
        [yes] Hôm nay
       *[no] Bảng ngày
    }, { $half ->
        [morning] sáng
       *[afternoon] chiều
    } { $day }</b>
board-total = Đã điểm danh { $taken }/{ $classes } lớp. Có mặt { $present }/{ $size } em ({ $rate }).
board-total-none = Chưa lớp nào điểm danh (0/{ $classes } lớp).
board-no-lessons = Buổi này không lớp nào có giờ học.
board-absent-none = Không em nào vắng.
board-absent = Vắng { $absent }: có phép { $excused }, không phép { $unexcused }, chưa rõ lí do { $unexplained }.
board-late = Đi muộn { $late }, về sớm { $left }.
board-grade = <b>Khối { $grade }</b>: { $taken }/{ $classes } lớp · { $present }/{ $size } em ({ $rate }) · P { $excused }, K { $unexcused }, chưa rõ { $unexplained }
board-grade-none = <b>Khối { $grade }</b>: 0/{ $classes } lớp
board-rate = { $whole },{ $tenth }%
board-missing = 🔴 <b>Chưa điểm danh ({ $count } lớp)</b>
board-missing-line = • { $name }: { $who } đang giữ thẻ
board-missing-nobody = • Chưa có ai nhận thẻ: { $names }
board-missing-names = • { $names }
board-waiting = Chưa đến giờ điểm danh: { $count } lớp.
board-alarms = 🚨 <b>Đã ra khỏi nhà mà chưa đến lớp ({ $count } em)</b>
board-open = ⏳ <b>Quá { $minutes ->
        [0] { $hours } giờ
       *[other] { $minutes } phút
    } chưa rõ lí do ({ $count } em)</b>
board-open-line = • { $name } ({ $class }), vắng từ { $since }: { $case ->
        [told] đã nhắn gia đình, chưa có trả lời
        [left_home] gia đình báo em đã đi học
        [call_back] gia đình chờ nhà trường gọi
        [called] đã gọi gia đình
        [searching] đang tìm em
        [found] đã biết em ở đâu
       *[other] chưa nhắn gia đình
    }
board-more = • và { $count } em nữa
board-changes = 🏫 <b>Sĩ số thay đổi { $days } ngày qua ({ $count } em)</b>
board-change-in = • { $day }: { $name } chuyển đến { $to }
board-change-out = • { $day }: { $name } chuyển đi khỏi { $from }
board-change-dropped = • { $day }: { $name } thôi học ({ $from })
board-change-moved = • { $day }: { $name } từ { $from } sang { $to }
board-change-returned = • { $day }: { $name } trở lại { $to }
board-at = Cập nhật lúc { $time }.

# Một khối, một lớp.
board-of-grade =
    <b>Khối { $grade }</b>, { $half ->
        [morning] sáng
       *[afternoon] chiều
    } { $day }
board-class = • { $name }: { $present }/{ $size } em · P { $excused }, K { $unexcused }, chưa rõ { $unexplained }, muộn { $late }
board-class-missing = • { $name } (sĩ số { $list }): <b>chưa điểm danh</b>. { $who } đang giữ thẻ
board-class-nobody = • { $name } (sĩ số { $list }): <b>chưa điểm danh</b>. Chưa có ai nhận thẻ
board-class-waiting = • { $name } (sĩ số { $list }): chưa đến giờ điểm danh
board-class-hint = Điểm danh thay: nhắn <code>{ $name } đủ</code> hoặc <code>{ $name } vắng Lan p</code>.
board-class-none = Lớp này không có giờ học và không có điểm danh buổi đó.
board-no-grade = Không có khối { $grade } học buổi đó. Các khối: { $known }. Ví dụ: /homnay khối { $example }
board-no-class = Trường không có lớp { $typed }. Các lớp: { $known }. Ví dụ: /homnay 7A1
board-not-understood = Chưa hiểu «{ $typed }». Gõ /homnay cho cả trường, hoặc thêm khối, lớp, ngày. Ví dụ: /homnay khối 7 · /homnay 7A1 · /homnay 27/11

# Nút.
board-button-refresh = Làm mới
board-button-trend = Biểu đồ
board-button-grade = Khối { $grade }
board-button-class = Lớp { $name }
board-button-half =
    { $half ->
        [morning] Xem buổi sáng
       *[afternoon] Xem buổi chiều
    }
board-button-open = Xem đủ các em chưa rõ
board-button-changes = Xem đủ thay đổi sĩ số
board-button-board = Mở bảng
board-nothing-open = Không còn em nào vắng quá giờ mà chưa rõ lí do.
board-nothing-changed = { $days } ngày qua sĩ số không thay đổi.

# Biểu đồ các tuần gần đây.
board-trend-title = Tỉ lệ vắng theo ngày
board-trend-span = { $first } – { $last }
board-trend-legend-excused = có phép (P)
board-trend-legend-unexcused = không phép (K)
board-trend-legend-unexplained = chưa rõ lí do
board-trend-week = tuần { $day }: { $rate }
board-trend-weekday =
    { $weekday ->
        [0] T2
        [1] T3
        [2] T4
        [3] T5
        [4] T6
        [5] T7
       *[6] CN
    }
board-trend-head = 📈 <b>Tỉ lệ vắng { $weeks } tuần gần đây</b>
board-trend-line = • Tuần từ { $day }: { $rate } (P { $excused }, K { $unexcused }, chưa rõ { $unexplained })
board-trend-most = Cao nhất: { $day }, { $rate } ({ $absent }/{ $size } em).
board-trend-none = Chưa có điểm danh nào trong { $weeks } tuần gần đây.
board-trend-file = vang-{ $day }.png

# Tóm tắt cuối ngày.
board-summary = 🌇 <b>Tóm tắt ngày { $day }</b>
board-summary-half =
    <b>{ $half ->
        [morning] Sáng
       *[afternoon] Chiều
    }</b>
board-summary-missing = Chưa điểm danh: { $names }.
board-summary-open = Còn { $count } em vắng chưa rõ lí do: { $names }.
board-summary-open-none = Mọi em vắng đều đã rõ lí do, hoặc gia đình đã xin nghỉ.
