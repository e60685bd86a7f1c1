# Sao lưu: lệnh /saoluu, tin báo, dòng lệnh
backup-standing = 💾 <b>Sao lưu</b>: { $at ->
    [none] chưa có bản nào. Bản đầu tiên tự làm trong đêm, hoặc ngay khi máy bật lại.
   *[other] bản mới nhất lúc { $at }, { $size } MB.
  }
backup-proof = { $at ->
    [none] Chưa có bản nào được thử khôi phục; mỗi tuần máy tự thử một lần.
   *[other] { $failed ->
        [yes] ⚠️ Thử khôi phục lúc { $at } không thành công.
       *[no] Thử khôi phục lúc { $at }: đọc lại được, chuỗi nhật kí nguyên vẹn.
      }
  }
backup-stale = ⚠️ Đã quá ba ngày chưa có bản mới. Xem lại thư mục sao lưu (USB còn cắm không?).
backup-now = Sao lưu ngay
backup-asked = Đang sao lưu, xong sẽ báo.
backup-made = ✅ Đã sao lưu xong, { $size } MB. Khóa để mở bản sao nằm riêng ở máy của trường: chép một bản ra nơi khác.
backup-failed = ⚠️ { $kind ->
    [proof] Thử khôi phục bản sao lưu không thành công
   *[other] Sao lưu không thành công
  } ({ $fault }). Xem thư mục sao lưu, chỗ trống trên ổ đĩa, rồi bấm /saoluu.
cli-about-backup = Sao lưu dữ liệu và tệp vào một tệp mã hóa (bot đang chạy vẫn được)
cli-about-restore = Khôi phục từ bản sao lưu vào nơi còn trống
cli-about-migrate-data = Chuyển dữ liệu sang cơ sở dữ liệu khác (SQLite sang PostgreSQL)
cli-help-backup-key = in khóa mở bản sao lưu, để chép ra giấy hoặc nơi khác
cli-help-backup-prove = chỉ thử khôi phục bản mới nhất, không sao lưu
cli-help-restore-file = tệp sao lưu (.age)
cli-help-restore-key = tệp khóa hoặc chính dòng khóa AGE-SECRET-KEY-…; không ghi thì dùng khóa trong thư mục dữ liệu
cli-help-migrate-url = địa chỉ cơ sở dữ liệu mới, ví dụ postgresql+asyncpg://user:pass@host/ten
backup-cli-made = Đã sao lưu vào { $file } ({ $size } MB, { $rows } dòng dữ liệu, { $files } tệp).
backup-cli-key-new = Khóa mở bản sao nằm ở { $path }, không có trong bản sao. Chép khóa ra nơi khác: mất khóa thì không mở được. In khóa: solienlac backup --key
backup-cli-proved = Đã thử khôi phục { $file }: { $rows } dòng dữ liệu, { $files } tệp, chuỗi nhật kí nguyên vẹn.
backup-cli-nothing = Chưa có bản sao lưu nào trong { $folder }.
backup-cli-broken = Bản sao lưu { $file } không đọc được ({ $problem }): sai khóa hoặc tệp hỏng. Thử bản khác, hoặc cho đúng khóa bằng --key.
backup-cli-bad-key = Không có khóa nào ở { $path }. Khóa là dòng bắt đầu bằng AGE-SECRET-KEY-.
restore-would = Sẽ khôi phục bản làm lúc { $at } ({ $rows } dòng dữ liệu, { $files } tệp) vào { $place }.
restore-question = Khôi phục chứ?
restore-done = Đã khôi phục { $rows } dòng dữ liệu, { $files } tệp; chuỗi nhật kí nguyên vẹn. Chạy «solienlac doctor», rồi «solienlac run».
restore-not-empty = Ở { $place } đã có dữ liệu. Chỉ khôi phục vào nơi trống: đặt DATA_DIR (hoặc DATABASE_URL) khác, hay dời dữ liệu cũ đi.
restore-newer = Bản sao lưu thuộc bản chương trình mới hơn ({ $number }). Hãy cập nhật chương trình rồi khôi phục.
migrate-would = Sẽ chép toàn bộ dữ liệu từ { $old } sang { $new }. Bot phải dừng trong lúc chép.
migrate-question = Chép chứ?
migrate-done = Đã chép { $rows } dòng của { $tables } bảng; số dòng khớp, chuỗi nhật kí nguyên vẹn. Đặt DATABASE_URL mới trong .env rồi chạy lại bot; giữ cơ sở dữ liệu cũ làm bản lưu.
migrate-same = Hai địa chỉ là một.
doctor-backup-none = Chưa có bản sao lưu nào; bản đầu tiên tự làm đêm nay khi bot chạy (hoặc: solienlac backup).
doctor-backup = Bản sao lưu mới nhất cách đây { $hours } giờ, ở { $folder }; { $proved ->
    [none] chưa thử khôi phục lần nào.
   *[other] thử khôi phục được cách đây { $proved } ngày.
  }
doctor-backup-old = Đã { $hours } giờ chưa có bản sao lưu mới ở { $folder }. Cắm lại USB hoặc sửa BACKUP_DIR, rồi chạy: solienlac backup
doctor-backup-unproved = Lần thử khôi phục gần nhất không thành công. Chạy: solienlac backup --prove
doctor-backup-same-disk = Bản sao lưu nằm cùng ổ với dữ liệu ({ $folder }). Nên đặt BACKUP_DIR trong .env là USB hoặc ổ khác.
