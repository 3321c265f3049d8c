"""Who asked for a seal, and who is to keep it, hear what the office decided (templates of the notices room)."""

from mashangban.documents.rules.applications import SealApplication
from mashangban.kernel.events import Message
from mashangban.kernel.telling import Whom, in_region, notice

_PAGE = "/seals/pages/mine/index?org="


def people(one: SealApplication, kind: str) -> tuple[Message, ...]:
    """One notice each; the reason stands on the page that it opens, never in the notice."""
    told = notice(
        Whom(people=list(dict.fromkeys((one.applicant_id, one.custodian_id)))),
        kind,
        {"name": one.enterprise_name, "what": one.kind.label},
        link=_PAGE + one.enterprise_id,
        dedupe=f"{one.id}|{kind}",
        place=in_region(one.county, one.enterprise_id),
    )
    return (told,)
