# Thẻ điểm danh: tự đến sau giờ vào lớp.
roll-card-head = 📋 <b>Điểm danh { $session }</b>
roll-card-head-reminder = ⏰ <b>Chưa có điểm danh { $session }.</b>
roll-card-head-homeroom =
    🔔 <b>Lớp chủ nhiệm của thầy/cô chưa có điểm danh: { $session }.</b>{ $known ->
        [yes] { " " }{ $who } đã nhận thẻ lúc { $at }, chưa trả lời.
       *[no] { "" }
    }
roll-card-reopened = Bản điểm danh vừa rồi đã được hoàn tác.
roll-card-size = Sĩ số { $count }.
roll-card-leave =
    Xin nghỉ: { $names }{ $more ->
        [0] .
       *[other] ; và { $more } em nữa.
    }
roll-card-leave-granted = { $name } (đã cho phép)
roll-card-leave-asked = { $name } (chờ trả lời)
roll-card-ask =
    { $leave ->
        [0] Cả lớp có mặt thì chọn Đủ.
       *[other] Các em khác có mặt đủ thì chọn Đủ; em xin nghỉ vẫn ghi là nghỉ.
    } Có em vắng thì chọn Có vắng, hoặc nhắn tên các em vắng.
roll-card-full =
    { $leave ->
        [0] Đủ
       *[other] Đủ, trừ { $leave } em xin nghỉ
    }
roll-card-absent = Có vắng
roll-card-mine = Tôi đang dạy lớp này
roll-card-mine-of = Tôi đang dạy { $name }
roll-card-moved = { $who } đang dạy { $session }, nhận thẻ điểm danh lúc { $at }.
roll-card-yours = Thẻ điểm danh { $name } đã chuyển cho thầy/cô.
roll-card-taken = ✅ { $who } đã lưu điểm danh { $session } lúc { $at }: có mặt { $present }/{ $total }.
roll-card-kept =
    { $count ->
        [one] Em này có đơn xin nghỉ nên vẫn ghi là nghỉ. Nếu em đã đến lớp, chọn Sửa.
       *[other] Các em này có đơn xin nghỉ nên vẫn ghi là nghỉ. Em nào đã đến lớp, chọn Sửa.
    }
roll-card-open = Các lớp thầy/cô dạy chưa có điểm danh: { $names }. Thầy/cô đang dạy lớp nào?
roll-card-open-one = Thời khóa biểu buổi này không có tên thầy/cô ở { $names }. Nếu đang dạy lớp này, thầy/cô nhận thẻ điểm danh:
roll-card-already = { $name } đã lưu điểm danh { $list } lúc { $time }. Muốn sửa, gõ /diemdanh { $list }
roll-not-yours-yet = Thầy/cô không được phân công { $list } buổi này nên chưa lưu gì. Nếu đang dạy lớp này, gõ /diemdanh { $list } để nhận thẻ, rồi gửi lại tin. Lớp và nhóm của thầy/cô: { $mine }.

# Đơn xin nghỉ đã biết trước.
roll-by-leave = Ghi nghỉ theo đơn xin nghỉ: { $names }. Em nào đã đến lớp, chọn Sửa.
roll-grid-leave = Xin nghỉ: { $names }

# Như hôm qua.
roll-repeat =
    Điểm danh { $session }: <b>chưa lưu</b>. { $count ->
        [0] Buổi trước ({ $before }) đủ cả lớp.
       *[other] Theo buổi trước ({ $before }):
    } Đúng thì chọn Lưu.
roll-repeat-none = Chưa có buổi nào trước đó của { $list } được điểm danh, nên không có gì để chép lại. Ví dụ: 7A1 vắng Lan p

# Danh sách lớp chưa điểm danh, gửi phó hiệu trưởng.
missing-rolls =
    🔴 <b>Chưa điểm danh</b> { $half ->
        [morning] sáng
       *[afternoon] chiều
    } { $day }: { $names }
missing-rolls-asked = • { $name }: { $who }
missing-rolls-nobody = • { $name }: chưa có ai của lớp liên kết tài khoản
missing-rolls-came = Đã có thêm { $count } lớp.
missing-rolls-none =
    ✅ Các lớp trong danh sách { $half ->
        [morning] sáng
       *[afternoon] chiều
    } { $day } đều đã điểm danh ({ $count } lớp).
