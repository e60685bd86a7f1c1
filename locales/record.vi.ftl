# Hồ sơ tối thiểu của học sinh (điều 7.1): còn thiếu gì, điền trong khung chat; gia đình báo số mới.
record-head = <b>Hồ sơ tối thiểu lớp { $klass }</b>: { $complete }/{ $total } em đủ thông tin.
    { $gaps ->
        [0] Hạn: { $due }.
       *[other] Hạn: { $due }{ $late ->
            [0] , còn { $left } ngày.
           *[other] , đã quá { $late } ngày.
        }
    }
record-none = Hồ sơ của lớp không còn thiếu gì. Cảm ơn thầy/cô.
record-line = { $number }. <b>{ $name }</b>: thiếu { $gaps }
record-line-later = { $number }. <b>{ $name }</b>: thiếu { $gaps } (vào sau, hạn { $due })
record-foot = Chọn một em để điền, hoặc gõ một dòng: <code>/hoso { $klass } 15 địa chỉ thôn 3, xã Thuận Hạnh</code>
record-classes-head = <b>Hồ sơ tối thiểu</b>: { $gaps ->
    [0] mọi lớp đã đủ thông tin.
   *[other] còn { $gaps } em thiếu thông tin.
  }
record-class-line = { $gaps ->
    [0] ✅
   *[other] ▫️
  } { $klass }: { $complete }/{ $total } em đủ
record-card = <b>{ $name }</b>, lớp { $klass }
record-value = { $field }: { $value }
record-no-adult = Phụ huynh: (trống)
record-adult = { $relation ->
    [father] Bố
    [mother] Mẹ
   *[other] Người giám hộ
  }: { $name } · { $phone }
record-adult-short = { $relation ->
    [father] bố
    [mother] mẹ
   *[other] người giám hộ
  } { $name } ({ $phone })
record-blank = (trống)
record-male = Nam
record-female = Nữ
record-policy-yes = Có
record-policy-no = Không
record-gaps = ▫️ Còn thiếu: { $gaps }
record-field-birth = ngày sinh
record-field-gender = giới tính
record-field-ethnic = dân tộc
record-field-address = địa chỉ thường trú
record-field-guardian = thông tin cha mẹ
record-field-phone = điện thoại liên hệ
record-field-policy = con gia đình chính sách
record-ask-birth = Ngày sinh của em <b>{ $name }</b> ({ $klass })? Ví dụ: <code>15/03/2014</code>
record-ask-gender = Em <b>{ $name }</b> ({ $klass }) là nam hay nữ?
record-ask-ethnic = Dân tộc của em <b>{ $name }</b> ({ $klass })? Ví dụ: <code>Kinh</code>, <code>Ê Đê</code>, <code>M'Nông</code>
record-ask-address = Địa chỉ thường trú của em <b>{ $name }</b> ({ $klass })? Ví dụ: <code>Thôn 3, xã Thuận Hạnh</code>
record-ask-guardian = Cha, mẹ hoặc người giám hộ của em <b>{ $name }</b> ({ $klass })? Ví dụ: <code>mẹ Nguyễn Thị Hoa 0912 345 678</code>
record-ask-phone = Số điện thoại liên hệ của gia đình em <b>{ $name }</b> ({ $klass })? Ví dụ: <code>mẹ 0912 345 678</code>
record-ask-policy = Em <b>{ $name }</b> ({ $klass }) là con gia đình chính sách diện nào? Ví dụ: <code>con thương binh</code>; không thuộc diện nào thì gõ <code>không</code>.
record-saved = ✅ Đã lưu { $field } của em <b>{ $name }</b>, lớp { $klass }: { $value }
record-undone = ↩️ Đã hoàn tác: { $field }.
record-which = Thầy/cô nói về em nào?
record-button-fill = { $count ->
    [1] Điền chỗ còn thiếu
   *[other] Điền { $count } chỗ còn thiếu
  }
record-button-field = Sửa { $field }
record-button-class = Về lớp { $klass }
record-button-skip = Bỏ qua
record-button-stop = Thôi
record-button-undo = Hoàn tác
record-button-card = Xem hồ sơ
record-wrong-birth = «{ $shown }» không đọc được thành ngày sinh của một học sinh. Xin gõ ngày/tháng/năm, ví dụ: <code>15/03/2014</code>
record-wrong-gender = «{ $shown }» không rõ là nam hay nữ. Xin gõ <code>nam</code> hoặc <code>nữ</code>.
record-wrong-ethnic = «{ $shown }» không đọc được thành tên dân tộc. Ví dụ: <code>Kinh</code>, <code>Ê Đê</code>, <code>M'Nông</code>
record-wrong-address = «{ $shown }» chưa đủ thành địa chỉ (ít nhất hai chữ, nhiều nhất 250 kí tự). Ví dụ: <code>Thôn 3, xã Thuận Hạnh</code>
record-wrong-policy = «{ $shown }» dài quá 120 kí tự. Ví dụ: <code>con thương binh</code>, hoặc <code>không</code>
record-wrong-guardian = «{ $shown }» chưa rõ là ai. Xin ghi cha, mẹ hay người giám hộ, rồi họ tên, ví dụ: <code>mẹ Nguyễn Thị Hoa 0912 345 678</code>
record-wrong-phone = «{ $shown }» không phải số điện thoại Việt Nam. Số có 10 chữ số, ví dụ: <code>0912 345 678</code>
record-whose-number = «{ $shown }» là số của ai trong gia đình? Ví dụ: <code>mẹ 0912 345 678</code>
record-place-taken = Hồ sơ đã ghi { $relation ->
    [father] bố
    [mother] mẹ
   *[other] người giám hộ
  } là { $name }. Muốn sửa số thì gõ số, ví dụ <code>mẹ 0912 345 678</code>; ghi nhầm người thì sửa trong tệp Excel (/nhap).
record-say-class = Xin thầy/cô ghi thêm tên lớp, ví dụ: <code>/hoso 7A1 15</code>
record-no-class = Trường không có lớp «{ $typed }» trong năm học này. Các lớp: { $known }. Ví dụ: <code>/hoso 7A1</code>
record-no-number = Lớp { $klass } không có số thứ tự { $number }. Ví dụ: <code>/hoso { $klass } 15</code>
record-no-name = Lớp { $klass } không có em nào tên «{ $typed }». Ví dụ: <code>/hoso { $klass } 15</code> (số thứ tự)
record-no-pupil = Em này hiện không ở lớp nào.
