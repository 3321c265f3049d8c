"""The province's licence library 省电子证照库: which licences of a kind a holder has (docs/sandbox.md).

GB/T 36901-2018 lets a sharing service answer by holder and catalogue code; the elements are those of GB/T 36903-2018
(both K). Catalogue codes are the province's own: a stage names them (`LICENCE_CODES`), our word for the kind goes where
it names none.
"""

from mashangban.domains.claims.rules import licences as rules
from mashangban.domains.claims.rules.licences import Licence
from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.partners import Partner, PartnerRefusal
from mashangban.kernel.recipients import Recipient
from mashangban.kernel.settings import settings

RECIPIENT = Recipient(
    "省电子证照库",
    "企业的统一社会信用代码和要查的证照种类",
    "查企业已有的证照，不用再交",
    "国务院关于在线政务服务的若干规定第十条；里面没有个人的号码",
    ("LICENCE_API_URL",),
)


def of_holder(uscc: str, kind: str) -> list[Licence]:
    """An organisation's licences of a kind. Raises PartnerUnavailable when the library is silent or not understood."""
    body = {"holder_kind": "organisation", "holder": uscc, "type": settings().licence_codes.get(kind, kind)}
    try:
        answer = _partner().post_signed("/licences/query", body)
        return [rules.licence(one | {"sha256": one["copy"]["sha256"]}) for one in answer["licences"]]
    except (PartnerRefusal, KeyError, TypeError, ValueError) as unclear:
        raise PartnerUnavailable() from unclear


def _partner() -> Partner:
    return Partner(settings().licence_api_url, "licence-api-key")
