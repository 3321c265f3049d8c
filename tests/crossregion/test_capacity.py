"""What an act across regions costs in write units (docs/data/crossregion.md lists the same figures)."""

import pytest

from mashangban.domains.crossregion import listeners
from mashangban.domains.crossregion.models import TABLE
from mashangban.domains.crossregion.repository import cases
from mashangban.domains.crossregion.rules import custody
from mashangban.domains.crossregion.schemas.items import BatchForm, ItemsDeskQuery
from mashangban.domains.crossregion.service import alliances, batches, items
from mashangban.files.terms import Purpose
from mashangban.kernel import clock, history, ids
from mashangban.kernel.acts import Act, Submission
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal
from tests.budgets import over
from tests.crossregion.conftest import HOME, LEAD, Journey, Zones, alliance_form, line, scan
from tests.registry.conftest import officer
from tests.workers.papers import photo
from tests.workers.test_capacity import units

# A case has ten pages on average. Who takes it in writes its list, its first link, its place in the person's list.
PAGES = 10
# A thick file: its list of hashes is written once, 32 bytes a page and its name, and read by its digest from then on.
MANY = 200
# The largest alliance and list at hand: fourteen zones, 268 items.
ZONES, ITEMS = 14, 268


def submitted(actor: Principal) -> Act:
    return Act(actor, clock.now(), Submission(ids.new_id(), "route", actor.person_id, "d" * 64))


def test_no_act_of_a_case_costs_more_than_its_budget(
    journey: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    zones, made = journey.zones, list[str]()
    monkeypatch.setattr(Zones, "act", lambda _, who: submitted(who))
    pages = list(range(1, PAGES + 1))
    a_scan = units(lambda: scan(zones.lead))
    listing = units(lambda: made.append(journey.collect(PAGES))) - PAGES * a_scan
    (one,) = made
    spent = {
        "take in ten pages": listing,
        "hand over": units(lambda: journey.hand_over(zones.lead, one, HOME, *pages)),
    }
    spent |= {
        "check with a page missing": units(lambda: journey.receive(zones.home, one, p2="missing")),
        "send a page after": units(lambda: journey.hand_over(zones.lead, one, HOME, 2)),
        "check": units(lambda: journey.receive(zones.home, one)),
        "decide": units(lambda: journey.decide(one, paper=True)) - a_scan,
        "send the result": units(lambda: journey.hand_over(zones.home, one, LEAD, PAGES + 1)),
    }
    assert cases.get(one).handovers == 4
    assert over("crossregion", spent) == {}


def test_a_thick_file_pays_for_its_pages_once(journey: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    zones, made = journey.zones, list[str]()
    monkeypatch.setattr(Zones, "act", lambda _, who: submitted(who))
    a_scan = units(lambda: scan(zones.lead))
    listing = units(lambda: made.append(journey.collect(MANY))) - MANY * a_scan
    (one,) = made
    spent = {
        "two hundred": listing,
        "hand over": units(lambda: journey.hand_over(zones.lead, one, HOME, *range(1, MANY + 1))),
        "check": units(lambda: journey.receive(zones.home, one)),
    }
    assert over("crossregion", spent) == {}
    assert custody.whole_at(cases.get(one).custody, HOME)


def test_a_long_list_of_many_zones_is_written_out_at_the_price_of_its_items(tables: str) -> None:
    lead = officer(LEAD)
    members = [LEAD, *(f"32{city:02d}" for city in range(1, ZONES))]
    form = alliance_form(photo(lead, Purpose.ATTACHMENT), zones=members)
    one = alliances.found(Act(lead, clock.now()), form)
    rows = [line(f"N-{number:03d}") for number in range(ITEMS)]
    given = BatchForm.model_validate({"items": rows})
    listed = units(lambda: batches.add(submitted(lead), one.id, given))
    told = history.of(TABLE, Subject("alliance", one.id))[-1]
    written = units(lambda: listeners.on_event(told))
    spent = {"enter a list of 268 items": listed, "write it out": written / ITEMS}
    assert over("crossregion", spent) == {}
    assert len(items.at_desk(lead, one.id, ItemsDeskQuery(proposed=True, limit=50)).items) == 50


def test_a_zones_word_on_one_item_is_cheap(zones: Zones) -> None:
    zones.enter(line(zones=[LEAD, HOME]))
    assert over("crossregion", {"agree to one item": units(lambda: zones.agree(zones.home, HOME))}) == {}
