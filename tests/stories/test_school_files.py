"""The administrator takes the school's workbook out, and brings one in after a look."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import delete, func, select

from services.file_types import SCHOOL_WORKBOOK
from services.importing import apply_plan, plan_import, read_tables
from services.importing.layout import Sheet
from storage import audit, school_settings
from storage.tables import AuditEvent, Pupil, StaffRole
from tests.support.phone import Phone, Shown
from tests.support.stage import Stage, staged
from tests.support.workbooks import pupil, pupils

ADMIN, VICE, OFFICE, TEACHER = "CB003", "CB002", "CB004", "CB013"
NEW = ("Vương Thị Hải Yến", "09/05/2014")
BOOK = pupils(
    pupil(61, "7A1", "6700099001", NEW[0], NEW[1], mother=("Lò Thị Pha", "0912345678")),
    pupil(62, "7A1", "6700099002", "Nguyễn Văn An", "31/02/2014"),
    pupil(63, "7A1", "6700099003", "0912 không rõ <b>", "01/02/2014"),
)


async def fetched(stage: Stage, message: Shown) -> bytes:
    """The document of a message, opened on the phone."""
    assert message.media
    async with stage.http.get(stage.url + message.media["url"]) as answer:
        return await answer.read()


async def pupils_named(stage: Stage, name: str) -> int:
    async def look(session: Any) -> int:
        return int(await session.scalar(select(func.count()).where(Pupil.full_name == name)))

    return await stage.run(look)


async def recorded(stage: Stage, action: str) -> list[int | None]:
    """Who did what the audit chain calls `action`."""

    async def look(session: Any) -> list[int | None]:
        found = await session.scalars(
            select(AuditEvent.actor_id).where(AuditEvent.action == action, AuditEvent.actor_id != 0)
        )
        return list(found)

    return await stage.run(look)


async def calls(stage: Stage, method: str) -> int:
    """How often the bot has called a method of Telegram."""
    async with stage.http.get(f"{stage.url}/control/stats") as answer:
        methods = (await answer.json())["methods"]
    return sum(methods.get(method, {}).values())


async def test_the_school_goes_out_and_comes_back_unchanged(stage: Stage) -> None:
    admin = await stage.staff(ADMIN)
    await admin.say("/xuat")
    sent = await admin.read("Dữ liệu của trường đến ngày 30/11/2026")
    assert sent.media
    assert sent.media["name"] == "truong-2026-11-30.xlsx"
    book = await fetched(stage, sent)
    assert len(read_tables(book).sheets[Sheet.PUPILS].rows) == 492
    assert await recorded(stage, "school.exported") == [await stage.person_id(ADMIN)]
    await admin.send_file(book, "truong.xlsx", caption="/nhap")
    answer = await admin.read("Không có gì để thay đổi")
    assert answer.labels == []


async def test_a_change_is_shown_before_it_is_written(stage: Stage) -> None:
    admin = await stage.staff(ADMIN)
    await admin.say("/nhap")
    await admin.read("gửi tệp Excel")
    await admin.send_file(BOOK, "Lớp 7A1 bổ sung.xlsx")
    preview = await admin.read("Chưa ghi gì")
    assert "Lớp 7A1 bổ sung.xlsx" in preview.text
    assert "HocSinh (3 dòng): thêm 2, không nhận 1, bỏ 1 ô" in preview.text
    assert "✗ HocSinh dòng 6" in preview.text
    assert "«0912 không rõ <b>» không phải tên người" in preview.text
    assert "không phải ngày hợp lệ" in preview.text
    assert "31/02/2014" in preview.text
    assert await pupils_named(stage, NEW[0]) == 0
    await admin.choose("Ghi vào sổ")
    saved = await admin.read("Đã lưu")
    assert "HocSinh: thêm 2" in saved.text
    assert saved.labels == []
    assert await pupils_named(stage, NEW[0]) == 1
    assert await pupils_named(stage, "Lò Thị Pha") == 0
    assert set(await recorded(stage, "import.sheet")) >= {await stage.person_id(ADMIN)}
    assert (await stage.run(audit.verify)).fault is None


async def test_a_second_tap_writes_nothing_more(stage: Stage) -> None:
    admin = await stage.staff(ADMIN)
    await admin.send_file(BOOK, "bo-sung.xlsx", caption="/nhap")
    preview = await admin.read("Chưa ghi gì")
    data = await button_data(stage, admin, preview)
    await admin.choose("Ghi vào sổ")
    await admin.read("Đã lưu")
    told = await admin.tap_raw(preview.id, data)
    assert told is not None
    assert "Đã lưu" not in told
    assert await pupils_named(stage, NEW[0]) == 1


async def button_data(stage: Stage, phone: Phone, message: Shown) -> str:
    """What the first button of a message sends."""
    url = f"{stage.url}/control/people/{phone.id}/messages"
    async with stage.http.get(url, params={"after": message.id - 1}) as answer:
        shown = (await answer.json())[0]
    return str(shown["buttons"][0][0]["data"])


async def test_what_was_left_cannot_be_written_any_more(stage: Stage) -> None:
    admin = await stage.staff(ADMIN)
    await admin.send_file(BOOK, "bo-sung.xlsx", caption="/nhap")
    preview = await admin.read("Chưa ghi gì")
    data = await button_data(stage, admin, preview)
    await admin.choose("Bỏ")
    await admin.read("không ghi gì cả")
    await admin.tap_raw(preview.id, data)
    await stage.quiet()
    assert await pupils_named(stage, NEW[0]) == 0


async def test_what_has_changed_meanwhile_is_shown_again(stage: Stage) -> None:
    admin = await stage.staff(ADMIN)
    await admin.send_file(BOOK, "bo-sung.xlsx", caption="/nhap")
    await admin.read("Chưa ghi gì")

    async def elsewhere(session: Any) -> None:
        plan = await plan_import(session, BOOK, stage.clock)
        await apply_plan(session, plan, stage.clock, None)

    await stage.run(elsewhere)
    await admin.choose("Ghi vào sổ")
    again = await admin.read("vừa thay đổi")
    assert "Không có gì để thay đổi" in again.text
    assert again.labels == []
    assert await pupils_named(stage, NEW[0]) == 1


WRONG = [
    ("virus.xlsx", b"MZ" + bytes(200), "không phải loại ấy"),
    ("anh.pdf", b"%PDF-1.7", "Chỉ nhận tệp .xlsx"),
    ("cu.xls", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "lưu thành .xlsx"),
    ("lon.xlsx", bytes(SCHOOL_WORKBOOK.largest + 1), "lớn quá 5 MB"),
]


async def test_wrong_files_are_refused_and_the_right_one_is_still_taken(stage: Stage) -> None:
    admin = await stage.staff(ADMIN)
    await admin.say("/nhap")
    await admin.read("gửi tệp Excel")
    for name, data, why in WRONG:
        await admin.send_file(data, name)
        await admin.read(why)
    assert await calls(stage, "getFile") == len(WRONG) - 1  # what is too large is not fetched
    await admin.send_file(BOOK, "bo-sung.xlsx")
    await admin.read("Chưa ghi gì")


async def test_who_may_not_is_refused_before_anything_is_fetched(stage: Stage) -> None:
    for code in (TEACHER, OFFICE):
        phone = await stage.staff(code)
        assert not {"xuat", "nhap"} & set(await phone.commands())
        await phone.say("/xuat")
        await phone.read("không thuộc quyền")
        await phone.say("/nhap")
        await phone.read("không thuộc quyền")
        await phone.send_file(BOOK, "bo-sung.xlsx", caption="/nhap")
        await phone.read("không thuộc quyền")
    vice = await stage.staff(VICE)  # sends data to the department, does not bring any in
    await vice.say("/xuat")
    await vice.read("Dữ liệu của trường")
    await vice.send_file(BOOK, "bo-sung.xlsx", caption="/nhap")
    await vice.read("không thuộc quyền")
    assert await calls(stage, "getFile") == 0
    assert await recorded(stage, "school.exported") == [await stage.person_id(VICE)]


async def test_a_button_is_no_right(stage: Stage) -> None:
    """Who is administrator no more cannot write what they were shown as one."""
    admin, person = await stage.staff(ADMIN), await stage.person_id(ADMIN)
    await admin.send_file(BOOK, "bo-sung.xlsx", caption="/nhap")
    await admin.read("Chưa ghi gì")

    async def demote(session: Any) -> None:
        await session.execute(delete(StaffRole).where(StaffRole.person_id == person))
        await school_settings.raise_revision(session)

    await stage.run(demote)
    told = await admin.choose("Ghi vào sổ")
    assert told is not None
    assert "không thuộc quyền" in told
    assert await pupils_named(stage, NEW[0]) == 0


@pytest.fixture
async def zalo(school: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    """A stage whose people have the messenger without files."""
    async with staged(tmp_path, school, messenger="zalo_bot") as stage:
        yield stage


def link_in(message: Shown) -> str:
    return next(word for word in message.text.split() if word.startswith("http"))


async def test_where_the_messenger_takes_no_files_a_link_does(zalo: Stage) -> None:
    admin = await zalo.staff(ADMIN)
    await admin.say("/nhap")
    url = link_in(await admin.read("mở đường dẫn này"))
    async with zalo.http.get(url) as page:
        assert "Trương Bảo Vũ" in await page.text()
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("file", BOOK, filename="Lớp 7A1.xlsx")
    async with zalo.http.post(url, data=form) as page:
        assert "mời thầy/cô quay lại ứng dụng" in await page.text()
    preview = await admin.read("Chưa ghi gì")
    assert "Lớp 7A1.xlsx" in preview.text
    await admin.choose("Ghi vào sổ")
    await admin.read("Đã lưu")
    assert await pupils_named(zalo, NEW[0]) == 1


async def test_where_the_messenger_brings_no_files_a_link_does(zalo: Stage) -> None:
    admin = await zalo.staff(ADMIN)
    await admin.say("/xuat")
    sent = await admin.read("Dữ liệu của trường đến ngày 30/11/2026")
    async with zalo.http.get(link_in(sent)) as page:
        assert "truong-2026-11-30.xlsx" in await page.text()
    async with zalo.http.post(link_in(sent)) as answer:
        assert len(read_tables(await answer.read()).sheets[Sheet.PUPILS].rows) == 492
