"""Three zones of two provinces and a city, their officers, an alliance with a list that all agreed to."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest

from mashangban.domains.crossregion import events, listeners
from mashangban.domains.crossregion.models import TABLE, MemberRecord
from mashangban.domains.crossregion.repository import cases
from mashangban.domains.crossregion.schemas.alliances import AllianceForm, AllianceView
from mashangban.domains.crossregion.schemas.cases import (
    ApplyForm,
    CollectForm,
    DecisionForm,
    HandoverForm,
    ReceiptForm,
)
from mashangban.domains.crossregion.schemas.items import AgreeForm, BatchForm
from mashangban.domains.crossregion.service import alliances, applying, batches, deciding, handing, items
from mashangban.files.models import TABLE as FILES
from mashangban.files.repository.records import record_of
from mashangban.files.rules.uploads import File, waits_until
from mashangban.files.terms import ContentType, FileState, Purpose
from mashangban.identity import service as identity
from mashangban.kernel import clock, history, ids
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Subject, happened
from mashangban.kernel.permissions import Principal
from mashangban.kernel.transaction import Transaction
from tests.identity.conftest import new_mobile
from tests.registry.conftest import officer, person
from tests.workers.papers import photo

LEAD, HOME, CITY = "330106", "370102", "3205"
SIGNED = date(2026, 3, 1)


def line(code: str = "TB-001", **differs: Any) -> dict[str, Any]:
    """A row of a batch; no zones named means all members."""
    given = {
        "code": code,
        "name": "企业设立登记",
        "modes": ["online", "on_behalf"],
        "papers": ["登记申请书", "住所证明"],
        "days": 3,
        "result": "营业执照",
    }
    return given | differs


def alliance_form(paper: str, **differs: Any) -> AllianceForm:
    given = {
        "name": "三地通办联盟",
        "lead": LEAD,
        "zones": [LEAD, HOME, CITY],
        "agreement_number": "通办〔2026〕1号",
        "signed_on": SIGNED,
        "file_id": paper,
    }
    return AllianceForm.model_validate(given | differs)


@dataclass
class Zones:
    """An alliance led by 330106 and the officers of its zones."""

    lead: Principal = field(default_factory=lambda: officer(LEAD))
    home: Principal = field(default_factory=lambda: officer(HOME))
    city: Principal = field(default_factory=lambda: officer(CITY))

    def __post_init__(self) -> None:
        paper = photo(self.lead, Purpose.ATTACHMENT)
        self.alliance: AllianceView = alliances.found(self.act(self.lead), alliance_form(paper))

    @property
    def id(self) -> str:
        return self.alliance.id

    def act(self, who: Principal) -> Act:
        return Act(who, clock.now())

    def enter(self, *rows: dict[str, Any]) -> int:
        """A batch, and what the table's stream then does."""
        form = BatchForm.model_validate({"items": list(rows or [line()])})
        number = batches.add(self.act(self.lead), self.id, form).number
        self.spread()
        return number

    def spread(self) -> None:
        """The stream writes out the newest batch: twice, as it may."""
        told = next(
            one
            for one in reversed(history.of(TABLE, Subject("alliance", self.id)))
            if one.type == events.BATCH_ADDED
        )
        for _ in range(2):
            listeners.on_event(told)

    def leave_lists(self, one: AllianceView | None = None) -> None:
        """Out of its zones' lists, which name fifty alliances: every test makes one."""
        left = one or self.alliance
        for zone in left.zones:
            MemberRecord(Subject("alliance", left.id).pk, f"ZONE#{zone.region}").delete()

    def agree(self, who: Principal, region: str, code: str = "TB-001", edition: int = 1) -> int:
        """A zone's word on one item; how many are in force by it."""
        form = AgreeForm(region=region, editions={code: edition})
        return items.agree(self.act(who), self.id, form).in_force

    def agreed(self, *rows: dict[str, Any]) -> None:
        """A batch that every zone agreed to."""
        given = rows or (line(),)
        self.enter(*given)
        for row in given:
            asked = row.get("zones") or [LEAD, HOME, CITY]
            for who, region in ((self.home, HOME), (self.city, CITY)):
                if region in asked:
                    self.agree(who, region, row["code"])


@pytest.fixture
def zones(tables: str) -> Iterator[Zones]:
    made = Zones()
    yield made
    made.leave_lists()


def scan(who: Principal, purpose: Purpose = Purpose.ATTACHMENT) -> str:
    """A page's scan that came to the files room, each with a hash of its own."""
    file = File(
        id=ids.new_id(),
        owner=who.person_id,
        purpose=purpose,
        filename="扫描件.jpg",
        content_type=ContentType.JPEG,
        size=1000,
        sha256=secrets.token_hex(32),
        state=FileState.ARRIVED,
        expires_at=waits_until(clock.now()),
        held={},
    )
    now = Act(who, clock.now())
    with Transaction(now, FILES) as tx:
        tx.create(record_of(file), happened(now, "files.file.arrived", file.subject))
    return file.id


def known() -> Principal:
    """Somebody whom identity knows, so that a window can find them by their phone."""
    return replace(person(), person_id=identity.ensure_person(system_act("tests"), new_mobile()))


@dataclass
class Journey:
    """A person's file from a window (LEAD) to its home zone (HOME): each act by whoever it belongs to."""

    zones: Zones
    person: Principal = field(default_factory=known)

    def pages(self, who: Principal, count: int = 2, *, paper: bool = False) -> list[dict[str, Any]]:
        return [{"name": f"材料{n}", "file_id": scan(who), "paper": paper} for n in range(1, count + 1)]

    def apply(self, **differs: Any) -> str:
        """Handed in from the phone."""
        given = {
            "alliance_id": self.zones.id,
            "code": "TB-001",
            "mode": "on_behalf",
            "window": LEAD,
            "home": HOME,
            "pages": self.pages(self.person),
        }
        form = ApplyForm.model_validate(given | differs)
        return applying.apply(self.act(self.person), form).id

    def collect(self, count: int = 3, *, paper: bool = True, phone: str = "") -> str:
        """Taken in at the window with the person there."""
        form = CollectForm.model_validate(
            {
                "alliance_id": self.zones.id,
                "code": "TB-001",
                "mode": "on_behalf",
                "window": LEAD,
                "home": HOME,
                "phone": phone or identity.contact(self.person.person_id).phone,
                "identity_checked": True,
                "pages": self.pages(self.zones.lead, count, paper=paper),
            }
        )
        return applying.collect(self.act(self.zones.lead), form).id

    def hand_over(self, who: Principal, case_id: str, receiver: str, *pages: int, by: str = "courier") -> str:
        courier = {"courier": "邮政速递", "waybill": "EX123456789CN"} if by == "courier" else {}
        given = {"receiver": receiver, "pages": list(pages), "carrier": by, **courier}
        form = HandoverForm.model_validate(given)
        return handing.hand_over(self.act(who), case_id, form).state

    def receive(self, who: Principal, case_id: str, **said: str) -> str:
        """A word on every page offered; `p2="missing"` for one that did not come."""
        way = cases.get(case_id).way
        assert way is not None
        verdicts = {number: said.get(f"p{number}", "here") for number in way.pages}
        form = ReceiptForm.model_validate({"digest": way.digest, "verdicts": verdicts})
        if who is self.person:
            return handing.receive_own(self.act(who), case_id, form).state
        return handing.receive(self.act(who), case_id, form).state

    def decide(self, case_id: str, outcome: str = "granted", *, paper: bool = False) -> str:
        page = {"name": "营业执照", "file_id": scan(self.zones.home), "paper": paper}
        form = DecisionForm.model_validate({"outcome": outcome, "reason": "依据第三条", "results": [page]})
        return deciding.decide(self.act(self.zones.home), case_id, form).state

    def at_home(self) -> str:
        """A file that came whole to the zone that decides."""
        case_id = self.collect()
        self.hand_over(self.zones.lead, case_id, HOME, 1, 2, 3)
        assert self.receive(self.zones.home, case_id) == "deciding"
        return case_id

    def act(self, who: Principal) -> Act:
        return self.zones.act(who)

    def count(self, case_id: str) -> None:
        """What the table's stream then does with every event of the case: twice, as it may."""
        for event in history.of(TABLE, cases.get(case_id).subject) * 2:
            listeners.on_event(event)


@pytest.fixture
def journey(zones: Zones) -> Journey:
    zones.agreed(line(modes=["online", "on_behalf", "together"]))
    return Journey(zones)
