"""Who wrote to the webhook: every way of signing that anybody has reported, and nothing else."""

import hashlib
import json

import pytest

from bot.channels.zalo_oa_signature import MARK, TIME, mac, verify

APP, OA = "360846524940903967", "388613280878808645"
SECRET, OA_SECRET = "SuperSecretKey0001", "OaSecretKey0002"
SECRETS = [("oa secret", OA_SECRET), ("app secret", SECRET)]
STAMP = "1543908534740"
RAW = (
    '{"app_id":"360846524940903967","sender":{"id":"246845883529197922"},'
    '"recipient":{"id":"388613280878808645"},"user_id_by_app":"552177279717587730",'
    '"event_name":"user_send_text","message":{"text":"Xin chào","msg_id":"96d3cdf3af150460909"},'
    '"timestamp":"1543908534740"}'
).encode()
VECTOR = "fe21b9fdd15dc7095ede3b83323e7a7f2d9ffb2a7239431a79901f2fad260b09"


def told(mark: str, raw: bytes = RAW, **headers: str) -> str | None:
    return verify(raw, {MARK: mark, **headers}, APP, OA, SECRETS)


def test_the_documented_example() -> None:
    assert mac(APP, RAW, STAMP, SECRET) == VECTOR
    assert told(f"mac={VECTOR}") == "app_id, body time, app secret"


@pytest.mark.parametrize("prefix", ["mac=", "sha256=", ""])
@pytest.mark.parametrize(("secret_name", "secret"), SECRETS)
@pytest.mark.parametrize("when", ["body", "header"])
@pytest.mark.parametrize(("who", "first"), [("app_id", APP), ("oa_id", OA)])
def test_each_variant_is_understood_and_named(
    who: str, first: str, when: str, secret_name: str, secret: str, prefix: str
) -> None:
    stamp = STAMP if when == "body" else "1543908534999"
    mark = hashlib.sha256(first.encode() + RAW + stamp.encode() + secret.encode()).hexdigest()
    headers = {} if when == "body" else {TIME: stamp}
    assert told(prefix + mark.upper(), **headers) == f"{who}, {when} time, {secret_name}"


@pytest.mark.parametrize(
    ("mark", "raw"),
    [
        ("", RAW),
        ("mac=", RAW),
        ("mac=" + "0" * 64, RAW),
        (f"mac={VECTOR}", RAW + b" "),  # one blank more than was signed
        (f"mac={VECTOR}", RAW.replace(b"Xin", b"xin")),
        (f"mac={VECTOR}ü", RAW),
        (f"mac={VECTOR}", b"no JSON"),
        (f"mac={VECTOR}", b"[" * 100_000),
    ],
)
def test_anything_else_is_refused(mark: str, raw: bytes) -> None:
    assert told(mark, raw) is None


def test_another_schools_key_is_no_key() -> None:
    mark = mac(APP, RAW, STAMP, "another school's key")
    assert told(f"mac={mark}") is None


def test_without_a_key_nothing_is_signed() -> None:
    body = json.dumps({"timestamp": STAMP}).encode()
    mark = mac(APP, body, STAMP, "")
    assert verify(body, {MARK: f"mac={mark}"}, APP, OA, [("app secret", "")]) is None
