# Tổng kết học kì, năm học: trung bình môn, rèn luyện, nhận xét, duyệt kết quả, tin về gia đình.
stage-term-one = học kì I
stage-year = cả năm
stage-summer = sau hè
outcome-promoted = Được lên lớp
outcome-retest = Kiểm tra lại trong hè
outcome-training = Rèn luyện trong hè
outcome-principal = Chờ hiệu trưởng quyết định
outcome-repeats = Không được lên lớp
title-excellent = Học sinh Xuất sắc
title-good = Học sinh Giỏi

averages-check = Xác nhận điểm trung bình
averages-checked = ✅ Đã xác nhận điểm trung bình { $subject } lớp { $class }, học kì { $term }. Điểm đổi thì cần xác nhận lại.
averages-missing = Chưa xác nhận được: { $subject } lớp { $class } còn { $count } em chưa đủ điểm (số { $numbers }).
averages-unread = Chưa xác nhận được: cột { $subject } do thư ký nhập thầy/cô chưa đọc lại. Xem ở /conthieu.
averages-left = 📒 Lớp { $class }, { $stage }: { $subjects } còn thiếu điểm hoặc chưa xác nhận điểm trung bình ({ $by } nhắc). Mở <code>/sodiem { $class }</code>, đủ điểm thì bấm [Xác nhận điểm trung bình].

results-say-class = Gửi kèm một lớp, ví dụ: <code>/tongket 7A1</code>, <code>/tongket 7A1 cả năm</code>
results-closed = Kết quả lớp { $class } { $status ->
    [asked] đang chờ hiệu trưởng duyệt
   *[approved] đã được duyệt và khóa
  } nên không sửa được. Cần sửa thì nhờ hiệu trưởng trả lại ở <code>/tongket { $class }</code>.
results-board-head = 📒 <b>Tổng kết { $class }, { $stage }</b>
results-board-status = { $status ->
    [asked] ⏳ Đang chờ hiệu trưởng duyệt
    [approved] ✅ Hiệu trưởng đã duyệt, đã khóa
   *[open] Đang hoàn thành{ $why ->
        [none] { "" }
        [overtaken] { " " }(số liệu đã đổi sau khi trình nên được trả lại)
       *[other] { " " }(trả lại: { $why })
      }
  }
results-board-stale = ⚠️ Điểm hoặc chuyên cần đã đổi sau khi duyệt: hiệu trưởng xem lại và duyệt lại.
results-board-nobody = Không có em nào phải kiểm tra lại hay rèn luyện trong hè.
results-board-subjects = Môn đã xong: { $done }/{ $all }
results-board-subject = • { $subject }: { $missing ->
    [0] { $checked ->
        [yes] { "" }
       *[no] chưa xác nhận trung bình
      }
   *[other] { $missing } em thiếu điểm
  }{ $unremarked ->
    [0] { "" }
   *[other] { " " }{ $unremarked } em chưa có nhận xét
  } ({ $teachers })
results-board-conduct = Rèn luyện: { $done }/{ $all } em
results-board-remarks = Nhận xét chung: { $done }/{ $all } em
results-board-views = Ý kiến học sinh, gia đình: { $done }/{ $all } em
results-board-no-conduct = Chưa có rèn luyện: { $names }{ $rest ->
    [0] { "" }
   *[other] { " " }và { $rest } em nữa
  }
results-board-no-remark = Chưa có nhận xét chung: { $names }{ $rest ->
    [0] { "" }
   *[other] { " " }và { $rest } em nữa
  }
results-board-no-result = Chưa có kết quả: { $names }{ $rest ->
    [0] { "" }
   *[other] { " " }và { $rest } em nữa
  }
results-board-left-open = Chờ hiệu trưởng quyết định: { $names }{ $rest ->
    [0] { "" }
   *[other] { " " }và { $rest } em nữa
  }
results-board-outcomes = Theo số liệu: { $counts }
results-board = Xem tổng kết
results-see-pupils = Xem từng em
results-conduct = Rèn luyện
results-ask-views = Hỏi ý kiến gia đình
results-see-views = Đọc ý kiến
results-nudge = Nhắc giáo viên bộ môn
results-hand-up = Trình hiệu trưởng
results-approve = Duyệt
results-give-back = { $status ->
    [approved] Mở lại
   *[other] Trả lại
  }
results-nudged = { $count ->
    [0] Không có môn nào cần nhắc.
   *[other] Đã nhắc { $count } thầy cô.
  }
results-handed-up = { $deciders ->
    [0] Đã ghi kết quả lớp { $class }, { $stage }, nhưng hiệu trưởng chưa kết nối: nhờ thầy/cô báo trực tiếp.
   *[other] Đã trình kết quả lớp { $class }, { $stage } lên hiệu trưởng.
  }
results-incomplete = Chưa trình được: lớp { $class } còn thiếu. Xem chỗ thiếu ở <code>/tongket { $class }</code>.
results-left-open = Còn em cần thầy/cô quyết định riêng: { $names }. Ví dụ: <code>/xet Lan { $class } lên lớp: lí do</code> hoặc <code>/xet Lan { $class } kiểm tra lại: lí do</code>
results-why = Lí do trả lại là gì? Nhắn một câu, giáo viên chủ nhiệm sẽ đọc được.
results-decided = { $status ->
    [approved] Đã duyệt và khóa kết quả.
   *[other] Đã trả lại để hoàn thành.
  }
results-late = Kết quả này { $status ->
    [approved] đã được duyệt
   *[other] không còn chờ duyệt
  }{ $when ->
    [none] { "" }
   *[other] { " " }({ $name }, { $when })
  }.
results-all-head = 📒 <b>Tổng kết { $stage }</b>
results-all-line = { $status ->
    [asked] ⏳ Chờ duyệt
    [approved] ✅ Đã duyệt
   *[open] Đang làm
  }: { $names }
results-all-waiting = { $count } lớp đang chờ thầy/cô duyệt, xem các tin dưới đây.
results-pupils-head = <b>{ $class }, { $stage }</b>: học tập · rèn luyện · số buổi nghỉ
result-own-plan = kế hoạch riêng
result-pupil = { $number }. { $name }: { $results } · { $conduct } · { $absent }{ $outcome ->
    [none] { "" }
   *[other] { " " }→ { $outcome }
  }{ $title ->
    [none] { "" }
   *[other] , { $title }
  }
results-left = 📒 Tổng kết { $stage } chưa trình hiệu trưởng: { $classes }. Xem ở /tongket.

conduct-head = <b>Rèn luyện { $class }, học kì { $term }</b>
    Số liệu để thầy/cô tham khảo; mức do thầy/cô đánh giá.
conduct-line = { $number }. { $name }: <b>{ $level }</b>{ $known ->
    [none] { "" }
   *[other] { " " }({ $known })
  }
conduct-before = HK I { $level }
conduct-excused = nghỉ phép { $count }
conduct-unexcused = không phép { $count }
conduct-late = muộn { $count }
conduct-praise = khen { $count }
conduct-reminders = nhắc { $count }
conduct-views = ý kiến { $count }
conduct-how = Nhắn ví dụ: <code>rèn luyện { $class }: cả lớp tốt trừ Huy khá, 5 đạt</code>
    Sau hè: <code>rèn luyện hè { $class }: Lan đạt</code>
conduct-all-good = Các em còn lại: Tốt
conduct-saved = ✅ Rèn luyện { $class }, { $term ->
    [3] sau hè
   *[other] học kì { $term }
  }: đã lưu { $count } em. Cả lớp: { $counts }
conduct-changed = • { $name }: { $old } → { $new }
conduct-unread = ⚠️ { $why ->
    [several] «{ $text }»: có nhiều em cùng tên, ghi họ tên hoặc số thứ tự
    [level] «{ $text }»: chưa rõ mức; viết <code>{ $text }: khá</code> hoặc dùng số thứ tự
    [twice] «{ $text }»: được ghi hai mức khác nhau
    [whole] Phần «cả lớp» chưa lưu vì còn chỗ chưa rõ ở trên: sửa rồi gửi lại cả tin
   *[nobody] «{ $text }»: không thấy em nào
  }
conduct-left = Chưa có: { $names }{ $rest ->
    [0] { "" }
   *[other] { " " }và { $rest } em nữa
  }

term-remark-how = Nhắn ví dụ, mỗi em một dòng:
    <code>nhận xét 7A1 toán
    Lan: tiến bộ rõ, cần cẩn thận khi tính
    5: nắm chắc bài</code>
    hoặc <code>nhận xét Lan 7A1 toán: tiến bộ rõ</code>. Nhận xét chung của chủ nhiệm: <code>nhận xét chung Lan 7A1: chăm ngoan</code>
term-remark-head = <b>Nhận xét { $subject ->
    [none] chung
   *[other] { $subject }
  } { $class }, học kì { $term }</b>
term-remark-line = { $number }. { $name }{ $average ->
    [none] { "" }
   *[other] { " " }· TB { $average }
  }{ $highest ->
    [none] { "" }
   *[other] { " " }(cao nhất { $highest }, thấp nhất { $lowest })
  }{ $step ->
    [none] { "" }
   *[other] { " " }so với HK I { $step }
  }: { $text ->
    [none] …
   *[other] { $text }
  }
term-remark-saved = ✅ Nhận xét { $subject ->
    [none] chung
   *[other] { $subject }
  } { $class }, học kì { $term }: đã lưu { $count } em.
term-remark-unread = ⚠️ { $why ->
    [several] «{ $name }»: có nhiều em cùng tên, ghi họ tên hoặc số thứ tự
    [long] «{ $name }»: nhận xét dài quá 1.000 chữ
    [empty] «{ $name }»: chưa có lời nhận xét
   *[nobody] «{ $name }»: không thấy em nào; viết <code>Lan: lời nhận xét</code>
  }
term-remark-left = Chưa có: { $names }{ $rest ->
    [0] { "" }
   *[other] { " " }và { $rest } em nữa
  }

own-view-ask = Kính gửi phụ huynh em <b>{ $name }</b>: sắp đánh giá rèn luyện học kì { $term }. Mời em tự nhận xét, gia đình cho ý kiến; giáo viên chủ nhiệm sẽ đọc trước khi đánh giá.
own-view-pupil = Em tự nhận xét
own-view-family = Gia đình nhận xét
own-view-write = { $voice ->
    [pupil] Em { $pupil } tự thấy học kì này mình thế nào? Nhắn vài câu.
   *[family] Gia đình thấy em { $pupil } học kì này thế nào? Nhắn vài câu.
  }
own-view-saved = { $voice ->
    [pupil] Đã ghi lời tự nhận xét của em { $pupil }.
   *[family] Đã ghi ý kiến của gia đình về em { $pupil }.
  } Cảm ơn gia đình.
own-view-length = Xin nhắn vài câu, không quá { $most } chữ.
own-view-how = Nhắn ví dụ: <code>tự nhận xét Lan: em đã cố gắng hơn</code> hoặc <code>gia đình nhận xét Lan: ở nhà cháu ngoan</code>
own-view-asked = { $count ->
    [0] Các gia đình đã được hỏi, hoặc chưa ai kết nối.
   *[other] Đã hỏi { $count } phụ huynh.
  }
own-views-head = <b>Ý kiến đã nhận</b>: { $count }
own-views-line = • { $pupil } ({ $voice ->
    [pupil] tự nhận xét
   *[family] gia đình
  }): { $text }

class-result-head = { $status ->
    [approved] ✅ <b>Đã duyệt kết quả { $class }, { $stage }</b>
    [asked] 📒 <b>Xin duyệt kết quả { $class }, { $stage }</b>
   *[open] ↩️ <b>Kết quả { $class }, { $stage } được trả lại</b>
  } ({ $pupils } em; { $gender ->
    [F] cô
    [M] thầy
   *[other] thầy/cô
  } { $name } trình)
class-result-levels = Học tập: { $levels }
class-result-conduct = Rèn luyện: { $levels }
class-result-outcomes = { $counts }. Học sinh Xuất sắc { $excellent }, Học sinh Giỏi { $good }
class-result-pupil = • { $name }: { $outcome } (nghỉ { $absent } buổi)
class-result-left-open = ⚠️ Cần quyết định riêng trước khi duyệt: { $names }. Nhắn <code>/xet Lan { $class } lên lớp: lí do</code>
class-result-unsettled = ⚠️ Điều 9.3 có hai cách hiểu với: { $names }
class-result-decided = { $status ->
    [approved] Duyệt:
   *[other] Trả lại:
  } { $gender ->
    [F] cô
    [M] thầy
   *[other] thầy/cô
  } { $name }{ $why ->
    [none] { "" }
    [overtaken] : số liệu đã đổi sau khi trình, xin trình lại
   *[other] : { $why }
  }
pupil-result-head = 🎓 Kính gửi phụ huynh em <b>{ $name }</b>, lớp { $class }: kết quả { $stage } đã được hiệu trưởng duyệt.
pupil-result-outcome = <b>{ $outcome }</b>
pupil-result-title = Danh hiệu: <b>{ $title }</b>
pupil-result-own-plan = Học tập: đánh giá theo kế hoạch giáo dục riêng của em
pupil-result-level = Kết quả học tập: <b>{ $level }</b>
pupil-result-conduct = Kết quả rèn luyện: <b>{ $level }</b>
pupil-result-absent = Nghỉ học: { $count } buổi
pupil-result-remark = Giáo viên chủ nhiệm: { $text }
pupil-result-retest = Môn kiểm tra lại: { $subjects }; xong trước { $last }. Giáo viên chủ nhiệm sẽ báo ngày và cách ôn.
pupil-result-training = Em rèn luyện trong hè theo việc giáo viên chủ nhiệm giao, xong trước { $last }; hoàn thành thì được xét lên lớp.
pupil-result-task = Việc trong hè: { $text } (đến { $due })
pupil-result-more = Xem đủ các môn: /ketqua. Có gì chưa rõ, xin hỏi giáo viên chủ nhiệm.
summer-task-how = Nhắn ví dụ: <code>/nhiemvuhe Lan { $class }: ôn Toán chương 3, chăm vườn trường đến 20/8</code>
summer-task-day = Ngày xong chưa đúng: từ hôm nay đến { $last }, ví dụ <code>… đến 20/8</code>
summer-task-saved = ✅ Việc hè của { $name }: { $text } (đến { $due }). { $told ->
    [0] Gia đình được báo cùng kết quả cả năm.
   *[other] Đã báo gia đình.
  }
summer-task-told = Kính gửi phụ huynh em <b>{ $name }</b>: việc trong hè của em: { $text }. Xong trước ngày { $due }. Có gì khó, xin nhắn giáo viên chủ nhiệm.
summer-left = 📒 Lớp { $class }: còn { $days } ngày đến { $last } để hoàn thành kiểm tra lại, rèn luyện hè của { $names }. Xem ở <code>/tongket { $class } hè</code>
result-word-how = Nhắn ví dụ: <code>/xet Lan 7A1 lên lớp: chuyển đến từ học kì II</code>, <code>/xet Lan 7A1 kế hoạch riêng: khuyết tật, có kế hoạch giáo dục cá nhân</code>. Nhận: lên lớp, ở lại, kiểm tra lại, rèn luyện hè, kế hoạch riêng (sau hè thì thêm chữ «sau hè»).
result-word-why = Xin ghi lí do sau dấu hai chấm, ví dụ: <code>/xet Lan 7A1 lên lớp: chuyển đến từ học kì II</code>
result-word-saved = ✅ { $name }, lớp { $class }: { $outcome ->
    [promoted] được lên lớp
    [repeats] không được lên lớp
    [retest] được kiểm tra lại
    [training] rèn luyện trong hè
   *[own_plan] đánh giá theo kế hoạch giáo dục riêng
  }.
child-results-none = Chưa có kết quả học kì hay cả năm được duyệt. Điểm từng môn xem ở /diem.
child-results-under = Lớp { $class } · Kết quả { $stage }
child-results-term = HK { $term ->
    [1] I
   *[2] II
  }
child-results-level = Học tập
child-results-conduct = Rèn luyện
child-results-absent = Nghỉ học (buổi)
results-changed = ⚠️ Kết quả { $class }, { $stage } đã duyệt nhưng điểm vừa đổi (biên bản sửa điểm hoặc phúc khảo). Hiệu trưởng xem lại ở <code>/tongket { $class }</code>, bấm [Mở lại] để trình và duyệt lại; sửa cả sổ đã in.
results-corrected = 📝 Kết quả { $stage } của em <b>{ $pupil }</b> ({ $class }) đổi theo biên bản: học tập { $results }, rèn luyện { $conduct }{ $outcome ->
    [none] { "" }
   *[other] , { $outcome }
  }{ $title ->
    [none] { "" }
   *[other] , { $title }
  }. Đã lưu vào kết quả đã duyệt; gia đình em được báo. Nhớ sửa sổ và học bạ đã in.
term-remark-suggest = Gợi ý để sửa
term-remark-suggested = ✏️ Gợi ý từ điểm số cho { $count } em chưa có nhận xét, <b>chưa lưu gì</b>. Chép tin dưới đây, sửa theo hiểu biết của thầy/cô rồi gửi lại.
remark-hint-risen = tiến bộ rõ so với học kì I (trung bình tăng { $figure })
remark-hint-fallen = trung bình giảm { $figure } so với học kì I, cần xem lại cách học
remark-hint-strong = nắm chắc kiến thức, làm bài tốt
remark-hint-solid = nắm được kiến thức, cố gắng thêm ở các bài khó
remark-hint-fair = nắm được phần cơ bản, cần luyện tập đều hơn
remark-hint-weak = cần ôn lại kiến thức cơ bản, hỏi thầy cô khi chưa rõ
remark-hint-uneven = kết quả chưa đều (có bài { $figure }), cần giữ ổn định
