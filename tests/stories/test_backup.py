"""The administrator backs up from the chat."""

from bot.backing_up import Backups
from bot.nightly import Nightly
from bot.settings import Settings
from tests.support.stage import Stage


async def test_the_administrator_backs_up_by_one_tap(stage: Stage) -> None:
    admin, teacher = await stage.staff("CB003"), await stage.staff("CB012")
    await teacher.say("/saoluu")
    await teacher.read("không thuộc quyền")
    await admin.say("/saoluu")
    await admin.read("chưa có bản nào")
    await admin.choose("Sao lưu ngay")
    settings = Settings(data_dir=stage.folder, database_url="")
    nightly = Nightly(stage.database, Backups(settings), stage.clock, lambda: None)
    while await nightly.look():
        pass
    await admin.read("Đã sao lưu xong")
    await admin.say("/saoluu")
    await admin.read("đọc lại được, chuỗi nhật kí nguyên vẹn")
