"""A worker whose pay is expected, told as the streams would tell it, and a clock that is set by hand."""

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.calendar import ZONE
from mashangban.domains.arrears import listeners
from mashangban.domains.arrears.models import TABLE, ArrearsDeadlineRecord
from mashangban.domains.arrears.repository import complaints, expectations
from mashangban.domains.arrears.rules.complaint import Complaint
from mashangban.domains.arrears.rules.expectation import Expectation, id_of
from mashangban.domains.arrears.schemas import Complaining
from mashangban.domains.arrears.service import complaining, escalating
from mashangban.employment.events import EMPLOYMENT
from mashangban.employment.rules import Employment, Named, Pay, dump
from mashangban.employment.terms import PayBasis
from mashangban.kernel import history, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.permissions import Principal, Role
from mashangban.kernel.streams import Delivery
from tests import clocks
from tests.identity.conftest import sandbox
from tests.workers.conftest import Site, ground

__all__ = ["ground", "sandbox"]

MONTH = "2026-09"


def china(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=ZONE)  # type: ignore[arg-type, misc]


# Agreed pay day 5 October 2026, within the holiday of 1 to 7 October: paid by 30 September.
REMIND, DUE = china(2026, 9, 24, 8, 30), china(2026, 10, 1)
MORNING = china(2026, 10, 8, 9)
COUNTY, CITY, CREDIT = china(2026, 10, 11), china(2026, 10, 21), china(2026, 11, 4)


@dataclass
class People:
    """Everybody at one site, once a module."""

    site: Site
    admin: Principal
    contractor: Principal
    county: Principal
    city: Principal
    other_county: Principal

    @classmethod
    def at(cls, site: Site) -> "People":
        return cls(
            site,
            site.person((Role.ENTERPRISE_ADMIN, f"org:{site.employer_id}")),
            site.person((Role.ENTERPRISE_ADMIN, f"org:{site.contractor_id}")),
            site.person((Role.COUNTY_OFFICER, "region:330106")),
            site.person((Role.CITY_OFFICER, "region:3301")),
            site.person((Role.COUNTY_OFFICER, "region:330105")),
        )


@dataclass
class World:
    """One worker's contract and what happens to its pay; `seen` are the events the listener was given already."""

    people: People
    worker: Principal
    contract_id: str = field(default_factory=ids.new_id)
    seen: set[str] = field(default_factory=set)
    letters: list[Any] = field(default_factory=list)

    @property
    def expectation_id(self) -> str:
        return id_of(self.contract_id, MONTH)

    @property
    def employment(self) -> Employment:
        site = self.people.site
        return Employment(
            contract_id=self.contract_id,
            number=f"HT-20260301-{self.contract_id[-8:]}-X",
            person_id=self.worker.person_id,
            name_masked="王*国",
            project=Named(site.project.id, site.project.name),
            region=site.county,
            employer=Named(site.employer_id, "杭州样例劳务有限公司"),
            general_contractor=Named(site.contractor_id, "浙江样例建设有限公司"),
            team=Named(site.team.id, site.team.name),
            foreman_id=site.foreman.person_id,
            trade=Named("020", "钢筋工"),
            pay=Pay(PayBasis.DAILY, 35000, "天", 5),
            starts_on=dt.date(2026, 3, 1),
            ends_on=None,
            in_force=True,
            version=5,
        )

    def tell(self, kind: str, body: dict[str, Any], at: dt.datetime) -> None:
        subject = Subject("contract", self.contract_id)
        listeners.on_message(Delivery(ids.new_id(), kind, body, "other", subject, 1, at.astimezone(dt.UTC)))

    def employed(self) -> None:
        self.tell(EMPLOYMENT, dump(self.employment), china(2026, 9, 1, 8))

    def ended(self, on: dt.date, told_at: dt.datetime) -> None:
        over = replace(self.employment, ends_on=on, in_force=False, version=6)
        self.tell(EMPLOYMENT, dump(over), told_at)
        self.relay()

    def worked(self, day: str, halves: int = 2, version: int = 1, at: dt.datetime | None = None) -> None:
        body = {
            "contract": self.contract_id, "day": day, "halves": halves, "minutes": 480, "overtime_minutes": 0,
            "state": "settled", "witnesses": ["gate"], "version": version,
        }  # fmt: skip
        self.tell("attendance.day", body, at or china(2026, 9, int(day[-2:]), 20))

    def line(self, state: str, at: dt.datetime, version: int = 1, line: str = "line-1") -> None:
        body = {
            "line": line, "contract": self.contract_id, "month": MONTH, "amount_fen": 700000, "halves": 40,
            "state": state, "table": "t1", "version": version,
        }  # fmt: skip
        self.tell("wages.line", body, at)

    def sweep(self, now: dt.datetime) -> None:
        """Fire what is due, and let the table's stream carry on what happened."""
        deadlines.sweep(ArrearsDeadlineRecord, now.astimezone(dt.UTC), escalating.fire)
        self.relay()

    def relay(self) -> None:
        """Give the listener each new event of the month and its complaint."""
        while fresh := [event for event in self.events() if event.id not in self.seen]:
            for event in fresh:
                self.seen.add(event.id)
                listeners.on_event(event)

    def events(self) -> list[Event]:
        found = history.of(TABLE, Subject("expectation", self.expectation_id))
        complaint_id = complaints.open_of(self.expectation_id)
        return found + (history.of(TABLE, Subject("complaint", complaint_id)) if complaint_id else [])

    @property
    def pay(self) -> Expectation:
        return expectations.get(self.expectation_id)

    @property
    def complaint(self) -> Complaint:
        return complaints.get(complaints.open_of(self.expectation_id))

    def complain(self, at: dt.datetime = MORNING, **more: Any) -> str:
        given = Complaining(expectation_id=self.expectation_id, **more)
        found = complaining.complain(act(self.worker, at), given).id
        self.relay()
        return found


def act(actor: Principal, at: dt.datetime = MORNING) -> Act:
    return Act(actor, at.astimezone(dt.UTC))


@pytest.fixture(scope="module")
def people(ground: None) -> People:
    return People.at(Site())


@pytest.fixture
def world(people: People, tables: str) -> World:
    """A worker known to the domain, with the first day of work told; deadlines of earlier tests are out of the way."""
    clocks.clear(ArrearsDeadlineRecord)
    made = World(people, people.site.person())
    made.employed()
    made.worked("2026-09-01")
    made.relay()
    return made
