"""A paper is opened by nobody but the homeroom teacher and whoever decides the request."""

from tests.stories.test_leave_papers import png
from tests.support.stage import Stage


async def test_neither_head_nor_colleague_nor_the_other_parent_sees_it(stage: Stage):
    teacher = await stage.staff("CB012")
    mother = await stage.guardian("7A1", 15, "mother")
    await mother.say("hôm nay cháu nghỉ ạ, cháu đau bụng")
    await mother.read(containing="Đã ghi lời xin phép")
    await teacher.read(containing="Xin phép nghỉ")
    await mother.send_photo(png())
    came = await teacher.read(containing="Giấy kèm lời xin phép")
    data = came.data["Xem giấy kèm theo"]
    for other in (
        await stage.staff("CB001"),
        await stage.staff("CB002"),
        await stage.staff("CB013"),
        await stage.guardian("7A1", 15, "father"),
    ):
        await other.say("/toi")
        refused = await other.tap_raw((await other.read()).id, data)
        assert refused
        assert not [m for m in await other.messages() if m.media]
