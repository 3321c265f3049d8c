"""A site in a province where nobody else builds, with figures of every domain."""

import pytest

from mashangban.kernel import clock
from mashangban.kernel.dynamodb import client
from mashangban.kernel.permissions import Principal, Role
from mashangban.kernel.settings import Table
from tests.registry.conftest import person
from tests.workers.conftest import Site, ground, sandbox
from tests.workers.papers import held, licensed, scanned, told

__all__ = ["ground", "sandbox"]
COUNTY = "630102"
REASON = "核查本月工资投诉"


@pytest.fixture(scope="module")
def qinghai(ground: None) -> Site:
    """A site with two workers in force, one of them licensed and trained, and figures of the other domains."""
    found = Site(COUNTY)
    worker = found.person()
    licensed(worker)
    scanned(found, held(found), worker)
    for one in (worker, found.person()):
        contract_id = found.sealed(one)
        told("contract", contract_id)
    month = f"{clock.local_date(clock.now()):%Y-%m}"
    for level in (COUNTY, COUNTY[:4], COUNTY[:2]):
        put("attendance", f"region:{level}@{month}", {"state.settled": 20, "sum.halves": 37})
        put("wages", f"{month}:{level}", {"state.confirmed": 2, "fen.confirmed": 700000})
        put("payments", f"region:{level}", {"account.open": 1, "run.short": 1, "short.fen": 5000})
        put("arrears", f"region:{level}", {"pay.late": 1, "money.late": 3000, "complaint.open": 1})
    project, employer = found.project.id, found.employer_id
    put("attendance", f"project:{project}@{month}", {"state.settled": 20, f"part.{found.team.id}": 20})
    owed = {"state.confirmed": 1, "state.shown": 1, f"part.{employer}": 2, f"partfen.{employer}": 700000}
    put("wages", f"{month}:{project}", {**owed, f"partok.{employer}": 1})
    put("arrears", f"project:{project}", {"pay.late": 1, f"part.{employer}": 1})
    return found


def put(table: str, name: str, counters: dict[str, int]) -> None:
    """A roll-up as another domain's listener left it."""
    numbers = {key: {"N": str(n)} for key, n in {**counters, "moves": 1}.items()}
    item = {"PK": {"S": f"BOARD#{name}"}, "SK": {"S": "BOARD"}, **numbers}
    client().put_item(TableName=Table(table).physical, Item=item)


def officer(region: str) -> Principal:
    role = {2: Role.PROVINCE_OFFICER, 4: Role.CITY_OFFICER, 6: Role.COUNTY_OFFICER}[len(region)]
    return person((role, f"region:{region}"))
