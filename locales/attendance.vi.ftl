# Chuyên cần của một em: tháng, học kì, năm học.
attendance-period =
    { $span ->
        [month] tháng { $month }
        [term] học kì { $number }
       *[year] cả năm học
    }
attendance-month = Tháng { $month }
attendance-weekday =
    { $weekday ->
        [0] T2
        [1] T3
        [2] T4
        [3] T5
        [4] T6
        [5] T7
       *[6] CN
    }
attendance-head = 📅 <b>Chuyên cần { $period }</b>: em <b>{ $name }</b>, lớp { $class }
attendance-present = Đến lớp { $present }/{ $sessions } buổi đã điểm danh.
attendance-excused = Nghỉ có phép: { $count } buổi{ $days }.
attendance-unexcused = Nghỉ không phép: { $count } buổi{ $days }.
attendance-unexplained = Nghỉ, chưa rõ lí do: { $count } buổi{ $days }.
attendance-late = Đi muộn: { $count } lần{ $days }.
attendance-early = Về sớm: { $count } lần.
attendance-lessons = Vắng riêng từng tiết: { $count } tiết (không tính là buổi nghỉ).
attendance-days =
    { " " }({ $days }{ $more ->
        [0] )
       *[other] { " " }và { $more } ngày nữa)
    }
attendance-no-rolls = Chưa có buổi nào được điểm danh.
attendance-year = Từ đầu năm học: nghỉ { $count } buổi.
attendance-limit = Cả năm: <b>{ $count }/{ $limit }</b> buổi nghỉ.
attendance-limit-family = Từ đầu năm học em đã nghỉ { $count } buổi. Theo quy định, nghỉ không quá { $limit } buổi một năm thì em được xét lên lớp; gia đình và nhà trường cùng giúp em đi học đều nhé.
attendance-word-none = Khi lớp có điểm danh, gia đình sẽ thấy ở đây.
attendance-word-full = Em đi học đầy đủ và đúng giờ. Cảm ơn gia đình đã luôn đồng hành cùng em!
attendance-word-late = Em đến lớp đủ các buổi. Cảm ơn gia đình; em đến sớm vài phút nữa thì thật tốt.
attendance-word-thanks = Cảm ơn gia đình đã giúp em đi học đều.
attendance-word-ask = Có buổi nhà trường chưa rõ lí do em nghỉ. Gia đình nhắn giúp thầy/cô chủ nhiệm để ghi cho đúng nhé.
attendance-word-talk = Mỗi buổi đến lớp đều có ích cho em. Gia đình đang có việc khó thì cứ nói với thầy/cô chủ nhiệm, nhà trường sẽ cùng tìm cách giúp em.
attendance-picture-under = Lớp { $class } · Chuyên cần { $period }
attendance-picture-limit = Từ đầu năm học: nghỉ { $count }/{ $limit } buổi
attendance-legend-present = đến lớp
attendance-legend-excused = có phép
attendance-legend-unexcused = không phép
attendance-legend-unexplained = chưa rõ lí do
attendance-legend-late = đi muộn
attendance-legend-early = về sớm
attendance-legend-lesson = vắng một tiết
attendance-which = Thầy/cô, phụ huynh muốn xem chuyên cần của ai?
attendance-which-near = Không có em nào tên đúng là “{ $typed }”. Có phải một trong các em này?
attendance-of-class = { $name } ({ $class })
attendance-button-class = Cả lớp { $class }
attendance-class-head = 📅 <b>Chuyên cần lớp { $class }</b> { $period }: { $count }/{ $size } em có nghỉ hoặc đi muộn.
attendance-class-none = Các em đều đi học đầy đủ, đúng giờ.
attendance-class-more = … và { $count } em nữa.
attendance-class-ask = Xem một em: chọn tên, hoặc gõ <code>/chuyencan</code> kèm tên và lớp, ví dụ <code>/chuyencan Lan { $class } tháng 11</code>
attendance-sums =
    { $total ->
        [0] không nghỉ buổi nào
       *[other] nghỉ { $total } (P { $excused }, K { $unexcused }{ $unexplained ->
            [0] )
           *[other] , chưa rõ { $unexplained })
        }
    }{ $late ->
        [0] { "" }
       *[other] , muộn { $late } lần
    }
attendance-no-such-month = Năm học này chưa có tháng { $month }. Ví dụ: <code>/chuyencan tháng 11</code>
attendance-no-such-term = Chưa đến học kì { $term }, hoặc nhà trường chưa chia học kì. Ví dụ: <code>/chuyencan học kì 1</code>
attendance-no-such-pupil = Không tìm thấy em này.
attendance-not-yours = Chuyên cần của từng em chỉ gia đình, giáo viên chủ nhiệm và ban giám hiệu xem được.
attendance-not-own-child = Không có em “{ $typed }” trong các em của gia đình: { $names }. Ví dụ: <code>/chuyencan tháng 11</code>
attendance-unknown-class = Trường không có lớp { $typed }. Các lớp: { $known }. Ví dụ: <code>/chuyencan Lan 7A1</code>
attendance-say-class = Thầy/cô ghi thêm lớp giúp, ví dụ: <code>/chuyencan Lan 7A1</code>, <code>/chuyencan 7A1</code>
attendance-no-such-name = Không thấy “{ $typed }” trong danh sách { $list }. Gõ tên hoặc số thứ tự, ví dụ: <code>/chuyencan Lan 7A1</code>, <code>/chuyencan 15 7A1 học kì 1</code>

# Báo sớm về chuyên cần: tới giáo viên chủ nhiệm trước.
attendance-warning-month = 🔎 Em { $name } ({ $class }) nghỉ không phép { $count } buổi trong tháng { $month }{ $days }.
attendance-warning-row = 🔎 Em { $name } ({ $class }) nghỉ { $count } ngày học liền nhau{ $days }.
attendance-warning-year = 🔎 Em { $name } ({ $class }) từ đầu năm học đã nghỉ { $count }/{ $limit } buổi (có phép { $excused }, không phép { $unexcused }). Quá { $limit } buổi thì em không được xét lên lớp.
attendance-warning-dropout =
    🔎 Em { $name } ({ $class }) nghỉ { $count } ngày học liền nhau từ { $since }, { $occasion ->
        [tet] sau kì nghỉ Tết
       *[harvest] giữa mùa thu hoạch
    }.
attendance-warning-quiet = Báo riêng để thầy/cô để ý, phòng khi em có ý định bỏ học. Tin này không gửi gia đình.
attendance-warning-ask = Tin này chỉ gửi thầy/cô, chưa gửi gia đình: mong thầy/cô trao đổi với gia đình trước.
attendance-warning-contact = 📞 { $who }: { $phone }
attendance-warning-gone = Đã thôi: điểm danh được sửa nên điều này không còn đúng.
attendance-warning-withdrawn = <b>Đính chính</b> về em { $name } ({ $class }): điểm danh đã được sửa, thầy/cô không cần trao đổi với gia đình về điều sau nữa.
attendance-talked = ✅ { $who } đã trao đổi với gia đình lúc { $at }, ngày { $day }.
attendance-talked-already = { $name } đã ghi là đã trao đổi với gia đình, { $at }.
attendance-button-talked = Đã trao đổi với gia đình
attendance-button-not-talked = Bỏ ghi nhận đã trao đổi
attendance-button-look = Xem chuyên cần
attendance-kept =
    🔎 { $day }: { $kind ->
        [month] { $count } buổi không phép tháng { $month }
        [row] { $count } ngày nghỉ liền nhau
       *[year] { $count } buổi nghỉ từ đầu năm
    }; { $talked ->
        [yes] đã trao đổi với gia đình { $on }.
       *[no] chưa ghi là đã trao đổi với gia đình.
    }
attendance-class-open = 🔎 là em đã có báo sớm, chưa ghi là đã trao đổi với gia đình.
attendance-button-period =
    { $span ->
        [month] Tháng { $month }
        [term] Học kì { $number }
       *[year] Cả năm học
    }
