"""The identity source: does this name belong to this number?"""

from dataclasses import dataclass
from enum import StrEnum

from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.partners import Partner, PartnerRefusal
from mashangban.kernel.recipients import Recipient
from mashangban.kernel.settings import settings

RECIPIENT = Recipient(
    "公安身份核验源",
    "姓名和身份证号",
    "核对是不是您本人，实名时核对一次",
    "您单独同意（个人信息保护法第二十九条）",
    ("IDENTITY_VERIFIER_URL",),
)


class Answer(StrEnum):
    """What the source says."""

    MATCH = "match"
    MISMATCH = "mismatch"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Verification:
    """One answer with the source's own reference, kept as proof."""

    id: str
    answer: Answer


def verify(name: str, id_number: str) -> Verification:
    """Ask once. Raises PartnerUnavailable, also when the source answers something we do not know."""
    partner = Partner(settings().identity_verifier_url, "identity-verifier-key")
    try:
        found = partner.post_signed("/identity/verifications", {"name": name, "id_number": id_number})
        return Verification(str(found["verification_id"]), Answer(found["result"]))
    except (PartnerRefusal, KeyError, ValueError) as odd:
        raise PartnerUnavailable() from odd
