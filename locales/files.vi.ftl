# Tệp Excel của trường trong cuộc nhắn tin: /xuat và /nhap.

files-exported = 📄 Dữ liệu của trường đến ngày { $day }. Trong tệp có thông tin cá nhân của học sinh, gia đình và cán bộ: xin giữ kín, dùng xong thì xóa.
files-out-link =
    📎 { $file }: mở đường dẫn này để tải về
    { $link }
    Đường dẫn dùng một lần, đến { $until }, chỉ dành cho người nhận tin này.
files-out-no-way = 📎 { $file }: ứng dụng nhắn tin này không nhận được tệp, và máy chủ chưa có địa chỉ web (PUBLIC_URL). Xin báo người quản trị.
files-send-workbook = Xin gửi tệp Excel (.xlsx, không quá { $limit } MB) vào đây. Hệ thống cho xem trước những gì sẽ thay đổi; chưa ghi gì khi thầy/cô chưa đồng ý. Gõ /huy để thôi.
files-upload-workbook =
    Xin mở đường dẫn này rồi chọn tệp Excel (.xlsx, không quá { $limit } MB):
    { $link }
    Đường dẫn dùng một lần, đến { $until }, chỉ dành cho thầy/cô. Gửi xong, hệ thống nhắn lại ở đây những gì sẽ thay đổi; chưa ghi gì khi thầy/cô chưa đồng ý.
files-no-way-in = Ứng dụng nhắn tin này không gửi tệp được và máy chủ chưa có địa chỉ web (PUBLIC_URL). Xin dùng lệnh «solienlac import TỆP.xlsx» trên máy của trường.
files-none = Tin này không có tệp nào. Xin gửi tệp Excel (.xlsx).
files-not-fetched = Chưa lấy được tệp từ ứng dụng nhắn tin. Chưa ghi gì cả; xin gửi lại tệp.
files-gone = Tệp không còn trên máy chủ. Chưa ghi gì cả; xin gửi lại tệp.
files-preview =
    📄 <b>{ $file }</b>
    Năm học { $year }. Nếu ghi vào sổ:
files-same = { $sheets }: không có gì thay đổi
files-preview-cut = … Còn nữa; xem đủ bằng «solienlac import --full» trên máy của trường.
files-nothing-saved-yet = Chưa ghi gì. Ghi những thay đổi trên vào dữ liệu của trường?
files-apply = Ghi vào sổ
files-drop = Bỏ
files-dropped = Đã bỏ tệp, không ghi gì cả.
files-saved = Đã lưu:
files-changed-meanwhile = ⚠️ Dữ liệu của trường vừa thay đổi nên chưa ghi gì. Xin xem lại:
files-nothing-left = Không còn gì để ghi: dữ liệu của trường đã như trong tệp.
