# Nghỉ học đột xuất (bão, lũ): cho nghỉ, báo gia đình, học bù, hủy.
roll-day-closed = Ngày { $day } trường cho nghỉ học đột xuất nên không có buổi học. Nếu vẫn học, hiệu trưởng hoặc phó hiệu trưởng mở lại ở /nghihoc.
roll-half-closed = Buổi { $half ->
    [morning] sáng
   *[afternoon] chiều
  } { $day } trường cho nghỉ học đột xuất{ $name ->
    [none] { "" }
   *[other] { " " }({ $name })
  }, nên không điểm danh. Nếu vẫn học, hiệu trưởng hoặc phó hiệu trưởng mở lại ở /nghihoc.
roll-card-closed =
    ⛔ <b>Nghỉ học: { $session }.</b> Không cần điểm danh.{ $why ->
        [none] { "" }
       *[other] { " " }Lí do: { $why }.
    }
roll-card-open-again = Trường vẫn học như thường, mời thầy/cô điểm danh.

closure-of-school = toàn trường
closure-of-grade = khối { $names }
closure-of-class = lớp { $names }
closure-pupil = em { $name } ({ $class })
closure-one-day =
    { $half ->
        [morning] sáng { $day }
        [afternoon] chiều { $day }
       *[whole] { $day }
    }
closure-several-days =
    { $half ->
        [morning] các buổi sáng từ { $first } đến { $last }
        [afternoon] các buổi chiều từ { $first } đến { $last }
       *[whole] từ { $first } đến { $last }
    }
closure-line =
    • { $whom }: { $days }{ $why ->
        [none] { "" }
       *[other] ; lí do: { $why }
    }
closure-makeup-line = Học bù cho { $lost }: <b>{ $day }</b>, theo thời khóa biểu của ngày đã nghỉ.

closure-standing = <b>Đang cho nghỉ học:</b>
closure-whom =
    Cho nghỉ học những lớp nào? Chọn, hoặc gõ tên lớp, ví dụ: <code>6A1, 6A2</code>.
    Cũng có thể nhắn một câu: <code>cho nghỉ học khối 6 ngày mai vì bão</code>
closure-when = Nghỉ ngày nào? Chọn, hoặc gõ, ví dụ: <code>mai</code>; <code>chiều nay</code>; <code>từ 2/12 đến 4/12</code>
closure-preview =
    <b>Cho { $whom } nghỉ học { $days }</b>{ $why ->
        [none] { "" }
       *[other] . Lí do: { $why }
    }
closure-preview-told = Sẽ báo ngay cho { $guardians } phụ huynh và { $staff } cán bộ, giáo viên. Không gửi thẻ điểm danh, không báo vắng.
closure-preview-unlinked = { $count } học sinh chưa có phụ huynh nào liên kết: giáo viên chủ nhiệm cần gọi điện.
closure-preview-rolls = { $count } lớp đã điểm danh buổi này: bản điểm danh không tính nữa, báo vắng chưa gửi sẽ dừng.
closure-preview-kept = { $count } lớp có em mà gia đình đã được báo là chưa thấy ở lớp: bản điểm danh và việc tìm em giữ nguyên.
closure-preview-why = Muốn ghi lí do, nhắn tiếp, ví dụ: <code>vì bão số 10</code>
closure-button-close = Cho nghỉ và báo ngay
closure-button-stop = Thôi
closure-button-makeup = Chọn ngày học bù
closure-button-drop = Bỏ học bù { $day }
closure-button-back = Vẫn học, hủy nghỉ
closure-button-sure-back = Đúng, vẫn học và báo lại
closure-stopped = Đã bỏ, chưa cho nghỉ và chưa báo ai.
closure-saved = ✅ <b>Đã lưu: cho nghỉ học.</b>
closure-saved-means = Tin đang được gửi tới gia đình và giáo viên. Buổi nghỉ không có thẻ điểm danh, không báo vắng.
closure-back-ask = Vẫn học như thường: { $line }? Ai đã nhận tin nghỉ sẽ nhận tin báo lại ngay.
closure-back-done = ✅ Đã lưu: vẫn học như thường, { $line }. Ai đã nhận tin nghỉ đang được báo lại.
closure-makeup-ask = Học bù cho { $lost } vào ngày nào? Các lớp học theo thời khóa biểu của ngày đã nghỉ.
closure-makeup-no-room = Tám tuần tới không có thứ Bảy, Chủ nhật nào trống cho buổi học của { $lost }. Mở ngày khác ở /lichnghi, ví dụ: <code>/lichnghi học 5/12 theo thứ 5</code>
closure-makeup-all = Các ngày nghỉ này đều đã có ngày học bù.
closure-makeup-saved = ✅ Đã lưu ngày học bù; gia đình và giáo viên đang được báo.
closure-makeup-dropped = Đã lưu: không học bù { $day } nữa; gia đình và giáo viên đang được báo lại.

closure-unknown = Trường không có lớp hoặc khối { $typed }, nên chưa cho nghỉ. Các lớp: { $known }.
closure-several = Mỗi lần cho nghỉ một ngày hoặc các ngày liền nhau, ví dụ: cho nghỉ học khối 6 từ 2/12 đến 4/12 vì bão. Ngày khác nhắn thêm một tin.
closure-day-unclear = Chưa rõ ngày nào. Ví dụ: mai; chiều nay; thứ Năm; từ 2/12 đến 4/12
closure-none = Lần cho nghỉ này không còn. Xem các lần còn hiệu lực ở /nghihoc.
closure-no-such-class = Không có lớp nào như vậy. Ví dụ: cho nghỉ học lớp 6A1, 6A2 ngày mai vì mất nước
closure-end-before-start = Ngày cuối đứng trước ngày đầu. Ví dụ: từ 2/12 đến 4/12
closure-past = Ngày { $day } đã qua nên không cho nghỉ được nữa.
closure-too-long = Mỗi lần cho nghỉ nhiều nhất { $days } ngày. Ví dụ: từ 2/12 đến 4/12
closure-too-far = Chỉ nhận ngày trong { $days } ngày tới. Ngày xa hơn ghi vào lịch của trường ở /lichnghi.
closure-reason-unclear = Lí do có kí tự không đọc được. Ví dụ: vì bão số 10
closure-over = Các buổi học hôm nay đã xong. Ví dụ: cho nghỉ học toàn trường ngày mai vì bão
closure-already = Những buổi này đã được cho nghỉ rồi, chưa báo thêm ai. Xem ở /nghihoc.
closure-withdrawn-before = { $name } đã hủy lần cho nghỉ này lúc { $at }.
closure-makeup-past = Ngày { $day } không làm ngày học bù được: phải từ hôm nay trở đi và ngoài những ngày nghỉ.
closure-makeup-far = Ngày { $day } quá xa. Ngày học bù trong vòng tám tuần tới.
closure-makeup-off = Ngày { $day } là ngày lễ hoặc ngày nghỉ{ $name ->
    [none] { "" }
   *[other] { " " }({ $name })
  } nên không học bù được. Chọn ngày khác, ví dụ thứ Bảy tuần sau.
closure-makeup-taken = Lớp { $name } đã có tiết { $half ->
    [morning] sáng
   *[afternoon] chiều
  } { $day } nên không học bù buổi ấy được. Chọn ngày khác.
closure-makeup-already = Ngày này đã có ngày học bù là { $day }.
closure-makeup-held = Ngày học bù { $day } đã có lớp điểm danh nên không bỏ được nữa.
closure-makeup-none = Ngày học bù này không còn.

closure-news-family =
    ⛔ <b>Nghỉ học { $days }</b>
    Kính gửi phụ huynh { $pupils }: nhà trường cho { $whom } nghỉ học { $days }.{ $why ->
        [none] { "" }
       *[other] { " " }Lí do: { $why }.
    } Gia đình không cần xin phép. Mong gia đình giữ an toàn cho các em.
closure-news-staff =
    ⛔ <b>Nghỉ học: { $whom }, { $days }</b>{ $why ->
        [none] { "" }
       *[other] . Lí do: { $why }
    }
    { $who } đã cho nghỉ; gia đình đang được báo. Không có thẻ điểm danh, không báo vắng.
closure-news-reopened-family =
    ✅ <b>Vẫn học như thường { $days }</b>
    Kính gửi phụ huynh { $pupils }: tin nghỉ học { $days } gửi trước đây không còn hiệu lực. Mời các em đi học như thường. Nhà trường xin lỗi vì sự thay đổi này.
closure-news-reopened-staff =
    ✅ <b>Vẫn học như thường: { $whom }, { $days }</b>
    Tin nghỉ học gửi trước đây không còn hiệu lực; gia đình đang được báo lại.
closure-news-makeup-family =
    📅 <b>Học bù { $day }</b>
    Kính gửi phụ huynh { $pupils }: { $half ->
        [morning] buổi sáng
        [afternoon] buổi chiều
       *[whole] các buổi
    } { $lost } đã nghỉ được học bù vào { $day }, theo thời khóa biểu của ngày đã nghỉ.
closure-news-makeup-staff =
    📅 <b>Học bù { $day }: { $whom }</b>
    Học theo thời khóa biểu của { $lost }; thẻ điểm danh đến như ngày thường.
closure-news-dropped-family =
    📅 <b>Không học bù { $day } nữa</b>
    Kính gửi phụ huynh { $pupils }: buổi học bù { $day } (cho { $lost }) đã hủy. Có ngày khác nhà trường sẽ báo.
closure-news-dropped-staff =
    📅 <b>Không học bù { $day } nữa: { $whom }</b>
    Buổi học bù cho { $lost } đã hủy; gia đình đang được báo lại.
