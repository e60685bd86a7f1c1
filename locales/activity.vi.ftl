# Nhóm phụ đạo, bồi dưỡng, ôn tập, câu lạc bộ (/nhom).
activity-head = <b>Nhóm và câu lạc bộ</b>
activity-none = Chưa có nhóm hay câu lạc bộ nào.
activity-line =
    • <b>{ $name }</b>: { $size } em; { $leader ->
        [none] chưa có người phụ trách
       *[other] { $leader }
    }{ $ended ->
        [yes] {" "}(đã kết thúc)
       *[no] { "" }
    }
activity-free = Phụ đạo, bồi dưỡng, ôn tập và câu lạc bộ ở đây chỉ có danh sách và điểm danh, không gắn với khoản thu nào.
activity-new = Lập nhóm mới
activity-not-found = Không thấy nhóm có tên ấy, hoặc có nhiều nhóm gần giống. Thầy/cô chọn ở dưới.
activity-ask-name = Tên nhóm là gì? Ví dụ: <code>Phụ đạo Toán 8</code>, <code>CLB Cờ vua</code>
activity-ask-label = Nhóm này thuộc loại nào?
activity-saved = ✅ Đã lưu nhóm <b>{ $name }</b>.
activity-card =
    <b>{ $name }</b> ({ $label }): { $size } em. Phụ trách: { $leader ->
        [none] chưa có
       *[other] { $leader }
    }.
activity-of-class = { $klass }: { $names }
activity-over = Nhóm đã kết thúc, ngày cuối { $day }.
activity-add = Thêm học sinh
activity-remove = Bớt học sinh
activity-lead = Người phụ trách
activity-end = Kết thúc nhóm
activity-reopen = Mở lại nhóm
activity-all = Các nhóm
activity-open = Xem nhóm
activity-ask-add = Thêm em nào vào { $name }? Nhắn theo lớp, ví dụ: <code>7A1: Lan, Minh; 7A2: Huy</code> hoặc <code>7A1 5 12</code>
activity-ask-remove = Bớt em nào khỏi { $name }? Ví dụ: <code>Lan 7A1, Huy 7A2</code>
activity-ask-lead = Ai phụ trách { $name }? Nhắn họ tên hoặc mã cán bộ, ví dụ: <code>Trần Anh Khoa</code>
activity-which-leader = Thầy/cô nào?
activity-added = ✅ Đã lưu { $count } em vào <b>{ $name }</b>: { $names }. Nhóm có { $size } em.
activity-removed = ✅ Đã lưu: bớt { $count } em khỏi <b>{ $name }</b>: { $names }. Nhóm còn { $size } em.
activity-same = Đã có sẵn: { $names }.
activity-unknown = Không thấy: { $names }. Thầy/cô nhắn lại tên kèm lớp, ví dụ: Lan 7A1
activity-unclear = «{ $who }» là em nào?
activity-news-leader = Thầy/cô được giao phụ trách <b>{ $name }</b>. Danh sách: <code>/nhom { $name }</code>. Điểm danh: nhắn <code>{ $name } đủ</code>

# Từ chối
activity-none-such = Không tìm thấy nhóm này.
activity-no-money = Nhóm ở đây không gắn với khoản thu nào. Thầy/cô nhắn lại tên nhóm, không kèm tiền, ví dụ: Phụ đạo Toán 8
activity-name-length = Tên nhóm cần từ 3 đến { $longest } chữ, ví dụ: Phụ đạo Toán 8
activity-there = Đã có nhóm { $name }. Thầy/cô đặt tên khác, hoặc mở nhóm ấy: /nhom { $name }
activity-no-year = Hôm nay ở ngoài năm học nên chưa lập nhóm được.
activity-leader-unknown = Không thấy cán bộ tên «{ $name }». Thầy/cô nhắn họ tên đầy đủ hoặc mã cán bộ, ví dụ: Trần Anh Khoa
activity-ended = Nhóm { $name } đã kết thúc. Muốn thêm bớt học sinh, mở lại nhóm trước.
activity-say-names = Thầy/cô nhắn tên các em kèm lớp, ví dụ: 7A1: Lan, Minh; 7A2: Huy
