# `solienlac doctor`: tình trạng và việc phải làm.
doctor-zone = Múi giờ { $zone }.
doctor-zone-bad = Không biết múi giờ “{ $zone }”. Sửa TIMEZONE trong .env, ví dụ Asia/Ho_Chi_Minh.
doctor-disk = Thư mục dữ liệu { $path } ghi được, còn trống { $free } GB.
doctor-folder-bad = Không ghi được vào thư mục dữ liệu { $path }: { $problem }. Sửa quyền, hoặc đổi DATA_DIR trong .env.
doctor-disk-little = Ổ đĩa của { $path } chỉ còn { $free } GB. Dọn bớt trước khi đầy.
doctor-no-database = Chưa có cơ sở dữ liệu. Chạy: solienlac init
doctor-database-old = Cơ sở dữ liệu ở bản { $stands }, chương trình cần bản { $newest }. Chạy: solienlac upgrade
doctor-no-school = Chưa có học sinh nào. Chạy: solienlac import TỆP.xlsx
doctor-school = Trường có { $pupils } học sinh, { $staff } cán bộ; { $linked } tài khoản đã liên kết.
doctor-clock = Đồng hồ máy này đúng giờ.
doctor-clock-skew = Đồng hồ máy này lệch { $seconds } giây. Bật tự động chỉnh giờ.
doctor-polling = Nhận tin bằng cách hỏi máy chủ (chưa đặt PUBLIC_URL, không cần địa chỉ công khai).
doctor-no-address = Zalo: chưa có địa chỉ công khai nên ảnh, tệp và đường dẫn không gửi được, tin đến cũng có thể sót. Dùng thử thì được; dùng thật thì đặt PUBLIC_URL trong .env (xem docs/zalo.md).
doctor-address = Địa chỉ công khai { $url } dẫn đúng về chương trình này.
doctor-address-not-https = PUBLIC_URL phải bắt đầu bằng https:// (đang là { $url }).
doctor-address-port = PUBLIC_URL không được kèm số cổng (đang là { $url }): Zalo chỉ nhận tên miền https ở cổng 443. Cho proxy nghe cổng 443 rồi bỏ số cổng.
doctor-address-certificate = Chứng thư https của { $url } không hợp lệ hoặc hết hạn. Gia hạn chứng thư trên proxy rồi thử lại.
doctor-address-bot-rests = Chưa thử được { $url }: bot đang không chạy. Chạy «solienlac run» rồi chạy lại «solienlac doctor».
doctor-address-nobody-listens = Không ai trả lời ở { $url }, và trên máy này cũng không có gì nghe ở cổng { $port }. Chạy «solienlac run»; nếu bot chạy ở cổng khác, sửa WEBHOOK_PORT.
doctor-address-closed = Bot đang nghe ở cổng { $port } của máy này, nhưng từ đây không vào được { $url }. Kiểm tra tên miền, cổng 443 và proxy. Có bộ định tuyến không cho máy bên trong gọi địa chỉ công khai của chính nó: nếu điện thoại dùng 4G mở được { $url }/health thì bỏ qua dòng này.
doctor-address-other = Ở { $url } có chương trình khác trả lời. Cho proxy chuyển mọi đường dẫn đến cổng { $port } của máy này.
doctor-no-token = Chưa có mã bot nào. Telegram: lấy mã từ @BotFather, điền TELEGRAM_TOKEN trong .env. Zalo: xem docs/zalo.md.
doctor-telegram-unreachable = Telegram: không vào được máy chủ từ mạng này. Kiểm tra đường truyền; ở nơi nhà mạng không cho qua, hãy dùng Zalo (xem docs/zalo.md).
doctor-token-bad = Telegram không nhận mã bot (lỗi { $code }). Kiểm tra TELEGRAM_TOKEN.
doctor-telegram = Telegram nhận bot @{ $name }.

## Zalo Bot

doctor-zalo-bot = Zalo Bot: Zalo nhận bot «{ $name }».
doctor-zalo-token-bad = Zalo Bot: Zalo không nhận mã bot (lỗi { $code }). Chép lại mã trong tin nhắn của Zalo Bot Manager vào ZALO_BOT_TOKEN.
doctor-zalo-error = Zalo Bot: Zalo báo lỗi { $code }. Thử lại sau; nếu vẫn lỗi, xem ZALO_API_BASE và docs/zalo.md.
doctor-zalo-unreachable = Zalo Bot: không vào được máy chủ Zalo từ mạng này. Kiểm tra đường truyền và ZALO_API_BASE.
doctor-zalo-poll = Zalo Bot: nhận tin bằng cách hỏi máy chủ; chỉ nên dùng thử, vì tin đến lúc bot nghỉ có thể mất.
doctor-zalo-hook = Zalo Bot: Zalo gọi được địa chỉ của bot.
doctor-zalo-hook-untried = Zalo Bot: địa chỉ nhận tin đúng là của bot này; Zalo không cho thử gọi. Nhắn một tin cho bot để xem nó có trả lời không.
doctor-zalo-hook-none = Zalo Bot: Zalo chưa có địa chỉ của bot này. Chạy «solienlac run»: bot tự đặt địa chỉ lúc khởi động.
doctor-zalo-hook-other = Zalo Bot: Zalo đang đưa tin đến một địa chỉ khác. Có thể một chương trình khác dùng cùng mã bot: tắt nó đi rồi khởi động lại bot này.
doctor-zalo-hook-elsewhere = Zalo Bot: Zalo đang đưa tin đến một địa chỉ công khai, còn ở đây chưa đặt PUBLIC_URL. Đặt PUBLIC_URL, hoặc cứ chạy «solienlac run»: bot gỡ địa chỉ ấy và tự hỏi tin.
doctor-zalo-hook-bad = Zalo Bot: Zalo gọi địa chỉ của bot không được ({ $outcome }). { $hint ->
    [blocked] Có tường lửa chặn: máy của Zalo tự xưng là "Java/…" (User-Agent). Nếu dùng Cloudflare, tắt «Browser Integrity Check» và luật chặn (WAF) cho đường dẫn /zalo-bot/.
   *[other] Kiểm tra tên miền, chứng thư https và proxy; máy của Zalo tự xưng là "Java/…" (User-Agent), tường lửa và Cloudflare («Browser Integrity Check», WAF) không được chặn nó.
  }
doctor-zalo-month = Zalo Bot: tháng này đã gửi { $messages }/{ $most } tin.
doctor-zalo-month-full = Zalo Bot: tháng này đã gửi { $messages }/{ $most } tin, phần còn lại để dành trả lời; thông báo chờ sang tháng hoặc đi kênh khác. Chuyển phụ huynh sang Zalo OA, hoặc sửa ZALO_BOT_MONTHLY nếu gói của trường nhiều hơn.
doctor-zalo-people = Zalo Bot: { $people }/{ $most } người đã nhắn cho bot.
doctor-zalo-people-full = Zalo Bot: { $people } người đã nhắn cho bot, gói miễn phí chỉ có { $most }. Người mới có thể không dùng được: hãy mời họ qua Zalo OA.

## Zalo OA

doctor-oa-missing = Zalo OA: còn thiếu { $names } trong .env. Chạy «solienlac zalo connect» để được dẫn từng bước (docs/zalo.md).
doctor-oa-no-keys = Zalo OA: chưa có khóa truy cập. Lấy cặp khóa ở API Explorer rồi chạy «solienlac zalo connect».
doctor-oa-keys-refused = Zalo OA: Zalo không nhận khóa nữa, hoặc chưa có khóa. Lấy cặp khóa mới ở API Explorer rồi chạy «solienlac zalo connect».
doctor-oa-keys-later = Zalo OA: lúc này chưa có khóa truy cập dùng được; bot đang chạy sẽ tự đổi khóa. Chờ vài phút rồi chạy lại; nếu vẫn vậy, khởi động lại bot.
doctor-oa-keys = Zalo OA: khóa còn đến { $until } và tự gia hạn mỗi ngày khi bot chạy.
doctor-oa-keys-end = Zalo OA: khóa hết hạn ngày { $until }. Để bot chạy thường xuyên cho nó tự gia hạn; nếu đã chạy mà vẫn vậy, lấy cặp khóa mới rồi chạy «solienlac zalo connect».
doctor-oa-unreachable = Zalo OA: không vào được máy chủ Zalo từ mạng này. Kiểm tra đường truyền và ZALO_OA_API_BASE.
doctor-oa-busy = Zalo OA: đã gọi hết số lần của phút này. Một phút nữa chạy lại.
doctor-oa-error = Zalo OA: Zalo báo lỗi { $code }. { $hint ->
    [account] OA bị khóa hoặc không còn. Vào oa.zalo.me xem tình trạng.
    [app] Ứng dụng chưa kích hoạt, đã gỡ, hoặc chưa đăng kí dùng API. Vào developers.zalo.me kiểm tra.
    [consent] OA chưa cho phép ứng dụng này. Vào oa.zalo.me, mục liên kết ứng dụng, và cho phép.
    [verify] OA phải được xác thực trước. Xem mục xác thực trong docs/zalo.md.
    [package] Gói của OA chưa đủ để dùng API. Xem gói ở oa.zalo.me.
    [secret] Khóa bí mật của ứng dụng không đúng. Chép lại ZALO_APP_SECRET.
    [cloud] Chưa có tài khoản Zalo Cloud, hoặc hết tiền. Nạp tiền hay liên kết ở zalo.cloud.
    [template] Không có mẫu tin ấy, hoặc ứng dụng không được dùng nó. Xem «solienlac zalo templates».
   *[other] Tra mã lỗi trên trang của Zalo; chờ một lúc rồi thử lại.
  }
doctor-oa = Zalo OA: «{ $name }», gói { $package }.
doctor-oa-other = Zalo OA: khóa này mở OA «{ $name }» (mã { $id }), còn ZALO_OA_ID là { $ours }. Sửa ZALO_OA_ID, hoặc lấy cặp khóa của đúng OA.
doctor-oa-unverified = Zalo OA: OA chưa được xác thực. Nộp quyết định thành lập và công văn (docs/zalo.md).
doctor-oa-no-cloud = Zalo OA: chưa liên kết tài khoản Zalo Cloud, nên tin trả phí không gửi được. Liên kết ở zalo.cloud.
doctor-oa-hook = Zalo OA: địa chỉ nhận tin hoạt động; tin có chữ kí đúng được nhận, chữ kí sai bị từ chối.
doctor-oa-hook-unreachable = Zalo OA: không gọi được địa chỉ nhận tin. Chạy «solienlac run», rồi xem dòng về địa chỉ công khai ở trên.
doctor-oa-hook-bad = Zalo OA: địa chỉ nhận tin trả lời { $status } thay vì 200. { $kind ->
    [refused] Bot đang chạy với khóa khác (khởi động lại sau khi sửa .env), hoặc proxy sửa nội dung hay bỏ tiêu đề X-ZEvent-Signature.
    [nobody] Proxy không chuyển đường dẫn này đến bot, hoặc bot chạy với ZALO_APP_SECRET khác; khởi động lại bot.
    [down] Bot không chạy hoặc đang khởi động. Chạy «solienlac run» rồi thử lại.
   *[other] Kiểm tra proxy: nó phải chuyển nguyên vẹn mọi lời gọi đến bot.
  }
doctor-oa-hook-open = Zalo OA: tin có chữ kí sai cũng được trả lời { $status }. Proxy hoặc một chương trình khác trả lời thay bot; cho proxy chuyển thẳng đến bot.
doctor-oa-hook-slow = Zalo OA: địa chỉ nhận tin trả lời sau { $seconds } giây; Zalo chỉ chờ 2 giây. Kiểm tra đường truyền và máy chủ trung gian.
doctor-oa-signed = Zalo OA: Zalo đang kí tin theo kiểu: { $variant }.
doctor-oa-heard = Zalo OA: tin gần nhất Zalo đưa đến lúc { $at }.
doctor-oa-never-heard = Zalo OA: Zalo chưa đưa tin nào đến. Dán địa chỉ của «solienlac zalo webhook» vào mục Webhook ở developers.zalo.me, bật các sự kiện, nhắn một tin cho OA rồi chạy lại. Nếu vẫn không có, kiểm tra ZALO_OA_SECRET.

## Mẫu tin và tiền

doctor-template-none = Mẫu tin ZBS: chưa đặt, nên ai lâu ngày không nhắn cho OA sẽ không nhận được tin trên Zalo. Đặt bằng «solienlac zalo templates use MÃ».
doctor-template-fault = Mẫu tin ZBS: cài đặt trong dữ liệu chưa đúng ({ $fault }). Đặt lại bằng «solienlac zalo templates use MÃ».
doctor-template-gone = Mẫu tin { $id }: Zalo không cho xem (lỗi { $code }). Xem các mẫu hiện có: «solienlac zalo templates».
doctor-template = Mẫu tin { $id } «{ $name }» dùng được, các trường khớp; gửi theo { $ways ->
    [template] tài khoản Zalo
    [phone] số điện thoại
    [both] tài khoản Zalo, nếu không thì số điện thoại
   *[none] chưa cách nào: đặt lại với --by
  }.
doctor-template-status = Mẫu tin { $id }: tình trạng { $status }, chưa gửi được. Chờ Zalo duyệt, hoặc chọn mẫu khác: «solienlac zalo templates».
doctor-template-unknown = Mẫu tin { $id } không có trường «{ $name }». Đặt lại bằng «solienlac zalo templates use { $id }».
doctor-template-missing = Mẫu tin có trường «{ $name }» bắt buộc mà chưa biết điền gì. Thêm --field { $name }=NGUỒN khi đặt mẫu.
doctor-template-long = Mẫu tin: trường «{ $name }» chỉ nhận { $most } kí tự, cài đặt cho đến { $ours }. Đặt lại bằng «solienlac zalo templates use { $id }».
doctor-template-link = Mẫu tin { $id }: đường dẫn dài { $ours } kí tự, trường «{ $name }» chỉ nhận { $most }. Dùng tên miền ngắn hơn, hoặc tạo mẫu có trường dài hơn.
doctor-template-price = Mẫu tin { $id }: Zalo báo giá { $theirs }đ, cài đặt ghi { $ours }đ. Đặt lại bằng «solienlac zalo templates use { $id }» để tính chi phí cho đúng.
doctor-template-quota = Mẫu tin ZBS: hôm nay Zalo còn cho gửi { $left }/{ $most } tin.
doctor-template-quota-none = Mẫu tin ZBS: hôm nay đã hết { $most } tin Zalo cho gửi; tin còn lại chờ ngày mai hoặc đi kênh khác.
doctor-budget = Tin trả phí: tháng này { $dong }đ cho { $messages } tin; hạn mức { $most ->
    [none] không đặt bằng tiền
   *[other] { $most }đ
  }, { $most_messages ->
    [none] không đặt bằng số tin
   *[other] { $most_messages } tin
  }.
doctor-budget-reached = Tin trả phí: tháng này { $dong }đ cho { $messages } tin, đã chạm hạn mức ({ $most ->
    [none] không đặt bằng tiền
   *[other] { $most }đ
  }, { $most_messages ->
    [none] không đặt bằng số tin
   *[other] { $most_messages } tin
  }). Muốn gửi tiếp, nâng hạn mức: «solienlac zalo budget --month-cost SỐ».
doctor-budget-zero = Tin trả phí: hạn mức là 0 nên chỉ gửi tin miễn phí. Muốn đổi: «solienlac zalo budget --month-cost SỐ».
doctor-budget-zero-template = Tin trả phí: đã đặt mẫu tin nhưng hạn mức là 0, nên không mẫu nào được gửi. Đặt hạn mức: «solienlac zalo budget --month-cost SỐ».
doctor-budget-none = Tin trả phí: không có hạn mức nào. Nên đặt: «solienlac zalo budget --month-cost SỐ».
doctor-good = Mọi thứ đều ổn.
doctor-bad = Có { $count } việc cần làm.
