"""Credit facts of enterprises, as other rooms reported them."""

from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Stale
from mashangban.kernel.events import Event
from mashangban.kernel.pagination import Page, PageRequest, query
from mashangban.kernel.transaction import Transaction
from mashangban.registry.models import TABLE, CreditFactRecord
from mashangban.registry.rules.credit import CreditFact


def keep(act: Act, fact: CreditFact, event: Event) -> bool:
    """Keep a fact once, under its own chain; False when it was kept before."""
    try:
        with Transaction(act, TABLE) as tx:
            tx.create(_record(fact), event)
    except Stale:
        return False
    return True


def page(enterprise_id: str, request: PageRequest) -> Page[CreditFact]:
    """An enterprise's facts, the newest first. One query."""
    where = CreditFactRecord.SK.startswith("CREDIT#")
    found = query(CreditFactRecord, f"ENTERPRISE#{enterprise_id}", request, where=where, newest_first=True)
    return found.map(_fact)


def _record(fact: CreditFact) -> CreditFactRecord:
    return CreditFactRecord(
        f"ENTERPRISE#{fact.enterprise_id}",
        f"CREDIT#{fact.at.isoformat()}#{fact.reference}#{fact.level.value}",
        fact_kind=fact.kind,
        level=fact.level,
        reason=fact.reason,
        reference=fact.reference,
        at=fact.at,
    )


def _fact(record: CreditFactRecord) -> CreditFact:
    return CreditFact(
        enterprise_id=record.PK.partition("#")[2],
        kind=record.fact_kind,
        level=record.level,
        reason=record.reason,
        reference=record.reference,
        at=record.at,
    )
