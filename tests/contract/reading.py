"""Whether two phones of the same story told their reader the same, whatever the form was.

What was read is the set of its lines: an edit, a new message, a toast and a list of choices may
bring them in any order and more than once. Hours and codes differ from run to run.
"""

import re
import unicodedata
from collections.abc import Sequence

VARIES = (
    (re.compile(r"\b\d{1,2}:\d{2}\b|\b\d{1,2} giờ( \d{1,2})?"), "00:00"),
    (re.compile(r"(mã|Mã:|start=) ?([A-Za-z0-9]{16}|[A-Z0-9]{4}-[A-Z0-9]{4})\b"), r"\1…"),
    (re.compile(r"\b(Telegram|Zalo Bot|Zalo OA)\b(?=, từ)"), "…"),
    (re.compile(r"\s+"), " "),
)
ONLY_WHERE_MESSAGES_CHANGE = {
    "figures that grow in one message; elsewhere only the end is worth a message": (
        r"Đã đến \d+/\d+ · đang gửi .*",
        r"⏳ Đang gửi…",
        r"↩️ Đang thu hồi…",
    ),
    "an alert as its case goes on; elsewhere each step that matters is news of its own": (
        r"(Đính chính|Correction): .*",
        r"(Bố|Mẹ) em .* (đã xin phép cho em nghỉ|đã nhờ gọi lại|báo) lúc .*",
        r"Lí do: .*",
        r"Gia đình đã xin phép cho em nghỉ\.",
        r"Em .* ghi có phép: nhà trường đã nhận câu trả lời\.",
        r"(Thầy|Cô) .* đã (chấp thuận|gọi lại) lúc .*",
        r"(Thầy|Cô) .* đang tìm em, từ .*",
        r"The mother .* said at .*",
        r"Mr .* met the pupil at .*",
    ),
    "a grid to tap is one message that changes; elsewhere marks are typed": (r"Chạm từng em",),
    "one's own step, shown on the card; elsewhere its short answer says it": (
        r"✅ Đã duyệt bởi .*",
        r"(✏️|✖️) (Thầy|Cô) .* đã (yêu cầu sửa|từ chối) lúc .*",
        r"(Thầy|Cô) .* đã (gặp em|gọi) lúc .*",
        r"(Thầy|Cô) .* đã ghi nhận không phép \(K\) lúc .*",
        r"(Thầy|Cô) .* đã báo gia đình là sẽ trao đổi thêm, lúc .*",
        r"\d+\. .*: vắng có phép \(P\)",
        r"✅ .* đã xác nhận lúc .*; (tài khoản đã được liên kết|hồ sơ đã đổi)\.",
        r"(Thầy|Cô) .* đã (giữ như cũ|xem lại) lúc .*",
    ),
    "a warning that a correction took back; elsewhere the correction alone says so": (
        r"Đã thôi: điểm danh được sửa .*",
        r"❌ (Thầy|Cô) .* không duyệt, lúc .*",
        r"✅ (Thầy|Cô) .* đã duyệt lúc .*; sổ đã sửa\.",
        r"✅ .* đã xác nhận lúc .*; tài khoản đã được liên kết\.",
    ),
    "a preview that has a newer one; elsewhere the newer one itself says it": (
        r"Bản xem trước này đã được thay bằng bản mới ở dưới\.",
    ),
    "the ways in: by a link or one's number, where the messenger has them": (
        r"• Đã có mã mời hoặc thẻ QR: .*|• With an invite code or a QR slip: .*",
        r"• Phụ huynh chưa có mã: bấm nút .*|• Parents without a code: press .*",
        r"To begin, this account must be linked to the school:",
    ),
    "the author's question once it is answered; elsewhere the answer itself is enough": (
        r"(✅|✏️|✖️|↩️) (Đã rút lại|Đã được duyệt|Được nhờ sửa|Chưa được duyệt) \(.*",
    ),
}
ONLY_ELSEWHERE = {
    "how to come in by each messenger that the school has": (r"• Zalo( Bot)?: .*",),
    "the ways in, where there is but the code": (
        r"• With an invite code or slip: .*",
        r"• Parents without a code: ask .*",
        r"To begin, this account has to be linked with the school:",
    ),
    "who follows an Official Account is greeted before they can write a code": (
        r"Kính chào quý vị\. Đây là sổ liên lạc của nhà trường, .*",
        r"Để bắt đầu, tài khoản này cần được liên kết với nhà trường:",
        r"• (Đã có mã mời|Phụ huynh chưa có mã|Cán bộ, giáo viên chưa có mã)\b.*",
        r"Chọn ngôn ngữ · Choose a language",
        r"Tiếng Việt|English",
        r"📱 Chia sẻ số điện thoại",
    ),
}


def lines_of(shown: Sequence[str]) -> set[str]:
    """Each line that was read, without what differs from run to run."""
    lines = (line for text in shown for line in unicodedata.normalize("NFC", text).split("\n"))
    return {told for line in lines if (told := _constant(line))}


def unequal(usual: Sequence[Sequence[str]], other: Sequence[Sequence[str]]) -> list[str]:
    """What one reader learned and the other did not, by phone; empty where all learned the same."""
    assert len(usual) == len(other)
    found: list[str] = []
    for n, (here, there) in enumerate(zip(usual, other, strict=True)):
        lost = lines_of(here) - lines_of(there)
        added = lines_of(there) - lines_of(here)
        found += [f"phone {n} was not told: {x}" for x in _beyond(ONLY_WHERE_MESSAGES_CHANGE, lost)]
        found += [f"phone {n} was told besides: {x}" for x in _beyond(ONLY_ELSEWHERE, added)]
    return found


def _constant(line: str) -> str:
    for pattern, instead in VARIES:
        line = pattern.sub(instead, line)
    return line.strip()


def _beyond(allowed: dict[str, tuple[str, ...]], lines: set[str]) -> list[str]:
    patterns = [re.compile(one) for group in allowed.values() for one in group]
    return sorted(line for line in lines if not any(p.fullmatch(line) for p in patterns))
