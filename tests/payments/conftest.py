"""A project with its contractor, its wage account at the sandbox's bank, and workers who can be paid."""

import itertools
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines.rules.deadline import next_firing
from mashangban.deadlines.service import CALENDAR, Due
from mashangban.domains.payments import listeners, schemas
from mashangban.domains.payments.models import TABLE, PaymentsDeadlineRecord
from mashangban.domains.payments.repository import runs, transfers
from mashangban.domains.payments.rules.run import Transfer
from mashangban.domains.payments.service import accounts, cards, checking, sending, waiting
from mashangban.domains.payments.terms import CARD_CONSENT, Bank
from mashangban.employment.rules import Employment, Named, Pay, dump
from mashangban.employment.terms import PayBasis
from mashangban.identity import service as identity
from mashangban.identity.schemas import RealNameProof
from mashangban.identity.terms import CONSENTS
from mashangban.kernel import clock, crypto, events, history, ids
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from mashangban.kernel.settings import settings
from mashangban.kernel.streams import Delivery
from tests.engine import connect
from tests.identity.conftest import Partners, new_id_number, new_mobile, sandbox
from tests.registry.conftest import COUNTY, Desk, enterprise_form, officer, project_code, project_form

__all__ = ["COUNTY", "sandbox"]
MONTH = "2026-10"
_SERIAL = itertools.count(secrets.randbelow(10**9))


def act(actor: Principal) -> Act:
    return Act(actor, clock.now())


def person(*grants: tuple[Role, str]) -> Principal:
    held = tuple(Grant(role, Scope.parse(scope)) for role, scope in grants)
    return Principal(ids.new_id(), ids.new_id(), held, real_name=True)


def card_number(ending: str = "") -> str:
    """A valid card nobody else has; `ending` plants the bank's answer (the digit before it balances the sum)."""
    body = f"62{next(_SERIAL) % 10**12:012d}"
    if not ending:
        return body + next(d for d in "0123456789" if _luhn(body + d))
    return next(body + d + ending for d in "0123456789" if _luhn(body + d + ending))


def _luhn(digits: str) -> bool:
    doubled = [int(d) * (1 + n % 2) for n, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def card_form(ending: str = "") -> schemas.CardForm:
    return form_of(card_number(ending), Bank.ICBC)


def form_of(number: str, bank: Bank) -> schemas.CardForm:
    """A card named by somebody who read what is done with it and agreed."""
    return schemas.CardForm(bank=bank, card=number, consent_version=CARD_CONSENT.version)


def name_card(worker: Principal, form: schemas.CardForm) -> schemas.PayeeView:
    """A worker names a card, and the bank is asked as the stream would."""
    cards.register_card(act(worker), form)
    checking.check(system_act("payments_stream"), worker.person_id)
    return cards.show_card(worker)


@dataclass
class Works:
    """One project; `fund`, `pay` and `bank_net` speak to the bank as its owner, wages and its statement do."""

    bank: Partners
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
        self.contractor, self.labour = contractor, labour
        self.office = person((Role.ENTERPRISE_ADMIN, f"org:{contractor.id}"))
        self.officer = person((Role.COUNTY_OFFICER, f"region:{self.county}"))
        self.number = f"33{next(_SERIAL):014d}"

    def open(self) -> schemas.AccountView:
        form = schemas.AccountForm(bank=Bank.CCB, number=self.number, pay_day=15)
        return accounts.open_account(act(self.office), self.project.id, form)

    def fund(self, fen: int) -> None:
        answer = self.bank.http.post(f"/bank/accounts/{self.number}/funding", json={"amount_fen": fen})
        assert answer.status_code == 200

    def worker(self, ending: str | None = "") -> Principal:
        """Someone who proved their name and, unless `ending` is None, named a card."""
        person_id = identity.ensure_person(act(self.desk.officer), new_mobile())
        principal = Principal(person_id, ids.new_id(), (), real_name=True)
        proof = RealNameProof(
            name="王建国", id_number=new_id_number("001"), consent_version=CONSENTS[0].version
        )
        identity.prove_name(act(principal), proof)
        if ending is not None:
            name_card(principal, card_form(ending))
        return principal

    def holder(self, card: str, name: str = "王建国", *, silent: bool = False) -> None:
        """In whose name the bank keeps a card, and whether it answers."""
        answer = self.bank.http.put(f"/bank/cards/{card}", json={"name": name, "silent": silent})
        assert answer.status_code == 200

    def employ(self, worker: Principal, fen: int = 35000) -> None:
        today = clock.local_date(clock.now())
        named = Named(self.project.id, self.project.name)
        one = Employment(
            contract_id=ids.new_id(), number="HT-1", person_id=worker.person_id, name_masked="王*国", project=named,
            region=self.county, employer=Named(self.labour.id, self.labour.name),
            general_contractor=Named(self.contractor.id, self.contractor.name), team=Named("t1", "钢筋班"),
            foreman_id="f1", trade=Named("020", "钢筋工"), pay=Pay(PayBasis.DAILY, fen, "天", 15),
            starts_on=today - timedelta(days=30), ends_on=None, in_force=True, version=1,
        )  # fmt: skip
        deliver("workers.employment", dump(one))

    def announce(self, orders: list[dict[str, Any]], run: str, **bent: Any) -> None:
        body = {
            "run": run, "table": "t-" + run, "project": self.project.id, "project_name": self.project.name,
            "region": self.county, "employer": self.labour.id, "general_contractor": self.contractor.id,
            "month": MONTH, "lines": len(orders), "total_fen": sum(one["amount_fen"] for one in orders),
        }  # fmt: skip
        deliver("payments.run", body | bent)

    def pay(self, workers: list[Principal], fen: int = 500000, *, send: bool = True) -> str:
        """Order wages for these workers as one run; sent to the bank at once unless told otherwise."""
        run = ids.new_id()
        orders = [ordered(run, worker, fen) for worker in workers]
        self.announce(orders, run)
        for one in orders:
            deliver("payments.transfer", one)
        if send:
            work(run)
        return run

    def bank_net(self) -> dict[str, int]:
        """What the bank moved for good, by transfer."""
        from mashangban.domains.payments.partners import bank

        net: dict[str, int] = {}
        for entry in bank.statement(self.number, 0):
            if entry.key:
                net[entry.key] = net.get(entry.key, 0) - entry.amount_fen
        return net


def ordered(
    run: str, worker: Principal, fen: int, line: str | None = None, attempt: int = 1
) -> dict[str, Any]:
    return {
        "run": run, "line": line or ids.new_id(), "attempt": attempt, "contract": "c1", "person": worker.person_id,
        "name_masked": "王*国", "amount_fen": fen, "month": MONTH,
    }  # fmt: skip


def deliver(kind: str, body: dict[str, Any]) -> None:
    """A message of another room, as the stream brings it."""
    listeners.on_message(Delivery(ids.new_id(), kind, body, "wages", Subject("x", "y"), 1, clock.now()))


def strike(subject: Subject, kind: str, until: datetime) -> int:
    """Let the clock fire what one deadline has to say until an instant, as a sweep would; gives how many rungs."""
    fired = 0
    while True:
        record = PaymentsDeadlineRecord.get(subject.pk, f"DEADLINE#{kind}", consistent_read=True)
        if not record.GSI3SK or clock.from_text(record.GSI3SK) > until:
            return fired
        now = clock.from_text(record.GSI3SK)
        claimed = deadline_items.claim(record, now + timedelta(minutes=2))
        assert claimed is not None
        firing = next_firing(claimed.deadline, CALENDAR, now)
        assert firing is not None
        due = Due(firing, claimed, now)
        waiting.fire(due)
        fired += 1


def work(run: str) -> None:
    sending.work(system_act("payments_clock"), run)


def state_of(run: str) -> str:
    return runs.run(run).state.value


def lines_of(run: str) -> dict[str, Transfer]:
    """The transfers of a run by person."""
    return {one.person_id: one for one in transfers.of_run(run)}


def letters_of(subject: Subject, kind: str) -> list[dict[str, Any]]:
    """The opened messages of one kind that a subject's events sent, oldest first."""
    import json

    found = [
        letter
        for item in history.items_of(TABLE, subject)
        for letter in events.letters(item)
        if letter["kind"] == kind
    ]
    return [json.loads(crypto.unseal(one["body"], one["context"])) for one in found]


@pytest.fixture(scope="module")
def ground(sandbox: Partners, engine_url: str) -> Iterator[Partners]:
    """Engine, identity source and bank for a whole module."""
    connect(engine_url)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("IDENTITY_VERIFIER_URL", "BANK_API_URL"):
            patch.setenv(name, sandbox.base)
        # Callbacks go to the discard port of this machine: tests bring them themselves.
        patch.setenv("PUBLIC_URL", "http://127.0.0.1:9")
        settings.cache_clear()
        yield sandbox
    settings.cache_clear()


@pytest.fixture
def works(ground: Partners) -> Iterator[Works]:
    """A fresh project with an empty account."""
    made = Works(ground)
    made.open()
    yield made
    ground.heal()
    ground.http.put("/bank/settings", json={"delay_ms": 0})


@pytest.fixture(scope="module")
def staff(ground: Partners) -> list[Principal]:
    """Two workers with good cards and one whose card the bank sends back."""
    home = Works(ground)
    return [home.worker(), home.worker(), home.worker("0000")]
