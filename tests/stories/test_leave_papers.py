"""The picture of a paper with a request for leave: seen by the homeroom teacher, nobody else."""

import struct
import zlib

from tests.support.stage import Stage

LAN = "Nguyễn Thị Ngọc Lan"


def png(shade: int = 200, side: int = 8) -> bytes:
    """A small grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + bytes([shade]) * side for _ in range(side))
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


async def test_a_paper_after_the_request_is_seen_by_the_homeroom_teacher(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("hôm nay cháu nghỉ ạ, cháu đau bụng")
    await mother.read(containing="Đã ghi lời xin phép")
    await teacher.read(containing="Xin phép nghỉ")
    await mother.send_photo(png())
    saved = await mother.read(containing="Đã lưu ảnh giấy")
    assert "Chỉ thầy/cô chủ nhiệm" in saved.text
    came = await teacher.read(containing="Giấy kèm lời xin phép")
    assert LAN in came.text
    await teacher.choose("Xem giấy kèm theo")
    shown = await teacher.read(containing="Giấy 1/1 · em")
    assert shown.media is not None
    await teacher.choose("Chấp thuận")
    await mother.read(containing="đã chấp thuận")
    await teacher.choose("Xem giấy kèm theo")  # later, too
    await teacher.read(containing="Giấy 1/1 · em")


async def test_a_paper_with_the_words_is_kept_with_the_request(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.send_photo(png(), "mai cho cháu nghỉ, cháu đi khám ạ")
    await mother.read(containing="Đã ghi lời xin phép")
    await mother.read(containing="Đã lưu ảnh giấy")
    await teacher.read(containing="Xin phép nghỉ")
    await teacher.read(containing="Giấy kèm lời xin phép")
    await mother.send_photo(png())
    await mother.read(containing="đã có trong lời xin phép")


async def test_a_paper_without_a_request_is_not_kept(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.send_photo(png())
    answer = await mother.read(containing="Chưa có lời xin phép nào")
    assert "hôm nay cho cháu nghỉ" in answer.text
    await teacher.hears_nothing(0.3)


async def test_which_request_is_asked_where_there_are_two(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    for words in ("hôm nay cháu nghỉ ạ, cháu sốt", "thứ 6 cho cháu nghỉ, nhà có đám giỗ"):
        await mother.say(words)
        await mother.read(containing="Đã ghi lời xin phép")
        await teacher.read(containing="Xin phép nghỉ")
    await mother.send_photo(png())
    asked = await mother.read(containing="Giấy này kèm lời xin phép nào?")
    assert len(asked.labels) == 3
    await mother.choose(f"{LAN}: thứ Hai 30/11/2026")
    await mother.read(containing="Đã lưu ảnh giấy")
    came = await teacher.read(containing="Giấy kèm lời xin phép")
    assert "30/11/2026" in came.text
