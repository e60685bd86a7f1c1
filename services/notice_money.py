"""Whether a notice is about money, or about leaving the school grounds, read from its own words.

Both must come before the principal (article 5 of the regulation leaves money to the head), whatever
the writer says it is about. So this errs on one side: a word that may mean money counts as money,
and a notice asked about needlessly costs one tap, while one that slipped through costs trust. Words
count however they are typed: capitals, no diacritics, NFD, Telex left-overs, letter-like signs.
"""

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import cache

from services.name_syllables import fold, syllable
from services.roll_text.spelling import Lexicon

_MONEY = (
    "tiền|học phí|lệ phí|phí|kinh phí|chi phí|học bổng|trợ cấp|hỗ trợ chi phí|tạm ứng|hoàn lại"
    "|thu|nộp|đóng|đóng góp|góp|quyên góp|ủng hộ|tài trợ|mạnh thường quân|hảo tâm|quỹ|quĩ"
    "|bảo hiểm|bhyt|bhtn|bhtt|khoản|chuyển khoản|số tài khoản|stk|ngân hàng|agribank|vietcombank"
    "|momo|zalopay|vnpay|viettelpay|qr|thanh toán|trả góp|nợ|vay|lương|thưởng nóng|lì xì|phong bì"
    "|mua|bán|đặt mua|báo giá|đơn giá|giá vé|giá tiền|vé|hóa đơn|biên lai"
    "|nghìn|ngàn|triệu|tỷ|đô la|vnđ|vnd|usd|đồng|dong|miễn giảm|phụ thu|đầu năm các khoản"
)
_TRIP = (
    "dã ngoại|tham quan|thăm quan|trải nghiệm|du lịch|du khảo|cắm trại|hội trại|về nguồn|picnic"
    "|đi biển|đi bơi|đi chơi|đi thực tế|đi rừng|đi núi|đi bảo tàng|đi viếng|đi thăm|chuyến đi"
    "|đi xe|xe đưa đón|thuê xe|xe khách|ngoại khóa|ngoài trường|ngoài nhà trường|ngoài khuôn viên"
    "|hành quân|leo núi|nghỉ mát|khởi hành|đi tham quan|đi trải nghiệm|đi du lịch|đi dã ngoại"
)

# Words before or after which such a word is another word; folded. Written without marks a word is
# many words at once ("thu" is thứ, thư and thu), and some phrases are not about money at all.
_DAYS = "hai ba tu nam sau bay 2 3 4 5 6 7"
_NOT_BEFORE = {
    "thu": f"{_DAYS} hoach hut thap vien dong ki ky bai vo xep",
    "nộp": "bai vo don ho ban giay san bao",
    "tiền": "tien bo len hanh si trinh tuyen",
    "đóng": "cua phim vai gach khung khuon bang dinh phuc y vien ho nghia ruong thoi nai thap tam"
    " hanh bao loat doi deu dang nghiep lao xuan su bac",
    "quỹ": "dao thoi dat vi thay co dinh che cha ong ba trinh khach tac mo",
    "quĩ": "dao thoi dat vi thay co dinh che cha ong ba trinh khach tac mo",
    "phí": "pham cong thuong",
    "góp": "y phan vui",
}
_NOT_AFTER = {
    "thu": "mua trung bi",
    "tiền": "tien mat uu cai",
    "đóng": "hoat nhi hop hoi cong cay canh ngoai lao chuyen cam tac bien ton dong mua phia bac",
    "quỹ": "kinh noi dia ma",
    "quĩ": "kinh noi dia ma",
    "bảo hiểm": "mu non",
}
_POLITE = frozenset(["quỹ", "quĩ"])  # "kinh gui quy phu huynh": quý, but else quỹ phụ huynh
_ONLY_MARKED = frozenset(["vé", "vay", "nợ", "bán", "tỷ", "ngàn", "khoản"])
_ONLY_AFTER_NUMBER = frozenset(["đồng", "dong", "tỷ"])
_NUMBERS = frozenset(["nghin", "ngan", "trieu", "tram", "chuc", "muoi"])

_AMOUNT = re.compile(
    r"(?<![\w.,/:])(?:"
    r"\d[\d.,]*\s?(?:vnđ|vnd|đồng|dong|nghìn|nghin|ngàn|ngan|triệu|trieu|usd|tr(?![\w])|₫|\$)"
    r"|\d[\d.,]*\d\s?(?:đ|d|k)(?!\w)"  # two figures at least: 7D is a class
    r"|[1-9]\d{0,2}(?:[.,]\d{3})+(?!\d)"  # 150.000, but no date and no telephone
    r"|[1-9]\d*000(?!\d)"
    r")"
)
_SIGNS = re.compile("[₫$€£¥💰💵💴💶💷💸💳🏦🪙]")
_WORD = re.compile(r"\d+|[^\W\d_]+")


@cache
def _lexicon(phrases: str) -> Lexicon[str]:
    return Lexicon({phrase: phrase for phrase in phrases.split("|")})


def about_money(text: str) -> bool:
    """Whether anything in the text may be about money; says yes when in doubt."""
    plain = _plain(text)
    if _SIGNS.search(plain) or _AMOUNT.search(plain):
        return True
    return any(_means_money(words, at, phrase) for words, at, phrase in _hits(plain, _MONEY))


def about_trip(text: str) -> bool:
    """Whether the text may be about taking pupils out of the school."""
    return any(True for _ in _hits(_plain(text), _TRIP))


def _plain(text: str) -> str:
    """Lower case without letter-like signs and invisible characters."""
    visible = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Mn") or _is_mark(c))
    return unicodedata.normalize("NFKC", visible).lower()


def _is_mark(sign: str) -> bool:
    return "\u0300" <= sign <= "\u036f"


def _hits(text: str, phrases: str) -> list[tuple[Sequence[str], int, str]]:
    """Every phrase found, as the words of the text, where it begins, and the phrase."""
    words = _WORD.findall(text)
    marked = any(syllable(word).marked for word in words)
    return [
        (words, at, found.means)
        for at in range(len(words))
        for found in _lexicon(phrases).at(words, at, marked)
        if not (marked and found.cost and not _keyed(words[at : at + found.length]))
    ]


def _keyed(words: Collection[str]) -> bool:
    """Whether none of the words carries a mark: one that does means what it says."""
    return not any(syllable(word).marked for word in words)


def _means_money(words: Sequence[str], at: int, phrase: str) -> bool:
    length = len(phrase.split())
    bare = not any(syllable(word).marked for word in words)
    before = fold(words[at - 1]) if at else ""
    after = fold(words[at + length]) if at + length < len(words) else ""
    if after in _NOT_BEFORE.get(phrase, "").split():
        return phrase == "thu" and not bare and after in _DAYS.split()  # "thu 2 …", not "thứ 2"
    if before in _NOT_AFTER.get(phrase, "").split():
        return False
    if phrase in _POLITE and "kinh" in map(fold, words[max(0, at - 2) : at]):
        return False
    if phrase in _ONLY_AFTER_NUMBER:
        return before.isdigit() or before in _NUMBERS
    return not (phrase in _ONLY_MARKED and _keyed(words[at : at + length]))
