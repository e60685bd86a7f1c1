# Xem sổ điểm: trang lớp, bảng điểm của em, điểm mới, còn thiếu.
score-short-regular = TX { $number }
score-short-midterm = GK
score-short-final = CK
score-short-reassessment = ĐGL
score-page-number = TT
score-page-name = Họ và tên
score-page-average = TB
score-page-year = Cả năm
score-page-title = { $subject } · { $class }
score-page-term = Học kì { $term ->
    [2] II
   *[1] I
  }. TX: thường xuyên, GK: giữa kì, CK: cuối kì, v: chờ kiểm tra bù, M: miễn
score-page-caption = 📒 <b>{ $class } · { $subject }</b>, học kì { $term ->
    [2] II
   *[1] I
  }
score-page-missing = { $column }: thiếu { $count } em
score-page-mean = Trung bình cả lớp { $average } ({ $count } em đã đủ điểm)
score-page-other-term = Học kì { $term ->
    [2] II
   *[1] I
  }
score-page-which-class = Xem sổ điểm lớp nào?
score-page-nothing = Không có lớp nào để xem sổ điểm.
score-page-not-yours = Sổ điểm này không thuộc lớp, môn thầy/cô phụ trách.
child-scores-which = Xem điểm của em nào?
child-scores-not-yours = Lệnh /diem dành cho gia đình học sinh. Thầy/cô xem sổ điểm ở /sodiem.
child-scores-no-class = Em chưa có trong danh sách lớp năm học này.
child-scores-none = Học kì { $term ->
    [2] II
   *[1] I
  }: chưa có điểm nào của em { $name } được công bố.
child-scores-under = Lớp { $class } · Học kì { $term ->
    [2] II
   *[1] I
  }
child-scores-subject = Môn
child-scores-regular = Thường xuyên
child-scores-average = Trung bình
child-scores-new = mới
child-scores-exempt = Được miễn
child-scores-note = Đ: Đạt, CĐ: Chưa đạt, v: vắng, sẽ kiểm tra bù. Trung bình có khi đủ điểm.
child-scores-caption = Kính gửi phụ huynh em <b>{ $name }</b>: điểm học kì { $term ->
    [2] II
   *[1] I
  }.
child-scores-line = Mới: { $subject }: { $marks }
score-news-head = Kính gửi phụ huynh em <b>{ $name }</b>: em có điểm mới.
score-news-line = • { $subject }: { $marks }
score-news-mark = { $column } { $mark }{ $changed ->
    [yes] { " " }(đã sửa)
   *[no] { "" }
  }
score-news-make-up = v: em vắng, sẽ kiểm tra bù.
score-news-more = Xem tất cả: /diem
score-published = Đang gửi cho gia đình: { $place }.
score-held = Gia đình chưa thấy điểm mới của { $place } cho tới khi thầy/cô bấm Công bố.
score-hold = Chưa công bố
score-gaps-none = ✅ Không thiếu điểm nào đến hạn.
score-gaps-head = 📋 <b>Còn thiếu điểm ở { $count } cột</b>
score-gap-line = • { $class } { $subject }, { $column }: { $missing ->
    [0] { "" }
   *[other] thiếu { $missing } em
  }{ $waiting ->
    [0] { "" }
   *[other] { $missing ->
        [0] { "" }
       *[other] ,{ " " }
      }chờ bù { $waiting } em
  }{ $when ->
    [late] ; <b>quá hạn { $days } ngày</b> ({ $due })
    [today] ; <b>hạn hôm nay</b>
    [left] ; còn { $days } ngày ({ $due })
   *[none] { "" }
  }
score-gaps-how = Nhập: <code>{ $class } toán tx1: 8 7,5 9</code> hoặc /nhapdiem
child-scores-remark = 💬 { $subject }: { $text }
