"""What the acts of a defect and of a shared fault cost; docs/data/homes.md lists the same figures."""

import datetime as dt

import pytest

from functions.homes_clock.handler import on_due
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.service import Due
from mashangban.domains.homes import schemas
from mashangban.domains.homes.models import HomesDeadlineRecord
from mashangban.domains.homes.service import defectlists, gathering, overseeing, repairing, reporting
from mashangban.domains.homes.terms import Category
from mashangban.kernel import clock
from mashangban.kernel.acts import system_act
from tests.homes.conftest import act
from tests.homes.prices import Bill, submitted
from tests.homes.repairs import ROOM, Repairs, Street, reason
from tests.homes.test_defect_clock import COUNTY, DUE, EVE

pytestmark = pytest.mark.usefixtures("quiet_clocks")

# No other test sends officers here: each officer who is told of an act is one more notice of it.
QUIET_COUNTY = "330127"


@pytest.fixture
def repairs(ground: None, engine_url: str, objects_url: str) -> Repairs:
    return Street.on(engine_url, objects_url, buildings=1, county=QUIET_COUNTY).repairs()


def reported(repairs: Repairs, bill: Bill) -> str:
    photos = [repairs.photo(repairs.owner) for _ in range(3)]
    spot = schemas.SpotForm(room=ROOM, x=0.5, y=0.5)
    given = schemas.Report(category=Category.LEAK, spot=spot, text="墙角一直在滴水", photos=photos)
    doing = submitted(repairs.owner, "report")
    return bill.of("a defect is reported", lambda: reporting.report(doing, repairs.home_id, given).id)


def test_each_step_of_a_defect_costs_what_is_listed(repairs: Repairs) -> None:
    bill, owner, builder = Bill(), repairs.owner, repairs.yard.builder
    one = reported(repairs, bill)
    bill.of("the listener counts it", lambda: defectlists.count(one))
    bill.of("the builder accepts", lambda: repairing.accept(submitted(builder, "accept"), one))
    told = schemas.Contractor(enterprise_id=repairs.yard.contractor_id)
    bill.of("a contractor is told", lambda: repairing.assign(submitted(builder, "assign"), one, told))
    visit_at = clock.now() + dt.timedelta(days=1)
    meeting = schemas.Appointment(visit_at=visit_at, text="上午到")
    bill.of("a visit is agreed", lambda: repairing.appoint(submitted(builder, "appoint"), one, meeting))
    seen = schemas.VisitForm(text="角阀坏了")
    bill.of("a visit is told", lambda: repairing.visit(submitted(builder, "visit"), one, seen))
    done = schemas.RepairForm(after=[repairs.photo(builder)], text="换了角阀")
    bill.of("it is repaired", lambda: repairing.repaired(submitted(builder, "repaired"), one, done))
    wrong = schemas.Rejection(text="还在滴水")
    bill.of("it is not fixed", lambda: reporting.reject(submitted(owner, "reject"), one, wrong))
    repairing.repaired(act(builder), one, done)
    bill.of("the household confirms", lambda: reporting.confirm(submitted(owner, "confirm"), one))
    stars = schemas.Rating(stars=4, text="来得快")
    bill.of("the household rates", lambda: reporting.rate(submitted(owner, "rate"), one, stars))
    bill.of("it is opened again", lambda: reporting.reopen(submitted(owner, "reopen"), one, wrong))
    bill.of("it is taken back", lambda: reporting.withdraw(submitted(owner, "withdraw"), one))
    assert bill.faults() == {}


def test_what_a_regulator_does_with_a_defect_costs_what_is_listed(repairs: Repairs) -> None:
    bill, builder, county = Bill(), repairs.yard.builder, repairs.yard.officer
    one, by = repairs.reported(), clock.local_date(clock.now()) + dt.timedelta(days=10)
    bill.of("the builder disputes", lambda: repairing.dispute(submitted(builder, "dispute"), one, reason()))
    order = schemas.RepairOrder(by=by, text="属于保修范围，请按期修好")
    bill.of("the repair is ordered", lambda: overseeing.order(submitted(county, "order"), one, order))
    bill.of("its clock is extended", lambda: overseeing.extend(submitted(county, "extend"), one, reason()))
    bill.of("its clock is paused", lambda: overseeing.pause(submitted(county, "pause"), one, reason()))
    bill.of("its clock goes on", lambda: overseeing.resume(submitted(county, "resume"), one))
    bill.of("a regulator closes it", lambda: overseeing.close(submitted(county, "close"), one, reason()))
    assert bill.faults() == {}


def test_what_a_silent_builders_clock_writes_costs_what_is_listed(repairs: Repairs) -> None:
    bill, one, told = Bill(), repairs.reported(at=EVE), iter(("the manager hears", "the county hears"))

    def fire(due: Due) -> None:
        if due.firing.deadline.subject.id == one:
            bill.of(next(told), lambda: on_due(due))
        else:
            on_due(due)

    for now in (DUE, COUNTY):
        deadlines.sweep(HomesDeadlineRecord, now.astimezone(dt.UTC), fire)
    assert bill.faults() == {}


def test_what_is_done_with_a_shared_fault_costs_what_is_listed(repairs: Repairs) -> None:
    bill, builder, one = Bill(), repairs.yard.builder, repairs.reported()
    form = schemas.IssueForm(category=Category.LEAK, title="一号楼卫生间立管渗漏")
    estate = repairs.yard.estate_id
    opened = bill.of(
        "an issue is opened", lambda: gathering.open_issue(submitted(builder, "open"), estate, form)
    )
    joining = schemas.IssueJoin(defect_id=one)
    bill.of("a report joins", lambda: gathering.join(submitted(repairs.owner, "join"), opened.id, joining))
    news = schemas.IssueNews(text="下周一统一更换立管")
    bill.of("news is told", lambda: gathering.tell(submitted(builder, "tell"), opened.id, news))
    bill.of("each household is told it", lambda: gathering.spread(system_act("listener"), opened.id, 2))
    assert bill.faults() == {}
