"""The rules of the gradebook in words: when families see marks, by when marks must be in."""

from services.rule_kinds import Form, Kind

SCORE_FORMS: tuple[Form, ...] = (
    Form("scores_shown_after", Kind.DAYS, ("công bố điểm sau", "công bố sau"), "1", 0, 14),
    Form("scores_shown_at", Kind.CLOCK, ("giờ công bố điểm", "giờ công bố"), "17:00", 360, 1260),
    Form("scores_week_1", Kind.WEEK, ("hạn điểm 1", "tuần hạn 1"), "tuần 8", 1, 18),
    Form("scores_week_2", Kind.WEEK, ("hạn điểm 2", "tuần hạn 2"), "tuần 17", 1, 18),
    Form("scores_week_3", Kind.WEEK, ("hạn điểm 3", "tuần hạn 3"), "tuần 26", 19, 35),
    Form("scores_week_4", Kind.WEEK, ("hạn điểm 4", "tuần hạn 4"), "tuần 34", 19, 35),
    Form(
        "scores_test_days",
        Kind.DAYS,
        ("hạn điểm kiểm tra", "hạn điểm định kì", "hạn vào điểm"),
        "10",
        1,
        30,
    ),
    Form(
        "scores_evidence",
        Kind.PLAIN,
        ("minh chứng sửa điểm", "minh chứng"),
        "2",
        0,
        2,
    ),
    Form(
        "scores_correction_days",
        Kind.DAYS,
        ("hạn sửa điểm", "đề nghị sửa điểm hết hạn sau"),
        "14",
        0,
        90,
    ),
    Form("scores_remind_at", Kind.CLOCK, ("giờ nhắc điểm", "nhắc nhập điểm"), "17:30", 360, 1260),
    Form(
        "scores_lock_after",
        Kind.DAYS,
        ("tự khóa điểm sau", "tự khoá điểm sau", "khóa điểm sau"),
        "7",
        0,
        60,
    ),
    Form("results_remarks", Kind.PLAIN, ("nhận xét bắt buộc", "nhận xét khi tổng kết"), "1", 0, 2),
    Form("re_marking_days", Kind.DAYS, ("phúc khảo trong", "hạn phúc khảo"), "7", 0, 30),
    Form("watch_changes", Kind.PLAIN, ("bất thường sửa ô", "soi sửa ô"), "3", 0, 20),
    Form("watch_corrections", Kind.PLAIN, ("bất thường sửa điểm", "soi sửa điểm"), "3", 0, 50),
    Form("watch_points", Kind.PLAIN, ("bất thường lệch điểm", "soi lệch điểm"), "15", 0, 50),
    Form("watch_errors", Kind.PLAIN, ("bất thường sai số", "soi sai số"), "3", 1, 10),
    Form("watch_pile", Kind.PLAIN, ("bất thường trùng điểm", "soi trùng điểm"), "60", 0, 100),
    Form("watch_answer_days", Kind.DAYS, ("hạn giải trình điểm", "hạn trả lời điểm"), "3", 1, 14),
)
