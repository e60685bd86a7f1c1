"""Who is who: strangers get a way in, odd messages a short answer, and nobody learns a name."""

import aiohttp

from tests.support.linking import NAMES_OF_THE_SCHOOL, code_for
from tests.support.stage import Stage


async def test_strangers_get_a_polite_way_in_and_learn_nothing(stage: Stage) -> None:
    await stage.staff("CB012")
    stranger = await stage.stranger("Người lạ")
    await stranger.start()
    await stranger.read("Để bắt đầu")
    for words in ("7A1 vắng Lan p", "Lan", "/diemdanh", "/giadinh 7A1", "/toi", "/canbo", "hủy"):
        await stranger.say(words)
        await stranger.read("liên kết")
    await stranger.say("0503787576")
    await stranger.read("Số gõ tay")
    await stranger.sticker()
    await stranger.read("liên kết")
    for message in await stranger.messages():
        assert message.mine or not any(name in message.text for name in NAMES_OF_THE_SCHOOL)
    assert set(await stranger.commands()) == {"start", "trogiup", "ngonngu"}


async def test_a_strangers_forged_button_does_nothing(stage: Stage) -> None:
    stranger = await stage.stranger("Người lạ")
    await stranger.start()
    shown = await stranger.read("Để bắt đầu")
    pupil = await stage.pupil("7A1", 15)
    assert "chưa được liên kết" in (await stranger.tap_raw(shown.id, f"fp:{pupil.id}") or "")


async def test_a_stranger_chooses_english_and_keeps_it_when_linked(stage: Stage) -> None:
    issued = await code_for(stage)
    phone = await stage.stranger("Thuy")
    await phone.start()
    await phone.choose("English")
    await phone.read("Saved: English")
    await phone.start(issued.code)
    await phone.read("Linked.")
    await phone.say("/ngonngu")
    await phone.choose("Tiếng Việt")
    await phone.read("từ nay dùng tiếng Việt")
    await phone.say("/toi")
    await phone.read("mẹ của em")


async def test_what_is_not_understood_always_gets_a_short_answer(stage: Stage) -> None:
    mother = await stage.guardian("7A1", 15)
    await mother.say("/ngatketnoj")
    await mother.read("/ngatketnoi")
    await mother.say("/zzz")
    await mother.read("Không có lệnh này")
    await mother.sticker()
    await mother.read("chỉ đọc được chữ")
    await mother.say("/huy")
    await mother.read("không có việc nào")


async def test_an_edited_message_counts_as_sent_again(stage: Stage) -> None:
    mother = await stage.guardian("7A1", 15)
    await mother.say("/toj")
    await mother.read("Không có lệnh này")
    mine = [m for m in await mother.messages() if m.mine][-1]
    await mother.edit(mine.id, "/toi")
    await mother.read("mẹ của em Nguyễn Thị Ngọc Lan")


async def test_pictures_and_files_get_a_short_answer(stage: Stage) -> None:
    mother = await stage.guardian("7A1", 15)
    form = aiohttp.FormData()
    form.add_field("file", b"%PDF-1.4 nothing", filename="don.pdf")
    form.add_field("as", "document")
    url = f"{stage.url}/control/people/{mother.id}/file"
    async with stage.http.post(url, data=form) as answer:
        assert answer.status == 200
    await mother.read("Chưa có lời xin phép nào để kèm giấy")


async def test_a_familys_words_that_nobody_reads_are_said_to_be_unread(stage: Stage) -> None:
    mother, teacher = await stage.guardian("7A1", 15, "mother"), await stage.staff("CB012")
    await mother.say("cháu nhà tôi thích ăn bánh mì")
    await mother.read("chưa chuyển cho ai")
    await teacher.say("tôi thích ăn bánh mì")
    assert "chuyển cho ai" not in (await teacher.read("chưa hiểu tin này")).text
