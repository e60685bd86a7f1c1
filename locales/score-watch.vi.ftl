# Phổ điểm, lịch sử điểm.
score-spread-how = Gửi lớp, môn và cột, ví dụ: <code>/phodiem 7A1 toán gk</code>
score-spread-none = Cột này chưa có điểm. Ví dụ: /phodiem 7A1 toán gk
score-spread-title = Phổ điểm { $subject } · { $class }
score-spread-under = { $column }, học kì { $term ->
    [2] II
   *[1] I
  }. Số trên cột là số em; chiều cao là tỉ lệ
score-spread-own = Lớp { $class } ({ $count } em)
score-spread-all = Khối { $grade } ({ $count } em, { $classes } lớp)
score-spread-caption = 📊 { $place }
    Trung bình <b>{ $average }</b>; khối { $grade }: { $other } ({ $difference }).
    Dưới 5: { $below } em; từ 8 trở lên: { $good } em ({ $count } em có điểm).
score-spread-remarks = 📊 { $place }: { $failed } em Chưa đạt trong { $count } em.
score-history-how = Gửi lớp và môn, ví dụ: <code>/lichsudiem 7A1 toán</code>
score-history-none = Chưa có điểm nào được nhập.
score-history-head = 🕘 <b>Lịch sử điểm</b> (mới nhất trước)
score-history-line = • { $when } { $by }, { $column }:{ $first ->
    [0] { "" }
   *[other] { " " }nhập { $first } điểm
  }{ $changed ->
    [none] { "" }
   *[other] { $first ->
        [0] { "" }
       *[other] ,
      }{ " " }sửa { $changed }
  }{ $rest ->
    [0] { "" }
   *[other] { " " }và { $rest } em nữa
  }{ $minutes ->
    [0] { "" }
   *[other] { " " }(biên bản số { $minutes })
  }{ $cause ->
    [undo] { " " }(hoàn tác)
    [file] { " " }(từ tệp)
   *[none] { "" }
  }
test-plan-head = 🗓 <b>Lịch kiểm tra sắp tới</b>
test-plan-none = 🗓 Chưa có bài kiểm tra nào sắp tới.
test-plan-line = • { $day }: { $subject } khối { $grade }, { $kind ->
    [midterm] giữa kì
   *[final] cuối kì
  } HK { $term }
test-plan-how = Đặt hoặc dời ngày: <code>/lichkiemtra toán 7 cuối kì 25/12</code>. Hạn vào điểm, hạn sửa điểm tính theo ngày này.
test-plan-outside = Ngày kiểm tra phải trong năm học, từ { $first } đến { $last }.
test-plan-saved = ✅ { $subject } khối { $grade }, { $kind ->
    [midterm] giữa kì
   *[final] cuối kì
  } HK { $term }: { $day }{ $before ->
    [none] { "" }
   *[other] { " " }(trước là { $before })
  }. Đã báo { $told } thầy cô dạy môn này và chủ nhiệm.
test-plan-told = 🗓 Lịch kiểm tra { $subject } khối { $grade }, { $kind ->
    [midterm] giữa kì
   *[final] cuối kì
  } HK { $term }: <b>{ $day }</b>{ $before ->
    [none] { "" }
   *[other] { " " }(trước là { $before })
  }. Hạn vào điểm tính theo ngày mới.
menu-lichkiemtra = Lịch kiểm tra giữa kì, cuối kì
