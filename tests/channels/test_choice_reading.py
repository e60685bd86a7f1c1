"""Answers without buttons: a number, a word or a code finds its question, or is asked about."""

import unicodedata
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram.fsm.state import State, StatesGroup

from bot.choice_reading import Answered, folded, heard, read
from handlers.awaiting import FIGURES, figures
from services.errors import Invalid, Outdated
from services.unit import Unit
from storage import chat_states, choices
from storage.database import Database
from storage.outbox import Outgoing, put
from storage.tables import OutboxRow

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOON = datetime(2026, 11, 30, 12, 0, tzinfo=ZONE)
APPROVAL = ["Duyệt", "Từ chối", "Yêu cầu sửa"]


class Marking(StatesGroup):
    """As the gradebook's own state will be."""

    scores = State()


@pytest.fixture
def marking() -> Any:
    """A state in which a bare number is a score."""
    figures(Marking.scores)
    yield Marking.scores.state
    FIGURES.discard(Marking.scores.state)


class Chat:
    """One chat on a messenger without buttons."""

    def __init__(self, database: Database, name: str = "7") -> None:
        self.database, self.name, self.now = database, name, NOON

    async def closes(self, root: int) -> None:
        """A newer face of the message offers nothing."""
        await self.do(lambda u: choices.close(u.session, "zalo_bot", self.name, root, u.now))

    async def asks(
        self,
        *labels: str,
        codes: bool = False,
        tag: str | None = None,
        sending: bool = False,
        status: str = "sending",
    ) -> int:
        """A message with these choices has arrived, or is still `sending`; its number."""
        row = Outgoing(not_before=self.now, channel="zalo_bot", chat=self.name, method="send")

        async def work(session: Any) -> int:
            id = await put(session, row, self.now)
            assert id is not None
            marks = [folded(x).replace(" ", "") for x in labels] if codes else None
            await choices.put(
                session,
                row_id=id,
                channel="zalo_bot",
                chat=self.name,
                root=id,
                tag=tag,
                options=[{"label": x, "data": f"{id}:{n}"} for n, x in enumerate(labels, 1)],
                marks=marks or [str(n) for n in range(1, len(labels) + 1)],
                now=self.now,
            )
            if sending:
                row_now = await session.get_one(OutboxRow, id)
                row_now.status = status
            else:
                await choices.shown(session, [id], self.now)
            return id

        return await self.database.run(work)

    async def do(self, work: Callable[[Unit], Awaitable[Any]]) -> Any:
        """Something in a unit of work."""
        return await self.database.run(lambda s: work(Unit(s, self.now, ZONE)))

    async def hears(self, text: str, written: datetime | None = None) -> Answered | None:
        """What a text chooses."""
        found: Answered | None = await self.do(
            lambda u: read(u, "zalo_bot", self.name, text, written)
        )
        return found

    async def chosen(self, text: str) -> list[str]:
        """The data of what a text chooses."""
        found = await self.hears(text)
        return found.data if found else []


@pytest.fixture
def chat(database: Database) -> Chat:
    """See `Chat`."""
    return Chat(database)


@pytest.mark.parametrize("text", ["1", " 1 ", "1.", "(1)", "số 1", "câu 1", "Hoàn tác", "hoan tac"])
async def test_the_newest_question_is_answered_by_number_or_word(chat: Chat, text: str) -> None:
    await chat.asks("Hoàn tác", "Sửa")
    newest = await chat.asks("Hoàn tác", "Sửa")
    assert await chat.chosen(text) == [f"{newest}:1"]


async def test_words_in_capitals_without_diacritics_and_in_pieces_are_the_same(chat: Chat) -> None:
    id = await chat.asks("Đã biết", "Xin nghỉ")
    for text in ("ĐÃ BIẾT", "da biet", unicodedata.normalize("NFD", "Đã biết")):
        assert await chat.chosen(text) == [f"{id}:1"]


@pytest.mark.parametrize("text", ["1 3", "1, 3", "1 và 3", "1,3", "3 1"])
async def test_several_at_once(chat: Chat, text: str) -> None:
    id = await chat.asks("An", "Bình", "Chi")
    assert sorted(await chat.chosen(text)) == [f"{id}:1", f"{id}:3"]


@pytest.mark.parametrize("text", ["7A1 vắng Lan p", "1 phút nữa tôi đến", "nghỉ 2 ngày", "/huy 1"])
async def test_words_are_words(chat: Chat, text: str) -> None:
    await chat.asks("Hoàn tác", "Sửa")
    assert await chat.hears(text) is None


async def test_a_number_that_is_not_there_shows_what_is(chat: Chat) -> None:
    await chat.asks("Hoàn tác", "Sửa")
    with pytest.raises(Invalid) as told:
        await chat.hears("5")
    assert told.value.params["ways"] == "1: Hoàn tác\n2: Sửa"


async def test_an_old_question_is_not_answered_by_a_bare_number(chat: Chat) -> None:
    await chat.asks("Hoàn tác", "Sửa")
    chat.now += timedelta(hours=13)
    with pytest.raises(Invalid) as told:
        await chat.hears("1")
    assert told.value.key == "choice-which"


async def test_a_message_that_may_not_have_arrived_is_asked_about(chat: Chat) -> None:
    id = await chat.asks("Hoàn tác", "Sửa")
    await chat.do(lambda u: choices.shown(u.session, [id], u.now, doubtful=True))
    with pytest.raises(Invalid) as told:
        await chat.hears("1")
    assert told.value.key == "choice-which"


async def test_a_code_names_its_question_whenever_it_was_asked(chat: Chat) -> None:
    first = await chat.asks(*APPROVAL, codes=True, tag="H4")
    second = await chat.asks(*APPROVAL, codes=True, tag="B2")
    chat.now += timedelta(days=3)
    assert await chat.chosen("DUYET H4") == [f"{first}:1"]
    assert await chat.chosen("duyệt h4") == [f"{first}:1"]
    assert await chat.chosen("Tu choi B2") == [f"{second}:2"]


async def test_what_follows_a_code_is_its_reason_as_it_was_typed(chat: Chat) -> None:
    id = await chat.asks(*APPROVAL, codes=True, tag="H4")
    answered = await chat.hears("TUCHOI H4: Số tiền chưa đúng, xin xem lại")
    assert answered is not None
    assert (answered.data, answered.words) == ([f"{id}:2"], "Số tiền chưa đúng, xin xem lại")


async def test_an_older_numbered_question_is_answered_with_its_code(chat: Chat) -> None:
    first = await chat.asks("Đã biết", "Xin nghỉ", tag="Q3")
    await chat.asks("Hoàn tác", "Sửa")
    for text in ("2 Q3", "Q3 2", "xin nghỉ q3", "2 q3."):
        assert await chat.chosen(text) == [f"{first}:2"]


async def test_a_code_is_good_in_its_own_chat_only(chat: Chat) -> None:
    await chat.asks(*APPROVAL, codes=True, tag="H4")
    with pytest.raises(Invalid) as told:
        await Chat(chat.database, "8").hears("DUYET H4")
    assert told.value.key == "choice-no-such-code"


async def test_a_word_that_the_question_does_not_offer(chat: Chat) -> None:
    await chat.asks(*APPROVAL, codes=True, tag="H4")
    with pytest.raises(Invalid) as told:
        await chat.hears("DONGY H4")
    assert "DUYET H4" in told.value.params["ways"]


async def test_a_choice_that_was_taken_away_is_old(chat: Chat) -> None:
    id = await chat.asks("Có phép", "Không phép")

    async def take(unit: Unit) -> None:
        found = await choices.of_row(unit.session, id)
        assert found is not None
        found.options = [{"label": "Có phép", "data": None}, found.options[1]]

    await chat.do(take)
    with pytest.raises(Outdated):
        await chat.hears("1")
    assert await chat.chosen("2") == [f"{id}:2"]


async def test_a_number_never_slips_through_to_an_older_question(chat: Chat) -> None:
    """The newest is closed: whoever types its number once more has not meant the one before."""
    await chat.asks("Hoàn tác", "Sửa")
    newest = await chat.asks("Gửi", "Hủy")
    await chat.closes(newest)
    with pytest.raises(Invalid) as told:
        await chat.hears("1")
    assert (told.value.key, told.value.params["ways"]) == ("choice-which", "Hoàn tác\nSửa")


async def test_a_closed_question_is_answered_by_its_handler_who_knows_why(chat: Chat) -> None:
    id = await chat.asks("Hoàn tác", "Sửa")
    await chat.closes(id)
    assert await chat.chosen("1") == [f"{id}:1"]
    chat.now += timedelta(hours=13)
    assert await chat.hears("1") is None


async def test_words_find_the_newest_question_that_offers_them(chat: Chat) -> None:
    older = await chat.asks("Hoàn tác", "Sửa")
    echo = await chat.asks("Hoàn tác", "Sửa")
    await chat.asks("Đã gặp em", "Đang tìm", tag="H4")
    assert await chat.chosen("hoàn tác") == [f"{echo}:1"]
    await chat.closes(echo)
    assert await chat.chosen("Hoàn tác") == [f"{older}:1"]


async def test_the_name_of_a_class_is_no_answer_to_an_old_question(chat: Chat) -> None:
    await chat.asks("7A1", "7A2")
    await chat.asks("Hoàn tác", "Sửa")
    assert await chat.hears("7A1") is None


async def test_words_that_two_coded_questions_offer_are_asked_about(chat: Chat) -> None:
    await chat.asks(*APPROVAL, codes=True, tag="H4")
    await chat.asks(*APPROVAL, codes=True, tag="B2")
    with pytest.raises(Invalid) as told:
        await chat.hears("Từ chối")
    assert {"TUCHOI H4: Từ chối", "TUCHOI B2: Từ chối"} <= set(
        told.value.params["ways"].split("\n")
    )


async def test_a_whole_line_of_what_can_be_typed_is_understood(chat: Chat) -> None:
    id = await chat.asks("Có phép", "Không phép", tag="H4")
    assert await chat.chosen("2 H4: Không phép") == [f"{id}:2"]


async def test_what_was_typed_before_a_question_came_is_no_answer_to_it(chat: Chat) -> None:
    """The program was down: the answer to the first question waited while a second one left."""
    await chat.asks("Hoàn tác", "Sửa")
    await chat.asks("Gửi", "Hủy")
    with pytest.raises(Invalid) as told:
        await chat.hears("1", written=chat.now - timedelta(minutes=2))
    assert told.value.key == "choice-which"


async def test_a_number_typed_while_something_unexpected_arrives_is_asked_about(chat: Chat) -> None:
    await chat.asks("Hoàn tác", "Sửa")
    card = await chat.asks("Đã gặp em", "Đang tìm", tag="H4")
    chat.now += timedelta(seconds=1)
    with pytest.raises(Invalid) as told:
        await chat.hears("1")
    assert told.value.params["ways"] == "1 H4: Đã gặp em\n2 H4: Đang tìm\nHoàn tác\nSửa"
    chat.now += timedelta(seconds=10)
    assert await chat.chosen("1") == [f"{card}:1"]


async def test_a_question_on_its_way_may_be_read_already(chat: Chat) -> None:
    await chat.asks("Hoàn tác", "Sửa")
    chat.now += timedelta(minutes=1)
    id = await chat.asks("Gửi", "Hủy", sending=True)
    assert await chat.chosen("1") == [f"{id}:1"]


async def test_a_question_that_has_not_left_is_not_answered(chat: Chat) -> None:
    id = await chat.asks("Hoàn tác", "Sửa")
    await chat.asks("Gửi", "Hủy", sending=True, status="queued")
    assert await chat.chosen("1") == [f"{id}:1"]


async def test_a_tap_brings_along_what_its_question_offers(chat: Chat) -> None:
    """As a button does, by whose neighbours a handler knows the message."""
    id = await chat.asks("Hoàn tác", "Sửa")
    said = {"date": int(NOON.timestamp()), "chat": {"id": 7}, "from": {"id": 7}, "text": "2"}
    heard_now = await chat.do(lambda u: heard(u, "zalo_bot", {"update_id": 1, "message": said}))
    (query,) = [update["callback_query"] for update in heard_now.updates]
    assert (query["data"], query["message"]["message_id"]) == (f"{id}:2", id)
    rows = query["message"]["reply_markup"]["inline_keyboard"]
    assert [button["text"] for row in rows for button in row] == ["Hoàn tác", "Sửa"]


async def test_no_bare_number_is_a_choice_while_scores_are_awaited(
    chat: Chat, marking: str
) -> None:
    id = await chat.asks("Hoàn tác", "Sửa", tag="H4")
    await chat.do(lambda u: chat_states.save(u.session, "zalo_bot:7", marking, {}))
    for text in ("1", "2", "8", "1 2", "5"):
        assert await chat.hears(text) is None
    assert await chat.chosen("1 H4") == [f"{id}:1"]


async def test_a_conversation_may_await_a_number_beyond_the_list(chat: Chat) -> None:
    await chat.asks("Minh", "Minh Anh")
    await chat.do(lambda u: chat_states.save(u.session, "zalo_bot:7", "RollStates:asking", {}))
    assert await chat.hears("16") is None


async def test_many_questions_in_a_row_have_codes_of_their_own(chat: Chat) -> None:
    newest: list[str] = []
    for _ in range(45):
        tag = await chat.do(lambda u: choices.new_tag(u.session, "zalo_bot", "7"))
        assert tag not in newest[-choices.TAGS_REST :]
        await chat.asks("Duyệt", tag=tag)
        newest.append(tag)
    assert not {tag[0] for tag in newest} & set("KPMVAD")
    assert not {tag[1] for tag in newest} & set("6789")


@pytest.mark.parametrize("text", ["#c:1:9", "#c:999:1", "#c:0:0"])
async def test_a_forged_payload_is_refused(chat: Chat, text: str) -> None:
    await chat.asks("Duyệt", "Từ chối")
    with pytest.raises(Outdated):
        await chat.hears(text)


async def test_a_payload_of_anothers_list_is_refused(chat: Chat) -> None:
    await chat.asks("Duyệt", "Từ chối")
    assert await chat.hears("#c:1:1") is not None
    with pytest.raises(Outdated):
        await Chat(chat.database, "8").hears("#c:1:1")
