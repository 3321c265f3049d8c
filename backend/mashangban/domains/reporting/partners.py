"""The platforms' one way in: batches handed over and asked for, numbers encrypted for the addressee.

They are reached through the exchange gateway at REPORTING_API_URL, each under its own code; requests are signed with a
new request id each (docs/sandbox.md). What a repeat is known by is the batch key.
"""

import hashlib
import os
from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import ValidationError

from mashangban.domains.reporting.errors import BrokenReceipt, NotFromThePlatform
from mashangban.domains.reporting.schemas import Receipt
from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.http import Request
from mashangban.kernel.partners import Partner, PartnerRefusal
from mashangban.kernel.recipients import Recipient
from mashangban.kernel.settings import settings

SECRET = "reporting-api-key"
CALLBACKS = "/v1/reporting/callbacks"
RECIPIENT = Recipient(
    "全国和省的建筑工人管理平台",
    "姓名、身份证号（加密）、合同、每天的考勤、每月的工资，不报银行卡",
    "让主管部门管用工、查欠薪",
    "保障农民工工资支付条例第二十八条；您撤回实名以后不再报",
    ("REPORTING_API_URL",),
)


def gateway() -> Partner:
    """The exchange gateway."""
    return Partner(settings().reporting_api_url, SECRET)


def hand_over(platform: str, batch_key: str, items: Sequence[Mapping[str, Any]]) -> str:
    """Send a batch once and return the platform's ticket. Raises PartnerUnavailable (its fate is unknown then) or
    PartnerRefusal."""
    callback = f"{settings().public_url}{CALLBACKS}"
    body = {"batch_key": batch_key, "callback_url": callback, "items": list(items)}
    return str(gateway().post_signed(f"/labour/{platform}/batches", body).get("ticket", ""))


def ask(platform: str, batch_key: str) -> Receipt | None:
    """What became of a batch; None when the platform does not know it. Raises PartnerUnavailable, also for an answer
    that can't be read."""
    try:
        found = gateway().post_signed(f"/labour/{platform}/batches/query", {"batch_key": batch_key})
        return Receipt.model_validate(found)
    except PartnerRefusal as refused:
        if refused.status == 404 and refused.code == "batch_unknown":
            return None
        raise PartnerUnavailable() from refused
    except ValidationError as odd:
        raise PartnerUnavailable() from odd


def read_callback(request: Request, now: datetime) -> Receipt:
    """A receipt that was called back. Raises NotFromThePlatform, BrokenReceipt.

    The same letter may come twice within the minutes of its signature: a receipt taken again changes nothing.
    """
    if not gateway().has_signed(request.method, request.path, request.header, request.raw, now):
        raise NotFromThePlatform()
    try:
        return Receipt.model_validate_json(request.raw)
    except ValidationError as odd:
        raise BrokenReceipt() from odd


def encrypt(text: str) -> str:
    """A number for the platform's eyes: AES-256-GCM, base64 of nonce and ciphertext (the standard asks for AES; the
    mode is K). The key is the SHA-256 of `field|` and the shared secret."""
    nonce = os.urandom(12)
    key = hashlib.sha256(f"field|{gateway().key}".encode()).digest()
    return b64encode(nonce + AESGCM(key).encrypt(nonce, text.encode(), None)).decode()
