"""A building site that pays wages: a project, its contractor and a labour firm, and people with contracts there."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import pytest

from mashangban.domains.wages import listeners, schemas
from mashangban.domains.wages.models import TABLE, TallyRecord, WagesEmployment
from mashangban.domains.wages.repository import lines as line_store
from mashangban.domains.wages.repository import tables as table_store
from mashangban.domains.wages.rules import months
from mashangban.domains.wages.rules.line import Line, line_id
from mashangban.domains.wages.rules.table import Table
from mashangban.domains.wages.service import answering, deciding, making
from mashangban.domains.wages.terms import CONSENT_VERSION
from mashangban.employment import repository as employments
from mashangban.employment.rules import Employment, Named, Pay
from mashangban.employment.terms import PayBasis
from mashangban.identity import service as identity
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from mashangban.kernel.settings import settings
from mashangban.kernel.streams import Delivery
from tests.engine import connect
from tests.identity.conftest import Partners, new_mobile, sandbox
from tests.pump import Pump
from tests.registry.conftest import COUNTY, Desk, enterprise_form, officer, project_code, project_form

__all__ = ["sandbox"]

MONTH = months.before(months.of(clock.local_date(clock.now())))
RATE_FEN = 36_000


def act(actor: Principal, at: Any = None) -> Act:
    return Act(actor, at or clock.now())


@dataclass
class Yard:
    """A project in a county; its labour firm pays by the day unless a worker's contract says otherwise."""

    pump: "WagesPump"
    county: str = COUNTY
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        self.desk = Desk(officer(self.county[:2]))
        contractor = self.desk.enterprise(**enterprise_form(county=self.county))
        labour = self.desk.enterprise(**enterprise_form(name="杭州样例劳务有限公司", county=self.county))
        parties = [
            {"enterprise_id": contractor.id, "kind": "16"},
            {"enterprise_id": labour.id, "kind": "13"},
        ]
        form = project_form(code=project_code(self.county), county=self.county, parties=parties)
        self.project = self.desk.project(**form)
        self.contractor = Named(contractor.id, contractor.name)
        self.employer = Named(labour.id, labour.name)
        self.clerk = person((Role.LABOUR_CLERK, f"project:{self.project.id}"))
        self.manager = person((Role.PROJECT_MANAGER, f"project:{self.project.id}"))
        self.approver = person((Role.OPERATOR, f"org:{contractor.id}"))
        self.operator = person((Role.OPERATOR, f"org:{labour.id}"))
        self.foreman = person()
        self.team = Named(ids.new_id(), "钢筋一班")

    def hire(self, worker: Principal | None = None, **changes: Any) -> Employment:
        """Someone with a contract in force, as workers would tell it."""
        worker = worker or worker_known_to_identity()
        today = clock.local_date(clock.now())
        new = Employment(
            contract_id=ids.new_id(),
            number=ids.public_number("HT", clock.now()),
            person_id=worker.person_id,
            name_masked="王*国",
            project=Named(self.project.id, self.project.name),
            region=self.county,
            employer=self.employer,
            general_contractor=self.contractor,
            team=self.team,
            foreman_id=self.foreman.person_id,
            trade=Named("020", "钢筋工"),
            pay=changes.pop("pay", Pay(PayBasis.DAILY, RATE_FEN, "天", 15)),
            starts_on=today - timedelta(days=80),
            ends_on=None,
            in_force=True,
            version=1,
        )
        new = replace(new, **changes)
        employments.keep(WagesEmployment, new)
        return new

    def attend(self, employment: Employment, halves: int, month: str = MONTH) -> None:
        """Half days from the first of a month on, as they lie once attendance has told them one by one."""
        days = [months.first(month) + timedelta(days=n) for n in range(-(-halves // 2))]
        told = {day.isoformat(): [2, 480, 1] for day in days}
        if halves % 2:
            told[days[-1].isoformat()] = [1, 240, 1]
        TallyRecord(f"TALLY#{employment.contract_id}#{month}", "TALLY", days=told, revision=1).save()

    def day(self, employment: Employment, day: date, halves: int, version: int = 1) -> None:
        body = {
            "contract": employment.contract_id,
            "day": day.isoformat(),
            "halves": halves,
            "minutes": halves * 240,
            "overtime_minutes": 0,
            "state": "settled",
            "witnesses": ["gate"],
            "version": version,
        }
        deliver("attendance.day", body)

    def card(self, employment: Employment, state: str = "verified", version: int = 1) -> None:
        body = {
            "person": employment.person_id,
            "bank": "中国建设银行",
            "card_masked": "**** 6789",
            "state": state,
            "version": version,
        }
        deliver("payments.payee", body)

    def crew(self, count: int, halves: int = 44) -> list[Employment]:
        """People who came all month and have their own card."""
        people = [self.hire() for _ in range(count)]
        for one in people:
            self.attend(one, halves)
            self.card(one)
        return people

    def table(self, month: str = MONTH, *, empty: bool = False) -> schemas.TableView:
        form = schemas.TableForm(
            project_id=self.project.id, employer_id=self.employer.id, month=month, empty=empty
        )
        return making.make(act(self.clerk), form)

    def shown(self, people: list[Employment], month: str = MONTH) -> Table:
        """A table before its workers, and every line counted."""
        view = self.table(month)
        making.show(act(self.clerk), view.id)
        self.pump.run()
        assert len(self.lines(people, month)) == len(people)
        return table_store.table(view.id)

    def lines(self, people: list[Employment], month: str = MONTH) -> list[Line]:
        wanted = [line_id(one.contract_id, month) for one in people]
        found = line_store.many(wanted)
        return [found[one] for one in wanted if one in found]

    def line(self, employment: Employment, month: str = MONTH) -> Line:
        return line_store.line(line_id(employment.contract_id, month))

    def confirm(self, employment: Employment, month: str = MONTH) -> None:
        line = self.line(employment, month)
        answering.confirm(act(principal_of(employment)), line.id, signature(line.revision))

    def paying(self, people: list[Employment], month: str = MONTH) -> Table:
        """A table that its workers confirmed and the contractor approved: transfers are ordered."""
        table = self.shown(people, month)
        for one in people:
            self.confirm(one, month)
        self.pump.run()
        deciding.submit(act(self.clerk), table.id)
        deciding.approve(act(self.manager), table.id)
        self.pump.run()
        return table_store.table(table.id)

    def bank(self, employment: Employment, state: str = "paid", **changes: Any) -> None:
        """The bank's word on a worker's present transfer."""
        line = self.line(employment, changes.pop("month", MONTH))
        body = {
            "line": line.id,
            "attempt": line.attempt,
            "transfer": ids.new_id(),
            "state": state,
            "reason": "" if state == "paid" else "账号与户名不符",
            "bank_reference": "B1",
            "at": clock.to_text(clock.now()),
            "version": 3,
        }
        deliver("payments.result", body | changes)


class WagesPump(Pump):
    """The stream of this room's table."""

    def __init__(self, url: str) -> None:
        super().__init__(url, TABLE, listeners.on_event, listeners.on_message)

    def run_without_counting(self) -> None:
        """The same while the boards lag behind."""
        self.hear(on_event=_but_lines)


def _but_lines(event: Event) -> None:
    if event.subject.kind != "payline":
        listeners.on_event(event)


def person(*grants: tuple[Role, str]) -> Principal:
    """Someone who proved their name; what identity knows of them does not matter here."""
    held = tuple(Grant(role, Scope.parse(scope)) for role, scope in grants)
    return Principal(ids.new_id(), ids.new_id(), held, real_name=True)


def worker_known_to_identity() -> Principal:
    """A worker with an account, so that a slip can name them."""
    person_id = identity.ensure_person(act(person()), new_mobile())
    return Principal(person_id, ids.new_id(), (), real_name=True)


def principal_of(employment: Employment) -> Principal:
    return Principal(employment.person_id, ids.new_id(), (), real_name=True)


def deliver(kind: str, body: dict[str, Any]) -> None:
    """A message of another room, as the stream brings it."""
    subject = Subject("elsewhere", ids.new_id())
    listeners.on_message(
        Delivery(ids.new_id(), kind, body, "elsewhere", subject, int(body.get("version", 1)), clock.now())
    )


def signature(revision: int, **changes: Any) -> schemas.WageConfirmation:
    stroke = [[20 + 8 * n, 40 + (n % 5) * 20, 10 * n, 0.6] for n in range(30)]
    given = {
        "revision": revision,
        "strokes": [stroke],
        "width": 320,
        "height": 200,
        "consent_version": CONSENT_VERSION,
        "read_aloud": True,
    }
    return schemas.WageConfirmation.model_validate(given | changes)


def change(quantity_milli: int, *items: tuple[str, str, int], **more: str) -> schemas.ChangeForm:
    given = [{"kind": kind, "words": words, "amount_fen": fen} for kind, words, fen in items]
    return schemas.ChangeForm.model_validate({"quantity_milli": quantity_milli, "items": given, **more})


@pytest.fixture(scope="module")
def ground(sandbox: Partners, engine_url: str) -> Iterator[None]:
    """Engine and identity source for a whole module."""
    connect(engine_url)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IDENTITY_VERIFIER_URL", sandbox.base)
        settings.cache_clear()
        yield
    settings.cache_clear()


@pytest.fixture
def yard(ground: None, engine_url: str) -> Yard:
    """A site of one's own."""
    return Yard(WagesPump(engine_url))
