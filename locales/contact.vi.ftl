# Gia đình báo số điện thoại, địa chỉ mới; giáo viên chủ nhiệm xác nhận rồi hồ sơ mới đổi.
contact-not-a-guardian = Lệnh này dành cho phụ huynh có em đang học ở trường.
contact-head = <b>Liên hệ của gia đình</b>
    Số điện thoại của quý phụ huynh: { $phone }
contact-child = Em { $name } ({ $klass }), địa chỉ: { $address }
contact-foot = Muốn đổi, xin bấm dưới đây hoặc nhắn như nói, ví dụ <code>số mới của tôi là 0912 345 678</code>.
contact-button-phone = Báo số điện thoại mới
contact-button-address = Báo địa chỉ mới
contact-button-stop = Thôi
contact-button-back = Thôi, không đổi nữa
contact-button-accept = Xác nhận, ghi vào hồ sơ
contact-button-refuse = Không đúng, giữ như cũ
contact-ask-phone = Xin gõ số điện thoại mới, ví dụ <code>0912 345 678</code>.
contact-ask-address = Xin gõ địa chỉ thường trú mới, ví dụ <code>Thôn 3, xã Thuận Hạnh</code>.
contact-stopped = Đã thôi. Hồ sơ giữ như cũ.
contact-saved-phone = ✅ Đã ghi lời báo số điện thoại mới <b>{ $value }</b> của gia đình em { $children }.
contact-saved-address = ✅ Đã ghi lời báo địa chỉ mới <b>{ $value }</b> của gia đình em { $children }.
contact-waits = Thầy/cô chủ nhiệm sẽ xác nhận với gia đình rồi đổi trong hồ sơ.
contact-waits-nobody = Chưa thầy/cô nào nhận được tin ở đây, xin gia đình báo thêm với thầy/cô chủ nhiệm khi gặp.
contact-known = Hồ sơ của nhà trường đã ghi <b>{ $value }</b> rồi ạ.
contact-taken-back = Đã thôi. Hồ sơ giữ như cũ.
contact-over = Lời báo này không còn chờ nữa.
contact-decided = { $name } đã trả lời lời báo này lúc { $when }.
contact-not-own = Lời báo của chính thầy/cô do người khác xác nhận.
contact-no-such-parent = Hồ sơ của em chưa ghi người này. Xin nhắn thầy/cô chủ nhiệm để bổ sung; số của chính mình thì nhắn, ví dụ: <code>số mới của tôi là 0912 345 678</code>
contact-too-many = Hôm nay gia đình đã báo { $most } lần. Xin chờ thầy/cô chủ nhiệm xác nhận, hoặc gọi điện cho thầy/cô.
contact-card-phone = <b>Gia đình báo số mới</b> · em { $children }
    { $who } báo số điện thoại mới: <b>{ $value }</b>
    Số đang ghi: { $old }
contact-card-address = <b>Gia đình báo địa chỉ mới</b> · em { $children }
    { $who } báo địa chỉ mới: <b>{ $value }</b>
    Địa chỉ đang ghi: { $old }
contact-card-whose = Đây là số của: { $who }.
contact-card-ask = Xin thầy/cô hỏi lại gia đình cho chắc (số đang ghi của người báo: { $phone }), rồi chọn:
contact-card-accepted = ✅ { $who } đã xác nhận lúc { $at }; hồ sơ đã đổi.
contact-card-refused = { $who } đã giữ như cũ lúc { $at }.
contact-card-withdrawn = Gia đình đã thôi, hồ sơ giữ như cũ.
contact-card-replaced = Gia đình đã báo lại; xem tin mới hơn.
contact-news-phone = ✅ { $who } đã xác nhận số điện thoại mới <b>{ $value }</b> của gia đình em { $children }.
contact-news-address = ✅ { $who } đã xác nhận địa chỉ mới <b>{ $value }</b> của gia đình em { $children }.
contact-news-refused = { $who } chưa đổi hồ sơ của em { $children } theo lời báo vừa rồi. Xin gia đình liên hệ thầy/cô.
contact-said-accepted = Đã lưu vào hồ sơ.
contact-said-refused = Hồ sơ giữ như cũ.
