"""What may be asked about templates: which there are, the day's quota, how a message fared."""

from collections.abc import Mapping

from sandbox.store import Json
from sandbox.zalo.oa_errors import ZBS_PARAMETER, ZBS_TEMPLATE, OaError
from sandbox.zalo.oa_server import OaServer
from sandbox.zalo.zbs_send import quota_of
from sandbox.zalo.zbs_templates import Template

STATUSES = {
    "approved": "ENABLE",
    "pending": "PENDING_REVIEW",
    "rejected": "REJECT",
    "disabled": "DISABLE",
}
NUMBERS = {"ENABLE": 1, "PENDING_REVIEW": 2, "REJECT": 3, "DISABLE": 4}
SENT, DELIVERED, UNKNOWN = 0, 1, -1


async def status(oa: OaServer, query: Mapping[str, str]) -> Json:
    """`GET /message/status?message_id=`: -1 none such, 0 sent, 1 delivered."""
    receipt = oa.receipts.get(query.get("message_id", ""))
    if receipt is None:
        return {"status": UNKNOWN, "message": "Message not found", "delivery_time": ""}
    if oa.zalo.clock.unix() < receipt.arrives:
        return {"status": SENT, "message": "Sent", "delivery_time": ""}
    arrived = str(round(receipt.arrives * 1000))
    return {"status": DELIVERED, "message": "Delivered", "delivery_time": arrived}


async def quota(oa: OaServer, _: Mapping[str, str]) -> Json:
    """`GET /message/quota`."""
    return quota_of(oa)


async def all_templates(oa: OaServer, query: Mapping[str, str]) -> list[Json]:
    """`GET /template/all?offset&limit&status`; raises OaError."""
    offset, limit = _number(query, "offset", 0), _number(query, "limit", 100)
    wanted = _number(query, "status", 0)
    found = [
        {
            "templateId": template.template_id,
            "templateName": template.name,
            "status": STATUSES[template.status],
            "templateQuality": "UNDEFINED",
        }
        for template in oa.templates.all.values()
        if not wanted or NUMBERS[STATUSES[template.status]] == wanted
    ]
    return found[offset : offset + limit]


async def one_template(oa: OaServer, query: Mapping[str, str]) -> Json:
    """`GET /template/info/v2?template_id=`; raises OaError."""
    template = oa.templates.all.get(query.get("template_id", ""))
    if template is None:
        raise OaError(ZBS_TEMPLATE)
    return {
        "templateId": template.template_id,
        "templateName": template.name,
        "status": STATUSES[template.status],
        "templateTag": "CUSTOMER_CARE",
        "templateQuality": "UNDEFINED",
        "listParams": _params(template),
        "listButtons": [{"type": 1, "title": template.button.title}] if template.button else [],
        "price_sdt": str(template.price_sdt),
        "price_uid": str(template.price_uid),
    }


def _params(template: Template) -> list[Json]:
    return [
        {
            "name": param.name,
            "require": param.required,
            "type": param.type.upper(),
            "maxLength": param.longest,
            "minLength": 0,
        }
        for param in template.params
    ]


def _number(query: Mapping[str, str], name: str, otherwise: int) -> int:
    text = query.get(name, str(otherwise))
    if not text.isdigit():
        raise OaError(ZBS_PARAMETER, f"{name} is invalid")
    return int(text)
