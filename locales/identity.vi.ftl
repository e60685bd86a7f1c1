# Ai là ai: vào hệ thống, mã mời, số điện thoại, ngắt kết nối, hạn chế, phân công.

## Lời chào và đường vào

identity-the-school = nhà trường
identity-greeting = Kính chào quý vị. Đây là sổ liên lạc của <b>{ $school }</b>, do máy trả lời tự động; tin nhắn được lưu để phục vụ công việc của nhà trường.
identity-ways-in =
    Để bắt đầu, tài khoản này cần được liên kết với nhà trường:
    • Đã có mã mời hoặc thẻ QR: mở đường dẫn trên thẻ, hoặc gửi mã vào đây.
    • Phụ huynh chưa có mã: bấm nút «Chia sẻ số điện thoại» ở dưới.
    • Cán bộ, giáo viên chưa có mã: hỏi người quản trị của trường.
identity-ways-in-code =
    Để bắt đầu, tài khoản này cần được liên kết với nhà trường:
    • Đã có mã mời hoặc thẻ mời: gửi mã vào đây.
    • Phụ huynh chưa có mã: hỏi giáo viên chủ nhiệm của em.
    • Cán bộ, giáo viên chưa có mã: hỏi người quản trị của trường.
identity-number-typed = Số gõ tay chưa cho biết là của ai. Xin gửi mã mời của nhà trường vào đây; chưa có mã, xin hỏi giáo viên chủ nhiệm.
identity-not-linked = Tài khoản này chưa được liên kết với nhà trường nên chưa dùng được.
identity-share-phone = 📱 Chia sẻ số điện thoại
identity-press-share = Số gõ tay chưa cho biết là của ai. Xin bấm nút «Chia sẻ số điện thoại» ở dưới để gửi số của chính mình.
identity-own-contact = Xin chia sẻ số điện thoại của chính tài khoản này, bằng nút «Chia sẻ số điện thoại».
identity-number-taken = Cảm ơn quý vị. Nhà trường sẽ kiểm tra; nếu đúng là số phụ huynh đã đăng kí, tài khoản sẽ được liên kết và có tin báo ở đây. Cần nhanh hơn, xin hỏi giáo viên chủ nhiệm để nhận mã mời.
identity-number-not-confirmed = Nhà trường chưa xác nhận được số điện thoại này. Xin liên hệ giáo viên chủ nhiệm để nhận mã mời.
identity-choose-language = Chọn ngôn ngữ · Choose a language
identity-language-set = Đã lưu: từ nay dùng tiếng Việt.
identity-hello = Kính chào { $name }. Tài khoản này đã được liên kết. Gõ /trogiup để xem những việc làm được.

## Mã mời

identity-code-unknown = Mã này không đúng. Xin xem lại từng chữ, hoặc mở lại đường dẫn trên thẻ mời.
identity-code-used = Mã này đã được dùng rồi; mỗi mã chỉ dùng một lần. Xin hỏi nhà trường để nhận mã mới.
identity-code-expired = Mã này đã hết hạn. Xin hỏi nhà trường để nhận mã mới.
identity-code-revoked = Mã này không còn dùng được nữa. Xin hỏi nhà trường để nhận mã mới.
identity-code-wait = Đã có nhiều mã không đúng được gửi đến. Xin thử lại sau { $minutes } phút, hoặc hỏi nhà trường để nhận mã mới.
identity-already = Tài khoản này đã liên kết rồi, với tên { $name }. Gõ /trogiup để xem những việc làm được.
identity-chat-taken =
    Tài khoản này đang liên kết với <b>{ $name }</b>, còn mã vừa mở là của một người khác. Có chuyển sang người ấy không?
    Nếu là một người vừa làm việc ở trường vừa là phụ huynh, xin giữ nguyên và nhờ người quản trị nhập hai hồ sơ làm một.
identity-switch = Ngắt kết nối cũ và dùng mã này
identity-keep = Giữ nguyên
identity-kept = Giữ nguyên: tài khoản này vẫn là của { $name }. Mã vừa mở chưa bị dùng.

## Chào người vừa liên kết

identity-welcome-staff = Đã liên kết. Kính chào thầy/cô <b>{ $name }</b>: { $posts }.
identity-and-parent = Thầy/cô cũng là phụ huynh của trường:
identity-welcome-family = Đã liên kết. Kính chào quý phụ huynh <b>{ $name }</b>:
identity-welcome-plain = Đã liên kết. Kính chào <b>{ $name }</b>.
identity-child-line = • { $relation } của em <b>{ $pupil }</b>, lớp { $klass }
identity-automatic = Máy trả lời tự động; tin nhắn được lưu để phục vụ công việc của nhà trường.
identity-next-roll = Điểm danh: nhắn như nói, ví dụ <code>{ $klass } vắng Lan p, Minh k</code> hoặc <code>{ $klass } đủ</code>.
identity-next-families = Mời phụ huynh vào: <code>/giadinh { $klass }</code>.
identity-next-teacher = Điểm danh tiết mình dạy: nhắn như nói, ví dụ <code>7A1 vắng Lan</code>.
identity-next-principal = Thông báo chờ duyệt sẽ đến đây để chọn [Duyệt]. Phân công nhiệm vụ: /phancong.
identity-next-administrator = Mời cán bộ: /canbo. Mời phụ huynh: /giadinh.
identity-next-family = Khi em vắng mà nhà trường chưa rõ lí do, và khi có thông báo, tin sẽ đến đây; chọn câu trả lời ở cuối tin.
identity-next-help = Gõ /trogiup bất cứ lúc nào để xem hướng dẫn.
identity-another = Vừa có thêm một tài khoản { $channel } liên kết với tên của quý vị lúc { $when }. Nếu không phải do quý vị làm, gõ /ngatketnoi và báo nhà trường.
identity-ended = Tài khoản này không còn liên kết với nhà trường. Gõ /start nếu muốn liên kết lại.
identity-guessing = ⚠️ Trong 15 phút qua có { $count } lần thử mã mời không đúng. Việc dò mã đang bị làm chậm lại; thầy/cô không phải làm gì, nhưng nên hỏi xem có ai đang thử không.

## Xác nhận số điện thoại

identity-request =
    Một tài khoản vừa chia sẻ số <b>{ $phone }</b>, trùng với số của <b>{ $guardian }</b>:
    { $children }
identity-request-shown = Tên trên tài khoản: { $shown }
identity-request-ask = Số điện thoại có thể đã đổi chủ. Đây có đúng là phụ huynh của em không?
identity-request-yes = Đúng là phụ huynh
identity-request-no = Không phải
identity-request-accepted = ✅ { $by } đã xác nhận lúc { $when }; tài khoản đã được liên kết.
identity-request-refused = ✖️ { $by } đã trả lời không phải lúc { $when }; tài khoản không được liên kết.
identity-request-void = Không cần trả lời nữa: việc này đã xong cách khác ({ $by }, { $when }).
identity-request-accepted-toast = Đã xác nhận và liên kết.
identity-request-refused-toast = Đã ghi nhận: không phải phụ huynh.
identity-request-decided = { $name } đã trả lời việc này lúc { $when }.
identity-account-taken = Tài khoản ấy đã liên kết với người khác.

## Gia đình và cán bộ

identity-which-class = Chọn lớp:
identity-which-pupil = Chọn học sinh:
identity-which-guardian = Người thân của em { $pupil }, lớp { $klass }. Chọn một người:
identity-page-back = « Trang trước
identity-page-on = Trang sau »
identity-back = « Quay lại
identity-families-head = <b>Gia đình lớp { $klass }</b>: { $linked }/{ $families } gia đình đã liên kết.
identity-families-foot = ✅ đã liên kết · ▫️ chưa liên kết · ⛔ hạn chế. Chọn số của em để mời hoặc ngắt kết nối.
identity-family-line = { $number }. { $pupil }: { $guardians }
identity-no-guardian = chưa ghi phụ huynh nào
identity-waiting-button = Số chờ xác nhận: { $count }
identity-nothing-waiting = Không còn số nào chờ xác nhận.
identity-family-head = <b>Gia đình em { $pupil }</b>, lớp { $klass }, số { $number }
identity-guardian-line = { $mark } { $relation } { $name } · { $phone } · { $state }
identity-no-phone = chưa có số
identity-state-linked = đã liên kết
identity-state-free = chưa liên kết
identity-state-barred = hạn chế, không nhận tin về em
identity-invite-for = Tạo mã mời: { $relation } { $name }
identity-unlink-for = Ngắt kết nối: { $relation } { $name }
identity-to-class = « Lớp { $klass }
identity-staff-head = <b>Cán bộ, giáo viên, nhân viên</b>: { $linked }/{ $all } người đã liên kết. Chọn tên để mời hoặc ngắt kết nối.
identity-staff-card = <b>{ $name }</b> ({ $code }) · { $state }
identity-invite-new = Tạo mã mời
identity-unlink-lost = Ngắt kết nối (mất máy)
identity-to-staff = « Danh sách cán bộ
identity-invite-family = Mã mời cho { $relation } <b>{ $name }</b> của em { $pupil }, lớp { $klass }:
identity-invite-staff = Mã mời cho thầy/cô <b>{ $name }</b>:
door-telegram = Telegram: { $link ->
    [none] nhắn mã { $code } cho bot của trường
   *[other] mở { $link }
  }
door-zalo-oa = Zalo: tìm Official Account { $name ->
    [none] của trường
   *[other] «{ $name }»
  }{ $link ->
    [none] { "" }
   *[other] , hoặc mở { $link }
  }; bấm Quan tâm rồi nhắn mã { $code }
door-zalo-bot = Zalo Bot: mở bot { $name ->
    [none] của trường
   *[other] «{ $name }»
  }{ $link ->
    [none] { "" }
   *[other] , hoặc mở { $link }
  }; nhắn mã { $code }
identity-invite-code = Mã: <code>{ $code }</code>
identity-invite-note = Chỉ dùng một lần, đến hết ngày { $day }. Mã chỉ hiện ở đây; mã cũ của người này, nếu có, không còn dùng được. Xin chuyển tận tay đúng người.
identity-invite-take-back = Thu hồi mã
identity-invite-revoked = Đã thu hồi mã. Ai mở đường dẫn ấy cũng không vào được nữa.
identity-invite-not-open = Mã này đã được dùng hoặc đã thu hồi trước đó.
identity-no-such-class = Không có lớp { $name } trong năm học này. Gõ /giadinh để chọn lớp.
identity-no-such-number = Lớp { $klass } không có phụ huynh nào ghi ở số { $number }.
identity-no-such-family = Không thấy người thân này trong hồ sơ của em. Gõ /giadinh để xem lại danh sách.
identity-no-such-staff = Không thấy người này trong danh sách cán bộ đang làm việc.
identity-no-such-pupil = Không có học sinh nào có mã hoặc số «{ $name }».

## Tài khoản của tôi

identity-me = <b>{ $name }</b>
identity-me-posts = Ở trường: { $posts }.
identity-me-children = Phụ huynh:
identity-me-nothing = Hiện không có việc hay lớp nào ở trường gắn với tên này. Nếu chưa đúng, xin hỏi người quản trị của trường.
identity-me-accounts = Tài khoản đã liên kết:
identity-account-line = • { $account }
identity-account-here = { $channel }, từ { $since } (máy này)
identity-account-there = { $channel }, từ { $since }
identity-me-first = Tin của nhà trường đến trước ở: { $account }.
identity-unlink-which = Ngắt kết nối tài khoản nào? Máy bị mất thì ngắt ngay; sau này liên kết lại bằng mã mời mới.
identity-unlink-here = Máy này: { $account }
identity-unlink-other = Máy khác: { $account }
identity-unlink-this = Ngắt kết nối chính máy này? Sau đó sẽ không nhận được tin ở đây nữa, và cần mã mời mới để vào lại.
identity-unlink-sure = Ngắt kết nối máy này
identity-back-out = Thôi, giữ nguyên
identity-nothing-changed = Không có gì thay đổi.
identity-unlinked-here = Đã ngắt kết nối. Gõ /start khi muốn liên kết lại.
identity-unlinked-other = Đã ngắt kết nối máy kia. Từ giờ máy ấy không xem và không nhận được gì nữa.
identity-unlinked-done = Đã ngắt kết nối.
identity-not-linked-any-more = Người này hiện không có tài khoản nào đang liên kết.

## Nhận tin ở đâu

identity-places-head = <b>Nhận tin ở đâu</b>
    Mỗi tin của nhà trường chỉ đến một nơi: nơi đứng đầu; không gửi được mới đến nơi sau.
identity-place-first = { $number }. ✅ { $account }
identity-place-line = { $number }. { $account }
identity-places-foot = Hỏi ở đâu thì vẫn được trả lời ở đó.
identity-places-one = Hiện quý vị nhận tin ở một nơi: { $channel }. Muốn nhận thêm ở ứng dụng khác, xin nhà trường một mã mời mới rồi gửi mã ấy vào ứng dụng đó.
identity-places-change = Đổi nơi nhận tin
identity-place-choose = Nhận trước ở { $account }
identity-place-saved = Đã lưu: từ nay tin đến trước ở { $account }.
identity-first-here = Từ nay tin của nhà trường đến trước ở tài khoản này. Muốn đổi, gõ /kenh.
identity-first-there = Tin của nhà trường vẫn đến trước ở tài khoản quý vị đã dùng lâu nay. Muốn đổi, gõ /kenh.
identity-another-first = Từ nay tin của nhà trường đến trước ở tài khoản mới ấy. Muốn đổi, gõ /kenh.

## Hạn chế

identity-barred-head = <b>Người thân đang bị hạn chế</b>
identity-barred-none = Hiện không có người thân nào bị hạn chế.
identity-barred-line = ⛔ { $relation } { $name }: em { $pupil }, lớp { $klass }
identity-bar-lift = Bỏ hạn chế: { $name } – em { $pupil } ({ $klass })
identity-bar-new = Hạn chế một người thân
identity-bar-ask = Hạn chế { $relation } <b>{ $name }</b> đối với em <b>{ $pupil }</b>, lớp { $klass }? Người này sẽ không nhận tin và không xem, không gửi được gì về em nữa, ngay từ bây giờ. Lí do không được ghi lại; có thể bỏ hạn chế bất cứ lúc nào.
identity-bar-yes = Hạn chế
identity-bar-no = Thôi
identity-bar-done = Đã lưu: { $name } bị hạn chế đối với em { $pupil }.
identity-bar-lifted = Đã lưu: bỏ hạn chế { $name } đối với em { $pupil }.
identity-barred-already = Người này đã bị hạn chế từ trước.
identity-not-barred = Người này hiện không bị hạn chế.

## Phân công nhiệm vụ

identity-duty-head = <b>Nhiệm vụ đang giao</b>
identity-duty-none = Hiện chưa giao nhiệm vụ nào.
identity-duty-line = • { $name }: { $duty }
identity-duty-line-until = • { $name }: { $duty }, đến hết { $until }
identity-duty-take-back = Thu hồi: { $name } – { $duty }
identity-duty-new = Giao nhiệm vụ
identity-duty-which = Giao nhiệm vụ nào?
identity-duty-whose = Giao «{ $duty }» cho ai?
identity-duty-until = Giao cho <b>{ $name }</b>: { $duty }. Đến khi nào? Chọn ở dưới, hoặc gõ ngày cuối như <code>31/12/2026</code>.
identity-duty-forever = Không thời hạn
identity-duty-week = 7 ngày
identity-duty-month = 30 ngày
identity-duty-saved = Đã lưu: { $name } được giao { $duty }.
identity-duty-ended-now = Đã thu hồi nhiệm vụ.
identity-duty-ended = Nhiệm vụ này đã được thu hồi trước đó.
identity-duty-there = { $name } đang có nhiệm vụ này rồi.
identity-day-past = Ngày ấy đã qua. Xin gõ một ngày từ hôm nay trở đi, hoặc /huy.
identity-day-unclear = Tôi chưa đọc được ngày. Xin gõ như <code>31/12/2026</code>, hoặc /huy để thôi.
duty-granted = Thầy/cô được giao nhiệm vụ: { $duty }.
duty-granted-until = Thầy/cô được giao nhiệm vụ: { $duty }, đến hết ngày { $until }.
duty-revoked = Nhiệm vụ của thầy/cô đã kết thúc: { $duty }.

## Vai trò, nhiệm vụ, quan hệ, kênh

role-principal = hiệu trưởng
role-vice-principal = phó hiệu trưởng
role-department-head = tổ trưởng chuyên môn
role-homeroom-teacher = giáo viên chủ nhiệm
role-homeroom-of = giáo viên chủ nhiệm lớp { $classes }
role-subject-teacher = giáo viên bộ môn
role-teaches = giáo viên bộ môn lớp { $classes }
role-administrator = quản trị cơ sở dữ liệu
role-office = văn phòng
role-accountant = kế toán
role-librarian = thư viện
role-equipment = thiết bị
role-portal-editor = quản trị cổng thông tin
role-nurse = nhân viên y tế
role-guardian = phụ huynh
duty-periodic-scores = nhập điểm kiểm tra định kì
duty-health = phụ trách y tế
duty-stand-in = điểm danh thay
relation-father = bố
relation-mother = mẹ
relation-guardian = người giám hộ
channel-telegram = Telegram
channel-zalo-bot = Zalo Bot
channel-zalo-oa = Zalo OA
