"""The Bot API's door: every shape of request that the documentation allows, and no other."""

import json

import aiohttp
import pytest

TEXT = "Chào cô Lan 😀 & “bạn”"


async def ask(url: str, path: str, verb: str = "post", **more: object) -> tuple[int, dict]:
    async with (
        aiohttp.ClientSession() as session,
        getattr(session, verb)(f"{url}{path}", **more) as r,
    ):
        return r.status, await r.json()


async def test_any_well_formed_token_is_a_bot_and_get_me_needs_no_body(url: str) -> None:
    for verb in ("get", "post"):
        status, body = await ask(url, "/bot77:abc-DEF_9/getMe", verb)
        assert status == 200
        assert body["result"]["id"] == 77
        assert body["result"]["is_bot"]


@pytest.mark.parametrize("token", ["77", "abc:def", "0:abc", "077:abc", "77:"])
async def test_a_token_that_is_none_is_unauthorized(url: str, token: str) -> None:
    status, body = await ask(url, f"/bot{token}/getMe")
    assert (status, body["ok"], body["error_code"]) == (401, False, 401)
    assert body["description"].startswith("Unauthorized")


async def test_unknown_methods_and_unplayed_ones_are_told_apart(url: str) -> None:
    status, body = await ask(url, "/bot77:a/getMyHomework")
    assert (status, body["description"]) == (404, "Not Found: method not found")
    status, body = await ask(url, "/bot77:a/sendInvoice", json={"chat_id": 1})
    assert status == 400
    assert "does not play the method sendInvoice" in body["description"]


async def test_method_names_are_matched_without_case(url: str) -> None:
    assert (await ask(url, "/bot77:a/GETME"))[0] == 200


async def test_a_percent_encoded_token_is_the_same_bot(url: str) -> None:
    async with aiohttp.ClientSession() as session:
        address = aiohttp.client.URL(f"{url}/bot77%3Aab%2Dc/getMe", encoded=True)
        async with session.get(address) as response:
            assert (await response.json())["result"]["id"] == 77


async def test_a_text_may_come_in_every_shape(url: str, lan: int) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Có", "callback_data": "có"}]]}
    nested = json.dumps(keyboard, ensure_ascii=False)
    fields = {"chat_id": str(lan), "text": TEXT, "reply_markup": nested}
    multipart = aiohttp.FormData()
    for name, value in fields.items():
        multipart.add_field(name, value, content_type="text/plain")
    shapes: list[tuple[str, dict]] = [
        ("get", {"params": fields}),
        ("post", {"params": fields}),
        ("post", {"data": fields}),
        ("post", {"data": multipart}),
        ("post", {"json": {"chat_id": lan, "text": TEXT, "reply_markup": keyboard}}),
        ("post", {"json": {"chat_id": str(lan), "text": TEXT, "reply_markup": nested}}),
    ]
    await ask(url, "/control/faults", json={"pace": False})
    for verb, shape in shapes:
        status, body = await ask(url, "/bot4242:lop-7A1/sendMessage", verb, **shape)
        assert status == 200, body
        assert body["result"]["text"] == TEXT
        assert body["result"]["reply_markup"] == keyboard


@pytest.mark.parametrize("how", ["attach", "direct"])
async def test_a_file_may_be_attached_or_be_the_field_itself(url: str, lan: int, how: str) -> None:
    name = "Bảng điểm lớp 7A1 “cuối kì”.pdf"
    head = '--XX\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n' + f"{lan}\r\n"
    part = "document" if how == "direct" else "f1"
    if how == "attach":
        head += '--XX\r\nContent-Disposition: form-data; name="document"\r\n\r\nattach://f1\r\n'
    head += (
        f'--XX\r\nContent-Disposition: form-data; name="{part}"; filename="{name}"\r\n'
        "Content-Type: application/pdf\r\n\r\n"
    )
    body = head.encode() + b"%PDF-1.7 \x00\xff\r\n--XX--\r\n"
    headers = {"Content-Type": "multipart/form-data; boundary=XX"}
    status, answer = await ask(url, "/bot4242:lop-7A1/sendDocument", data=body, headers=headers)
    assert status == 200, answer
    document = answer["result"]["document"]
    assert (document["file_name"], document["mime_type"]) == (name, "application/pdf")
    assert document["file_size"] == 11


@pytest.mark.parametrize(
    ("method", "fields", "description"),
    [
        ("sendMessage", {"text": "a"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": "LAN"}, "message text is empty"),
        ("sendMessage", {"chat_id": "LAN", "text": "  \n "}, "message text is empty"),
        ("sendMessage", {"chat_id": 12, "text": "a"}, "chat not found"),
        ("sendMessage", {"chat_id": "@nobody", "text": "a"}, "chat not found"),
        ("sendMessage", {"chat_id": "LAN", "text": "a", "reply_markup": "{"}, "can't parse reply"),
        ("sendMessage", {"chat_id": "LAN", "text": "a", "parse_mode": "x"}, "unsupported parse"),
        ("sendPhoto", {"chat_id": "LAN"}, "there is no photo in the request"),
        ("sendPhoto", {"chat_id": "LAN", "photo": "nonsense"}, "wrong file identifier"),
        ("editMessageText", {"chat_id": "LAN", "text": "a"}, "message identifier is not"),
        ("editMessageText", {"chat_id": "LAN", "message_id": "x", "text": "a"}, "invalid"),
        ("getFile", {}, 'parameter "file_id" is required'),
        ("getFile", {"file_id": "nonsense"}, "wrong file_id or the file is temporarily"),
        ("sendChatAction", {"chat_id": "LAN", "action": "sing"}, "wrong parameter action"),
        ("setWebhook", {"url": "ftp://x"}, "bad webhook: invalid webhook URL"),
        ("setWebhook", {"url": "http://127.0.0.1/", "secret_token": "ờ"}, "secret token contains"),
    ],
)
async def test_bad_requests_say_what_is_wrong(
    url: str, lan: int, method: str, fields: dict, description: str
) -> None:
    fields = {k: lan if v == "LAN" else v for k, v in fields.items()}
    status, body = await ask(url, f"/bot4242:lop-7A1/{method}", json=fields)
    assert (status, body["error_code"], body["ok"]) == (400, 400, False)
    assert body["description"].startswith(f"Bad Request: {description}")


async def test_unknown_parameters_are_ignored(url: str, lan: int) -> None:
    fields = {"chat_id": lan, "text": "a", "colour": "blue"}
    assert (await ask(url, "/bot4242:lop-7A1/sendMessage", json=fields))[0] == 200
