"""Groups: the bot is added, hears what is meant for it, and leaves."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramForbiddenError

from tests.support.sandbox import Phones, RefusedError


async def test_a_bot_is_added_hears_its_part_and_leaves(bot: Bot, phones: Phones, lan: int) -> None:
    hung = await phones.person("Trần Văn Hùng")
    group = await phones.post("groups", title="Phụ huynh 7A1", members=[lan, hung])
    assert group["id"] < 0
    added, service = await bot.get_updates()
    assert added.my_chat_member
    assert added.my_chat_member.new_chat_member.status == "member"
    assert added.my_chat_member.from_user.id == lan
    assert service.message
    assert service.message.group_chat_created
    assert service.message.chat.type == "group"
    await bot.get_updates(offset=service.update_id + 1)

    await phones.post(f"groups/{group['id']}/text", person=hung, text="các anh chị ơi")
    await phones.post(f"groups/{group['id']}/text", person=hung, text="/start")
    heard = await bot.get_updates()
    assert [u.message.text for u in heard if u.message] == ["/start"]
    await bot.send_message(group["id"], "Bot chỉ trò chuyện riêng.")
    assert (await bot.get_chat_member(group["id"], lan)).status == "creator"
    assert await bot.get_chat_member_count(group["id"]) == 3
    assert len(await bot.get_chat_administrators(group["id"])) == 1
    await bot.leave_chat(group["id"])
    shown = await phones.get(f"groups/{group['id']}/messages")
    texts = ["", "các anh chị ơi", "/start", "Bot chỉ trò chuyện riêng.", ""]
    assert [m["text"] for m in shown] == texts
    assert (await phones.get("groups"))[0]["bot_left"]
    with pytest.raises(TelegramForbiddenError, match="bot is not a member of the group chat"):
        await bot.send_message(group["id"], "a")


async def test_only_members_speak_in_a_group(bot: Bot, phones: Phones, lan: int) -> None:
    hung = await phones.person("Hùng")
    group = await phones.post("groups", title="7A1", members=[lan])
    with pytest.raises(RefusedError, match="not in the group"):
        await phones.post(f"groups/{group['id']}/text", person=hung, text="a")
    for members in ([], [12]):
        with pytest.raises(RefusedError):
            await phones.post("groups", title="7A1", members=members)
