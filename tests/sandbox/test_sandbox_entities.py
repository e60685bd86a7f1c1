"""Formatted texts: offsets in UTF-16 units, markup taken apart, broken markup refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.telegram.entities import detect, format_text
from sandbox.telegram.errors import ApiError
from sandbox.telegram.utf16 import cut, units
from sandbox.telegram.view import entities_html


def parts(text: str, entities: list[dict]) -> list[tuple[str, str]]:
    return [(e["type"], cut(text, e["offset"], e["length"])) for e in entities]


@pytest.mark.parametrize(
    ("mode", "source", "plain", "expected"),
    [
        ("HTML", "<b>Lớp 7A1</b> 😀 <i>vắng</i>", "Lớp 7A1 😀 vắng",
         [("bold", "Lớp 7A1"), ("italic", "vắng")]),
        ("HTML", "😀<b>Ư</b>&lt;&amp;&gt;&quot;&#272;", '😀Ư<&>"Đ', [("bold", "Ư")]),
        ("HTML", "<b>a<i>b</i></b>", "ab", [("bold", "ab"), ("italic", "b")]),
        ("HTML", '<a href="https://a.vn/?x=1&amp;y=2">đây</a>', "đây", [("text_link", "đây")]),
        ("HTML", '<pre><code class="language-python">x=1</code></pre>', "x=1", [("pre", "x=1")]),
        ("HTML", "<blockquote expandable>dài</blockquote>", "dài",
         [("expandable_blockquote", "dài")]),
        ("HTML", '<span class="tg-spoiler">kín</span>', "kín", [("spoiler", "kín")]),
        ("HTML", "  <b> a </b>  ", "a", [("bold", "a")]),
        ("HTML", "<b></b>a", "a", []),
        ("HTML", '<a href="tg://user?id=7">Lan</a>', "Lan", [("text_mention", "Lan")]),
        ("MarkdownV2", "*đậm* _nghiêng_ __gạch__ ~bỏ~ ||kín||", "đậm nghiêng gạch bỏ kín",
         [("bold", "đậm"), ("italic", "nghiêng"), ("underline", "gạch"),
          ("strikethrough", "bỏ"), ("spoiler", "kín")]),
        ("MarkdownV2", "😀 `a\\`b` \\(xong\\)\\.", "😀 a`b (xong).", [("code", "a`b")]),
        ("MarkdownV2", "```python\nx = 1\n```", "x = 1", [("pre", "x = 1")]),
        ("MarkdownV2", "[đây](https://a.vn/a\\)b)", "đây", [("text_link", "đây")]),
        ("MarkdownV2", ">trích\n>hai\nsau", "trích\nhai\nsau", [("blockquote", "trích\nhai")]),
        ("Markdown", "*đậm* _nghiêng_ `mã` [đây](https://a.vn)", "đậm nghiêng mã đây",
         [("bold", "đậm"), ("italic", "nghiêng"), ("code", "mã"), ("text_link", "đây")]),
    ],
)  # fmt: skip
def test_markup_becomes_plain_text_and_entities(
    mode: str, source: str, plain: str, expected: list[tuple[str, str]]
) -> None:
    text, entities = format_text(source, mode, None)
    assert text == plain
    assert parts(text, entities) == expected


@pytest.mark.parametrize(
    ("mode", "source", "reason"),
    [
        ("HTML", "Điểm <8", "Unclosed start tag at byte offset 8"),
        ("HTML", "a < b > c", 'Unsupported start tag "" at byte offset 2'),
        ("HTML", "<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("HTML", "<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("HTML", "a</b>", "Unexpected end tag at byte offset 1"),
        ("HTML", "<h1>a</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("MarkdownV2", "Xong.", "Character '.' is reserved and must be escaped"),
        ("MarkdownV2", "*a", "Can't find end of Bold entity at byte offset 0"),
        ("Markdown", "ế *a", "Can't find end of the entity starting at byte offset 4"),
    ],
)
def test_broken_markup_is_refused(mode: str, source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        format_text(source, mode, None)
    assert refused.value.code == 400
    assert refused.value.description.startswith(f"Bad Request: can't parse entities: {reason}")


def test_commands_links_and_the_like_are_found_by_themselves() -> None:
    text = "😀 /huy hỏi @solienlac_bot, https://thcs.vn/a?b=1. a@b.vn #lớp7A1 +84 912 345 678"
    assert parts(text, detect(text, [])) == [
        ("bot_command", "/huy"),
        ("mention", "@solienlac_bot"),
        ("url", "https://thcs.vn/a?b=1"),
        ("email", "a@b.vn"),
        ("hashtag", "#lớp7A1"),
        ("phone_number", "+84 912 345 678"),
    ]


def test_given_entities_are_kept_within_the_text() -> None:
    given_ones = [
        {"type": "bold", "offset": 0, "length": 99},
        {"type": "italic", "offset": 50, "length": 1},
        {"type": "nonsense", "offset": 0, "length": 1},
    ]
    text, entities = format_text("😀 a", None, given_ones)
    assert entities == [{"type": "bold", "offset": 0, "length": 4}]
    assert units(text) == 4


def test_a_phone_shows_entities_as_safe_html() -> None:
    text, entities = format_text("<b>Lan &lt;3 <i>😀</i></b> <code>a</code>", "HTML", None)
    assert entities_html(text, entities) == "<b>Lan &lt;3 <i>😀</i></b> <code>a</code>"
    evil, entities = format_text('<a href="javascript:alert(1).x">x</a>', "HTML", None)
    assert "javascript" not in entities_html(evil, entities)


@given(st.text(max_size=60))
def test_escaped_html_always_comes_back_as_it_was(text: str) -> None:
    from html import escape

    shown, entities = format_text(f"<b>{escape(text, quote=False)}</b>", "HTML", None)
    plain, _ = format_text(text, None, None)
    assert shown == plain
    assert all(e["offset"] + e["length"] <= units(shown) for e in entities)
