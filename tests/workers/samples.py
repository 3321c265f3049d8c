"""Contracts and what hangs on them as plain values, for tests of rules: no engine, no clock."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from mashangban.domains.workers.rules.amending import Amendment, Changes
from mashangban.domains.workers.rules.authorisation import Authorisation
from mashangban.domains.workers.rules.contract import Contract, Milestones, Period, Site, Worker
from mashangban.domains.workers.terms import TRADES, AmendmentKind, AmendmentState, ContractState, PeriodKind
from mashangban.employment.rules import Named, Pay
from mashangban.employment.terms import PayBasis

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)  # 12:00 in China
TEXT, SEALED = "a" * 64, "b" * 64
WORKER = "person-1"


def contract(**changes: Any) -> Contract:
    """An offer just made to a steel fixer of 41, in 西湖区, for half a year."""
    offered = Contract(
        id="c1",
        number="HT-20261123-00000000-0",
        state=ContractState.OFFERED,
        project=Site("p1", "西溪人才公寓", "330106", "西湖区", "文一西路 1 号"),
        employer=Named("e1", "杭州样例劳务有限公司"),
        team=Named("t1", "钢筋一班"),
        worker=Worker(WORKER, "王*国", "330***********0018", 41),
        trade=TRADES["020"],
        period=Period(PeriodKind.FIXED, TODAY, TODAY + timedelta(days=180)),
        pay=Pay(PayBasis.DAILY, 35000, "天", 15),
        insurance=("工伤保险",),
        certificate=None,
        notes=(),
        document_id="d1",
        milestones=Milestones(opened_at=NOON),
        version=1,
    )
    return replace(offered, **changes)


def in_force(**changes: Any) -> Contract:
    """A contract both sides signed."""
    times = Milestones(NOON, *(NOON + timedelta(hours=n) for n in range(1, 5)))
    sealed = contract(
        state=ContractState.SEALED, milestones=times, document_sha256=TEXT, sealed_sha256=SEALED, version=5
    )
    return replace(sealed, **changes)


def amendment(kind: AmendmentKind = AmendmentKind.CHANGE, **changes: Any) -> Amendment:
    """A change proposed by the employer."""
    proposed = Amendment(
        id="a1",
        contract_id="c1",
        number="BG-20261123-00000000-0",
        kind=kind,
        state=AmendmentState.PROPOSED,
        by_worker=False,
        reason="工种调整",
        effective_on=TODAY,
        changes=Changes(),
        differences=(),
        document_id="d2",
        at=NOON,
    )
    return replace(proposed, **changes)


def authorisation(**changes: Any) -> Authorisation:
    """Twenty uses until the end of the month."""
    granted = Authorisation(
        id="au1",
        enterprise_id="e1",
        project_id="p1",
        project_name="西溪人才公寓",
        operator_id="o1",
        operator_name_masked="李*",
        until=date(2026, 11, 30),
        limit=20,
        used=0,
        revoked=False,
        granted_at=NOON,
    )
    return replace(granted, **changes)
