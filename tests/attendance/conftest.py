"""A team for each test: employments as the contracts would tell them, and a stream that can repeat itself."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from mashangban.deadlines import service as deadlines
from mashangban.deadlines.repository import of_subject
from mashangban.domains.attendance import listeners, schemas
from mashangban.domains.attendance.models import TABLE, AttendanceDeadlineRecord
from mashangban.domains.attendance.repository import days
from mashangban.domains.attendance.rules import calendar
from mashangban.domains.attendance.rules import device as device_rules
from mashangban.domains.attendance.rules.workday import Workday
from mashangban.domains.attendance.service import devices, rolling, waiting
from mashangban.employment import service as employments
from mashangban.employment.events import EMPLOYMENT
from mashangban.employment.rules import Employment, Named, Pay
from mashangban.employment.terms import PayBasis
from mashangban.kernel import clock, history, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from mashangban.kernel.streams import Delivery
from tests.engine import connect
from tests.registry.conftest import COUNTY, Desk, enterprise_form, officer, project_code, project_form
from tests.workers.phone import Answer, Phone, phone_of


def act(actor: Principal, at: datetime | None = None) -> Act:
    return Act(actor, at or clock.now())


def somebody(*grants: tuple[Role, str]) -> Principal:
    held = tuple(Grant(role, Scope.parse(scope)) for role, scope in grants)
    return Principal(ids.new_id(), ids.new_id(), held, real_name=True)


def today() -> date:
    return calendar.day_of(clock.now())


@dataclass
class Crew:
    """A project with one team of three, its foreman and clerk."""

    project_id: str
    project_name: str
    orgs: tuple[str, str]
    region: str = COUNTY
    foreman: Principal = field(default_factory=somebody)
    workers: list[Principal] = field(default_factory=lambda: [somebody() for _ in range(3)])
    contracts: list[str] = field(default_factory=list)
    fed: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.team_id = ids.new_id()
        self.clerk = somebody((Role.LABOUR_CLERK, f"project:{self.project_id}"))
        for number, worker in enumerate(self.workers):
            self.contracts.append(self.employ(worker, number))

    def employ(self, worker: Principal, number: int = 0, **changes: Any) -> str:
        employment = self.employment(worker, number, **changes)
        subject = Subject("contract", employment.contract_id)
        body = employments.told(employment).body
        listeners.on_message(Delivery(ids.new_id(), EMPLOYMENT, body, "workers", subject, 1, clock.now()))
        return employment.contract_id

    def employment(self, worker: Principal, number: int = 0, **changes: Any) -> Employment:
        given: dict[str, Any] = {
            "contract_id": ids.new_id(),
            "number": ids.public_number("HT", clock.now()),
            "person_id": worker.person_id,
            "name_masked": f"{'王李赵钱'[number]}**",
            "project": Named(self.project_id, self.project_name),
            "region": self.region,
            "employer": Named(self.orgs[0], "杭州样例劳务有限公司"),
            "general_contractor": Named(self.orgs[1], "杭州样例建设有限公司"),
            "team": Named(self.team_id, "钢筋一班"),
            "foreman_id": self.foreman.person_id,
            "trade": Named("020", "钢筋工"),
            "pay": Pay(PayBasis.DAILY, 36000, "天", 15),
            "starts_on": today() - timedelta(days=60),
            "ends_on": None,
            "in_force": True,
            "version": 5,
        }
        return Employment(**{**given, **changes})

    def roll(self, day: date, *halves: int, reason: str = "", spread: bool = True) -> schemas.RollDone:
        """The foreman's roll of a day, one number a worker."""
        entries = [{"contract_id": one, "halves": n} for one, n in zip(self.contracts, halves, strict=False)]
        form = schemas.RollForm.model_validate({"entries": entries, "reason": reason})
        done = rolling.call_roll(act(self.foreman), self.team_id, day, form)
        if spread:
            self.stir(Subject("teamday", f"{self.team_id}#{day.isoformat()}"))
        return done

    def stir(self, subject: Subject, *, again: bool = False) -> None:
        """Deliver what a subject's stream brings; `again`, all of it once more."""
        events = history.of(TABLE, subject)
        start = 0 if again else self.fed.get(subject.pk, 0)
        self.fed[subject.pk] = len(events)
        for event in events[start:]:
            listeners.on_event(event)

    def stir_days(self, day: date) -> None:
        for contract in self.contracts:
            self.stir(Subject("workday", f"{contract}#{day.isoformat()}"))

    def close(self, day: date) -> None:
        """Noon of the next day has come for this team: its deadline fires."""
        subject = Subject("teamday", f"{self.team_id}#{day.isoformat()}")
        fire(subject)
        self.stir(subject)

    def day(self, number: int, day: date) -> Workday:
        found = days.find(self.contracts[number], day)
        assert found is not None
        return found

    def events(self, number: int, day: date) -> list[str]:
        chain = history.of(TABLE, Subject("workday", f"{self.contracts[number]}#{day.isoformat()}"))
        assert history.is_unbroken(chain)
        return [one.type for one in chain]


def fire(subject: Subject) -> None:
    """Let the due deadlines of one subject fire now, whatever the clock says."""
    from mashangban.deadlines import repository

    for deadline in of_subject(AttendanceDeadlineRecord, subject):
        firing = deadlines.due_time_of(deadline).due_at
        assert firing is not None
        at = max(firing, clock.now()) + timedelta(days=1)
        for shard in range(4):
            for record in repository.due(AttendanceDeadlineRecord, shard, at, 500):
                if subject.pk == record.PK:
                    fire_record(record, at)


def fire_record(record: AttendanceDeadlineRecord, at: datetime) -> None:
    from mashangban.deadlines import repository
    from mashangban.deadlines.rules.deadline import next_firing

    claimed = repository.claim(record, at + timedelta(minutes=2))
    assert claimed is not None
    firing = next_firing(claimed.deadline, deadlines.CALENDAR, at)
    assert firing is not None
    waiting.fire(deadlines.Due(firing, claimed, at))


@dataclass
class Gate:
    """A gate device that signs as docs/gate-api.md says."""

    id: str
    secret: str
    counter: int = 0

    def line(self, worker: str, at: datetime, direction: str = "in", sequence: int | None = None) -> Any:
        self.counter += 1
        number = self.counter if sequence is None else sequence
        return {"worker": worker, "at": clock.to_text(at), "direction": direction, "sequence": number}

    def send(self, *lines: Any, **changes: str) -> Answer:
        return self.ask("POST", "/v1/attendance/passes", json.dumps({"passes": list(lines)}), **changes)

    def ask(self, method: str, target: str, body: str | None = None, **changes: str) -> Answer:
        headers = self.headers(method, target, body, **changes)
        answer: Answer = AttendancePhone().send(method, target, body, **headers)
        return answer

    def headers(self, method: str, target: str, body: str | None, **changes: str) -> dict[str, str]:
        given = {
            "timestamp": str(int(time.time())),
            "request_id": ids.new_id(),
            "secret": self.secret,
            **changes,
        }
        signature = device_rules.signature(
            given["secret"], method, target, given["timestamp"], given["request_id"], (body or "").encode()
        )
        return {
            "x_device_id": self.id,
            "x_timestamp": given["timestamp"],
            "x_request_id": given["request_id"],
            "x_signature": signature,
        }


class AttendancePhone(Phone):
    """A phone whose requests the attendance function answers."""

    def send(
        self, method: str, path: str, body: Any = None, *, key: str | None = None, **headers: str
    ) -> Any:
        from mashangban.domains.attendance.app import handler
        from tests.workers import phone

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(phone, "handler", handler)
            answer: Answer = super().send(method, path, body, key=key, **headers)
        return answer


def phone(principal: Principal) -> AttendancePhone:
    return AttendancePhone(phone_of(principal).token)


@pytest.fixture(scope="session")
def ground(engine_url: str) -> tuple[str, str, tuple[str, str]]:
    """One project in the registry for all; each test brings its own team."""
    connect(engine_url)
    return new_project()


def new_project() -> tuple[str, str, tuple[str, str]]:
    desk = Desk(officer(COUNTY[:2]))
    contractor = desk.enterprise(**enterprise_form(county=COUNTY))
    labour = desk.enterprise(**enterprise_form(name="杭州样例劳务有限公司", county=COUNTY))
    parties = [{"enterprise_id": contractor.id, "kind": "16"}, {"enterprise_id": labour.id, "kind": "13"}]
    project = desk.project(**project_form(code=project_code(COUNTY), county=COUNTY, parties=parties))
    return project.id, project.name, (labour.id, contractor.id)


@pytest.fixture
def crew(ground: tuple[str, str, tuple[str, str]], tables: str) -> Crew:
    return Crew(*ground)


@pytest.fixture
def gate(crew: Crew) -> Gate:
    form = schemas.DeviceForm(name=f"东门{ids.new_id()[-6:]}", spot="一号楼东侧", late_days=7)
    key = devices.register(act(crew.clerk), crew.project_id, form)
    return Gate(key.device.id, key.secret)


@pytest.fixture
def stir_gate(crew: Crew, gate: Gate) -> Callable[[], None]:
    return lambda: crew.stir(Subject("device", gate.id))


def at_hour(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=clock.SHANGHAI).astimezone(UTC)


__all__ = [
    "AttendancePhone",
    "Crew",
    "Gate",
    "act",
    "at_hour",
    "crew",
    "fire",
    "gate",
    "phone",
    "somebody",
]
