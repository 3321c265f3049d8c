"""What an act across regions costs in write units (docs/data/crossregion.md lists the same figures)."""

import pytest

from mashangban.domains.crossregion.repository import cases
from mashangban.identity import service as identity
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act, Submission
from mashangban.kernel.permissions import Principal
from tests.crossregion.conftest import HOME, LEAD, Journey, Zones, line, scan
from tests.workers.test_capacity import units

# A case has ten pages on average; whoever has more pays for them once, when they are listed.
PAGES = 10
LISTING = 24
# A hand-over ends one clock, begins another, moves the case from one zone's list to the next one's, tells three people.
MOST = 21


def submitted(actor: Principal) -> Act:
    return Act(actor, clock.now(), Submission(ids.new_id(), "route", actor.person_id, "d" * 64))


def test_no_act_of_a_case_costs_more_than_its_budget(
    journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two officers of each zone and the person are told, so an act is as dear as it gets."""
    zones, made = journey.zones, list[str]()
    monkeypatch.setattr(identity, "holders", lambda *_: [zones.home.person_id, zones.lead.person_id])
    monkeypatch.setattr(Zones, "act", lambda _, who: submitted(who))
    pages = list(range(1, PAGES + 1))
    a_scan = units(lambda: scan(zones.lead))
    listing = units(lambda: made.append(journey.collect(PAGES))) - PAGES * a_scan
    (one,) = made
    spent = {
        "hand over": units(lambda: journey.hand_over(zones.lead, one, HOME, *pages)),
        "find a page missing": units(lambda: journey.receive(zones.home, one, p2="missing")),
        "send it after": units(lambda: journey.hand_over(zones.lead, one, HOME, 2)),
        "receive": units(lambda: journey.receive(zones.home, one)),
        "decide": units(lambda: journey.decide(one, paper=True)) - a_scan,
        "send the result": units(lambda: journey.hand_over(zones.home, one, LEAD, PAGES + 1)),
    }
    assert cases.get(one).handovers == 4
    assert {name: cost for name, cost in spent.items() if cost > MOST} == {}
    assert listing <= LISTING


def test_a_zones_word_on_one_item_is_cheap(zones: Zones) -> None:
    zones.enter(line(zones=[LEAD, HOME]))
    assert units(lambda: zones.agree(zones.home, HOME)) <= 10
