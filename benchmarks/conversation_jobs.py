"""The commonest jobs of a teacher and of a principal, as `benchmarks.conversations` plays them."""

from collections.abc import Awaitable, Callable
from typing import Self

from tests.support.phone import Phone, Shown
from tests.support.stage import Stage

TEACHER, PRINCIPAL = "CB012", "CB001"
MONEY = "thông báo 7A1: mời phụ huynh nộp quỹ lớp 150k"


class Played:
    """One job: `me` is whose messages count, from `begin` on."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.me: Phone
        self.sent = self.received = 0
        self._before = 0

    async def begin(self, phone: Phone) -> None:
        """What came before does not count."""
        await self.stage.quiet()
        await phone.forget()
        self.me, self._before = phone, await self._got(phone)

    async def say(self, text: str, answer: str) -> Shown:
        """One line, and the answer to it."""
        self.sent += 1
        await self.me.say(text)
        return await self.me.read(answer)

    async def choose(self, label: str) -> None:
        """One tap, or one number."""
        self.sent += 1
        await self.stage.quiet()
        await self.me.choose(label)

    async def counted(self) -> Self:
        """The job is done: what came is counted."""
        await self.stage.quiet()
        self.received = await self._got(self.me) - self._before
        return self

    async def _got(self, phone: Phone) -> int:
        return sum(not message.mine for message in await phone.messages())


Job = Callable[[Played], Awaitable[None]]


async def full_class(played: Played) -> None:
    """Roll of a class, everybody there"""
    await played.begin(await played.stage.staff(TEACHER))
    await played.say("7A1 đủ", "Đã lưu")


async def absentees(played: Played) -> None:
    """Roll with two absentees"""
    await played.begin(await played.stage.staff(TEACHER))
    await played.say("7A1 vắng Lan p, Minh k", "Đã lưu")


async def namesakes(played: Played) -> None:
    """Roll with a name that two pupils have"""
    await played.begin(await played.stage.staff(TEACHER))
    await played.say("7A1 vắng Tân p, Lan k", "“Tân” là em nào")
    await played.choose("30. Nguyễn Tân")
    await played.me.read("Đã lưu")


async def undo(played: Played) -> None:
    """Undo a roll"""
    teacher = await played.stage.staff(TEACHER)
    await teacher.say("7A1 vắng Lan p")
    await teacher.read("Đã lưu")
    await played.begin(teacher)
    await played.choose("Hoàn tác")
    await teacher.read("chưa có điểm danh")


async def settle(played: Played) -> None:
    """Settle P or K of an absentee below the roll"""
    teacher = await played.stage.staff(TEACHER)
    await teacher.say("7A1 vắng Lan p, Minh")
    await teacher.read("Đã lưu")
    await played.begin(teacher)
    await played.choose("16. Đức Minh: P")
    await teacher.read("vắng có phép")


async def notice(played: Played) -> None:
    """Notice to one's own class, until it has arrived"""
    await played.stage.guardian("7A1", 15)
    await played.begin(await played.stage.staff(TEACHER))
    await played.say("thông báo 7A1: mai các em mang vở vẽ", "Xem trước")
    await played.choose("Gửi")
    await played.me.read("Đã gửi xong")


async def notice_with_approval(played: Played) -> None:
    """Notice that the principal has to approve, until it has arrived"""
    await played.stage.guardian("7A1", 15)
    principal = await played.stage.staff(PRINCIPAL)
    await played.begin(await played.stage.staff(TEACHER))
    await played.say(MONEY, "Xem trước")
    await played.choose("Gửi duyệt")
    await principal.read("Xin duyệt")
    await principal.choose("Duyệt")
    await played.me.read("Đã gửi xong")


async def _asked(played: Played) -> Phone:
    """A notice waits on the principal's phone."""
    teacher, principal = await played.stage.staff(TEACHER), await played.stage.staff(PRINCIPAL)
    await played.begin(principal)
    await teacher.say(MONEY)
    await teacher.choose("Gửi duyệt")
    await principal.read("Xin duyệt")
    return teacher


async def approve(played: Played) -> None:
    """Approve a notice (the question counts as received)"""
    teacher = await _asked(played)
    await played.choose("Duyệt")
    await teacher.read("đã duyệt lúc")


async def reject(played: Played) -> None:
    """Reject a notice with a reason"""
    teacher = await _asked(played)
    code = await played.me.code_for("Từ chối")
    if code:
        await played.say(f"{code} chưa họp phụ huynh", "từ chối")
    else:
        await played.choose("Từ chối")
        await played.me.read("Vì sao từ chối?")
        await played.say("chưa họp phụ huynh", "Đã lưu: từ chối")
    await teacher.read("Lí do: chưa họp phụ huynh")


async def who_is_absent(played: Played) -> None:
    """Ask who is absent today"""
    teacher, principal = await played.stage.staff(TEACHER), await played.stage.staff(PRINCIPAL)
    await teacher.say("7A1 vắng Lan p")
    await teacher.read("Đã lưu")
    await played.begin(principal)
    await played.say("7A1 hôm nay ai vắng?", "Nguyễn Thị Ngọc Lan")


async def _card(played: Played) -> None:
    """The roll card has come to the teacher's phone."""
    await played.begin(await played.stage.staff(TEACHER))
    await played.stage.bring_cards()
    await played.me.read("Điểm danh lớp 7A1")


async def card_full(played: Played) -> None:
    """Roll card, everybody there (the card counts as received)"""
    await _card(played)
    await played.choose("Đủ")
    await played.me.read("Đã lưu điểm danh lớp 7A1")


async def card_in_words(played: Played) -> None:
    """Roll card, three absentees in one message"""
    await _card(played)
    await played.say("vắng Lan, Minh, Nam", "Đã lưu điểm danh lớp 7A1")


async def card_by_taps(played: Played) -> None:
    """Roll card, three absentees by tapping (typed where there is no grid)"""
    await _card(played)
    await played.choose("Có vắng")
    if not played.me.changes:
        await played.me.read("7A1")
        await played.say("Lan, Minh, Nam", "Đã lưu điểm danh lớp 7A1")
        return
    await played.me.read("Chạm tên")
    for name in ("15 Lan", "16 Minh", "17 Nam"):
        await played.choose(name)
    await played.choose("Lưu")
    await played.me.read("Đã lưu điểm danh lớp 7A1")


JOBS: tuple[Job, ...] = (
    card_full,
    card_in_words,
    card_by_taps,
    full_class,
    absentees,
    namesakes,
    undo,
    settle,
    notice,
    notice_with_approval,
    approve,
    reject,
    who_is_absent,
)
