# Bốn danh sách của lớp sau điểm danh, gửi thầy/cô chủ nhiệm.
lists-unexplained = <b>Chưa rõ lí do ({ $count })</b>
lists-discrepancy = <b>Cần đối chiếu ({ $count })</b>
lists-explained = <b>Đã rõ ({ $count })</b>
lists-marked = <b>Ghi trong điểm danh ({ $count })</b>
lists-all-clear = Các em vắng đều đã rõ lí do.
lists-told = { $how ->
    [told] gia đình được báo lúc { $at }, chưa có trả lời
    [failed] tin không tới được gia đình, nhờ thầy/cô gọi điện
    [call_back] gia đình nhờ gọi lại lúc { $at }
    [called] đã gọi lại cho gia đình lúc { $at }
   *[nobody] gia đình không nhận được tin nhắn, nhờ thầy/cô gọi điện
  }
lists-leave-asked = gia đình đã xin phép, chờ thầy/cô trả lời
lists-differs = { $kind ->
    [present] gia đình đã xin nghỉ, lớp ghi { $state }
    [left_home] gia đình báo em đã đi học từ nhà, lớp ghi { $state }
    [parents] hai phụ huynh nói khác nhau, lớp ghi { $state }
   *[not_asked] gia đình báo không xin nghỉ, lớp ghi { $state }
  }
lists-button-here = { $name }: đã đến
lists-button-call = { $name }: gọi, báo lại
lists-button-present = { $name }: đúng là có mặt
lists-button-absent = { $name }: nghỉ thật
lists-button-talked = { $name }: đã trao đổi
lists-card = { $name }, lớp { $class }
lists-card-nobody = Chưa có thông tin phụ huynh.
lists-card-again = Báo lại gia đình
lists-card-p = Có phép (P), ghi lí do
lists-card-k = Không phép (K), ghi lí do
lists-card-here = Em đã đến
lists-reason-ask = Vì sao em { $pupil } vắng ({ $letter })? Xin gõ lí do, ví dụ: em sốt, mẹ đã gọi điện. Chỉ thầy/cô chủ nhiệm và ban giám hiệu đọc được. Gõ /huy nếu thôi.
lists-reason-empty = Lí do đang trống. Ví dụ: em sốt, mẹ đã gọi điện.
lists-reason-long = Lí do dài quá { $most } chữ cái. Xin viết gọn, ví dụ: em sốt, mẹ đã gọi điện.
lists-saved-here = Đã lưu: em { $pupil } đã đến. Gia đình đã được báo tin thì sẽ nhận đính chính.
lists-saved-absent = Đã lưu: em { $pupil } nghỉ như gia đình đã xin.
lists-saved-clear = Đã lưu: đã đối chiếu với gia đình em { $pupil }.
lists-told-again = Đã báo lại gia đình em { $pupil } ({ $count } người).
lists-already-here = Em { $pupil } đã được ghi có mặt.
lists-already-absent = Em { $pupil } đã được ghi vắng.
lists-already-clear = Việc của em { $pupil } đã được đối chiếu.
lists-no-leave = Không còn lời xin nghỉ nào của gia đình em { $pupil } cho buổi này.
lists-nobody-linked = Gia đình em { $pupil } chưa nhận tin nhắn được. Xin thầy/cô gọi điện.
lists-not-yet-told = Tin đầu tiên tới gia đình em { $pupil } lúc { $hour } giờ { $minute }; chưa cần báo lại.
lists-told-just-now = Vừa báo gia đình em { $pupil } rồi. Sau 10 phút mới báo lại được.
lists-which-class = Xin ghi tên một lớp, ví dụ: /danhsach 7A1
lists-no-roll = Chưa có điểm danh lớp { $name } ngày { $day }.
absence-again = Kính gửi phụ huynh em { $pupil }, lớp { $class }: nhà trường vẫn chưa biết vì sao em vắng hôm nay ({ $day }). Xin gia đình trả lời giúp bằng một lựa chọn dưới đây.
