"""A sheet of marks goes out to a teacher and comes back filled in."""

import io

from openpyxl import load_workbook

from tests.stories.test_school_files import fetched
from tests.support.stage import Stage


async def test_a_sheet_is_filled_in_looked_at_saved_and_taken_back(stage: Stage) -> None:
    teacher = await stage.staff("CB012")
    await teacher.say("/filemau 7A1 toán")
    sent = await teacher.read("Tệp nhập điểm Toán")
    assert sent.media
    book = load_workbook(io.BytesIO(await fetched(stage, sent)))
    book.worksheets[0]["E7"] = 8.5
    book.worksheets[0]["E8"] = 12
    out = io.BytesIO()
    book.save(out)
    await teacher.send_file(out.getvalue(), "diem.xlsx")
    shown = await teacher.read("xem trước, chưa lưu gì")
    assert "Thường xuyên 1: 1 điểm mới" in shown.text
    assert "«12» ngoài 0 đến 10" in shown.text
    await teacher.choose("Lưu 1 ô")
    await teacher.read("Đã lưu 1 ô")
    await teacher.choose("Hoàn tác")
    await teacher.read("sổ điểm như trước khi lưu tệp")
    await teacher.say("/xuat 7A1 toán")
    await teacher.read("mẫu vnEdu")
