# Quy định của trường về giờ giấc và điểm danh.
rule-head = ⚙️ <b>Giờ giấc và điểm danh của trường</b>
rule-line-chat =
    • { $about }: <b>{ $value }</b>{ $own ->
        [yes] { " " }(trường tự đặt)
       *[no] { "" }
    }
      { $example }
rule-line = { $about }: { $value }{ $own ->
    [yes] { " " }(trường tự đặt)
   *[no] { "" }
  }. Ví dụ: { $example }
rule-how = Gõ theo ví dụ để đổi. Về mức thường dùng: <code>/quydinh sáng mặc định</code>. Thay đổi có hiệu lực ngay.
rule-saved = ✅ Đã lưu. { $about }: <b>{ $after }</b> (trước đó { $before }). Có hiệu lực ngay.
rule-which = Chưa rõ quy định nào ở «{ $words }». Xem tất cả ở /quydinh. Ví dụ: /quydinh sáng 7:15; /quydinh báo vắng 20 phút
rule-wrong = Giá trị chưa đúng, nên chưa đổi gì. { $kind ->
    [breaks] Cần bốn số phút nghỉ sau các tiết 1 đến 4, mỗi số từ { $least } đến { $most }.
    [weekdays] Cần các thứ trong tuần có học.
   *[other] Cần một số từ { $least } đến { $most }.
  } Ví dụ: /quydinh { $call } { $example }
rule-bells-cross = Buổi sáng như vậy kết thúc lúc { $end }, sau giờ vào lớp chiều ({ $afternoon }), nên chưa đổi gì. Đổi giờ chiều trước, ví dụ: /quydinh chiều 13:30
rule-minutes = { $value } phút
rule-seconds = { $value } giây
rule-hours = { $value } giờ
rule-days = { $value } ngày
rule-count = { $value } buổi
rule-weekday =
    { $day ->
        [0] thứ Hai
        [1] thứ Ba
        [2] thứ Tư
        [3] thứ Năm
        [4] thứ Sáu
        [5] thứ Bảy
       *[6] Chủ nhật
    }
rule-about-morning = Vào lớp buổi sáng
rule-about-afternoon = Vào lớp buổi chiều
rule-about-lesson = Một tiết
rule-about-breaks = Nghỉ sau tiết 1, 2, 3, 4
rule-about-weekdays = Các ngày học
rule-about-card-after = Thẻ điểm danh đến sau giờ vào lớp
rule-about-card-again = Chưa điểm danh thì nhắc tiếp sau
rule-about-cut-off = Giờ chốt: báo vắng gia đình sau giờ vào lớp ít nhất
rule-about-grace-seconds = Giáo viên lưu xong, chờ sửa trước khi báo gia đình
rule-about-days-back = Giáo viên được sửa điểm danh trở lại
rule-about-leave-cap = Giáo viên chủ nhiệm cho nghỉ liền nhiều nhất
rule-about-sessions-a-day = Một ngày vắng tính nhiều nhất
rule-month = tháng { $value }
rule-yes =
    { $value ->
        [0] không
       *[other] có
    }
rule-about-lists-after = Bốn danh sách của lớp đến giáo viên chủ nhiệm sau khi tự điểm danh
rule-about-ask-excused = Ghi P mà gia đình chưa xin thì hỏi lại gia đình
rule-about-limit-shown-from = Gia đình thấy giới hạn 45 buổi khi em đã nghỉ từ
rule-about-warn-month = Cảnh báo: nghỉ không phép trong một tháng (0: tắt)
rule-about-warn-row = Cảnh báo: nghỉ liền (0: tắt)
rule-about-warn-first = Cảnh báo lần 1 trong năm (0: tắt)
rule-about-warn-second = Cảnh báo lần 2 trong năm (0: tắt)
rule-about-dropout-days = Báo phó hiệu trưởng nguy cơ bỏ học khi nghỉ liền (0: tắt)
rule-about-harvest-from = Mùa vụ, từ
rule-about-harvest-to = Mùa vụ, đến
rule-about-after-tet = Theo dõi nguy cơ bỏ học sau Tết trong
rule-about-record-days = Hạn đủ hồ sơ tối thiểu, kể từ đầu năm học
rule-about-week-before = Sơ kết tuần đến trước giờ sinh hoạt lớp
rule-about-week-day = Sơ kết tuần khi thời khóa biểu không có sinh hoạt lớp: ngày
rule-about-week-at = Sơ kết tuần khi thời khóa biểu không có sinh hoạt lớp: giờ
rule-about-unexplained-after = Bảng hôm nay nêu em vắng chưa rõ lí do sau
rule-about-summary-at = Tổng hợp cuối ngày đến lãnh đạo lúc
rule-about-book-hour = Giờ nhắc việc sổ điểm danh
rule-about-book-family-hours = Gia đình xem trang tháng trước khi xác nhận trong
rule-about-book-read-out = Nhắc đọc công khai trong tiết sinh hoạt
rule-week = tuần { $value }
rule-head-scores = 📒 <b>Sổ điểm của trường</b>
rule-about-scores-shown-after = Gia đình thấy điểm sau khi nhập
rule-about-scores-shown-at = Giờ gia đình thấy điểm
rule-about-scores-week-1 = Hạn điểm thường xuyên đợt 1
rule-about-scores-week-2 = Hạn điểm thường xuyên đợt 2
rule-about-scores-week-3 = Hạn điểm thường xuyên đợt 3
rule-about-scores-week-4 = Hạn điểm thường xuyên đợt 4
rule-about-scores-test-days = Hạn điểm giữa kì, cuối kì sau ngày kiểm tra (ngày làm việc)
rule-about-scores-remind-at = Giờ nhắc giáo viên nhập điểm
rule-about-scores-lock-after = Cột điểm tự khóa sau hạn (0: không tự khóa)
rule-plain = { $value }
rule-about-scores-evidence = Minh chứng khi sửa điểm (2: sổ cá nhân và bài kiểm tra; 1: sổ cá nhân; 0: không)
rule-about-scores-correction-days = Đề nghị sửa điểm hết hạn sau (0: không hết hạn)
rule-about-results-remarks = Nhận xét phải có khi trình kết quả: 0 không, 1 nhận xét chung, 2 cả từng môn
rule-about-re-marking-days = Gia đình được xin phúc khảo trong, kể từ khi thấy điểm (0: không nhận)
rule-about-watch-changes = Báo bất thường khi một ô điểm đổi từ bấy nhiêu lần (0: không xét)
rule-about-watch-corrections = Báo bất thường khi một giáo viên có từ bấy nhiêu đề nghị sửa điểm trong năm (0: không xét)
rule-about-watch-points = Báo bất thường khi trung bình lớp lệch các lớp cùng khối, phần mười điểm (0: không xét)
rule-about-watch-errors = … và lệch ít nhất bấy nhiêu lần sai số chuẩn
rule-about-watch-pile = Báo bất thường khi một giá trị chiếm từ bấy nhiêu phần trăm cột điểm (0: không xét)
rule-about-watch-answer-days = Giáo viên được hỏi trả lời trong
