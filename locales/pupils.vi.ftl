# Học sinh đến, đi, chuyển lớp (/hocsinh).
pupil-head = <b>Học sinh chuyển đến, chuyển đi, thôi học, chuyển lớp, học lại</b>
pupil-examples =
    Thầy/cô nhắn một dòng, hoặc bấm từng bước:
    <code>/hocsinh Lan { $klass } chuyển trường từ 1/12</code>
    <code>/hocsinh Minh { $klass } thôi học từ hôm nay</code>
    <code>/hocsinh nhận Nguyễn Văn An, nam, sinh 12/3/2014, lớp { $klass }, mẹ Lê Thị Bình 0912345678</code>
    Xem riêng một lớp: <code>/hocsinh { $klass }</code>
pupil-changes-head = Thay đổi gần đây:
pupil-change-in = { $day }: <b>{ $name }</b> chuyển đến lớp { $now }
pupil-change-out = { $day }: <b>{ $name }</b>, lớp { $left }, chuyển đi
pupil-change-dropped = { $day }: <b>{ $name }</b>, lớp { $left }, thôi học
pupil-change-moved = { $day }: <b>{ $name }</b> chuyển từ lớp { $left } sang lớp { $now }
pupil-change-returned = { $day }: <b>{ $name }</b> học lại ở lớp { $now }
pupil-class-head =
    <b>Lớp { $klass }</b>: sĩ số hôm nay { $size }. { $changed ->
        [yes] Thay đổi trong năm học:
       *[no] Năm học này chưa có thay đổi.
    }

pupil-kind-out = Chuyển đi
pupil-kind-dropped = Thôi học
pupil-kind-moved = Chuyển lớp
pupil-kind-returned = Học lại
pupil-kind-in = Chuyển đến

pupil-card = Em <b>{ $name }</b>, số { $number }, lớp { $klass }
pupil-stay =
    { $ends ->
        [none] Lớp { $klass } từ { $starts }{ "" }
       *[other] Lớp { $klass } từ { $starts } đến hết { $ends }{ "" }
    }{ $how ->
        [transferred] {" "}(chuyển đi)
        [dropped_out] {" "}(thôi học)
        [suspended] {" "}(bảo lưu)
        [changed_class] {" "}(chuyển lớp)
       *[other] { "" }
    }
pupil-ask-kind = Thầy/cô ghi nhận điều gì?
pupil-ask-name =
    { $kind ->
        [returned] Em nào học lại?
        [out] Em nào chuyển đi?
        [dropped] Em nào thôi học?
        [moved] Em nào chuyển lớp?
       *[other] Em nào?
    } Nhắn tên và lớp, ví dụ: <code>Lan 7A1</code> hoặc <code>15 7A1</code>
pupil-which =
    { $kind ->
        [returned] Em nào học lại?
       *[other] Thầy/cô muốn nói em nào?
    } Chọn một em, hoặc nhắn họ tên đầy đủ và lớp.
pupil-ask-new =
    Thầy/cô nhắn họ tên; thêm ngày sinh, giới tính, mã học sinh và cha, mẹ (họ tên, số điện thoại) nếu đã biết. Ví dụ:
    <code>Nguyễn Văn An, nam, sinh 12/3/2014, lớp { $klass }, mẹ Lê Thị Bình 0912345678</code>
pupil-ask-class =
    { $kind ->
        [moved] Em chuyển sang lớp nào?
        [in] Em vào lớp nào?
       *[other] Em học lớp nào?
    }
pupil-ask-day =
    { $kind ->
        [out] Em { $name } không còn học ở trường từ ngày nào?
        [dropped] Em { $name } thôi học từ ngày nào?
        [moved] Em { $name } học ở lớp mới từ ngày nào?
       *[other] Em { $name } vào học từ ngày nào?
    } Chọn hoặc nhắn ngày, ví dụ: <code>1/12</code>
pupil-today = Hôm nay { $day }
pupil-tomorrow = Ngày mai { $day }
pupil-preview-out = Em <b>{ $name }</b>, số { $number } lớp { $left }: <b>chuyển đi</b>, không còn trong danh sách từ { $day }.
pupil-preview-dropped = Em <b>{ $name }</b>, số { $number } lớp { $left }: <b>thôi học</b>, không còn trong danh sách từ { $day }.
pupil-preview-moved = Em <b>{ $name }</b>, số { $number } lớp { $left }: <b>chuyển sang lớp { $now }</b> từ { $day }.
pupil-preview-returned = Em <b>{ $name }</b>, trước đây số { $number } lớp { $left }: <b>học lại ở lớp { $now }</b> từ { $day }.
pupil-preview-in = Em <b>{ $name }</b>: <b>vào lớp { $now }</b> từ { $day }.
pupil-new-facts =
    Ngày sinh: { $birth ->
        [none] chưa có
       *[other] { $birth }
    }; giới tính: { $gender ->
        [M] nam
        [F] nữ
       *[none] chưa có
    }; mã học sinh: { $code ->
        [none] chưa có
       *[other] { $code }
    }.
pupil-new-adult =
    { $relation ->
        [father] Cha
        [mother] Mẹ
       *[guardian] Người giám hộ
    }: { $name }, { $phone ->
        [none] chưa có số điện thoại
       *[other] { $phone }
    }.
pupil-new-alone = Chưa có tên cha, mẹ hoặc người giám hộ; thầy/cô bổ sung sau ở hồ sơ.
pupil-namesake = Lưu ý: lớp { $klass } đã có em cùng tên (số { $numbers }).
pupil-not-yet = Chưa lưu. Đúng thì chọn Ghi nhận; nhắn ngày khác nếu cần đổi ngày.
pupil-save = Ghi nhận
pupil-stop = Thôi
pupil-stopped = Đã thôi, chưa ghi gì.
pupil-again = Chưa rõ ý thầy/cô.
pupil-saved-out = ✅ Đã lưu: em <b>{ $name }</b> chuyển đi, không còn trong danh sách lớp { $left } từ { $day }. Số { $number } không giao cho em khác.
pupil-saved-dropped = ✅ Đã lưu: em <b>{ $name }</b> thôi học, không còn trong danh sách lớp { $left } từ { $day }. Số { $number } vẫn giữ cho em.
pupil-saved-moved = ✅ Đã lưu: em <b>{ $name }</b> chuyển từ lớp { $left } sang lớp { $now } từ { $day }, số { $number }. Giáo viên chủ nhiệm và gia đình sẽ được báo.
pupil-saved-returned = ✅ Đã lưu: em <b>{ $name }</b> học lại ở lớp { $now } từ { $day }, số { $number }.
pupil-saved-in = ✅ Đã lưu: em <b>{ $name }</b> vào lớp { $now } từ { $day }, số { $number }. Mời gia đình: <code>/giadinh { $now } { $number }</code>
pupil-recounted = Các buổi đã điểm danh từ ngày đó được tính lại theo danh sách mới.
pupil-undo = Hoàn tác
pupil-undone =
    Đã hoàn tác: em <b>{ $name }</b> { $kind ->
        [out] không ghi chuyển đi
        [dropped] không ghi thôi học
        [moved] không ghi chuyển lớp
        [returned] không ghi học lại
       *[in] không ghi chuyển đến
    } từ { $day } nữa.

# Từ chối
pupil-move-heads = Chuyển lớp liên quan hai lớp nên do ban giám hiệu hoặc quản trị ghi. Thầy/cô nhắn giúp ban giám hiệu.
pupil-same-class = Em { $name } đang học lớp { $klass } rồi.
pupil-planned = Em { $name } đã có một thay đổi ghi cho ngày sau đó. Thầy/cô hoàn tác lần ghi ấy trước.
pupil-here-already = Em { $name } đang có tên ở lớp { $klass } vào ngày đó. Muốn đổi lớp, nhắn ví dụ: /hocsinh Lan 7A1 chuyển sang lớp 7A2 từ 1/12
pupil-unknown = Không tìm thấy học sinh này.
pupil-no-such-entry = Không tìm thấy lần ghi này.
pupil-undone-before = Lần ghi này đã được hoàn tác trước đó.
pupil-undo-outdated = Sau lần ghi này, danh sách của em đã thay đổi nữa nên không hoàn tác được. Thầy/cô ghi thay đổi mới bằng /hocsinh.
pupil-undo-rolled = Em { $name } đã có trong điểm danh, đơn xin nghỉ hoặc nhận xét nên không xóa được. Nếu em không học ở trường, ghi chuyển đi: /hocsinh
pupil-left-already = Em { $name } đã không còn trong danh sách từ { $day }.
pupil-not-here = Vào ngày { $day } em chưa có tên ở lớp nào. Thầy/cô xem lại ngày, ví dụ: từ 1/12
pupil-day-first = Em { $name } mới có tên ở lớp { $klass } từ { $since }; ngày ghi phải sau ngày đó. Nếu lần ghi trước bị nhầm, chọn Hoàn tác ở lần ghi ấy.
pupil-day-outside = Ngày { $day } ở ngoài năm học ({ $first } đến { $last }). Thầy/cô nhắn lại ngày, ví dụ: 1/12
pupil-day-far = Ngày { $day } cách hôm nay hơn { $days } ngày. Thầy/cô xem lại năm và tháng, ví dụ: 1/12
pupil-no-such-day = Lịch không có ngày đó. Thầy/cô nhắn lại, ví dụ: 1/12 hoặc ngày mai
pupil-number-alone = Số { $number } của lớp nào? Thầy/cô nhắn kèm lớp, ví dụ: 15 7A1
pupil-not-found =
    Không thấy em «{ $who }»{ $klass ->
        [none] { "" }
       *[other] {" "}ở lớp { $klass }
    }{ $kind ->
        [returned] {" "}trong số các em đã rời lớp
       *[other] { "" }
    }. Thầy/cô nhắn tên và lớp, ví dụ: Lan 7A1
pupil-code-taken = Mã { $code } là của em { $name }. Thầy/cô xem lại mã hoặc họ tên.

# Tin báo
pupil-news =
    { $kind ->
        [out] Em <b>{ $name }</b>, số { $number } lớp { $left }, chuyển đi từ { $day }.
        [dropped] Em <b>{ $name }</b>, số { $number } lớp { $left }, thôi học từ { $day }.
        [moved] Em <b>{ $name }</b> chuyển từ lớp { $left } sang lớp { $now } từ { $day }, số { $number }.
        [returned] Em <b>{ $name }</b> học lại ở lớp { $now } từ { $day }, số { $number }.
       *[in] Em <b>{ $name }</b> chuyển đến lớp { $now } từ { $day }, số { $number }.
    } { $who } đã ghi nhận.
pupil-news-undone =
    Đính chính: em <b>{ $name }</b> { $kind ->
        [out] không chuyển đi
        [dropped] không thôi học
        [moved] không chuyển từ lớp { $left } sang lớp { $now }
        [returned] chưa học lại ở lớp { $now }
       *[in] không vào lớp { $now }
    } từ { $day }; lần ghi ấy đã được hoàn tác.
pupil-news-family =
    Kính gửi phụ huynh em <b>{ $name }</b>: { $kind ->
        [moved] từ { $day } em học ở lớp { $now }.
        [returned] từ { $day } em học lại ở lớp { $now }.
       *[in] từ { $day } em học ở lớp { $now }.
    }{ $named ->
        [yes] {" "}Giáo viên chủ nhiệm: { $teacher }.
       *[no] { "" }
    }
pupil-news-family-undone = Kính gửi phụ huynh em <b>{ $name }</b>: nhà trường đính chính tin về lớp học của em; em vẫn theo lớp như trước.
