"""One page over five domains: five boards read, the same numbers as theirs, nobody beyond their region, and a reason
for one line."""

from typing import Any

import pytest

from mashangban.domains.workers.repository import boards as workers
from mashangban.domains.workers.repository import contracts
from mashangban.domains.workers.service import recounting
from mashangban.kernel import clock, crypto, history
from mashangban.kernel.acts import Act
from mashangban.kernel.dynamodb import client
from mashangban.kernel.errors import Forbidden, NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Role
from mashangban.processes.oversight import errors, service
from mashangban.processes.oversight.models import TABLE, InspectionRecord
from mashangban.processes.oversight.schemas import InForceQuery, LineInspection, OverviewQuery
from mashangban.processes.oversight.service import privacy
from mashangban.registry import listeners as registry_listeners
from mashangban.registry.models import TABLE as REGISTRY
from tests.budgets import over
from tests.oversight.conftest import COUNTY, REASON, officer
from tests.personal import taken
from tests.registry.conftest import person
from tests.workers.conftest import Site, act
from tests.workers.test_capacity import submitted, units


class Reads:
    """Counts what is asked of the engine."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def note(self, model: Any, **_: object) -> None:
        self.calls.append(model.name)


def reads_of(asked: OverviewQuery, region: str) -> list[str]:
    reads, hooks = Reads(), client().meta.events
    hooks.register("before-call.dynamodb", reads.note)
    service.overview(officer(region), asked)
    hooks.unregister("before-call.dynamodb", reads.note)
    return reads.calls


@pytest.mark.parametrize("region", [COUNTY[:2], COUNTY[:4], COUNTY])
def test_a_page_reads_five_boards_whatever_lies_below(qinghai: Site, region: str) -> None:
    for key in workers.counters(f"region:{COUNTY}"):
        if key.startswith("part."):
            (first, *_) = history.of(REGISTRY, Subject("project", key.removeprefix("part.")))
            registry_listeners.on_event(first)
    calls = reads_of(OverviewQuery(region=region), region)
    # A county's projects are told by name: one more item for all of them.
    assert calls == ["Query"] * 5 + ["GetItem"] * (len(region) == 6)


def test_a_project_reads_five_boards_and_names_its_teams_and_units_by_one_query(qinghai: Site) -> None:
    calls = reads_of(OverviewQuery(project=qinghai.project.id), COUNTY)
    # The project itself, then five boards.
    assert (calls.count("GetItem"), calls.count("Query"), len(calls)) == (1, 5 + 1, 7)
    shown = service.overview(officer(COUNTY), OverviewQuery(project=qinghai.project.id))
    (team,), (unit,) = shown.teams, shown.units
    assert (team.key, team.label, team.contracts, team.settled_days) == (qinghai.team.id, "钢筋一班", 2, 20)
    assert (unit.key, unit.label) == (qinghai.employer_id, team.employer_name)
    assert (unit.wage_lines, unit.wages_fen, unit.confirmed, unit.late) == (2, 700000, 1, 1)
    assert shown.parts == []


def test_a_team_or_unit_narrows_the_list_and_never_widens_it(qinghai: Site) -> None:
    inspector, project = officer(COUNTY), qinghai.project.id
    whole = {one.id for one in service.lines(inspector, project, InForceQuery()).items}
    for asked in (InForceQuery(team=qinghai.team.id), InForceQuery(unit=qinghai.employer_id)):
        assert {one.id for one in service.lines(inspector, project, asked).items} == whole
    assert service.lines(inspector, project, InForceQuery(unit=qinghai.contractor_id)).items == []
    elsewhere = Site(COUNTY)
    assert service.lines(inspector, elsewhere.project.id, InForceQuery(team=qinghai.team.id)).items == []
    with pytest.raises(NotFound):
        service.lines(officer("630103"), project, InForceQuery(team=qinghai.team.id))
    with pytest.raises(NotFound):
        service.lines(inspector, COUNTY, InForceQuery(team=qinghai.team.id))


def test_the_numbers_are_the_domains_own(qinghai: Site) -> None:
    shown = service.overview(officer(COUNTY), OverviewQuery(region=COUNTY))
    own = workers.counters(f"region:{COUNTY}")
    assert shown.contracts == own["state.sealed"]
    assert (shown.trained, shown.certificates) == (own["training.recorded"], own["certificate.02"])
    assert [cell.count for cell in shown.trades] == [own["trade.020"]]
    assert sum(cell.count for cell in shown.ages) == shown.contracts
    assert (shown.days_settled, shown.half_days, shown.lines_confirmed) == (20, 37, 2)
    assert (shown.runs_short, shown.late, shown.complaints, shown.lines_fen) == (1, 1, 1, 700000)
    assert {part.key: part.contracts for part in shown.parts}[qinghai.project.id] == 2


def test_a_rebuild_shows_the_same(qinghai: Site) -> None:
    before = service.overview(officer(COUNTY[:2]), OverviewQuery())
    recounting.rebuild_region(COUNTY[:2])
    assert service.overview(officer(COUNTY[:2]), OverviewQuery()) == before


def test_a_project_is_seen_by_whoever_oversees_its_county(qinghai: Site) -> None:
    asked = OverviewQuery(project=qinghai.project.id)
    assert service.overview(officer(COUNTY), asked).contracts == 2
    with pytest.raises(NotFound):
        service.overview(officer("630103"), asked)


@pytest.mark.parametrize(
    ("own", "asked"), [("630103", COUNTY), ("6302", COUNTY), ("62", "63"), (COUNTY, "6301")]
)
def test_another_region_is_refused(qinghai: Site, own: str, asked: str) -> None:
    with pytest.raises(NotFound):
        service.overview(officer(own), OverviewQuery(region=asked))
    if len(asked) == 6:
        with pytest.raises(NotFound):
            service.lines(officer(own), asked, InForceQuery())


def test_an_office_of_an_employer_oversees_nothing(qinghai: Site) -> None:
    for somebody in (qinghai.clerk, qinghai.operator, qinghai.person()):
        with pytest.raises(Forbidden):
            service.overview(somebody, OverviewQuery(region=COUNTY))


def test_one_line_needs_a_reason_that_is_kept_in_the_log(qinghai: Site) -> None:
    inspector = officer(COUNTY)
    row = service.lines(inspector, COUNTY, InForceQuery()).items[0]
    done = service.inspect(act(inspector), LineInspection(contract_id=row.id, reason=REASON))
    shown = service.line(inspector, done.id)
    assert (shown.contract_id, shown.worker_name_masked) == (row.id, "王*国")
    (event,) = history.of(TABLE, Subject("inspection", done.id))
    assert event.data["matter"] == f"contract:{row.id}"
    assert REASON not in str(event.data)
    record = InspectionRecord.get(f"INSPECTION#{done.id}", "INSPECTION")
    assert crypto.unseal(record.reason, f"oversight|{done.id}|reason") == REASON
    owner = contracts.contract(row.id).worker.person_id
    given = taken(privacy.HOLDING, owner)["监管部门查看记录"]
    assert [one["reason"] for one in given if one["contract_id"] == row.id][-1] == REASON
    assert inspector.person_id not in str(given)


def test_opening_a_line_costs_what_is_listed(qinghai: Site) -> None:
    inspector = officer(COUNTY)
    row = service.lines(inspector, COUNTY, InForceQuery()).items[0]
    given = LineInspection(contract_id=row.id, reason=REASON)
    frame = submitted(inspector, "open")
    assert over("oversight", {"open a line": units(lambda: service.inspect(frame, given))}) == {}


def test_a_reason_opens_its_own_line_to_its_author_only(
    qinghai: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    inspector = officer(COUNTY)
    row = service.lines(inspector, qinghai.project.id, InForceQuery()).items[0]
    done = service.inspect(act(inspector), LineInspection(contract_id=row.id, reason=REASON))
    with pytest.raises(NotFound):
        service.line(officer(COUNTY), done.id)
    monkeypatch.setattr(clock, "now", lambda: done.until)
    with pytest.raises(errors.ReasonSpent):
        service.line(inspector, done.id)


def test_nobody_opens_a_line_beyond_their_region_or_without_the_role(qinghai: Site) -> None:
    row = service.lines(officer(COUNTY), COUNTY, InForceQuery()).items[0]
    given = LineInspection(contract_id=row.id, reason=REASON)
    with pytest.raises(NotFound):
        service.inspect(act(officer("630103")), given)
    admin = person((Role.PLATFORM_ADMIN, "*"))
    with pytest.raises(NotFound):
        service.inspect(Act(admin, clock.now()), given)
