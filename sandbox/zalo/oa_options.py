"""Switches of the Official Account's server and of its templates (`/control/zalo`)."""

from dataclasses import dataclass
from typing import Literal

from sandbox.zalo.options import register


@register("oa")
@dataclass
class OaOptions:
    """What differs between reports about Zalo, and what a test wants to happen.

    `timestamp` and `signed_with`: how a webhook's mark is made; `retry_factor` shortens the waits
    between attempts; `answer_seconds`: how long a webhook may think; `echo` and `receipts`: events
    about the account's own messages; `refuse_cs`, `refuse_template`: an error for every message
    until it is 0 again; `oauth_error`: the undocumented number for a token request that fails.
    """

    timestamp: Literal["body", "header"] = "body"
    signed_with: Literal["app_id", "oa_id"] = "app_id"
    retry_factor: float = 1.0
    answer_seconds: float = 2.0
    echo: bool = True
    receipts: bool = True
    image_type: Literal["image", "photo"] = "image"
    user_info: Literal["new", "old"] = "new"
    follow_needed: bool = False
    calls_per_minute: int = 4000
    refuse_cs: int = 0
    refuse_template: int = 0
    oauth_error: int = -14014
    uid_quota: int = 5000


@register("zbs")
@dataclass
class ZbsOptions:
    """Templates by phone number.

    `night`: refuse from 22:00 to 06:00, which may be history; `refuse`: an error for every message
    until it is 0 again; `delivery_seconds`: from the answer to the event that tells of the arrival.
    """

    daily_quota: int = 500
    night: bool = False
    refuse: int = 0
    delivery_seconds: float = 0.2
