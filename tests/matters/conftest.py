"""A county's office with an item that it handles online, somebody who applies, and what the table's stream does."""

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from mashangban.domains.matters import listeners
from mashangban.domains.matters.models import TABLE
from mashangban.domains.matters.repository import dossiers, matters
from mashangban.domains.matters.rules.dossier import Attached, Dossier, Entry
from mashangban.domains.matters.rules.item import Ask, Pinned, Wanted
from mashangban.domains.matters.rules.matter import Matter
from mashangban.domains.matters.schemas.matters import (
    MatterAsked,
    MatterDecision,
    MatterDelivered,
    MatterFilling,
    MatterSupply,
)
from mashangban.domains.matters.schemas.offers import MatterOfferForm
from mashangban.domains.matters.service import filling, handling
from mashangban.domains.matters.terms import AskKind, Brought, Delivery, MatterNeed
from mashangban.files.terms import Purpose
from mashangban.identity import service as identity
from mashangban.kernel import clock, history, ids
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.permissions import Principal
from mashangban.kernel.streams import Delivery as Letter
from mashangban.processes.handling.schemas import MatterBeginning
from mashangban.processes.handling.service import handling as process
from tests.crossregion.conftest import scan
from tests.guides.conftest import Bureau
from tests.identity.conftest import new_mobile
from tests.registry.conftest import officer, person

LICENCE, HEALTH, LEASE = "营业执照", "健康证", "租房合同"
ITEM = Pinned(
    item_id="item1",
    edition=3,
    digest="d" * 64,
    code="11330106002490000X4330125001000",
    name="食品经营许可",
    region="330106",
    department="样例区市场监督管理局",
    kind="01",
    kind_label="行政许可",
    basis=("《中华人民共和国食品安全法》第三十五条",),
    legal_days=20,
    promised_days=8,
    phone="0571-12345",
    complaints="",
    result="食品经营许可证",
    wanted=(
        Wanted(LICENCE, MatterNeed.REQUIRED, LICENCE),
        Wanted(HEALTH, MatterNeed.LATER),
        Wanted(LEASE, MatterNeed.IF_ANY),
    ),
    asks=(
        Ask("shop", "店名", AskKind.TEXT),
        Ask("size", "面积", AskKind.NUMBER, required=False),
        Ask("since", "开业日期", AskKind.DATE, required=False),
        Ask("sort", "类别", AskKind.CHOICE, choices=("热食", "冷食")),
        Ask("illness", "病史", AskKind.PRIVATE, required=False),
    ),
    deliveries=(Delivery.PHONE, Delivery.HALL, Delivery.COURIER),
)
FILE = Attached("file1", "a" * 64, "执照.jpg")
WHOLE = Dossier(
    entries=(
        Entry(LICENCE, Brought.FILES, (FILE,)),
        Entry(LEASE, Brought.NOT_MINE, because="房子是自己的"),
    ),
    values={"shop": "老王小吃", "sort": "热食"},
)

# What an office of the tests asks for besides the papers of the guide's item (tests/guides).
OFFER = MatterOfferForm.model_validate(
    {
        "open": True,
        "asks": [
            {"key": "shop", "label": "店名", "kind": "text"},
            {"key": "illness", "label": "病史", "kind": "private", "required": False},
        ],
        "deliveries": ["phone", "hall", "courier"],
    }
)


def known() -> Principal:
    """Somebody whom identity knows."""
    return replace(person(), person_id=identity.ensure_person(system_act("tests"), new_mobile()))


@dataclass
class Office:
    """A bureau whose item is handled online: one official accepts, another decides."""

    bureau: Bureau = field(default_factory=Bureau)
    decider: Principal = field(default_factory=officer)
    person: Principal = field(default_factory=known)
    at: dt.datetime | None = None

    def __post_init__(self) -> None:
        self.item_id = self.bureau.published(promised_days=10)
        process.keep(self.act(self.clerk), self.item_id, OFFER)

    @property
    def clerk(self) -> Principal:
        return self.bureau.officer

    def act(self, who: Principal) -> Act:
        return Act(who, self.at or clock.now())

    def begin(self) -> str:
        return process.begin(self.act(self.person), MatterBeginning(item_id=self.item_id)).id

    def filled(self, **differs: Any) -> MatterFilling:
        """Everything that the item asks for: a scan, and a licence on record."""
        given = {
            "entries": [
                {"name": "营业执照", "how": "licence"},
                {"name": "健康证", "how": "files", "files": [scan(self.person, Purpose.MATTER)]},
            ],
            "values": {"shop": "老王小吃"},
        }
        return MatterFilling.model_validate(given | differs)

    def submitted(self, **differs: Any) -> str:
        """Handed in."""
        made = self.begin()
        filling.submit(self.act(self.person), made, self.filled(**differs))
        return made

    def accepted(self, **differs: Any) -> str:
        """Accepted by the clerk."""
        made = self.submitted(**differs)
        handling.accept(self.act(self.clerk), made)
        return made

    def decide(self, matter_id: str, who: Principal | None = None, **differs: Any) -> str:
        given = {"outcome": "granted", "reason": "", "results": []}
        form = MatterDecision.model_validate(given | differs)
        return handling.decide(self.act(who or self.decider), matter_id, form).state

    def ask_more(self, matter_id: str, said: str = "健康证看不清，请重拍") -> str:
        return handling.ask_more(self.act(self.clerk), matter_id, MatterAsked(said=said)).state

    def supply(self, matter_id: str) -> str:
        entry = {"name": "健康证", "how": "files", "files": [scan(self.person, Purpose.MATTER)]}
        form = MatterSupply.model_validate({"entries": [entry]})
        return filling.supply(self.act(self.person), matter_id, form).state

    def deliver(self, matter_id: str, waybill: str = "") -> str:
        return handling.deliver(self.act(self.clerk), matter_id, MatterDelivered(waybill=waybill)).state

    def print(self, matter_id: str, kind: str = "documents.rendered") -> None:
        """What the documents room answers for the last paper: twice, as it may."""
        one = matters.get(matter_id)
        body = {
            "subject": f"matter:{matter_id}",
            "document_id": one.papers[-1].document_id,
            "sha256": "b" * 64,
        }
        for _ in range(2):
            listeners.on_message(Letter(ids.new_id(), kind, body, "documents", one.subject, 1, clock.now()))

    def count(self, matter_id: str) -> None:
        """What the table's stream does with every event of the matter: twice, as it may."""
        for event in history.of(TABLE, matters.get(matter_id).subject) * 2:
            listeners.on_event(event)


def head(matter_id: str) -> Matter:
    return matters.get(matter_id)


def brought(matter_id: str) -> Dossier:
    return dossiers.get(matters.get(matter_id).subject)


@pytest.fixture
def office(tables: str) -> Office:
    return Office()
