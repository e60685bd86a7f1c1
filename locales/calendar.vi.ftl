# Lịch của trường: ngày lễ, ngày nghỉ, ngày học bù, ngày đổi.
calendar-head = 📅 <b>Lịch nghỉ, học bù { $days } ngày tới</b>
calendar-none-coming = Không có ngày nghỉ hay ngày học bù nào.
calendar-line-off = • { $days }: trường nghỉ{ $why ->
    [none] { "" }
   *[other] , { $why }
  }
calendar-line-taught = • { $days }: có học{ $follows ->
    [0] , theo thời khóa biểu thứ Hai
    [1] , theo thời khóa biểu thứ Ba
    [2] , theo thời khóa biểu thứ Tư
    [3] , theo thời khóa biểu thứ Năm
    [4] , theo thời khóa biểu thứ Sáu
    [5] , theo thời khóa biểu thứ Bảy
   *[own] { "" }
  }{ $why ->
    [none] { "" }
   *[other] { " " }({ $why })
  }
calendar-line-holiday = • { $days }: ngày lễ{ $why ->
    [none] { "" }
   *[other] , { $why }
  }
calendar-line-break = • { $days }: { $why ->
    [none] tuần nghỉ
   *[other] { $why }
  }
calendar-line-closed = • { $days }: nghỉ đột xuất, { $whom }{ $why ->
    [none] { "" }
   *[other] { " " }({ $why })
  }
calendar-line-makeup = • { $days }: học bù cho { $lost }, { $whom }
calendar-how =
    <b>Ghi vào lịch</b>:
    <code>/lichnghi nghỉ 2/1/2027: nghỉ bù Tết Dương lịch</code>
    <code>/lichnghi học 5/12 theo thứ 5: học bù</code>
    <code>/lichnghi đổi 31/12 sang 26/12: nghỉ liền Tết Dương lịch</code>
    <code>/lichnghi bỏ 5/12</code> (xóa điều đã ghi)
    Nghỉ đột xuất vì bão, lũ: /nghihoc
calendar-saved-off = ✅ Đã lưu: { $days } trường nghỉ ({ $why }). Gia đình và giáo viên chưa được báo.
calendar-saved-taught = ✅ Đã lưu: { $day } có học{ $follows ->
    [0] , theo thời khóa biểu thứ Hai
    [1] , theo thời khóa biểu thứ Ba
    [2] , theo thời khóa biểu thứ Tư
    [3] , theo thời khóa biểu thứ Năm
    [4] , theo thời khóa biểu thứ Sáu
    [5] , theo thời khóa biểu thứ Bảy
   *[own] { "" }
  }. Gia đình và giáo viên chưa được báo.
calendar-saved-swap = ✅ Đã lưu: { $off } nghỉ, học bù vào { $on } theo thời khóa biểu của ngày ấy. Gia đình và giáo viên chưa được báo.
calendar-button-tell = Báo gia đình, giáo viên
calendar-told = ✅ Đang báo cho { $guardians } phụ huynh và { $staff } cán bộ, giáo viên.
calendar-told-before = Gia đình và giáo viên đã được báo rồi, không báo thêm lần nữa.
calendar-news-family =
    📅 <b>Lịch học thay đổi</b>
    Kính gửi phụ huynh { $pupils }, nhà trường xin báo:
calendar-news-staff = 📅 <b>Lịch học toàn trường thay đổi</b>
calendar-saved-forgotten = ✅ Đã xóa khỏi lịch: { $day } lại theo kế hoạch năm học ({ $taught ->
    [yes] có học
   *[no] không học
  }).
calendar-which = Chưa rõ cần ghi gì vào lịch. Ví dụ: /lichnghi nghỉ 2/1/2027: nghỉ bù Tết Dương lịch; hoặc /lichnghi học 5/12 theo thứ 5; hoặc /lichnghi bỏ 5/12
calendar-day-unclear = Chưa rõ ngày nào. Ví dụ: /lichnghi nghỉ 2/1/2027: nghỉ bù Tết Dương lịch
calendar-swap-unclear = Cần ghi rõ hai ngày, ví dụ: /lichnghi đổi 31/12 sang 26/12: nghỉ liền Tết Dương lịch
calendar-one-day = Mỗi tin ghi một ngày. Ví dụ: /lichnghi học 5/12 theo thứ 5
calendar-why = Ghi thêm lí do để mọi người hiểu, ví dụ: /lichnghi nghỉ { $day }: nghỉ bù Tết Dương lịch
calendar-past = Ngày { $day } đã qua nên không đổi lịch được nữa.
calendar-off-already = Ngày { $day } vốn không học nên không cần ghi.
calendar-taught-already = Ngày { $day } vốn đã học. Nếu học theo thời khóa biểu ngày khác, ghi ví dụ: /lichnghi học 5/12 theo thứ 5
calendar-holiday = Ngày { $day } là ngày lễ ({ $name }) nên không xếp học được.
calendar-outside = Ngày { $day } nằm ngoài năm học nên không xếp học được.
calendar-has-rolls = Ngày { $day } đã có { $count } bản điểm danh nên không đổi lịch được. Cho nghỉ những buổi còn lại ở /nghihoc.
calendar-none = Ngày { $day } không có điều gì nhà trường đã ghi. Xem lịch ở /lichnghi.
calendar-same-day = Hai ngày đổi cho nhau phải khác nhau. Ví dụ: /lichnghi đổi 31/12 sang 26/12
