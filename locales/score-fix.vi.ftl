# Sửa điểm đã khóa, có biên bản.
score-fix-how = Gửi một tin như: <code>sửa điểm Lan 7A1 toán tx1 7 thành 8: cộng sót câu 3</code>. Sau đó gửi ảnh sổ cá nhân và bài kiểm tra; hiệu trưởng duyệt xong, thầy/cô và quản trị cùng xác nhận thì điểm mới đổi.
score-fix-mark = «{ $words }» không phải điểm của môn này. Ví dụ: sửa điểm Lan 7A1 toán tx1 7 thành 8: cộng sót câu 3
score-fix-who = «{ $name }» có thể là: { $names }. Gửi lại với số thứ tự hoặc họ tên đầy đủ.
score-fix-nobody = Không có em «{ $name }» trong lớp. Ví dụ: sửa điểm Lan 7A1 toán tx1 7 thành 8: cộng sót câu 3
score-fix-other = Điểm hiện có của em { $name } khác điểm thầy/cô ghi, nên chưa lập đề nghị. Xem lại ở /sodiem.
score-fix-same = Em { $name } đã có đúng điểm này.
score-fix-open = Cột này chưa khóa: gửi điểm mới là được, không cần biên bản. Ví dụ: { $class } toán tx1: Lan 8
score-fix-why = Lí do sửa điểm là gì? Ví dụ: cộng sót câu 3
score-fix-waiting = Ô điểm này đang có một đề nghị sửa khác chưa xong.
score-fix-draft = 📝 <b>Đề nghị sửa { $kind ->
    [conduct] mức rèn luyện
   *[other] điểm
  }</b> (chưa gửi)
    { $pupil } · { $place }: <b>{ $old } → { $new }</b>
    Lí do: { $reason }
score-fix-is-late = ⏰ <b>Sau hạn</b>: đã qua một tuần trước kiểm tra cuối kì; phải sửa cả các sổ có liên quan.
score-fix-ask-book = Gửi ảnh trang sổ điểm cá nhân có điểm của em.
score-fix-ask-paper = Gửi ảnh bài kiểm tra hoặc sản phẩm học tập của em.
score-fix-ask-record = Gửi ảnh biên bản họp, sổ theo dõi hoặc giấy tờ làm căn cứ cho mức mới.
score-fix-more-evidence = Đủ minh chứng. Gửi thêm ảnh nếu cần, rồi bấm gửi.
score-fix-no-evidence = Còn thiếu minh chứng, nên chưa gửi được.
score-fix-much-evidence = Mỗi đề nghị nhiều nhất { $most } ảnh hoặc tệp.
score-fix-send = Gửi hiệu trưởng
score-fix-sent = ✅ Đã lưu và gửi đề nghị{ $deciders ->
    [0] ; hiệu trưởng chưa kết nối, sẽ thấy ở /duyet khi kết nối.
   *[other] { " " }đến hiệu trưởng.
  }
score-fix-head-asked = 📝 <b>Đề nghị sửa { $kind ->
    [conduct] mức rèn luyện
   *[other] điểm
  }</b>
score-fix-head-approved = 📝 <b>Sửa { $kind ->
    [conduct] mức rèn luyện
   *[other] điểm
  }: hiệu trưởng đã duyệt</b>
score-fix-head-written = ✅ <b>Đã sửa { $kind ->
    [conduct] mức rèn luyện
   *[other] điểm
  } và khóa lại</b>
score-fix-head-rejected = ✗ <b>Sửa { $kind ->
    [conduct] mức rèn luyện
   *[other] điểm
  }: không được duyệt</b>
score-fix-head-withdrawn = ↩️ <b>Sửa { $kind ->
    [conduct] mức rèn luyện
   *[other] điểm
  }: đã rút đề nghị</b>
score-fix-head-expired = ⌛ <b>Sửa { $kind ->
    [conduct] mức rèn luyện
   *[other] điểm
  }: đề nghị đã hết hạn, giữ nguyên như cũ</b>
score-fix-head-overtaken = ⚠️ <b>Sửa { $kind ->
    [conduct] mức rèn luyện
   *[other] điểm
  }: đã đổi theo cách khác, đề nghị này dừng lại</b>
score-fix-cell = { $number ->
    [0] { "" }
   *[other] { $number }.{ " " }
  }{ $pupil } · { $class } · { $place }: <b>{ $old } → { $new }</b>
score-fix-place = { $subject } · { $column } (học kì { $term ->
    [2] II
   *[1] I
  })
conduct-fix-place = Rèn luyện ({ $term ->
    [1] học kì I
    [2] học kì II
   *[other] sau hè
  })
conduct-fix-short = Rèn luyện
conduct-fix-how = Gửi một tin như: <code>sửa rèn luyện Huy 7A1 hk1 khá thành tốt: ghi nhầm em cùng tên</code>. Sau đó gửi ảnh giấy tờ làm căn cứ; hiệu trưởng duyệt xong, thầy/cô và quản trị cùng xác nhận thì mức mới đổi.
conduct-fix-open = Kết quả lớp { $class } { $status ->
    [asked] đang chờ hiệu trưởng duyệt: nhờ hiệu trưởng trả lại để ghi mức mới
   *[other] chưa duyệt: ghi mức mới là được, không cần biên bản
  }. Ví dụ: rèn luyện { $class }: Huy tốt
conduct-fix-none = Em { $name } chưa có mức rèn luyện trong học kì này.
conduct-fix-other = Mức hiện có của em { $name } khác mức thầy/cô ghi, nên chưa lập đề nghị. Xem lại ở /renluyen.
conduct-fix-same = Em { $name } đã có đúng mức này.
conduct-fix-nobody = Không có em «{ $name }» trong lớp. Ví dụ: sửa rèn luyện Huy 7A1 khá thành tốt: ghi nhầm em cùng tên
score-fix-reason = Lí do: { $reason } ({ $gender ->
    [M] thầy
   *[other] cô
  } { $name }, { $at })
score-fix-evidence = Minh chứng: { $kind ->
    [conduct] giấy tờ { $record }
   *[other] sổ cá nhân { $book }, bài làm { $paper }
  }
score-fix-earlier = Giáo viên đã đề nghị sửa { $count } lần trong năm: { $shown }
score-fix-yes = Hiệu trưởng { $name } duyệt lúc { $at }
score-fix-no = { $name } không duyệt lúc { $at }: { $why }
score-fix-teacher-confirmed = Giáo viên xác nhận lúc { $at }
score-fix-admin-confirmed = Quản trị { $name } xác nhận lúc { $at }
score-fix-two-taps = Chỉ đổi khi giáo viên và quản trị cùng xác nhận.
score-fix-written-at = Sửa và khóa lại lúc { $at }, biên bản số { $number }
score-fix-signature = { $who }: { $signed ->
    [yes] { $name } ký { $at }
   *[no] chưa ký
  }
score-fix-related = Sau hạn: sửa cả sổ điểm cá nhân, sổ theo dõi và đánh giá đã in, học bạ (nếu đã ghi).
score-fix-signer-principal = Hiệu trưởng
score-fix-signer-admin = Quản trị hệ thống
score-fix-signer-teacher = Giáo viên bộ môn
score-fix-signer-homeroom = Giáo viên chủ nhiệm
score-fix-approve = Duyệt
score-fix-reject = Không duyệt
score-fix-look = Xem minh chứng
score-fix-confirm = Xác nhận sửa
score-fix-withdraw = Rút đề nghị
score-fix-sign = Ký xác nhận
score-fix-minutes = Biên bản PDF
score-fix-reject-why = Vì sao không duyệt? Ghi một câu để giáo viên biết.
score-fix-decided = { $status ->
    [approved] Đã lưu
    [written] Đã lưu: đã sửa và khóa lại
    [rejected] Đã lưu: không duyệt
    [withdrawn] Đã rút đề nghị
    [signed] Đã lưu chữ kí xác nhận
    [overtaken] Đã đổi theo cách khác
   *[other] Đã lưu
  }
score-fix-late = Đề nghị này đã xong: { $status ->
    [rejected] không duyệt
    [withdrawn] đã rút
    [expired] hết hạn
    [overtaken] đã đổi theo cách khác
    [written] đã sửa
   *[other] đã duyệt
  }{ $when ->
    [none] { "" }
   *[other] { " " }({ $name }, { $when })
  }.
score-fix-written = Đã sửa xong và khóa lại.
score-fix-confirmed = Phần này đã được xác nhận rồi.
score-fix-signed = Chữ kí này đã có rồi.
score-fix-evidence-caption = Minh chứng { $number }: { $kind ->
    [book] sổ điểm cá nhân
    [record] giấy tờ làm căn cứ
   *[paper] bài làm, sản phẩm
  }
score-fix-minutes-caption = Biên bản sửa điểm số { $number }. In ra để kí tay và đóng dấu khi cần.
minutes-state = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
minutes-motto = Độc lập - Tự do - Hạnh phúc
minutes-title = BIÊN BẢN SỬA ĐIỂM, MỨC ĐÁNH GIÁ
minutes-number = Số { $number }, năm học { $year }
minutes-late = SAU HẠN SỬA ĐIỂM
minutes-pupil = Học sinh
minutes-class = Lớp (số thứ tự)
minutes-column = Nội dung sửa
minutes-old = Cũ
minutes-new = Mới
minutes-reason = Lí do
minutes-evidence = Minh chứng kèm theo
minutes-evidence-words = { $kind ->
    [conduct] Giấy tờ: { $record }
   *[other] Sổ điểm cá nhân: { $book }; bài kiểm tra, sản phẩm: { $paper }
  }
minutes-asked = Giáo viên đề nghị
minutes-decided = Hiệu trưởng phê duyệt
minutes-done = Thực hiện sửa
minutes-done-words = { $kind ->
    [conduct] Giáo viên chủ nhiệm
   *[other] Giáo viên bộ môn
  } cùng { $admin }, { $at }
minutes-locked = Khóa lại lúc
minutes-tap = Xác nhận trên hệ thống { $at }
minutes-note = Xác nhận trên hệ thống không phải chữ kí số. Lưu cùng minh chứng đến khi học sinh ra trường (Quy chế 38/QĐ-ND, Điều 11.2).
minutes-subject = Môn học
minutes-column-words = { $column }, học kì { $term ->
    [2] II
   *[1] I
  }
