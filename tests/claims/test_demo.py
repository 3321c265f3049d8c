"""The demo's claims are made by the acts that enterprises, offices, a neighbour, streams and treasury would do."""

import csv
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

import pytest

from demo import claims as demo
from demo import firms, policies, waiting
from demo.ground import Ground
from mashangban.documents import events as documents
from mashangban.documents.models import TABLE as DOCUMENTS
from mashangban.domains.claims import listeners
from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.schemas import DeskQuery, RegionQuery
from mashangban.domains.claims.schemas.evaluating import EvaluationsQuery
from mashangban.domains.claims.schemas.fuses import FuseQuery
from mashangban.domains.claims.service import budgets, evaluating, viewing
from mashangban.domains.claims.service.fuses import viewing as fuses
from mashangban.domains.claims.terms import ClaimState, Mode
from mashangban.domains.claims.terms.licences import LicenceOutcome
from mashangban.kernel.permissions import Principal
from mashangban.kernel.settings import settings
from mashangban.kernel.streams import Delivery
from tests.claims.conftest import SEEN, Hall, cut_seal, known
from tests.claims.test_money import sandbox, treasury
from tests.identity.conftest import Partners
from tests.pump import Pump
from tests.registry.conftest import officer

__all__ = ["sandbox", "treasury"]
COUNTY = policies.CLAIMED


@pytest.fixture
def world(hall: Hall, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ground:
    """The county's policies, and enterprises of which its departments have told."""
    items = list(csv.DictReader(policies.ITEMS.read_text("utf-8").splitlines()))
    with (tmp_path / "items.csv").open("w", encoding="utf-8") as out:
        writer = csv.DictWriter(out, list(items[0]))
        writer.writeheader()
        writer.writerows(row for row in items if row["region"] == COUNTY)
    for name, value in (("YEARS", ()), ("ITEMS", tmp_path / "items.csv")):
        monkeypatch.setattr(policies, name, value)
    monkeypatch.setattr(firms, "COUNTIES", (COUNTY,))
    monkeypatch.setattr(firms, "BODIES", "MA0Q")
    ground = Ground(Random(222), met=7500)
    ground.staff |= {"haishu": known(officer(COUNTY)), "ningbo": known(officer(COUNTY[:4]))}
    policies.declare()
    policies.publish()
    policies.state(ground, 12)
    hall.bureau.pump.run()
    for firm in ground.claimants:
        cut_seal(firm)
    return ground


@dataclass
class Press:
    """Stands in for the documents room: what was ordered is printed and sealed as soon as somebody waits for it."""

    hall: Hall
    orders: Pump
    subjects: dict[str, str] = field(default_factory=dict)

    def until(self, ready: Callable[[], bool]) -> None:
        """What waits for streams makes them run."""
        for _ in range(9):
            if ready():
                return
            self.hall.pump.run()
            self.orders.run()
            self.hall.pump.run()
        raise TimeoutError

    def on_order(self, order: Delivery) -> None:
        """Answered at once, with one hash for every file."""
        document = order.body["document_id"]
        printed = order.kind == documents.RENDER
        if printed:
            self.subjects[document] = order.body["origin"]["subject"]
        answer = documents.RENDERED if printed else documents.SEALED
        body = {"document_id": document, "subject": self.subjects[document], "sha256": SEEN}
        listeners.on_message(replace(order, kind=answer, body=body))


@pytest.fixture
def press(hall: Hall, engine_url: str, monkeypatch: pytest.MonkeyPatch) -> Press:
    made = Press(hall, Pump(engine_url, DOCUMENTS, lambda event: None, lambda order: made.on_order(order)))
    monkeypatch.setattr(waiting, "until", made.until)
    return made


def _at(county: Principal, state: ClaimState) -> list[Mode]:
    found = viewing.at_desk(county, DeskQuery(region=COUNTY, state=state, limit=50))
    return [one.mode for one in found.items]


def _outcomes(county: Principal, title: str) -> set[LicenceOutcome]:
    """What the licence library said of the claims of a policy."""
    pages = (viewing.at_desk(county, DeskQuery(region=COUNTY, state=state, limit=50)) for state in ClaimState)
    those = [one.id for page in pages for one in page.items if one.policy_title == title]
    return {look.outcome for one in those for look in claims.get(one).licences}


@pytest.fixture
def partners(treasury: Partners, monkeypatch: pytest.MonkeyPatch) -> None:
    """Treasury, licence library and identity source: whoever objects has proven a name."""
    for name in ("IDENTITY_VERIFIER_URL", "LICENCE_API_URL"):
        monkeypatch.setenv(name, treasury.base)
    settings.cache_clear()


@pytest.mark.usefixtures("partners", "object_store", "press")
def test_the_demo_has_claims_in_every_mode_and_state_lines_a_fuse_and_ratings(
    hall: Hall, world: Ground
) -> None:
    told: list[str] = []
    demo.fill(world, told.append)
    hall.pump.run()
    county = world.staff["haishu"]
    stand = {state: _at(county, state) for state in ClaimState}
    missing = {state for state, modes in stand.items() if not modes}
    assert missing <= {
        ClaimState.APPROVED,  # the treasury of a test is never slow
        ClaimState.ORDERED,
        ClaimState.RECOVERING,
        ClaimState.RECOVERED,
    }
    assert {mode for modes in stand.values() for mode in modes} == set(Mode)
    assert told == [f"惠企申报 {sum(map(len, stand.values()))} 件 / claims"]
    assert _outcomes(county, "智能建造示范企业奖励") == {LicenceOutcome.VALID, LicenceOutcome.ABSENT}
    lines = budgets.listed(county, RegionQuery(region=COUNTY, limit=50)).items
    assert any(one.used_percent >= 80 for one in lines)
    (tripped,) = [
        one for one in fuses.listed(county, FuseQuery(region=COUNTY, limit=50)).items if one.state.halts
    ]
    assert "2家企业在用" in tripped.facts
    bad = evaluating.listed(county, EvaluationsQuery(region=COUNTY, bucket="open", limit=50)).items
    assert [one.stars for one in bad] == [2]
    demo.fill(world, told.append)
    assert told[1:] == ["惠企申报 0 件 / claims"]
