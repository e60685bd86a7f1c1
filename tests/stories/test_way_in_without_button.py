"""A messenger that has no button for one's own number speaks of none, and takes a code."""

import re
from pathlib import Path

from tests.support.linking import code_for
from tests.support.stage import staged


async def test_a_stranger_is_told_what_works_there(school: Path, tmp_path: Path) -> None:
    async with staged(tmp_path, school, messenger="zalo_bot") as stage:
        stranger = await stage.stranger("Thuy")
        await stranger.say("xin chào")
        told = await stranger.read("cần được liên kết")
        assert "Chia sẻ số điện thoại" not in told.text
        assert "hỏi giáo viên chủ nhiệm" in told.text
        await stranger.say("0503787576")
        await stranger.read("Số gõ tay chưa cho biết là của ai. Xin gửi mã mời")
        await stranger.say(f"mã {(await code_for(stage)).code}")
        await stranger.read("Đã liên kết. Kính chào quý phụ huynh")


async def test_an_invite_names_every_messenger_of_the_school(school: Path, tmp_path: Path) -> None:
    async with staged(tmp_path, school, messenger="zalo_bot") as stage:
        teacher = await stage.staff("CB012")
        await teacher.say("/giadinh 7A1 15")
        await teacher.read("Gia đình em Nguyễn Thị Ngọc Lan")
        await stage.quiet()
        await teacher.choose("Tạo mã mời: mẹ")
        invite = await teacher.read("Mã mời cho mẹ")
        code = re.search(r"^Mã: (\S+)$", invite.text, re.MULTILINE)
        assert code, invite.text
        assert re.search(rf"• Zalo Bot: mở bot «[^»]+».*nhắn mã {code[1]}", invite.text)
        assert "• Telegram: mở https://t.me/" in invite.text
