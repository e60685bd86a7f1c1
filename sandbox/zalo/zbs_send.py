"""Sends templates: by phone number, and by user id where the account knows the user."""

import re
from datetime import time

from sandbox.people import Person
from sandbox.store import Json
from sandbox.telegram.phone import own_number
from sandbox.zalo.oa_checks import part
from sandbox.zalo.oa_errors import (
    INVALID,
    NOT_FOR_UID,
    OUT_OF_QUOTA,
    USER_REFUSES,
    ZBS_DAILY,
    ZBS_DISABLED,
    ZBS_NIGHT,
    ZBS_NO_ACCOUNT,
    ZBS_NOT_APPROVED,
    ZBS_ONLY_ADMINS,
    ZBS_PARAMETER,
    ZBS_PHONE,
    ZBS_TEMPLATE,
    ZBS_USER_REFUSES,
    OaError,
    invalid,
)
from sandbox.zalo.oa_messages import sent_time
from sandbox.zalo.oa_server import OaServer
from sandbox.zalo.state import ZALO_OA, ZaloMessage
from sandbox.zalo.zbs_receipts import Receipt
from sandbox.zalo.zbs_templates import Template

PHONE = re.compile(r"\+?84\d{9}")
MAX_TRACKING = 48
NIGHT = (time(22), time(6))
SERVER = "ZNS"


async def by_user(oa: OaServer, body: Json) -> Json:
    """`POST /v3.0/oa/message/template`; raises OaError with the account's codes."""
    conv = oa.user(body.get("user_id"))
    template = oa.templates.all.get(str(body.get("template_id")))
    if template is None:
        raise invalid("template_id")
    _check_status(template)
    if not template.uid:
        raise OaError(NOT_FOR_UID)
    try:
        values = template.values(part(body, "template_data"))
    except OaError as error:
        raise OaError(INVALID, f"template_data is invalid! {error}") from error
    if conv.blocked:
        raise OaError(USER_REFUSES)
    left = oa.options.uid_quota - oa.ledger.count("template_uid") - 1
    if left < 0:
        raise OaError(OUT_OF_QUOTA)
    if oa.options.refuse_template:
        raise OaError(oa.options.refuse_template)
    oa.ledger.add("template_uid")
    oa.ledger.add("spent", template.price_uid)
    sent = oa.show(conv, text=template.filled(values), buttons=template.buttons(values))
    return {
        "message_id": sent.native_id,
        "user_id": conv.native_id,
        "sent_time": sent_time(sent),
        "quota": {"quota_type": "purchase_quota", "remain": left},
    }


async def by_phone(oa: OaServer, body: Json) -> Json:
    """`POST /message/template`; raises OaError with the templates' codes."""
    phone, template = _phone_of(body), oa.templates.all.get(str(body.get("template_id")))
    tracking = body.get("tracking_id")
    if not isinstance(tracking, str) or not 1 <= len(tracking) <= MAX_TRACKING:
        raise OaError(ZBS_PARAMETER, "tracking_id is invalid")
    if template is None:
        raise OaError(ZBS_TEMPLATE)
    _check_status(template)
    values = template.values(body.get("template_data"))
    test = _is_test(oa, body, phone)
    if oa.zbs_options.night and _is_night(oa):
        raise OaError(ZBS_NIGHT)
    person = _owner(oa, phone)
    if person is None:
        raise OaError(ZBS_NO_ACCOUNT)
    conv = oa.zalo.conversation(ZALO_OA, oa.console.oa_id, person)
    if conv.blocked:
        raise OaError(ZBS_USER_REFUSES)
    if not test and _left_today(oa) <= 0:
        raise OaError(ZBS_DAILY)
    if oa.zbs_options.refuse:
        raise OaError(oa.zbs_options.refuse)
    if not test:
        oa.ledger.add(oa.ledger.today("template_phone"))
        oa.ledger.add("spent", template.price_sdt)
    sent = oa.show(conv, text=template.filled(values), buttons=template.buttons(values))
    _deliver_later(oa, sent, phone, tracking)
    return {
        "msg_id": sent.native_id,
        "sent_time": sent_time(sent),
        "sending_mode": "1",
        "quota": quota_of(oa),
    }


def quota_of(oa: OaServer) -> Json:
    """What is left of the day, as texts."""
    limit = oa.zbs_options.daily_quota
    return {"dailyQuota": str(limit), "remainingQuota": str(max(0, _left_today(oa)))}


def _left_today(oa: OaServer) -> int:
    return oa.zbs_options.daily_quota - oa.ledger.count(oa.ledger.today("template_phone"))


def _phone_of(body: Json) -> str:
    phone = body.get("phone")
    if not isinstance(phone, str) or not PHONE.fullmatch(phone):
        raise OaError(ZBS_PHONE)
    return phone.removeprefix("+")


def _check_status(template: Template) -> None:
    if template.status == "disabled":
        raise OaError(ZBS_DISABLED)
    if template.status != "approved":
        raise OaError(ZBS_NOT_APPROVED)


def _is_test(oa: OaServer, body: Json, phone: str) -> bool:
    """Whether this is a test, which costs nothing; raises OaError."""
    mode = body.get("mode")
    if mode is None:
        return False
    if mode != "development":
        raise OaError(ZBS_PARAMETER, "mode is invalid")
    if phone not in {own_number(number) for number in oa.console.admins}:
        raise OaError(ZBS_ONLY_ADMINS)
    return True


def _is_night(oa: OaServer) -> bool:
    now = oa.zalo.clock.now().time()
    return now >= NIGHT[0] or now < NIGHT[1]


def _owner(oa: OaServer, phone: str) -> Person | None:
    """Who uses Zalo with this number: a phone on another messenger cannot show the message."""
    for person in oa.zalo.people.all.values():
        if person.channel == ZALO_OA and person.phone and own_number(person.phone) == phone:
            return person
    return None


def _deliver_later(oa: OaServer, sent: ZaloMessage, phone: str, tracking: str) -> None:
    wait = oa.zbs_options.delivery_seconds
    oa.receipts.add(Receipt(sent.native_id, phone, oa.zalo.clock.unix() + wait))
    arrives = str(sent.milliseconds + round(wait * 1000))
    body = {
        "event_name": "user_received_message",
        "sender": {"id": oa.console.oa_id},
        "recipient": {"id": phone},
        "message": {
            "delivery_time": arrives,
            "msg_id": sent.native_id,
            "tracking_id": tracking,
        },
        "app_id": oa.console.app_id,
        "timestamp": arrives,
    }
    oa.courier.send(body, f"zbs {phone}", after=wait, server=SERVER)
