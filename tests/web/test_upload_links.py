"""A file in by link: one workbook of one person, checked first and kept before it is said."""

import asyncio
import io
import zipfile

import aiohttp
import pytest
from sqlalchemy import text

from services.file_types import SCHOOL_WORKBOOK
from tests.conftest import SCHOOL
from tests.web.conftest import CHAT, House

BOOK = SCHOOL.read_bytes()
LIMIT = SCHOOL_WORKBOOK.largest


async def test_a_workbook_is_handed_in_once(house: House) -> None:
    url = await house.upload()
    status, page = await house.see(url)
    assert status == 200
    assert 'type="file"' in page
    assert "THCS Bình Minh" in page
    assert "5 MB" in page
    status, page = await house.hand_in(url, BOOK, "Dữ liệu trường.xlsx")
    assert status == 200
    assert "Đã nhận" in page
    row = (await house.kept())[0]
    assert (row.channel, row.key, row.lane) == ("telegram", "upload:1", CHAT)
    upload = row.payload["upload"]
    assert (upload["name"], upload["size"]) == ("Dữ liệu trường.xlsx", len(BOOK))
    assert house.files.get(upload["file"]) == BOOK
    assert [one.id for one in house.offered] == [row.id]
    house.clock.later(minutes=1)
    for status, page in (await house.see(url), await house.hand_in(url, BOOK)):
        assert status == 410
        assert "07:40" in page
    assert len(await house.kept()) == len(house.offered) == 1


async def test_of_two_at_once_one_is_taken(house: House) -> None:
    url = await house.upload()
    told = await asyncio.gather(*(house.hand_in(url, BOOK) for _ in range(3)))
    assert sorted(status for status, _ in told) == [200, 410, 410]
    assert len(await house.kept()) == 1


def packed(**files: str) -> bytes:
    """A zip with these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1")
REFUSED = [
    ("virus.xlsx", b"MZ" + bytes(500), "không phải loại ấy"),
    ("word.xlsx", packed(**{"word/document.xml": "<x/>"}), "không phải loại ấy"),
    ("torn.xlsx", BOOK[:2000], "không phải loại ấy"),
    ("truong.exe", BOOK, "Chỉ nhận tệp .xlsx"),
    ("truong.xlsx.exe", BOOK, "Chỉ nhận tệp .xlsx"),
    ("truong", BOOK, "Chỉ nhận tệp .xlsx"),
    ("giay.pdf", b"%PDF-1.7", "Chỉ nhận tệp .xlsx"),
    ("cu.xls", OLE + bytes(600), "lưu thành .xlsx"),
    ("khoa.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    ("rong.xlsx", b"", "0 byte"),
]


@pytest.mark.parametrize(("name", "data", "why"), REFUSED, ids=[name for name, _, _ in REFUSED])
async def test_what_is_no_workbook_is_refused_and_the_link_stays(
    house: House, name: str, data: bytes, why: str
) -> None:
    url = await house.upload()
    status, page = await house.hand_in(url, data, name)
    assert status == 400
    assert why in page
    assert 'type="file"' in page  # the way on
    assert await house.kept() == []
    assert not (house.folder / "files").exists()  # nothing of it stays here
    assert (await house.hand_in(url, BOOK))[0] == 200


async def test_ten_megabytes_are_refused_and_not_kept(house: House) -> None:
    url = await house.upload()
    big = b"PK" + bytes(10 * 1024 * 1024)
    status, page = await house.hand_in(url, big)
    assert status == 413
    assert "quá 5 MB" in page
    assert not (house.folder / "files").exists()

    async def endless():
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'
        for _ in range(160):
            yield bytes(64 * 1024)
        yield b"\r\n--b--\r\n"

    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    async with house.browser.post(url, data=endless(), headers=headers) as answer:
        assert answer.status == 413  # of no stated length
    assert (await house.hand_in(url, BOOK))[0] == 200


FORMS = [
    (b"", "application/octet-stream"),
    (b"a=1", "application/x-www-form-urlencoded"),
    (b"no form at all", "multipart/form-data; boundary=b"),
    (b"no boundary", "multipart/form-data"),
    (b'--b\r\nContent-Disposition: form-data; name="other"\r\n\r\nx\r\n--b--\r\n', None),
    (b'--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n--b--\r\n', None),
    (b'--b\r\nContent-Disposition: form-data; name="file"; filename=""\r\n\r\n\r\n--b--\r\n', None),
    (b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nPK', None),
    (b"--b\r\n" + b"X" * 40_000, None),
    (
        b"--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n\r\nx\r\n--c--\r\n--b--",
        None,
    ),
]


@pytest.mark.parametrize(("body", "kind"), FORMS)
async def test_a_broken_form_is_answered_and_takes_nothing(
    house: House, body: bytes, kind: str | None
) -> None:
    url = await house.upload()
    headers = {"Content-Type": kind or "multipart/form-data; boundary=b"}
    async with house.browser.post(url, data=body, headers=headers) as answer:
        assert answer.status == 400
        assert 'type="file"' in await answer.text()
    assert await house.kept() == []


async def test_a_connection_that_breaks_takes_nothing(house: House) -> None:
    url = await house.upload()
    path = url.split(str(house.server.port))[1]
    _, writer = await asyncio.open_connection("127.0.0.1", house.server.port)
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 90000\r\n"
    writer.write((head + "Content-Type: multipart/form-data; boundary=b\r\n\r\n").encode())
    writer.write(b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nPK')
    await writer.drain()
    await asyncio.sleep(0.1)
    writer.close()
    assert (await house.hand_in(url, BOOK))[0] == 200
    assert len(await house.kept()) == 1


async def test_what_cannot_be_kept_is_not_said_to_be_received(house: House) -> None:
    url = await house.upload()

    async def deny(session) -> None:
        trigger = "CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT RAISE(ABORT, 'x'); END"
        await session.execute(text(trigger))

    await house.database.run(deny)
    status, page = await house.hand_in(url, BOOK)
    assert status == 500
    assert "Đã nhận" not in page
    await house.database.run(lambda s: s.execute(text("DROP TRIGGER full")))
    assert (await house.hand_in(url, BOOK))[0] == 200  # the link was not used up


async def test_the_link_of_a_lost_phone_takes_nothing(house: House) -> None:
    url = await house.upload()
    await house.unlink()
    assert (await house.see(url))[0] == 404
    assert (await house.hand_in(url, BOOK))[0] == 404
    assert await house.kept() == []


async def test_it_is_over_after_half_an_hour_also_while_one_writes(house: House) -> None:
    url = await house.upload()

    async def slow():
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'
        house.clock.later(minutes=31)
        yield BOOK + b"\r\n--b--\r\n"

    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    async with house.browser.post(url, data=slow(), headers=headers) as answer:
        assert answer.status == 410
    assert await house.kept() == []


async def test_a_name_cannot_leave_its_folder(house: House) -> None:
    url = await house.upload()
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("file", BOOK, filename="..\\..\\etc/<b>truong</b>.xlsx")
    async with house.browser.post(url, data=form) as answer:
        assert answer.status == 200
        assert "<b>" not in await answer.text()
    name = (await house.kept())[0].payload["upload"]["name"]
    assert "/" not in name
    assert "\\" not in name
