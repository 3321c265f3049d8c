"""A table of one employer's month and the people in it, made up for benches."""

from collections.abc import Iterator
from datetime import UTC, datetime

from mashangban.domains.wages.rules.table import Table
from mashangban.domains.wages.terms import TableState
from mashangban.employment.rules import Employment, Named, load
from mashangban.kernel import ids

MONTH = "2026-10"
PROJECT, EMPLOYER = Named("p" * 32, "滨江之星三期工程"), Named("e" * 32, "杭州样例劳务有限公司")
CONTRACTOR = Named("g" * 32, "杭州样例建设集团有限公司")
TABLE = Table(
    id="t" * 32,
    month=MONTH,
    project=PROJECT,
    region="330106",
    employer=EMPLOYER,
    general_contractor=CONTRACTOR,
    state=TableState.DRAFT,
    made_by="c" * 32,
    made_at=datetime(2026, 11, 1, tzinfo=UTC),
)


def number(n: int) -> str:
    return f"HT-20261001-{n:08d}-X"


def crowd(count: int) -> Iterator[Employment]:
    """So many contracts, each read as storage gives it: nothing in it is shared with another."""
    return (employment(n) for n in range(count))


def employment(n: int, person_id: str = "") -> Employment:
    """The contract of somebody who is paid by the day."""
    raw = {
        "contract_id": ids.new_id(), "number": number(n), "person_id": person_id or ids.new_id(),
        "name_masked": "王*国", "project": _named(PROJECT), "region": "330106", "employer": _named(EMPLOYER),
        "general_contractor": _named(CONTRACTOR), "team": {"id": f"team-{n // 50:05d}", "name": f"钢筋{n // 50}班"},
        "foreman_id": f"foreman-{n // 50:05d}", "trade": {"id": "020", "name": "钢筋工"},
        "pay": {"basis": "daily", "amount_fen": 36_000, "unit": "天", "pay_day": 15, "pay_method": "bank"},
        "starts_on": "2026-06-01", "ends_on": None, "in_force": True, "version": 1,
    }  # fmt: skip
    return load(raw)


def _named(one: Named) -> dict[str, str]:
    return {"id": one.id, "name": one.name}
