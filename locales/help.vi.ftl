# Trợ giúp theo vai trò và bảng lệnh.
help-stranger = Đây là trợ lí nhắn tin của nhà trường, dành cho cán bộ, giáo viên và phụ huynh.
help-roll =
    <b>Điểm danh</b>: nhắn như nói.
    <code>{ $klass } vắng Lan p, Minh k</code>
    <code>{ $klass } đủ</code>
    <code>{ $klass } vắng 2: Lan, Minh; muộn Huy 10</code>
    <code>{ $klass } như hôm qua</code> (xem lại tên rồi mới lưu)
    Sau giờ vào lớp, thẻ điểm danh tự đến: cả lớp có mặt thì chỉ cần chọn [Đủ]. Dạy đổi tiết: /diemdanh và tên lớp.
    p là có phép, k là không phép, không ghi là chưa rõ lí do. Nhầm thì chọn [Hoàn tác] hoặc nhắn lại.
help-homeroom =
    <b>Lớp chủ nhiệm</b>: không cần ghi tên lớp, ví dụ <code>vắng Lan (có phép)</code>.
    Gửi cả lớp: <code>thông báo { $klass }: mai các em mang theo vở tập vẽ</code>
    Em chuyển đi, thôi học, chuyển đến: <code>/hocsinh Lan { $klass } chuyển trường từ 1/12</code>
    Phụ huynh chưa vào hoặc mất máy: <code>/giadinh { $klass }</code>
    Hồ sơ còn thiếu: <code>/hoso { $klass }</code>
    Chuyên cần một em: <code>/chuyencan Lan { $klass }</code>, cả lớp: <code>/chuyencan { $klass }</code>
    Cuối tháng: <code>/sodiemdanh { $klass }</code> để xem lại, gửi gia đình xem, xác nhận và kí.
help-board =
    <b>Toàn trường hôm nay</b>: /homnay có số lớp đã điểm danh, tỉ lệ có mặt từng khối, em vắng lâu chưa rõ lí do, sĩ số thay đổi, biểu đồ. Trên Telegram bảng tự đổi khi có lớp điểm danh.
    Xem một khối, một lớp, một ngày: <code>/homnay khối 7</code>, <code>/homnay 7A1</code>, <code>/homnay hôm qua</code>. Cuối ngày có bản tóm tắt tự đến.
help-principal =
    <b>Duyệt</b>: thông báo cần duyệt tự đến đây để chọn; xem lại ở /duyet.
    Vắng thì ủy quyền: /uyquyen. Giao nhiệm vụ cho người có tên: /phancong.
    Người thân không được nhận tin về một em: /hanche. Tin nhắn trả phí: /kinhphi.
help-closures =
    <b>Nghỉ học đột xuất</b>: <code>cho nghỉ học khối 6 ngày mai vì bão</code> (xem lại rồi mới báo); hủy và học bù ở /nghihoc. Ngày nghỉ, ngày đổi của trường: /lichnghi. Giờ vào lớp, giờ chốt: /quydinh.
    Sổ điểm danh các lớp, kí và duyệt sửa: /sodiemdanh.
help-administrator =
    <b>Quản trị</b>: mã mời và mất máy của cán bộ ở /canbo, của phụ huynh ở <code>/giadinh 7A1</code>; dữ liệu trường ra tệp Excel bằng /xuat, vào bằng /nhap.
help-guardian =
    <b>Phụ huynh</b>: khi em vắng mà nhà trường chưa rõ lí do, và khi có thông báo, tin sẽ đến đây; chọn câu trả lời ở cuối tin.
    Xin nghỉ: nhắn như nói, ví dụ <code>mai cho cháu nghỉ, cháu sốt ạ</code>, <code>tiết 2 cháu mới vào</code>, <code>thôi không xin nghỉ nữa</code>; hoặc bấm từng bước ở /xinnghi.
    Đổi số điện thoại, đổi chỗ ở: nhắn <code>số mới của tôi là 0912 345 678</code>, hoặc /lienhe.
    Em đi học thế nào: /chuyencan, hoặc nhắn <code>tháng này cháu nghỉ mấy buổi</code>.
    Đổi máy hoặc mất máy: /ngatketnoi, hoặc nhờ giáo viên chủ nhiệm.
help-scores =
    <b>Nhập điểm</b>: cả cột trong một tin, theo thứ tự danh sách, theo số hoặc theo tên.
    <code>{ $klass } toán tx1: 8 7,5 9 - 6</code> (- là chưa có, v là vắng chờ bù)
    <code>{ $klass } toán gk: 3:8 5:7,5</code>; <code>{ $klass } toán tx2: Lan 8, Minh 7</code>
    <code>{ $klass } nhạc tx1: cả lớp Đ trừ Huy CĐ</code>; dán cả cột từ bảng tính cũng được.
    Chấm từng em: /nhapdiem, rồi <code>Huy 8,5</code>, xong nhắn <code>xong</code>. Bằng tệp Excel: <code>/filemau { $klass } toán</code>.
    Xem: <code>/sodiem { $klass } toán</code>; còn thiếu gì: /conthieu. Gia đình thấy điểm chiều hôm sau, hoặc ngay khi bấm [Công bố]. Xuất sang phần mềm khác: <code>/xuat { $klass } toán</code>.
help-score-fix =
    <b>Sửa điểm đã khóa</b>: <code>sửa điểm Lan { $klass } toán tx1 7 thành 8: cộng sót câu 3</code>, rồi gửi ảnh minh chứng. Hiệu trưởng duyệt, thầy/cô và quản trị cùng xác nhận; biên bản là tệp PDF.
help-score-look =
    <b>Sổ điểm</b>: <code>/sodiem { $klass } toán</code>; nơi còn thiếu điểm: /conthieu; tệp cho phần mềm khác: <code>/xuat { $klass } toán</code>.
help-score-lock =
    <b>Khóa sổ</b>: <code>/khoaso hk1</code>, <code>/khoaso khối 7 gk</code>; mở có hạn: <code>/mokhoa { $klass } toán tx1 đến 30/11: nhập sót</code>. Đề nghị sửa điểm tự đến đây; xem lại ở /duyet. Hạn vào điểm, giờ công bố: /quydinh. Môn học, số tiết: /monhoc.
help-score-family =
    <b>Điểm của em</b>: /diem. Có điểm mới thì tin tự đến.
help-results =
    <b>Tổng kết</b>: bộ môn xác nhận trung bình dưới <code>/sodiem { $klass } toán</code>, nhận xét <code>nhận xét Lan { $klass } toán: tiến bộ rõ</code>. Chủ nhiệm: <code>rèn luyện { $klass }: cả lớp tốt trừ Huy khá</code>, <code>nhận xét chung Lan { $klass }: chăm ngoan</code>, còn thiếu gì và trình hiệu trưởng ở <code>/tongket { $klass }</code>.
help-commands = <b>Lệnh</b>
help-command = /{ $command } – { $about }
menu-start = Bắt đầu
menu-diemdanh = Điểm danh bằng cách bấm
menu-vangmat = Ai đang vắng
menu-homnay = Toàn trường hôm nay: điểm danh, vắng, sĩ số
menu-sodiemdanh = Sổ điểm danh: trang tháng, kí, tệp in
menu-thongbao = Soạn thông báo
menu-duyet = Thông báo chờ duyệt
menu-dagui = Thông báo đã gửi, ai chưa nhận
menu-uyquyen = Ủy quyền duyệt
menu-quydinhduyet = Thông báo nào cần duyệt
menu-nghihoc = Cho nghỉ học vì bão, lũ; học bù
menu-lichnghi = Lịch nghỉ, học bù, đổi ngày của trường
menu-monhoc = Môn học: điểm số hay nhận xét, số tiết
menu-nhapdiem = Nhập điểm một cột
menu-sodiem = Xem sổ điểm một lớp, một môn
menu-conthieu = Còn thiếu điểm ở đâu, hạn nào
menu-diem = Điểm của con em
menu-khoaso = Khóa sổ điểm hoặc một phần
menu-mokhoa = Mở khóa sổ điểm đến một ngày
menu-suadiem = Đề nghị sửa điểm đã khóa
menu-filemau = Tệp Excel để nhập điểm
menu-mien = Xin miễn một môn cho học sinh
menu-phodiem = Phổ điểm một cột so với khối
menu-lichsudiem = Ai đã nhập, sửa điểm nào
menu-ketqua = Kết quả học tập của lớp và vì sao
menu-quydinh = Giờ vào lớp, giờ chốt, hạn mức điểm danh
menu-hocsinh = Học sinh đến, đi, thôi học, chuyển lớp
menu-nhom = Nhóm phụ đạo, bồi dưỡng, câu lạc bộ
menu-giadinh = Gia đình của lớp: mời, ngắt kết nối
menu-hoso = Hồ sơ tối thiểu còn thiếu gì
menu-canbo = Cán bộ: mời, ngắt kết nối
menu-phancong = Giao và thu hồi nhiệm vụ
menu-xuat = Lấy dữ liệu trường ra tệp Excel
menu-nhap = Đưa tệp Excel vào, xem trước rồi mới ghi
menu-kinhphi = Tin trả phí: đã chi, hạn mức
menu-hanche = Hạn chế một người thân
menu-xinnghi = Xin nghỉ, vào muộn, đón sớm
menu-lienhe = Báo số điện thoại, địa chỉ mới
menu-chuyencan = Chuyên cần của em: tháng, học kì, năm
menu-toi = Tôi là ai ở trường
menu-saoluu = Sao lưu dữ liệu
menu-kenh = Nhận tin ở đâu
menu-ngonngu = Ngôn ngữ · Language
menu-ngatketnoi = Ngắt kết nối một máy
menu-trogiup = Trợ giúp
menu-huy = Bỏ việc đang làm dở
menu-ketqua-family = Kết quả học kì, cả năm của con em
menu-tongket = Tổng kết học kì, cả năm của lớp
menu-renluyen = Đánh giá rèn luyện của lớp
menu-nhanxet = Nhận xét học sinh trong học kì
menu-nhiemvuhe = Giao việc hè cho một em
menu-xet = Quyết định riêng về một em
menu-inso = In và kí sổ điểm
menu-socanhan = Sổ điểm cá nhân của thầy cô
