"""What a teacher may type, and what it means: the specification of the roll's grammar, as a table.

Every line is read as written, in capitals, decomposed (NFD) and without marks.
"""

import pytest
from roll_phrases import decomposed, read, told, without_marks

WHOLE = [  # the message speaks of the whole class: who is not named is present
    ("vắng Lan p, Minh k", "Lan=P Minh=K"),
    ("vang lan p minh k", "Lan=P Minh=K"),
    ("vắng Lan (có phép)", "Lan=P"),
    ("vắng Lan p", "Lan=P"),
    ("vắng Lan", "Lan=?"),
    ("vắng Lan p, Minh; muộn Huy 10", "Lan=P Minh=? Huy=M10"),
    ("vắng 2: Nguyễn Thị Lan P; Trần Minh KP. Muộn: Huy 10 phút", "Lan=P Minh=K Huy=M10"),
    ("vắng Lan và Minh p", "Lan=P Minh=P"),
    ("đủ, Lan trốn", "Lan=K"),
    ("vắng Lan với Minh k", "Lan=K Minh=K"),
    ("vắng Lan & Minh p", "Lan=P Minh=P"),
    ("vắng Lan, Minh p", "Lan=? Minh=P"),
    ("vắng Lan, Minh đều p", "Lan=P Minh=P"),
    ("vắng cả Lan và Minh đều p", "Lan=P Minh=P"),
    ("vắng Lan, Minh, cả hai p", "Lan=P Minh=P"),
    ("vắng Lan p và Minh k", "Lan=P Minh=K"),
    ("vắng Lan Minh", "Lan=? Minh=?"),
    ("vắng Lan p Minh k Huy", "Lan=P Minh=K Huy=?"),
    ("v 3p 12 m 7", "Huy=P Trang=M Sơn=?"),
    ("v 3p, 12, 7k", "Huy=P Trang=K Sơn=?"),
    ("v3p 12k m7", "Huy=P Trang=M Sơn=K"),
    ("vắng số 3, 12", "Huy=? Sơn=?"),
    ("vắng stt 3 p", "Huy=P"),
    ("v 3 và 12 p", "Huy=P Sơn=P"),
    ("có mặt hết trừ Lan (p)", "Lan=P"),
    ("đủ trừ Lan p, Minh", "Lan=P Minh=?"),
    ("cả lớp đủ trừ 3p 12", "Huy=P Sơn=?"),
    ("vắng 2 em Lan Minh", "Lan=? Minh=?"),
    ("vắng 2 Lan, Minh", "Lan=? Minh=?"),
    ("vắng hai em: Lan, Minh", "Lan=? Minh=?"),
    ("vắng 2 (1P 1K): Lan p, Minh k", "Lan=P Minh=K"),
    ("vắng 2 (1p, 1k) Lan p Minh k", "Lan=P Minh=K"),
    ("vắng 2p 1k: Lan p, Minh p, Huy k", "Lan=P Minh=P Huy=K"),
    ("vắng: 1, Lan p", "Lan=P"),
    ("có 2 em vắng: Lan, Minh", "Lan=? Minh=?"),
    ("2 em vắng có phép: Lan, Minh; 1 em không phép: Huy", "Lan=P Minh=P Huy=K"),
    ("sĩ số 12 vắng 2 Lan Minh", "Lan=? Minh=?"),
    ("sĩ số 10/12, vắng Lan, Minh", "Lan=? Minh=?"),
    ("ss 12/11 vắng Lan p", "Lan=P"),
    ("có mặt 10/12 vắng Lan, Minh", "Lan=? Minh=?"),
    ("vắng 2/12: Lan, Minh", "Lan=? Minh=?"),
    ("sĩ số 12, có mặt 11, vắng Lan p", "Lan=P"),
    ("vắng K Brêm", "Brêm=?"),
    ("vắng K' Brêm p", "Brêm=P"),
    ("vắng K'Brêm k, Lan p", "Lan=P Brêm=K"),
    ("vắng Huy, K Brêm p", "Huy=? Brêm=P"),
    ("vắng H'Hương p, Y Thắng k", "Hương=P Thắng=K"),
    ("vắng H Hương, Thắng", "Hương=? Thắng=?"),
    ("vắng Lan k rõ", "Lan=?"),
    ("vắng Lan ko rõ lý do, Minh k", "Lan=? Minh=K"),
    ("vắng Lan chưa rõ lí do", "Lan=?"),
    ("vắng Lan k phép", "Lan=K"),
    ("vắng Lan ko phép, Minh cp", "Lan=K Minh=P"),
    ("vắng Lan không có phép", "Lan=K"),
    ("vắng Lan k/p, Minh c/p", "Lan=K Minh=P"),
    ("vắng Lan có đơn, Minh xin phép", "Lan=P Minh=P"),
    ("vắng Lan - p, Minh - k", "Lan=P Minh=K"),
    ("vắng Lan: p, Minh: k", "Lan=P Minh=K"),
    ("vắng Lan, p, Minh, k", "Lan=P Minh=K"),
    ("vắng p: Lan, Minh. k: Huy", "Lan=P Minh=P Huy=K"),
    ("vắng có phép: Lan, Minh; không phép: Huy", "Lan=P Minh=P Huy=K"),
    ("vắng không phép Lan", "Lan=K"),
    ("vắng:\n- Lan p\n- Minh k\nmuộn:\n- Huy 10'", "Lan=P Minh=K Huy=M10"),
    ("vắng:\n1. Lan p\n2. Minh k", "Lan=P Minh=K"),
    ("vắng:\n• Lan (p)\n• Minh (k)", "Lan=P Minh=K"),
    ("vắng 12 Sơn p, 3 Huy k", "Huy=K Sơn=P"),
    ("vắng Sơn (12) p", "Sơn=P"),
    ("vắng Lan/Minh", "Lan=? Minh=?"),
    ("vắng Lan;Minh;Huy p", "Lan=? Minh=? Huy=P"),
    ("vắng Lan ốm p, Minh", "Lan=P Minh=?"),
    ("vắng Lan p vì đau bụng, Minh k", "Lan=P Minh=K"),
    ("vắng Lan (sốt cao), Minh k", "Lan=? Minh=K"),
    ("vắng Lan p Minh muộn 10", "Lan=P Minh=M10"),
    ("vắng Lan p, Huy về sớm tiết 4, tiết 3 Minh trốn", "Lan=P Minh=K/3 Huy=V4"),
    ("vắng Lan p, còn lại đủ", "Lan=P"),
    ("Lan p, các em còn lại có mặt", "Lan=P"),
    (
        "dạ thưa cô em báo cáo hôm nay lớp em vắng bạn Lan có phép, bạn Minh không phép ạ",
        "Lan=P Minh=K",
    ),
    ("dạ cô Mai ơi, lớp vắng Minh p ạ", "Minh=P"),
    ("lớp vắng em Lan nhé, bạn Minh p nha", "Lan=? Minh=P"),
    ("nghỉ Lan p, Minh", "Lan=P Minh=?"),
    ("nghỉ học: Lan, Minh", "Lan=? Minh=?"),
    ("thiếu Lan", "Lan=?"),
    ("vkp Lan, vcp Minh", "Lan=K Minh=P"),
    ("vắng Vũ Gia Phát p", "Phát=P"),
    ("vắng Phạm Ngọc Ánh, Đỗ Thu Trang p", "Trang=P Ánh=?"),
    ("vắng Lan p, đi trễ Huy 5 phút, Minh 10 phút", "Lan=P Minh=M10 Huy=M5"),
    ("vắng Lan p, muộn Huy và Minh 5p", "Lan=P Minh=M5 Huy=M5"),
    ("vắng Lan, Minh. Lan có phép", "Lan=P Minh=?"),
    ("sửa: vắng Lan k", "Lan=K"),
]

ALL_PRESENT = [
    "đủ",
    "đủ ạ",
    "lớp đủ nhé",
    "đi học đầy đủ",
    "dạ lớp em hôm nay đi học đầy đủ ạ",
    "có mặt hết",
    "có mặt đầy đủ",
    "không vắng em nào",
    "lớp k vắng em nào ạ",
    "k vắng",
    "k vắng ai",
    "ko vắng ai",
    "không có em nào vắng",
    "không ai vắng",
    "ko có hs vắng",
    "không vắng",
    "vắng 0",
    "vắng: 0",
    "vắng: không",
    "vắng không có ai",
    "sĩ số đủ 12/12",
    "sĩ số 12/12",
    "sĩ số: 12, vắng: 0",
    "đủ 12",
    "đủ 12 em",
    "12/12",
    "cả lớp có mặt",
    "sĩ số 12 đủ",
]

CHANGES = [  # only the named change
    ("Lan vừa vào 7h20", "Lan=M@7:20"),
    ("Lan vừa vào lúc 7:20", "Lan=M@7:20"),
    ("Lan mới đến", "Lan=M"),
    ("Lan đến rồi", "Lan=M"),
    ("Lan đến rồi ạ, lúc 7 giờ 20", "Lan=M@7:20"),
    ("nhầm, Lan có đi học", "Lan=C"),
    ("nhầm, Lan không vắng", "Lan=C"),
    ("Lan k vắng", "Lan=C"),
    ("không vắng Lan", "Lan=C"),
    ("Lan có mặt", "Lan=C"),
    ("à không, Lan muộn chứ không vắng", "Lan=M"),
    ("Lan p chứ không phải k", "Lan=P"),
    ("tiết 3 Minh trốn", "Minh=K/3"),
    ("Minh trốn tiết 3", "Minh=K/3"),
    ("Minh trốn tiết 3 Lan trốn tiết 4", "Lan=K/4 Minh=K/3"),
    ("tiết 3 trốn: Minh, Lan", "Lan=K/3 Minh=K/3"),
    ("Minh bỏ tiết 2", "Minh=K/2"),
    ("Huy về sớm tiết 4", "Huy=V4"),
    ("về sớm tiết 4: Huy, Lan", "Lan=V4 Huy=V4"),
    ("Huy xin về sớm từ tiết 4", "Huy=V4"),
    ("Lan p", "Lan=P"),
    ("Lan p Minh k", "Lan=P Minh=K"),
    ("Lan có phép, Minh không phép", "Lan=P Minh=K"),
    ("Lan k", "Lan=K"),
    ("Lan chưa đến", "Lan=?"),
    ("chưa thấy Lan", "Lan=?"),
    ("hôm nay Lan vắng", "Lan=?"),
    ("Lan vắng p, Minh muộn 5", "Lan=P Minh=M5"),
    ("Lan vắng Minh muộn", "Lan=? Minh=M"),
    ("Lan, Minh nghỉ có phép", "Lan=P Minh=P"),
    ("thêm Minh vắng", "Minh=?"),
    ("vắng thêm Minh k", "Minh=K"),
    ("muộn Huy 10", "Huy=M10"),
    ("muộn Huy 10p", "Huy=M10"),
    ("muộn Huy 15 p", "Huy=M15"),
    ("muộn Huy 10 phút, Minh 5 phút", "Minh=M5 Huy=M10"),
    ("muộn Huy (10')", "Huy=M10"),
    ("muộn Huy 10 Minh 5", "Minh=M5 Huy=M10"),
    ("muộn 10 phút: Huy, Minh", "Minh=M10 Huy=M10"),
    ("muộn: Huy", "Huy=M"),
    ("m Huy 10", "Huy=M10"),
    ("trễ Huy 10p", "Huy=M10"),
    ("Huy vô trễ 15p", "Huy=M15"),
    ("Huy đi học muộn 15 phút", "Huy=M15"),
    ("Minh và Huy đi muộn 10 phút", "Minh=M10 Huy=M10"),
    ("muộn Huy 7h20", "Huy=M@7:20"),
    ("muộn 1: Huy 10p", "Huy=M10"),
    ("m 7 10'", "Trang=M10"),
    ("m 7 10p", "Trang=M10"),
    ("m 7 60", "Trang=M60"),
    ("m 7, 10", "Trang=M Cường=M"),
    ("12 vắng, 7 muộn", "Trang=M Sơn=?"),
    ("Lan: vắng p\nMinh: muộn 10p", "Lan=P Minh=M10"),
]

ASIS = [  # typing slips, Telex and disguises: only as written
    ("vawngs Lan p, muoonj Huy 10", "Lan=P Huy=M10"),
    ("vawngs Lan k phesp", "Lan=K"),
    ("vắgn Lan p", "Lan=P"),
    ("vagn lan p minh k", "Lan=P Minh=K"),
    ("vắngg Lan khogn phép", "Lan=K"),
    ("trể Huy 10", "Huy=M10"),
    ("nghĩ học Lan", "Lan=?"),
    ("\u200fvắng\u200e Lan p", "Lan=P"),
    ("<b>vắng</b> <i>Lan</i> p", "Lan=P"),
    ("😷 vắng 🙏 Lan p 😢", "Lan=P"),
    ("vắng «Lan» p", "Lan=P"),
    ("VẮNG LAN P, MINH K", "Lan=P Minh=K"),
    ("vắng   Lan\tp ,Minh k", "Lan=P Minh=K"),
    ("vắng Lan p.Minh k", "Lan=P Minh=K"),
    ("vắng Huowng p", "Hương=P"),
]

SPELLINGS = {"as written": str, "capitals": str.upper, "NFD": decomposed, "no marks": without_marks}


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize(("message", "expected"), WHOLE)
def test_of_the_whole_class(message: str, expected: str, spelling: str) -> None:
    reading = read(SPELLINGS[spelling](message))
    assert told(reading) == expected
    assert reading.questions == ()
    assert not reading.partial
    assert not reading.all_present


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("message", ALL_PRESENT)
def test_everyone_is_present(message: str, spelling: str) -> None:
    reading = read(SPELLINGS[spelling](message))
    assert reading.all_present
    assert (reading.marks, reading.questions, reading.partial) == ((), (), False)


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize(("message", "expected"), CHANGES)
def test_only_the_named_change(message: str, expected: str, spelling: str) -> None:
    reading = read(SPELLINGS[spelling](message))
    assert told(reading) == expected
    assert reading.questions == ()
    assert reading.partial
    assert not reading.all_present


@pytest.mark.parametrize(("message", "expected"), ASIS)
def test_slips_and_disguises(message: str, expected: str) -> None:
    reading = read(message)
    assert told(reading) == expected
    assert reading.questions == ()


def test_all_present_but_some_late() -> None:
    reading = read("đủ, muộn Huy 10")
    assert (told(reading), reading.all_present, reading.partial) == ("Huy=M10", True, False)


def test_the_reason_is_kept_as_a_note() -> None:
    reading = read("vắng Lan p vì đau bụng, Minh (bị ngã xe)")
    assert [mark.note for mark in reading.marks] == ["vì đau bụng", "bị ngã xe"]


def test_lateness_with_leave_keeps_the_leave_as_a_note() -> None:
    reading = read("muộn Huy 10 phút có phép")
    assert (told(reading), reading.marks[0].note) == ("Huy=M10", "có phép")


def test_more_than_one_lesson_is_kept_in_words() -> None:
    reading = read("tiết 3, 4 Minh trốn")
    assert (told(reading), reading.marks[0].note) == ("Minh=K/3", "tiết 3, 4")
