# Điểm danh: các câu dùng chung.
roll-class = lớp { $name }
roll-day =
    { $weekday ->
        [0] thứ Hai
        [1] thứ Ba
        [2] thứ Tư
        [3] thứ Năm
        [4] thứ Sáu
        [5] thứ Bảy
       *[6] Chủ nhật
    } { $date }
roll-session =
    { $list }{ $kind ->
        [extra] , buổi phụ đạo, bồi dưỡng
        [club] , buổi câu lạc bộ
       *[main] { "" }
    }, { $half ->
        [morning] sáng
       *[afternoon] chiều
    } { $day }
roll-pupil = em { $name }
roll-state-present = có mặt
roll-state-excused = vắng có phép (P)
roll-state-unexcused = vắng không phép (K)
roll-state-unexplained = vắng, chưa rõ lí do
roll-state-late = đi muộn
roll-state-late-minutes = đi muộn { $minutes } phút
roll-state-late-arrived =
    vào lớp lúc { $time }{ $minutes ->
        [0] { "" }
       *[other] { " " }(muộn { $minutes } phút)
    }
roll-state-left = về sớm
roll-state-left-time = về sớm lúc { $time }
roll-state-left-lesson = về sớm từ tiết { $period }
roll-state-lesson-excused = nghỉ tiết { $period } có phép
roll-state-lesson-unexcused = bỏ tiết { $period }, không phép
roll-state-lesson-unexplained = vắng tiết { $period }, chưa rõ lí do

# Tin báo lại sau khi lưu.
roll-saved = ✅ <b>Đã lưu</b> điểm danh { $session }
roll-unchanged = Không có gì thay đổi: điểm danh { $session } đã đúng như vậy.
roll-present = Có mặt { $present }/{ $total }
roll-absent = vắng { $count } ({ $kinds })
roll-count-excused = { $count } có phép
roll-count-unexcused = { $count } không phép
roll-count-unexplained = { $count } chưa rõ
roll-count-late = đi muộn { $count }
roll-count-left = về sớm { $count }
roll-count-skipped = vắng một tiết { $count }
roll-more = … và { $count } em nữa, xem đủ trong [Sửa].
roll-told = Gia đình { $who } sẽ được báo lúc { $time } nếu thầy/cô không sửa.
roll-told-many = Gia đình của { $count } em sẽ được báo lúc { $time } nếu thầy/cô không sửa.
roll-corrected = Gia đình { $who } đã được báo trước đó sẽ nhận tin đính chính.
roll-corrected-many = Gia đình của { $count } em đã được báo trước đó sẽ nhận tin đính chính.
roll-unlinked = Phụ huynh chưa liên kết nên không nhận được tin, nhờ thầy/cô gọi:
roll-unlinked-one = • em { $name }: { $who }
roll-unlinked-more = • và { $count } em nữa
roll-contact =
    { $relation ->
        [father] cha
        [mother] mẹ
       *[guardian] người giám hộ
    } { $name }{ $known ->
        [yes] , { $phone }
       *[no] { "" }
    }
roll-no-contact = chưa có người liên hệ trong hồ sơ
roll-undo = Hoàn tác
roll-redo = Lấy lại
roll-edit = Sửa
roll-undone = ↩️ <b>Đã lưu</b> lại như trước: điểm danh { $session }
roll-withdrawn = ↩️ Đã hoàn tác. Hiện { $session } chưa có điểm danh.
roll-refused-before = Không ghi em { $name }: em vào danh sách từ ngày { $day }.
roll-refused-left = Không ghi em { $name }: em có tên trong danh sách đến hết ngày { $day }.
roll-remembered = Từ nay tôi hiểu “{ $short }” của thầy/cô là em { $name }.
roll-forget = Quên “{ $short }”
roll-forgotten = Đã quên cách gọi này. Lần sau tôi sẽ hỏi lại.
roll-forgotten-before = Cách gọi này đã được bỏ từ trước.

# Hỏi lại.
roll-which-list = Thầy/cô điểm danh lớp nào?
roll-not-saved-yet = Điểm danh { $session }: <b>chưa lưu</b>, tôi cần hỏi thêm.
roll-more-questions = (Sau câu này còn { $count } câu. Phần đã rõ vẫn được giữ.)
roll-ask-who = “{ $fragment }” là em nào?
roll-ask-nearest = Danh sách { $list } không có “{ $fragment }”. Có phải thầy/cô muốn nói:
roll-ask-nobody = Danh sách { $list } không có em nào gần giống “{ $fragment }”. Gõ { $numbered ->
    [yes] họ tên hoặc số thứ tự
   *[no] họ tên
  } của em, hoặc chọn:
roll-ask-one-or-two = “{ $fragment }” nên hiểu thế nào?
roll-ask-number-or-count = “{ $fragment }” là số thứ tự hay số em?
roll-ask-number-or-minutes = “{ $fragment }” nên hiểu thế nào?
roll-ask-bad-number = Danh sách { $list } không có số { $fragment }. Gõ họ tên hoặc số thứ tự đúng, hoặc chọn:
roll-ask-clash = “{ $fragment }” có hai cách ghi khác nhau. Cách nào đúng?
roll-ask-count = Tin ghi { $written ->
    [alone] { $expected } em
    [yes] “{ $fragment }”
   *[no] “{ $fragment }” ({ $expected })
  }, nhưng tôi đếm được { $found }{ $names }. Như vậy có đúng không?
roll-ask-unnamed = Tin ghi có { $number ->
    [0] em
   *[other] { $number } em
  } vắng nhưng chưa nêu tên. Thầy/cô gõ tên hoặc số thứ tự, ví dụ: <code>Lan p, Minh k</code>. Nếu cả lớp có mặt, gõ <code>đủ</code>.
roll-ask-bad-minutes = Số phút trong “{ $fragment }” phải từ 1 đến 300.
roll-ask-unreadable = Tôi chưa hiểu phần “{ $fragment }”.
roll-ask-rest = Điểm danh { $session }: <b>chưa lưu</b>. Tin này chưa nói về các em khác. Các em còn lại đều có mặt?
roll-rest-present = Đúng, các em khác có mặt
roll-choice-count = { $number } em, chưa nêu tên
roll-choice-number = Số thứ tự { $number }
roll-count-is-right = Đúng, lưu { $count } em vắng
roll-correct = Sửa lại
roll-leave-out = Bỏ qua phần này
roll-rewrite = Viết lại
roll-write-again =
    Chưa lưu gì. Thầy/cô chép tin dưới đây, sửa rồi gửi lại:
    <code>{ $text }</code>
    Ví dụ: <code>7A1 vắng Lan p, Minh k; muộn Huy 10</code>
roll-answer-not-understood = Tôi chưa hiểu câu trả lời. Chọn một câu, gõ tên hoặc số thứ tự, hay gõ /huy để thôi.

# Hai người cùng điểm danh.
roll-conflict = ⚠️ Chưa lưu tin của thầy/cô: { $name } đã lưu điểm danh { $session } lúc { $time }, khác với bản này:
roll-conflict-withdrawn = ⚠️ Chưa lưu tin của thầy/cô: { $name } vừa hoàn tác điểm danh { $session } lúc { $time }.
roll-overwrite = Ghi đè bằng bản của tôi
roll-keep-theirs = Giữ bản kia
roll-kept = Giữ bản của { $name }: điểm danh { $session }
roll-not-taken = Hiện { $session } chưa có điểm danh.

# Bảng chạm.
roll-grid = <b>Điểm danh { $session }</b>
roll-grid-hint = Chạm tên để đổi: ? vắng chưa rõ → P có phép → K không phép → M muộn → có mặt. Chạm [Lưu] để lưu.
roll-grid-in-words = Trả lời bằng số thứ tự, ví dụ: <code>vắng 3p 12; muộn 7 10 phút</code>, hoặc <code>đủ</code>.
roll-grid-all = Đủ
roll-grid-save = Lưu
roll-grid-drop = Hủy
roll-grid-left = Đã thôi, không đổi gì: { $session }
roll-sign-unexplained = ?
roll-sign-excused = P
roll-sign-unexcused = K
roll-sign-late = M
roll-sign-left = S
roll-page-before = ‹ Trang { $page }/{ $pages }
roll-page-after = Trang { $page }/{ $pages } ›

# Xem.
roll-look = Điểm danh { $session }, { $name } lưu lúc { $time }:
roll-look-which = Thầy/cô muốn xem lớp nào? Gõ /vangmat và tên lớp: { $names }.
roll-none-of-day = Chưa có điểm danh { $list } { $day }.
roll-no-lessons-now = Buổi này không có lớp nào học theo thời khóa biểu.
roll-all-taken = Tất cả các lớp đã điểm danh { $half ->
    [morning] buổi sáng
   *[afternoon] buổi chiều
  } { $day }.
roll-not-taken-by = Còn { $count } lớp chưa điểm danh { $half ->
    [morning] buổi sáng
   *[afternoon] buổi chiều
  } { $day }: { $names }.

# Không làm được, và vì sao.
roll-no-such-list = Không có lớp hay nhóm này trong năm học.
roll-no-such-roll = Lượt điểm danh này không còn nữa.
roll-not-yours = Thầy/cô không được phân công { $list } buổi này nên chưa lưu gì. Lớp và nhóm của thầy/cô: { $mine }.
roll-not-yours-none = Tài khoản này không được phân công điểm danh { $list }, nên chưa lưu gì.
roll-not-yours-to-see = Tài khoản này không được xem điểm danh của { $list }.
roll-unknown-class = Trường không có lớp { $typed }, nên chưa lưu gì. Lớp và nhóm của thầy/cô: { $mine }.
roll-unknown-class-all = Trường không có lớp { $typed }, nên chưa lưu gì. Các lớp: { $known }.
roll-say-class = Thầy/cô ghi rõ tên lớp, ví dụ: 7A1 vắng Lan p
roll-empty-list = Ngày này { $list } chưa có học sinh nào trong danh sách.
roll-none-yet = Buổi này { $list } chưa điểm danh nên chưa sửa được. Điểm danh trước, ví dụ: 7A1 đủ, hoặc 7A1 vắng Lan p; rồi gửi lại tin này.
roll-too-unclear = Tin này có { $count } chỗ tôi chưa hiểu nên chưa lưu gì. Thầy/cô xem lại lớp và tên, hoặc dùng /diemdanh để chạm tên.
roll-nothing-left = Tin này không còn em nào để ghi cho { $list }, nên chưa lưu gì. Nếu cả lớp có mặt, gửi: 7A1 đủ
roll-only-others = Chưa lưu gì: ngày { $day } { $names } không có trong danh sách { $list }.
roll-day-future = Ngày { $day } chưa đến nên chưa điểm danh được.
roll-day-outside = Ngày { $day } nằm ngoài năm học.
roll-day-break = Ngày { $day } là ngày nghỉ của trường ({ $name }).
roll-day-holiday = Ngày { $day } là ngày lễ ({ $name }), không có buổi học.
roll-day-weekday = { $weekday ->
    [6] Chủ nhật
   *[other] Ngày
  } { $day } trường không dạy.
roll-day-moved = Ngày { $day } trường cho nghỉ ({ $name }).
roll-day-too-late = Ngày { $day } đã quá { $days } ngày nên chỉ ban giám hiệu sửa được.
roll-undo-outdated = Sau lượt này đã có thay đổi khác ({ $name }), nên không hoàn tác được nữa. Hãy dùng [Sửa] ở tin mới nhất.
