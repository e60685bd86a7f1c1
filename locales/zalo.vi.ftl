# Những câu riêng của Zalo.

## Zalo Bot

zalo-bot-token-refused = Zalo không nhận mã bot trong ZALO_BOT_TOKEN. Xem lại tệp .env: mã do «Zalo Bot Manager» nhắn trong Zalo khi tạo bot, có dạng 12345689:abc-xyz.
zalo-bot-picture-missing = (Tin này có kèm ảnh nhưng ảnh không gửi đến đây được; cần xem, xin hỏi nhà trường.)
zalo-bot-file-missing = (Tin này có kèm tệp { $name } nhưng tệp không gửi đến đây được; cần xem, xin hỏi nhà trường.)
