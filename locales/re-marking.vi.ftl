# Phúc khảo bài kiểm tra (Điều 11.1c của quy chế).
re-marking-how = Nhắn ví dụ: <code>phúc khảo Lan toán cuối kì: cháu làm được câu 4</code> (giữa kì hoặc cuối kì đã công bố).
re-marking-why = Xin ghi lí do sau dấu hai chấm: <code>phúc khảo Lan toán cuối kì: cháu làm được câu 4</code>
re-marking-not-shown = Bài này chưa có điểm được công bố. Xem điểm của em ở /diem.
re-marking-late = Đã quá { $days } ngày kể từ khi công bố điểm nên không nhận phúc khảo nữa. Có gì chưa rõ, xin hỏi giáo viên bộ môn.
re-marking-there = Bài này { $status ->
    [written] đã được phúc khảo rồi
   *[other] đang chờ phúc khảo
  }.
re-marking-head = 🔎 <b>{ $status ->
    [asked] Xin phúc khảo
    [marking] Chấm phúc khảo
    [written] Đã có kết quả phúc khảo
    [rejected] Không nhận phúc khảo
    [withdrawn] Gia đình đã rút đơn phúc khảo
   *[overtaken] Phúc khảo dừng: điểm đã đổi hoặc em không còn ở lớp
  }</b>
re-marking-test = { $pupil }, { $class } · { $subject } · { $column }, học kì { $term }
re-marking-old = Điểm đã công bố: { $mark }
re-marking-reason = Lí do: { $reason }
re-marking-marker = Người chấm: { $name }
re-marking-said = Hiệu trưởng ({ $name }): { $why }
re-marking-result = Kết quả: <b>{ $mark }</b>{ $same ->
    [yes] { " " }(giữ nguyên)
   *[no] { " " }(đã vào sổ)
  }
re-marking-wait = Nhà trường sẽ báo kết quả tại đây.
re-marking-please = Thầy/cô được phân công chấm lại bài này. Chấm xong, bấm [Nhập kết quả].
re-marking-choose = Chọn người chấm
re-marking-refuse = Từ chối
re-marking-withdraw = Rút đơn
re-marking-enter = Nhập kết quả
re-marking-minutes = Biên bản PDF
re-marking-papers = Xem bài
re-marking-who = Chọn người chấm phúc khảo:
re-marking-nobody = Chưa có thầy cô nào cùng môn hoặc cùng tổ để chấm. Có thể từ chối kèm lí do.
re-marking-named = Đã giao chấm phúc khảo.
re-marking-refuse-why = Lí do không nhận phúc khảo là gì? Gia đình sẽ đọc được.
re-marking-refused = Đã báo gia đình.
re-marking-withdrawn = Đã rút đơn.
re-marking-done = Việc phúc khảo này { $status ->
    [marking] đã được giao chấm
    [written] đã có kết quả
    [rejected] đã bị từ chối
    [withdrawn] đã được rút
   *[other] đã dừng
  }.
re-marking-send = Gửi ảnh bài đã chấm lần đầu và bài chấm phúc khảo (2 đến 6 ảnh), rồi nhắn điểm, ví dụ <code>8,5</code> hoặc <code>giữ nguyên</code>. Điểm vào sổ ngay.
re-marking-paper = Đã nhận { $count } ảnh. Gửi tiếp, hoặc nhắn điểm: <code>8,5</code>, <code>giữ nguyên</code>
re-marking-papers-first = Gửi ảnh cả hai bài trước (bài chấm lần đầu và bài chấm phúc khảo), rồi nhắn điểm.
re-marking-mark = Chưa đọc được điểm. Nhắn một điểm từ 0 đến 10, ví dụ <code>8,5</code>, hoặc <code>giữ nguyên</code>; môn nhận xét: <code>Đ</code>, <code>CĐ</code>.
re-marking-paper-caption = Bài phúc khảo, ảnh { $number }
re-marking-minutes-caption = Biên bản phúc khảo số { $number }
re-marking-minutes-title = Biên bản phúc khảo bài kiểm tra
re-marking-minutes-reason = Lí do xin phúc khảo
re-marking-minutes-asked = Người xin
re-marking-minutes-old = Điểm trước phúc khảo
re-marking-minutes-new = Điểm sau phúc khảo
re-marking-minutes-papers = Số ảnh bài lưu kèm
re-marking-minutes-decided = Hiệu trưởng giao chấm
re-marking-minutes-written = Người chấm, vào sổ
re-marking-minutes-marker = Người chấm phúc khảo
re-marking-minutes-note = Điểm được vào sổ ngay khi có kết quả (Điều 11.1c). Kí bằng bút khi lưu hồ sơ.
menu-phuckhao = Xin phúc khảo bài kiểm tra
