"""A building yard in each province, the platforms played by the sandbox, and a mailbox for their receipts."""

import json
import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from mashangban.domains.reporting import listeners
from mashangban.domains.reporting.app import handler
from mashangban.domains.reporting.models import TABLE
from mashangban.domains.reporting.repository import batches, reports
from mashangban.domains.reporting.rules.batch import Batch
from mashangban.domains.reporting.rules.report import Report, report_id
from mashangban.domains.reporting.service import answering, gathering, sending
from mashangban.domains.reporting.terms import Topic
from mashangban.employment.events import EMPLOYMENT
from mashangban.employment.rules import Employment, Named, Pay, dump
from mashangban.employment.terms import PayBasis
from mashangban.identity import service as identity
from mashangban.identity.schemas import RealNameProof
from mashangban.identity.terms import CONSENTS
from mashangban.kernel import clock, history, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.permissions import Principal
from mashangban.kernel.settings import settings
from mashangban.kernel.streams import Delivery
from tests.engine import connect
from tests.identity.conftest import Partners, new_id_number, new_mobile, sandbox
from tests.registry.conftest import Desk, enterprise_form, officer, project_code, project_form

__all__ = ["sandbox"]
NAME = "王建国"
FAR = timedelta(days=2)


@dataclass
class Callback:
    """One receipt as it came over HTTP."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def batch_key(self) -> str:
        return str(json.loads(self.body)["batch_key"])

    def deliver(self, **bent: Any) -> dict[str, Any]:
        """Hand it to the function; `bent` changes headers or the body on the way."""
        body = bent.pop("body", self.body)
        headers = {**self.headers, **{name.replace("_", "-"): value for name, value in bent.items()}}
        event = {
            "version": "1.0", "path": self.path, "httpMethod": "POST", "headers": headers,
            "multiValueHeaders": {name: [value] for name, value in headers.items()},
            "queryStringParameters": None, "multiValueQueryStringParameters": None, "pathParameters": None,
            "stageVariables": None, "body": body.decode(), "isBase64Encoded": False,
            "requestContext": {"httpMethod": "POST", "path": self.path, "stage": "$default", "requestId": "r",
                               "identity": {"sourceIp": "127.0.0.1"}},
        }  # fmt: skip
        answer: dict[str, Any] = handler(event, None)
        return answer


@dataclass
class Mailbox:
    """Where the platforms call back; tests take receipts out and deliver them when and as often as they like."""

    base: str = ""
    letters: "queue.Queue[Callback]" = field(default_factory=queue.Queue)

    def of(self, batch_key: str) -> Callback:
        while True:
            letter = self.letters.get(timeout=10)
            if letter.batch_key == batch_key:
                return letter


@pytest.fixture(scope="session")
def mailbox() -> Iterator[Mailbox]:
    box = Mailbox()

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            box.letters.put(Callback(self.path, headers, body))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    box.base = f"http://127.0.0.1:{server.server_address[1]}"
    yield box
    server.shutdown()
    server.server_close()


class Yard:
    """A project with its labour firm in one county."""

    def __init__(self, county: str) -> None:
        self.county = county
        desk = Desk(officer(county[:2]))
        self.firm = desk.enterprise(**enterprise_form(name="样例劳务有限公司", county=county))
        parties = [{"enterprise_id": self.firm.id, "kind": "16"}]
        self.project = desk.project(**project_form(code=project_code(county), county=county, parties=parties))
        self.team = Named(ids.new_id(), "钢筋一班")

    def person(self, number: str = "") -> str:
        """Somebody whose name is proven."""
        act = Act(officer(self.county[:2]), clock.now())
        person_id = identity.ensure_person(act, new_mobile())
        proof = RealNameProof(
            name=NAME, id_number=number or new_id_number("001"), consent_version=CONSENTS[0].version
        )
        identity.prove_name(Act(Principal(person_id, "", real_name=True), clock.now()), proof)
        return person_id

    def employment(self, **changes: Any) -> Employment:
        given = Employment(
            contract_id=ids.new_id(),
            number="HT-20261008-7K3M9QTB-X",
            person_id=changes.pop("person_id", "") or self.person(),
            name_masked="王**",
            project=Named(self.project.id, self.project.name),
            region=self.county,
            employer=Named(self.firm.id, self.firm.name),
            general_contractor=Named(self.firm.id, self.firm.name),
            team=self.team,
            foreman_id=ids.new_id(),
            trade=Named("020", "钢筋工"),
            pay=Pay(PayBasis.DAILY, 36050, "天", 15),
            starts_on=date(2026, 10, 8),
            ends_on=date(2026, 12, 31),
            in_force=True,
            version=5,
        )
        return replace(given, **changes)

    def hire(self, **changes: Any) -> Employment:
        """An employment that reporting was told of."""
        facts = self.employment(**changes)
        tell(EMPLOYMENT, dump(facts))
        return facts


def tell(kind: str, body: dict[str, Any]) -> None:
    """A message arrives, as the stream hands it over."""
    subject = Subject("contract", "c")
    listeners.on_message(Delivery(ids.new_id(), kind, body, "workers", subject, 1, clock.now()))


def day(contract_id: str, on: str = "2026-10-09", **changes: Any) -> dict[str, Any]:
    """Body of an attendance.day."""
    return {
        "contract": contract_id, "day": on, "halves": 2, "minutes": 510, "overtime_minutes": 30,
        "state": "settled", "witnesses": ["gate", "roll"], "version": 1, **changes,
    }  # fmt: skip


def line(contract_id: str, **changes: Any) -> dict[str, Any]:
    """Body of a wages.line."""
    return {
        "line": ids.new_id(), "contract": contract_id, "month": "2026-10", "amount_fen": 576800, "halves": 32,
        "state": "approved", "table": ids.new_id(), "version": 4, **changes,
    }  # fmt: skip


def tell_day(contract_id: str, on: str = "2026-10-09", **changes: Any) -> None:
    tell(gathering.DAY, day(contract_id, on, **changes))


def tell_line(body: dict[str, Any], **changes: Any) -> None:
    tell(gathering.LINE, body | changes)


def worker_report(employment: Employment) -> Report:
    return found(report_id(Topic.WORKER, employment.contract_id))


def month_report(employment: Employment, month: str = "2026-10") -> Report:
    return found(report_id(Topic.ATTENDANCE, employment.contract_id, month))


def line_report(body: dict[str, Any]) -> Report:
    return found(report_id(Topic.PAY, body["line"]))


def found(one: str) -> Report:
    report = reports.find(one)
    assert report is not None, one
    return report


def batch_of(report: Report) -> Batch:
    batch = batches.find(report.batch_id)
    assert batch is not None
    return batch


def chain_of(report: Report) -> list[Event]:
    return history.of(TABLE, report.subject)


@dataclass
class Platforms:
    """The sandbox's desk, and the product's clock at hand."""

    partners: Partners
    mailbox: Mailbox

    def send(self, at: datetime | None = None) -> None:
        """Let everything go that is due within two days."""
        sending.send_due(at or clock.now() + FAR)

    def collect(self) -> None:
        """Ask for every open batch."""
        answering.collect(clock.now() + FAR)

    def drain(self) -> None:
        """Empty the outbox of what other tests left."""
        self.send()
        self.collect()

    def desk(self, **changes: Any) -> None:
        assert self.partners.http.put("/labour/desk", json=changes).status_code == 200

    def fault(self, **fault: Any) -> None:
        self.partners.fault("labour", **fault)

    def received(self, report: Report) -> list[dict[str, Any]]:
        """What the platform holds of a report."""
        items = self.partners.http.get("/labour/reports", params={"key": report.id}).json()["items"]
        return [dict(one) for one in items]


@pytest.fixture(scope="module")
def ground(sandbox: Partners, mailbox: Mailbox, engine_url: str) -> Iterator[None]:
    """Engine, identity source and platforms for a whole module."""
    connect(engine_url)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("IDENTITY_VERIFIER_URL", "REPORTING_API_URL"):
            patch.setenv(name, sandbox.base)
        patch.setenv("PUBLIC_URL", mailbox.base)
        settings.cache_clear()
        yield
    settings.cache_clear()


@pytest.fixture
def platforms(ground: None, sandbox: Partners, mailbox: Mailbox) -> Iterator[Platforms]:
    """Healthy platforms with an empty outbox."""
    made = Platforms(sandbox, mailbox)
    made.drain()
    yield made
    made.desk(hold=False, refused_trades={})
    sandbox.heal()


@pytest.fixture(scope="module")
def hangzhou(ground: None) -> Yard:
    return Yard("330106")


@pytest.fixture(scope="module")
def jinan(ground: None) -> Yard:
    return Yard("370102")
