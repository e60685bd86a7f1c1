# Khen và nhắc trong tuần, sơ kết tuần.
remark-saved = Đã lưu lời { $kind ->
    [praise] khen
   *[remind] nhắc
  } { $whole ->
    [yes] cả lớp <b>{ $name }</b>
   *[no] <b>{ $names }</b>, lớp { $name }
  }{ $said ->
    [yes] : { $text }
   *[no] .
  }
    Lời này có trong sơ kết tuần của lớp.
remark-undone = Đã hoàn tác: lời { $kind ->
    [praise] khen
   *[remind] nhắc
  } vừa rồi ở lớp { $name } không còn.
remark-already-gone = Lời này đã được hoàn tác rồi.
remark-which-class = { $kind ->
    [praise] Khen
   *[remind] Nhắc
  } em ở lớp nào?
remark-which-pupil = { $kind ->
    [praise] Khen
   *[remind] Nhắc
  } em nào của lớp { $name }?
remark-say-whom = { $kind ->
    [praise] Khen em nào? Ví dụ: khen Lan { $name } phát biểu tốt
   *[remind] Nhắc em nào? Ví dụ: nhắc Minh { $name } chưa làm bài
  }
remark-say-class = { $kind ->
    [praise] Khen em ở lớp nào? Ví dụ: khen Lan 7A1 phát biểu tốt
   *[remind] Nhắc em ở lớp nào? Ví dụ: nhắc Minh 7A1 chưa làm bài
  }
remark-nobody = Chưa rõ «{ $typed }» là em nào. { $kind ->
    [praise] Ví dụ: khen Lan { $name } phát biểu tốt
   *[remind] Ví dụ: nhắc Minh { $name } chưa làm bài
  }
    Muốn nhắn cho phụ huynh, xin viết: thông báo { $name }: …
remark-one-a-message = Mỗi tin một lời khen hoặc nhắc, nên chưa ghi gì. Xin gửi riêng từng tin, ví dụ: khen Lan { $name } phát biểu tốt; rồi tin khác: nhắc Minh { $name } chưa làm bài
remark-not-your-class = Thầy/cô không dạy lớp { $name }, nên chưa ghi được khen, nhắc ở lớp này.
remark-not-in-class = Có em không còn ở lớp này. Xin nhắn lại, ví dụ: khen Lan 7A1 phát biểu tốt
remark-long = Lời ghi dài quá { $most } chữ cái. Xin viết gọn, ví dụ: khen Lan 7A1 phát biểu tốt
week-head = <b>Sơ kết tuần{ $week ->
    [0] {""}
   *[other] {" "}{ $week }
  }, lớp { $name }</b> ({ $first } – { $last })
week-full = Chuyên cần: cả lớp đi học đầy đủ, không em nào vắng.
week-none = Chuyên cần: tuần này chưa có lần điểm danh nào.
week-sums = Chuyên cần: { $total } lượt vắng (có phép { $excused }, không phép { $unexcused }{ $open ->
    [0] {""}
   *[other] , chưa rõ { $open }
  }){ $late ->
    [0] {""}
   *[other] , { $late } lượt đi muộn
  }.
week-pupil = { $name }: { $said }
week-p = có phép { $count }
week-k = không phép { $count }
week-open = chưa rõ { $count }
week-late = muộn { $count }
week-early = về sớm { $count }
week-skipped = bỏ tiết { $count }
week-praise = <b>Khen</b>
week-remind = <b>Nhắc</b>
week-class = Cả lớp
week-praise-none = Chưa có lời khen nào được ghi. Ví dụ: khen Lan { $name } phát biểu tốt
week-remind-none = Không có lời nhắc nào.
week-said = { $names }: { $text } ({ $who })
week-said-bare = { $names } ({ $who })
week-gaps = <b>Thầy/cô xem lại, không đọc trước lớp</b>
week-gap-rolls = Chưa điểm danh: { $days }
week-gap-open = Còn vắng chưa rõ lí do: { $names }
week-gap-half = { $half ->
    [morning] sáng
   *[afternoon] chiều
  } { $day }
week-which-class = Xin ghi tên một lớp, ví dụ: /sokettuan 7A1
week-no-days = Tuần từ { $first } đến { $last } không có buổi học nào.
help-remarks =
    <b>Khen, nhắc</b>: <code>khen Lan { $klass } phát biểu tốt</code>, <code>nhắc Minh { $klass } chưa làm bài</code>; có trong sơ kết tuần, nhầm thì [Hoàn tác].
help-lists =
    <b>Sau điểm danh</b>: ai vắng chưa rõ lí do, ai cần đối chiếu với gia đình thì tự đến trong một tin, chọn ngay dưới tin; xem lại ở /danhsach. Trước giờ sinh hoạt lớp có sơ kết tuần; xem lại ở /sokettuan.
menu-danhsach = Vắng của lớp: chưa rõ, cần đối chiếu, đã rõ
menu-sokettuan = Sơ kết tuần của lớp
