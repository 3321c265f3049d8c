"""Credit facts: kept as told, shown with the enterprise."""

from collections.abc import Mapping

from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.events import happened
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Principal, Role
from mashangban.registry import events
from mashangban.registry.repository import credit as store
from mashangban.registry.rules.credit import CreditFact
from mashangban.registry.schemas.outputs import CreditFactView
from mashangban.registry.service.enterprises import view_enterprise
from mashangban.registry.terms import CreditLevel

_SHOWN = 50


def record_fact(act: Act, told: Mapping[str, str]) -> bool:
    """Keep a credit fact that another room tells of; False for one that was kept before."""
    fact = CreditFact(
        enterprise_id=told["enterprise"],
        kind=told["kind"],
        level=CreditLevel(told["level"]),
        reason=told["reason"],
        reference=told["reference"],
        at=clock.from_text(told["at"]),
    )
    data = {"kind": fact.kind, "level": fact.level.value, "reference": fact.reference}
    event = happened(act, events.CREDIT_RECORDED, fact.subject, data, role=Role.SYSTEM.value)
    return store.keep(act, fact, event)


def credit_facts(actor: Principal, enterprise_id: str) -> list[CreditFactView]:
    """An enterprise's latest facts, for whoever may see the enterprise. Raises NotFound beyond reach."""
    view_enterprise(actor, enterprise_id)
    found = store.page(enterprise_id, PageRequest(limit=_SHOWN)).items
    return [
        CreditFactView(
            kind_label=_KINDS.get(one.kind, one.kind),
            level=one.level.value,
            level_label=one.level.label,
            reason=one.reason,
            reference=one.reference,
            at=one.at,
        )
        for one in found
    ]


_KINDS = {"wage-arrears": "拖欠农民工工资"}
