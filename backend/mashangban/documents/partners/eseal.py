"""The province's e-seal platform: it keeps the seals that were filed with it and sets them to a hash (docs/sandbox.md).

Keys never leave it, so a seal has the standing that its licensed authority gives it (电子签名法第16条).
"""

from base64 import b64decode, b64encode
from collections.abc import Callable

from mashangban.documents import errors
from mashangban.documents.rules.records import Seal
from mashangban.documents.ses import checking, sm2
from mashangban.kernel.partners import Partner, PartnerRefusal
from mashangban.kernel.recipients import Recipient
from mashangban.kernel.settings import settings

RECIPIENT = Recipient(
    "省电子印章平台",
    "文件的指纹（一串算出来的数，看不出内容）和单位的章",
    "给合同盖单位的电子印章",
    "电子签名法第十六条；文件本身不送出去",
    ("ESEAL_API_URL",),
)


def joined() -> bool:
    """Whether this stage has such a platform."""
    return settings().eseal_api_url is not None


def signature(seal: Seal, picture: Callable[[], bytes], key: str, printed: bytes) -> bytes:
    """The seal's signature (DER) on a file as it was printed; one key is one signature, however often it is asked for.

    A seal that the platform does not know yet is filed first, under its certificate's number. Raises SealUnavailable
    where the platform stopped it, PartnerUnavailable where it is silent.
    """
    body = {
        "key": key,
        "reference": seal.certificate_serial,
        "data_hash": sm2.sm3(printed).hex(),
        "property_info": checking.covers(len(printed)),
    }
    try:
        return _signed(body)
    except PartnerRefusal as refused:
        if refused.code == "seal_stopped":
            raise errors.SealUnavailable("电子印章平台已停用这枚印章") from refused
        if refused.code != "seal_unknown":
            raise
    _file(seal, picture())
    return _signed(body)


def _signed(body: dict[str, str]) -> bytes:
    return b64decode(_partner().post_signed("/eseal/signatures", body)["signature"])


def _file(seal: Seal, picture: bytes) -> None:
    size = round(seal.diameter)
    filed = {
        "reference": seal.certificate_serial,
        "uscc": seal.uscc,
        "name": seal.name,
        "purpose": seal.kind_label,
        "picture": b64encode(picture).decode(),
        "width_mm": size,
        "height_mm": size,
    }
    _partner().post_signed("/eseal/seals", filed)


def _partner() -> Partner:
    return Partner(settings().eseal_api_url, "eseal-api-key")
