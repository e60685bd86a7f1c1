# Chọn bằng cách nhắn số hay mã, ở nơi không có nút bấm.
choice-head = Trả lời bằng số:
choice-head-letters = Trả lời bằng số hoặc chữ:
choice-head-tag = Trả lời bằng số (nếu đã có tin khác: “{ $first } { $tag }”):
choice-head-above =
    { $more ->
        [yes] Trả lời bằng một số ở trên, hoặc bằng chữ:
       *[no] Trả lời bằng một số ở trên.
    }
choice-head-code = Trả lời bằng mã:
choice-no-such-code = Không có câu hỏi nào mang mã { $code } gửi cho thầy/cô, anh/chị. Xin xem lại mã ở cuối tin, ví dụ H4.
choice-not-among = Câu hỏi mã { $code } không có lựa chọn này. Xin trả lời: { $ways }
choice-which =
    Chưa rõ câu trả lời này cho câu hỏi nào, nên chưa làm gì cả. Xin nhắn lại đúng như một dòng dưới đây:
    { $ways }
choice-out-of-range =
    Không có số này trong câu hỏi gần nhất. Xin chọn:
    { $ways }
