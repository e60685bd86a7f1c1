# Lời của dòng lệnh `solienlac`, dành cho người quản trị.

cli-description = Sổ Liên Lạc: trợ lí nhắn tin của nhà trường.
cli-epilog = Gõ «solienlac LỆNH --help» để xem cách dùng từng lệnh.
cli-command = LỆNH
cli-about-demo = Chạy thử cả trường ảo trên máy này, không cần tài khoản nào
cli-about-run = Chạy bot theo các thiết lập trong .env
cli-about-sandbox = Chỉ chạy máy nhắn tin giả lập
cli-about-init = Tạo thư mục dữ liệu và cơ sở dữ liệu của trường
cli-about-import = Đưa dữ liệu trường từ tệp Excel vào (xem trước rồi mới ghi)
cli-about-export = Xuất dữ liệu trường ra tệp Excel đúng mẫu nhập
cli-about-invite = Tạo mã mời một lần cho cán bộ và phụ huynh
cli-about-rules = Xem và đổi giờ vào lớp, giờ chốt, hạn mức điểm danh
cli-about-verify = Kiểm tra cơ sở dữ liệu và chuỗi nhật kí
cli-about-upgrade = Nâng cấp cơ sở dữ liệu (có sao lưu trước)
cli-about-doctor = Kiểm tra thiết lập, các kênh nhắn tin, đồng hồ, ổ đĩa và nói phải làm gì
cli-help-language = ngôn ngữ của dòng lệnh (vi hoặc en)
cli-help-debug = khi có lỗi thì in cả vết lỗi
cli-help-yes = không hỏi lại, làm luôn
cli-help-full = liệt kê đủ, không rút gọn
cli-help-template = ghi ra một tệp Excel trống đúng mẫu để điền
cli-help-name = tên trường
cli-help-overwrite = ghi đè tệp đã có
cli-misused = { $problem }. Xem «{ $program } --help».
cli-interrupted = Đã dừng theo yêu cầu.
cli-declined = Không đồng ý nên không ghi gì cả.
cli-nobody-to-ask = Chưa ghi gì: không có ai ở bàn phím để hỏi lại. Thêm --yes để làm luôn.
cli-yes-or-no = [c = có, k = không]
cli-no-school = Chưa có dữ liệu trường nào ở { $place }. Hãy chạy «solienlac init» hoặc «solienlac import TỆP.xlsx».
cli-upgrade-first = Cơ sở dữ liệu thuộc bản cũ. Hãy chạy «solienlac upgrade» trước.
cli-database-newer = Cơ sở dữ liệu thuộc bản mới hơn ({ $number }) chương trình này. Hãy cập nhật chương trình.
cli-file-exists = Đã có tệp { $file } nên không ghi đè.
cli-bad-setting = Thiết lập { $name } chưa đúng: { $problem }. Sửa trong tệp .env (xem .env.example).
cli-database-fault = Cơ sở dữ liệu báo lỗi: { $problem }. Không có gì được ghi; thêm --debug để xem chi tiết.
cli-system-fault = Máy báo lỗi: { $problem }.
cli-fault = Lỗi ngoài dự kiến ({ $problem }). Chạy lại với --debug rồi gửi kết quả cho người hỗ trợ.

# init

init-ask-name = Tên trường là gì?
init-would =
    Sẽ tạo cơ sở dữ liệu mới: { $place }
    Tên trường: { $name }
init-question = Tạo chứ?
init-question-name = Đặt tên trường là { $name }?
init-done = Đã tạo. Bước tiếp theo: «solienlac import TỆP.xlsx» (mẫu trống: «solienlac import --template»).
init-already = Đã có dữ liệu trường ở { $place } (tên trường: { $name }); giữ nguyên, không thay đổi gì.
init-named = Đã lưu tên trường: { $name }.
init-other-school = Ở { $place } đã có dữ liệu của { $name }; không ghi đè.

# import: tệp

import-no-file = Thiếu tên tệp. Ví dụ: solienlac import truong.xlsx (mẫu trống: solienlac import --template).
import-file-missing = Không tìm thấy tệp { $file }.
import-file-unopened = Không mở được tệp { $file } (không phải tệp, hoặc không có quyền đọc).
import-file-empty = Tệp rỗng (0 byte).
import-file-huge = Tệp lớn hơn { $limit } MB nên không nhận.
import-file-huge-inside = Nội dung tệp khi giải nén lớn hơn { $limit } MB nên không nhận.
import-file-too-many-rows = Có trang vượt quá { NUMBER($rows) } dòng hoặc { $columns } cột nên không nhận. Hãy xóa các ô thừa ở xa rồi lưu lại.
import-file-password = Tệp có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi nhập.
import-file-xls = Tệp kiểu cũ (.xls). Hãy mở bằng Excel và lưu thành .xlsx rồi nhập.
import-file-not-xlsx = Đây không phải tệp Excel .xlsx. Nếu là .csv, .ods hay tệp khác, hãy mở bằng Excel và lưu thành .xlsx.
import-file-broken = Tệp Excel bị hỏng, không đọc được. Hãy mở bằng Excel và lưu lại, hoặc xuất lại từ nguồn.
import-file-no-sheets = Không thấy trang nào quen thuộc. Các trang được nhận: { $known }.
import-file-no-header = Trang { $sheet }: trong 12 dòng đầu không thấy cột { $columns }.
import-year-past = Tệp thuộc năm học { $year }, trong khi trường đã sang năm học { $newest }; không nhận để khỏi đưa học sinh về lớp cũ.
import-file-no-rows = Tệp không có dòng dữ liệu nào.

# import: lí do không nhận và điều cần xem lại

import-cell-missing = thiếu { $column }
import-cell-name = { $column } «{ $value }» không phải tên người
import-cell-date = { $column } «{ $value }» không phải ngày hợp lệ (ngày/tháng/năm)
import-cell-phone = { $column } «{ $value }» không phải số điện thoại hợp lệ
import-cell-class = { $column } «{ $value }» không phải tên lớp
import-cell-number = { $column } «{ $value }» không phải số hợp lệ
import-cell-code = { $column } «{ $value }» quá dài
import-cell-gender = { $column } «{ $value }» không phải Nam hay Nữ
import-cell-term = { $column } «{ $value }» không phải học kì I hay II
import-cell-long = { $column } «{ $value }» quá dài
import-cell-half = { $column } «{ $value }» không phải Sáng hay Chiều
import-cell-weekday = { $column } «{ $value }» không phải thứ 2 đến thứ 7 hay CN
import-cell-test = { $column } «{ $value }» không phải Giữa kì hay Cuối kì
import-class-unknown = không có lớp { $name }
import-code-taken = mã { $code } đang thuộc về { $name }
import-code-twice = mã { $code } có ở các dòng { $rows } với nội dung khác nhau; không nhận dòng nào
import-pupil-twice = cùng một học sinh ở các dòng { $rows } với nội dung khác nhau; không nhận dòng nào
import-pupil-unclear = không rõ có phải cùng một em với dòng { $rows } không; hãy ghi mã học sinh hoặc ngày sinh
import-pupil-ambiguous = có { $count } em cùng tên khớp với dòng này; hãy ghi mã học sinh
import-pupil-unknown = không có học sinh { $name } đang học
import-member-ambiguous = có { $count } em cùng tên { $name }; hãy thêm cột «Mã học sinh» hoặc «Ngày sinh»
import-row-doubled = lặp lại dòng { $other }, chỉ nhận một lần
import-row-of-before = em đã chuyển khỏi đây, tính theo dòng { $other }
import-row-contradicts = trái với dòng { $other }
import-row-contradicts-below = có dòng dưới ghi khác; không nhận dòng nào
import-status-unknown = chưa hiểu trạng thái «{ $status }», coi như đang học
import-phone-without-name = có { $column } mà thiếu tên người; chưa ghi số này
import-phones-disagree = { $column } { $value } khác với dòng của anh chị em; giữ số cũ
import-phone-shared = { $name } dùng chung số điện thoại với { $others }; vẫn là hai người
import-phone-of-staff = { $name } là cán bộ của trường; giữ số điện thoại ở trang CanBo
import-staff-needs-code = đã có người cùng tên ({ $codes }); hãy ghi mã cán bộ
import-staff-code-given = chưa có mã cán bộ, đặt mã { $code }
import-post-unknown = chức vụ «{ $post }» chưa có quyền riêng trong chương trình
import-teacher-unknown = không có cán bộ { $name } đang làm việc
import-teacher-ambiguous = có nhiều cán bộ tên { $name } ({ $codes }); hãy thêm cột «Mã cán bộ»
import-week-overlaps = ngày của tuần không hợp lệ hoặc chồng lên tuần khác
import-day-outside-year = ngày nằm ngoài năm học

# import: xem trước

preview-year = Năm học { $year }
preview-sheet = { $sheet } ({ $rows } dòng): { $what }
preview-sheet-lacking = Bỏ qua trang { $sheet }: thiếu cột { $columns }
preview-sheet-doubled = Bỏ qua trang { $sheet }: đã có trang cùng loại
preview-sheets-unknown = Không dùng các trang: { $sheets }
preview-added = thêm { $count }
preview-changed = đổi { $count }
preview-ended = kết thúc { $count }
preview-refused = không nhận { $count }
preview-partly = bỏ { $count } ô
preview-note = { $count } điều cần xem
preview-unchanged = không có gì thay đổi
preview-row = dòng { $row }
preview-more = … và { $count } mục nữa
preview-blank = (trống)
preview-active = Đang làm việc
import-nothing = Không có gì để thay đổi.
import-question = Ghi những thay đổi trên vào dữ liệu của trường?
import-done = Đã lưu.
import-made-school = Cơ sở dữ liệu vừa được tạo. Bước tiếp theo: «solienlac init --name "Trường …"» nếu chưa ghi tên trường, rồi «solienlac invite --all» để tạo mã mời.
import-outdated = Dữ liệu của trường vừa thay đổi trong lúc xem trước. Chưa ghi gì; hãy chạy lại.

# export, verify, upgrade

export-done = Đã ghi tệp { $file }.
verify-chain-good = Chuỗi nhật kí: { $entries } mục, nguyên vẹn.
verify-chain-gap = Chuỗi nhật kí bị thiếu hoặc chèn mục: mục sai đầu tiên là số { $id } ({ $at }, { $action }, { $subject }); { $good } mục trước đó nguyên vẹn.
verify-chain-link = Chuỗi nhật kí bị đứt: mục sai đầu tiên là số { $id } ({ $at }, { $action }, { $subject }); { $good } mục trước đó nguyên vẹn.
verify-chain-content = Nhật kí bị sửa: mục sai đầu tiên là số { $id } ({ $at }, { $action }, { $subject }); { $good } mục trước đó nguyên vẹn.
verify-fault = Lỗi cơ sở dữ liệu: { $fault }
verify-faults = Cơ sở dữ liệu có { $count } lỗi. Hãy khôi phục từ bản sao lưu gần nhất.
verify-good = Cơ sở dữ liệu nguyên vẹn.
upgrade-nothing = Cơ sở dữ liệu đã ở bản mới nhất ({ $number }).
upgrade-would = Sẽ nâng cấp { $place } từ bản { $old } lên { $new }, sau khi sao lưu.
upgrade-question = Nâng cấp chứ?
upgrade-copied = Đã sao lưu vào { $file }.
upgrade-done = Đã nâng cấp lên bản { $number }.

# Chú thích trong tệp mẫu

template-written = Đã ghi tệp mẫu { $file }. Di chuột lên tiêu đề từng cột để xem cách điền.
template-required = Bắt buộc.
template-number = Số thứ tự trong lớp, giáo viên dùng số này khi điểm danh. Ví dụ: 1
template-class = Tên lớp. Ví dụ: 7A1
template-name = Họ và tên đầy đủ, có dấu. Ví dụ: Nguyễn Thị Lan Anh
template-code = Mã trên cơ sở dữ liệu ngành; để trống nếu chưa có. Ví dụ: 6700010001
template-birth = Ngày/tháng/năm. Ví dụ: 22/01/2014
template-gender = Nam hoặc Nữ.
template-pupil-status = Đang học, Chuyển đến, Chuyển đi, Thôi học, Bảo lưu. Để trống là Đang học.
template-ethnic = Ví dụ: Kinh, Ê Đê, M'Nông
template-policy = Đánh x hoặc ghi diện chính sách; để trống nếu không.
template-address = Ví dụ: Thôn 5, xã Thuận Hạnh
template-father = Họ tên cha. Ví dụ: Nguyễn Văn Hùng
template-phone = Ví dụ: 0912345678
template-mother = Họ tên mẹ. Ví dụ: Trần Thị Hoa
template-guardian = Chỉ ghi khi người giám hộ không phải cha mẹ. Ví dụ: Trần Thị Mai
template-called = Tên gọi ở lớp nếu khác từ cuối của họ tên. Ví dụ: Lan Anh
template-staff-code = Mã cán bộ, không trùng nhau. Ví dụ: CB001
template-post = Hiệu trưởng, Phó hiệu trưởng, Tổ trưởng chuyên môn, Giáo viên, Quản trị CSDL, Tổ trưởng văn phòng, Kế toán, Thư viện, Thiết bị, Nhân viên y tế; nhiều chức vụ thì cách nhau bằng dấu phẩy.
template-department = Ví dụ: Tổ Toán - Tin
template-subjects = Ví dụ: Toán
template-staff-status = Ghi «Nghỉ» khi người này không còn làm việc ở trường.
template-teacher = Họ tên như ở trang CanBo. Ví dụ: Lê Thùy Quỳnh
template-teacher-code = Mã cán bộ, chỉ cần khi có hai người cùng tên.
template-subject = Ví dụ: Ngữ văn
template-timetable-subject = Tên môn, hoặc Chào cờ, Sinh hoạt lớp.
template-weekday = 2 đến 7 (thứ Hai đến thứ Bảy). Ví dụ: 2
template-half = Sáng hoặc Chiều.
template-period = Tiết thứ mấy trong buổi. Ví dụ: 1
template-term = I hoặc II.
template-week = Số tuần, 1 đến 35; để trống ở tuần nghỉ Tết.
template-starts = Ngày đầu tuần. Ví dụ: 07/09/2026
template-ends = Ngày cuối tuần. Ví dụ: 12/09/2026
template-note = Ví dụ: Nghỉ Tết Nguyên đán
template-grade = Ví dụ: 7
template-test-kind = Giữa kì hoặc Cuối kì.
template-day = Ví dụ: 02/11/2026
template-group = Tên nhóm, mỗi học sinh một dòng. Ví dụ: CLB Bóng đá
template-group-kind = CLB, Phụ đạo, Bồi dưỡng, Ôn tập.
template-leader = Họ tên người phụ trách như ở trang CanBo.
template-group-code = Mã học sinh, cần khi trong lớp có hai em cùng tên.
template-group-birth = Ngày sinh, cần khi trong lớp có hai em cùng tên mà chưa có mã.
template-group-status = Ghi «Thôi» khi em rời nhóm.

# Mã mời

invite-help-staff = mã cán bộ, một hay nhiều người
invite-help-pupil = mã học sinh hoặc LỚP/SỐ như 7A1/15; mỗi phụ huynh của em một mã
invite-help-all = tất cả cán bộ và phụ huynh chưa liên kết
invite-help-days = số ngày mã còn hạn (mặc định 14)
invite-help-json = in ra dạng JSON cho chương trình khác đọc
invite-help-sheet = ghi thêm tệp HTML các phiếu có mã QR để in
invite-whom = Mời ai? Thêm --staff MÃ, --pupil LỚP/SỐ hoặc --all.
invite-days = Số ngày phải từ 1 đến { $longest }.
invite-sheet-html = Phiếu được ghi thành tệp .html; mở tệp ấy rồi chọn In (hoặc lưu thành PDF).
invite-all-question = Tạo mã mới cho tất cả những người chưa liên kết? Mã và phiếu phát trước đây của họ sẽ không còn dùng được.
invite-no-bot-name = Chưa in phiếu được vì chưa biết tên bot. Hãy chạy «solienlac run» một lần rồi làm lại.
invite-no-staff = Không có cán bộ đang làm việc nào mang mã «{ $code }».
invite-no-guardian = Hồ sơ của em { $name } chưa ghi phụ huynh nào mời được.
invite-nobody = Mọi người đều đã liên kết, không có ai để mời.
invite-done = Đã tạo { $count } mã, dùng một lần, đến hết ngày { $day }. Mã chỉ hiện lần này.
invite-no-link = Chưa có đường dẫn vì chưa biết tên bot; gửi mã cho bot cũng được.
invite-sheet-done = Đã ghi { $count } phiếu vào { $file }. Mở tệp ấy rồi chọn In; xong thì xóa tệp.
invite-about-staff = cán bộ, giáo viên
invite-about-pupil = { $relation } của em { $pupil }, lớp { $klass }
invite-relation-father = bố
invite-relation-mother = mẹ
invite-relation-guardian = người giám hộ
invite-the-school = Nhà trường
invite-sheet-title = Phiếu mời vào sổ liên lạc – { $school }
invite-slip-scan = { $channel }: mở máy ảnh của điện thoại, đưa vào mã vuông, bấm vào đường dẫn hiện ra.
invite-slip-start = { $channel } mở ra: bấm «Bắt đầu» (START). Nếu được hỏi mã, gõ đúng dòng chữ dưới đây.
invite-slip-once = Mã riêng của người có tên trên phiếu, chỉ dùng một lần, đến hết ngày { $day }.

# solienlac zalo

cli-about-zalo = Nối và trông coi Zalo: khóa, địa chỉ nhận tin, mẫu tin, hạn mức chi
cli-about-zalo-connect = Nhập cặp khóa đầu tiên của Zalo OA vào cơ sở dữ liệu
cli-about-zalo-webhook = In địa chỉ nhận tin để dán vào trang của Zalo
cli-about-zalo-templates = Liệt kê mẫu tin ZBS; «use MÃ» để trường dùng mẫu ấy
cli-about-zalo-budget = Xem và đặt hạn mức chi, giá tin, số giờ miễn phí
cli-about-zalo-status = Tình hình Zalo theo dữ liệu của trường (không hỏi Zalo)
zalo-help-app-id = ID ứng dụng ở developers.zalo.me (mặc định: ZALO_APP_ID)
zalo-help-app-secret = khóa bí mật của ứng dụng; nên để chương trình hỏi, vì dòng lệnh được máy ghi lại
zalo-help-oa-id = mã của OA (mặc định: ZALO_OA_ID)
zalo-help-access-token = Access Token lấy ở API Explorer (không bắt buộc)
zalo-help-refresh-token = Refresh Token lấy ở API Explorer; nên để chương trình hỏi; khóa bắt đầu bằng dấu - thì viết --refresh-token=KHÓA
zalo-help-code = thay cho cặp khóa: mã «code» mà trang cho phép của Zalo gửi về (10 phút, dùng một lần)
zalo-help-verifier = Code Verifier ứng với Code Challenge đã lưu ở trang của Zalo
zalo-help-use = đặt mẫu này làm mẫu của trường
zalo-help-field = trường NAME của mẫu lấy từ SOURCE ({ $sources }); trường trùng tên thì không cần ghi
zalo-help-by = gửi theo tài khoản Zalo (user), số điện thoại (phone) hay cả hai (both, mặc định)
zalo-help-month-cost = hạn mức mỗi tháng, bằng đồng; 0: không gửi tin trả phí; none: không giới hạn
zalo-help-month-messages = hạn mức mỗi tháng, bằng số tin trả phí; none: không giới hạn
zalo-help-notice-cost = hạn mức mỗi thông báo, bằng đồng; none: không giới hạn
zalo-help-notice-messages = hạn mức mỗi thông báo, bằng số tin trả phí; none: không giới hạn
zalo-help-price-consultation = giá một tin tư vấn, bằng đồng, theo hóa đơn của trường
zalo-help-price-template = giá một tin mẫu theo tài khoản, bằng đồng
zalo-help-price-phone = giá một tin mẫu theo số điện thoại, bằng đồng
zalo-help-free-hours = số giờ nhắn miễn phí sau lần tương tác cuối (mặc định 48)
zalo-help-consultation-hours = số giờ còn nhắn được sau lần tương tác cuối (mặc định 168)
zalo-not-set-up = Chưa nối Zalo: trong .env chưa có ZALO_BOT_TOKEN hay ZALO_APP_ID. Xem docs/zalo.md.
zalo-no-public-url = Chưa có địa chỉ công khai. Đặt PUBLIC_URL=https://… trong .env (xem docs/zalo.md).
zalo-webhook-oa =
    Zalo OA, dán vào developers.zalo.me → ứng dụng → Webhook:
      { $url }
zalo-webhook-bot =
    Zalo Bot, bot tự báo cho Zalo khi khởi động, không phải dán:
      { $url }
zalo-saved = Đã lưu.
zalo-connect-would = Sẽ lưu cặp khóa của OA { $oa } (ứng dụng { $app }) vào { $place }, thay cặp đang có. Khóa không hiện ra ở đâu.
zalo-connect-question = Lưu chứ?
zalo-connect-missing = Thiếu { $name }. Chạy ở cửa sổ dòng lệnh để được hỏi, hoặc xem «solienlac zalo connect --help».
zalo-ask-open = { $name }:
zalo-ask-hidden = { $name } (không hiện khi gõ hay dán):
zalo-code-refused = Zalo không nhận mã code (lỗi { $code }). Mã chỉ dùng một lần trong 10 phút: lấy mã mới, và kiểm tra khóa bí mật, Code Verifier.
zalo-code-later = Chưa đổi được mã code: { $why }. Kiểm tra đường truyền rồi thử lại; nếu không được nữa, lấy mã mới.
zalo-env-head = Thêm vào tệp .env những dòng sau:
zalo-env-secret = (khóa bí mật vừa nhập)
zalo-env-clear = Xóa ZALO_OA_ACCESS_TOKEN và ZALO_OA_REFRESH_TOKEN trong .env: từ nay cơ sở dữ liệu giữ khóa.
zalo-connect-next = Xong thì khởi động lại bot («solienlac run»), rồi chạy «solienlac doctor».
zalo-templates-usage = Viết là «solienlac zalo templates» hoặc «solienlac zalo templates use MÃ --field TRƯỜNG=NGUỒN».
zalo-templates-none = Tài khoản chưa có mẫu tin nào. Cách tạo: docs/zalo.md.
zalo-template-line = { $used ->
    [yes] ●
   *[no] ○
  } { $id } «{ $name }», tình trạng { $status }; giá theo tài khoản { $user }đ, theo số { $phone }đ
zalo-template-field = { "    " }{ $name }: đến { $most } kí tự{ $need ->
    [yes] , bắt buộc
   *[no] { "" }
  }
zalo-field-unclear = Chưa hiểu --field { $told }. Viết TRƯỜNG=NGUỒN; nguồn là một trong: { $sources }.
zalo-template-would = Trường «{ $name }» ← { $source }
zalo-template-question = { $by ->
    [user] Dùng mẫu này, gửi theo tài khoản Zalo?
    [phone] Dùng mẫu này, gửi theo số điện thoại?
   *[other] Dùng mẫu này, gửi theo tài khoản Zalo, nếu không thì theo số điện thoại?
  }
zalo-no-ceiling = không giới hạn
zalo-budget-month = Tháng { $month }: đã chi { $dong }đ cho { $messages } tin trả phí. Hạn mức tháng: { $most ->
    [none] không giới hạn tiền
   *[other] { $most }đ
  }, { $most_messages ->
    [none] không giới hạn số tin
   *[other] { $most_messages } tin
  }.
zalo-budget-notice = Hạn mức mỗi thông báo: { $most ->
    [none] không giới hạn tiền
   *[other] { $most }đ
  }, { $most_messages ->
    [none] không giới hạn số tin
   *[other] { $most_messages } tin
  }.
zalo-budget-prices = Giá một tin: tư vấn { $consultation }đ, mẫu theo tài khoản { $template }đ, mẫu theo số { $phone }đ.
zalo-budget-hours = Sau lần tương tác cuối: { $free } giờ miễn phí, { $all } giờ còn nhắn được.
zalo-budget-would = Sẽ đổi { $name } thành { $value }.
zalo-budget-question = Đổi chứ? (Hạn mức do hiệu trưởng quyết định.)
zalo-status-bot = Zalo Bot: tháng này { $messages } tin (tối đa { $most }); { $people } người đã nhắn, { $linked } tài khoản đã liên kết.
zalo-status-no-keys = Zalo OA: chưa có khóa. Chạy «solienlac zalo connect».
zalo-status-keys = Zalo OA: { $refused ->
    [yes] Zalo đã từ chối khóa, cần «solienlac zalo connect»;
   *[no] khóa tự gia hạn khi bot chạy;
  } khóa truy cập đến { $until }, khóa gia hạn đến { $end }.
zalo-status-heard = Tin gần nhất Zalo đưa đến: { $at }.
zalo-status-template = Mẫu tin: { $id }; gửi theo { $ways ->
    [user] tài khoản Zalo
    [phone] số điện thoại
    [both] tài khoản Zalo, nếu không thì số điện thoại
   *[none] (chưa cách nào)
  }.
zalo-status-people = Người trên OA: { $people }, đã liên kết { $linked }. Nhắn miễn phí được { $free }, nhắn trả phí được { $consultation }, chỉ còn mẫu tin { $closed }.

# rules

cli-help-rule = quy định và giá trị mới, ví dụ: sáng 7:00; để trống thì liệt kê tất cả
cli-rules-question = Đổi quy định này?
cli-rules-saved = Đã lưu. { $about }: { $after } (trước đó { $before }).
