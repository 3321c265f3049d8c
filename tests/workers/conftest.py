"""A small site for each test: a project, its employer, a team, and people who proved their names."""

import json
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest

from mashangban.documents import events as documents
from mashangban.domains.workers import listeners, schemas
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.service import joining, signing, sites, teams, viewing
from mashangban.domains.workers.terms import CONSENT_VERSION
from mashangban.identity import service as identity
from mashangban.identity.schemas import RealNameProof
from mashangban.identity.terms import CONSENTS
from mashangban.kernel import clock, history, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from mashangban.kernel.settings import settings
from mashangban.kernel.streams import Delivery
from tests.engine import connect
from tests.identity.conftest import Partners, new_id_number, new_mobile, sandbox
from tests.registry.conftest import COUNTY, Desk, enterprise_form, officer, project_code, project_form

__all__ = ["sandbox"]

TEXT = "a" * 64
SEALED = "b" * 64


def act(actor: Principal) -> Act:
    return Act(actor, clock.now())


@dataclass
class Site:
    """A project in 西湖区 with one employer and one team that takes steel fixers, scaffolders and electricians."""

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
        self.project = self.desk.project(
            **project_form(code=project_code(self.county), county=self.county, parties=parties)
        )
        self.employer_id, self.contractor_id = labour.id, contractor.id
        self.clerk = self.person((Role.LABOUR_CLERK, f"project:{self.project.id}"))
        self.operator = self.person((Role.OPERATOR, f"org:{labour.id}"))
        self.foreman_phone = new_mobile()
        self.foreman = self.person(phone=self.foreman_phone)
        sites.describe_site(act(self.clerk), self.project.id, site_form())
        self.team = teams.create_team(act(self.clerk), self.project.id, self.team_form())

    def team_form(self, name: str = "钢筋一班") -> schemas.TeamForm:
        jobs = [job_form(code) for code in ("020", "030", "130")]
        return schemas.TeamForm(
            enterprise_id=self.employer_id, name=name, foreman_phone=self.foreman_phone, jobs=jobs
        )

    def person(
        self, *grants: tuple[Role, str], born: str | None = None, phone: str | None = None, male: bool = True
    ) -> Principal:
        """Someone who proved their name with the identity source."""
        person_id = identity.ensure_person(act(self.desk.officer), phone or new_mobile())
        held = tuple(Grant(role, Scope.parse(scope)) for role, scope in grants)
        principal = Principal(person_id, ids.new_id(), held, real_name=True)
        number = new_id_number("001" if male else "000", born or any_day(1985))
        proof = RealNameProof(name="王建国", id_number=number, consent_version=CONSENTS[0].version)
        identity.prove_name(act(principal), proof)
        return principal

    def application(self, **changes: Any) -> schemas.Application:
        today = clock.local_date(clock.now())
        given = {
            "code": self.team.code,
            "trade_code": "020",
            "period": {"kind": "fixed", "start": today, "end": today + timedelta(days=180)},
            "training_confirmed": True,
        }
        return schemas.Application.model_validate(given | changes)

    def joined(self, worker: Principal, **changes: Any) -> str:
        """The id of a contract offered to a worker, its text typeset."""
        contract_id = joining.apply(act(worker), self.application(**changes)).id
        arrive(contract_id, documents.RENDERED, sha256=TEXT)
        return contract_id

    def signed(self, worker: Principal) -> str:
        contract_id = self.joined(worker)
        signing.sign(act(worker), contract_id, signature())
        return contract_id

    def sealed(self, worker: Principal) -> str:
        contract_id = self.signed(worker)
        signing.countersign(act(self.operator), contract_id)
        arrive(contract_id, documents.SEALED, sha256=SEALED)
        return contract_id


def site_form() -> schemas.SiteForm:
    return schemas.SiteForm.model_validate(
        {
            "labour_clerk_name": "李秀英",
            "labour_clerk_phone": "0571-85000000",
            "project_office": "西溪人才公寓项目部",
            "authority": "西湖区住房和城乡建设局",
            "minimum_wage_fen": 249000,
            "pay_day": 15,
            "complaint_phones": [{"label": "劳动保障监察", "phone": "12333"}],
            "insurance": ["工伤保险"],
        }
    )


def job_form(code: str, amount_fen: int = 35000) -> schemas.JobForm:
    pay = {"basis": "daily", "amount_fen": amount_fen, "unit": "天", "pay_day": 15}
    return schemas.JobForm.model_validate({"trade_code": code, "pay": pay})


def signature(**changes: Any) -> schemas.Signature:
    stroke = [[20 + 8 * n, 40 + (n % 5) * 20, 10 * n, 0.6] for n in range(30)]
    given = {
        "document_sha256": TEXT,
        "strokes": [stroke],
        "width": 320,
        "height": 200,
        "consent_version": CONSENT_VERSION,
        "read_aloud": True,
    }
    return schemas.Signature.model_validate(given | changes)


def arrive(contract_id: str, kind: str, document_id: str | None = None, **body: Any) -> None:
    """What the documents room answers, delivered as the stream would."""
    own = document_id or document_of(contract_id)
    verify_url = "http://127.0.0.1:8000/verify/ABC"
    body = {"document_id": own, "subject": f"contract:{contract_id}", "verify_url": verify_url, **body}
    subject = Subject("document", own)
    listeners.on_message(Delivery(ids.new_id(), kind, body, "documents", subject, 1, clock.now()))


def document_of(contract_id: str) -> str:
    from mashangban.domains.workers.repository import contracts

    return contracts.contract(contract_id).document_id


def events_of(contract_id: str) -> list[Event]:
    return history.of(TABLE, Subject("contract", contract_id))


def letters_of(contract_id: str, event_type: str) -> list[dict[str, Any]]:
    """The opened messages of an event, as their addressees will read them."""
    from mashangban.kernel import crypto, events

    items = history.items_of(TABLE, Subject("contract", contract_id))
    found = [letter for item in items if item["type"]["S"] == event_type for letter in events.letters(item)]
    return [{**one, "body": json.loads(crypto.unseal(one["body"], one["context"]))} for one in found]


@pytest.fixture(scope="module")
def ground(sandbox: Partners, engine_url: str) -> Iterator[None]:
    """Engine and identity source for a whole module."""
    connect(engine_url)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IDENTITY_VERIFIER_URL", sandbox.base)
        settings.cache_clear()
        yield
    settings.cache_clear()


@pytest.fixture(scope="module")
def site(ground: None) -> Site:
    """One site for a module; who counts on it alone or changes its team asks for a `fresh_site`."""
    return Site()


@pytest.fixture
def fresh_site(ground: None) -> Site:
    return Site()


@pytest.fixture
def worker(site: Site) -> Principal:
    return site.person()


@pytest.fixture
def show(site: Site) -> Callable[[Principal, str], schemas.ContractView]:
    return viewing.show_contract


def any_day(year: int) -> str:
    """A birthday of one's own: numbers must not meet in the shared table."""
    return f"{year}{1 + secrets.randbelow(12):02d}{1 + secrets.randbelow(28):02d}"


def years_ago(years: int) -> str:
    today = clock.local_date(clock.now())
    return date(today.year - years, today.month, min(today.day, 28)).strftime("%Y%m%d")
