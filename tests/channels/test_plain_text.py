"""What handlers write as HTML, on a messenger that shows only letters, 2,000 of them at a time."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as some

from bot.channels.plain_text import pieces, plain, units

NFD = unicodedata.normalize("NFD", "Nguyễn Thị Huệ nghỉ ốm. ")
CHOICES = "Trả lời bằng số:\n1. Duyệt\n2. Từ chối\n3. Để sau"


def test_a_notice_reads_the_same_without_markup() -> None:
    html = (
        "<b>Kính gửi phụ huynh em Trần Minh Đức</b>\n"
        "Điểm &lt; 5 &amp; chưa nộp vở. Xem <a href='https://truong.example/a?b=1&amp;c=2'>bảng"
        " điểm</a> hoặc <a href='https://truong.example'>https://truong.example</a>.\n"
        "<blockquote>Mai nghỉ học.\nThứ hai học bù.</blockquote>\nGõ <code>/trogiup</code>."
    )
    assert plain(html) == (
        "Kính gửi phụ huynh em Trần Minh Đức\n"
        "Điểm < 5 & chưa nộp vở. Xem bảng điểm (https://truong.example/a?b=1&c=2)"
        " hoặc https://truong.example.\n"
        "│ Mai nghỉ học.\n│ Thứ hai học bù.\nGõ /trogiup."
    )


def test_what_a_parent_typed_is_not_taken_for_markup() -> None:
    assert plain("Con <b>Lan</b> nói: 3 &lt;b&gt; 4, a &lt; b") == "Con Lan nói: 3 <b> 4, a < b"
    assert plain("Lan <3 toán & văn") == "Lan <3 toán & văn"


def test_it_leaves_in_composed_form() -> None:
    assert plain(f"<i>{NFD}</i>") == "Nguyễn Thị Huệ nghỉ ốm."
    assert pieces(NFD) == ["Nguyễn Thị Huệ nghỉ ốm."]


def test_paragraphs_stay_whole_where_they_can() -> None:
    paragraphs = [f"{n}. " + "Lớp 7A1 đi thực tế. " * 30 for n in range(1, 6)]
    found = pieces("\n\n".join(paragraphs))
    assert len(found) == 2
    for paragraph in paragraphs:
        assert any(paragraph.strip() in piece for piece in found)


def test_sentences_stay_whole_in_a_long_paragraph() -> None:
    sentence = "Phụ huynh chuẩn bị cho em áo ấm và nước uống."
    found = pieces(" ".join([sentence] * 100))
    assert len(found) == 3
    assert all(piece.endswith(sentence) and piece.startswith(sentence) for piece in found)


def test_the_choices_stay_together_at_the_end() -> None:
    """A teacher who answers "2" looks at one message, not at two."""
    for length in range(1500, 1900, 7):
        text = "Em Lan xin nghỉ vì ốm. " * 200
        found = pieces(f"{text[:length].strip()}\n\n{CHOICES}")
        assert CHOICES in found[-1]
        assert len(found) <= 2
    codes = "Trả lời bằng mã:\n• DUYET H4\n• TUCHOI H4 lí do"
    assert codes in pieces("Thông báo họp phụ huynh. " * 75 + "\n\n" + codes)[-1]


def test_an_emoji_family_and_a_stacked_letter_are_not_cut() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    flag = "\U0001f1fb\U0001f1f3"
    stacked = "x\u0323\u0301"  # has no composed form
    for unit in (family, flag, stacked):
        for before in range(12):
            found = pieces("a" * before + unit * 40, limit=20)
            assert "".join(found) == "a" * before + unit * 40
            assert all(len(piece.removeprefix("a" * before)) % len(unit) == 0 for piece in found)


LETTERS = some.one_of(
    some.sampled_from(["à", "n", ". ", " ", "\n", "\n\n", "1. ", "\u0301", "\U0001f600", "? "]),
    some.text(max_size=8),
)


@given(some.lists(LETTERS, max_size=80).map("".join), some.integers(4, 60))
def test_nothing_is_lost_whatever_is_written(text: str, limit: int) -> None:
    found = pieces(text, limit)
    whole = unicodedata.normalize("NFC", text)
    assert "".join("".join(found).split()) == "".join(whole.split())
    assert all(piece.strip() for piece in found)
    assert all(units(piece) <= limit for piece in found)
    assert pieces(text, limit) == found  # a message that is taken up again has the same parts


@given(some.text(max_size=200))
def test_any_text_that_is_escaped_comes_out_as_it_was(text: str) -> None:
    import html

    escaped = html.escape(text.replace("\r", " "), quote=False)
    assert plain(escaped) == unicodedata.normalize("NFC", text.replace("\r", " ")).strip()
