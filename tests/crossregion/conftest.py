"""Three zones of two provinces and a city, their officers, an alliance with a list that all agreed to."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from mashangban.domains.crossregion import events, listeners
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.schemas.alliances import AllianceForm, AllianceView
from mashangban.domains.crossregion.schemas.items import AgreeForm, BatchForm
from mashangban.domains.crossregion.service import alliances, batches, items
from mashangban.files.terms import Purpose
from mashangban.kernel import clock, history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal
from tests.registry.conftest import officer
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
        """A batch, and what the table's stream then does: twice, as it may."""
        form = BatchForm.model_validate({"items": list(rows or [line()])})
        number = batches.add(self.act(self.lead), self.id, form).number
        told = next(
            one
            for one in reversed(history.of(TABLE, Subject("alliance", self.id)))
            if one.type == events.BATCH_ADDED
        )
        for _ in range(2):
            listeners.on_event(told)
        return number

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
def zones(tables: str) -> Zones:
    return Zones()
