"""Alliances and lists through storage: who may enter and agree, batches as a whole, what everybody sees."""

import json
from datetime import timedelta

import pytest

from mashangban.domains.crossregion import errors
from mashangban.domains.crossregion.schemas.alliances import ZoneEnd, ZoneForm
from mashangban.domains.crossregion.schemas.items import EditionForm, ItemsDeskQuery, ItemsQuery
from mashangban.domains.crossregion.service import alliances, items
from mashangban.files.terms import Purpose
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Forbidden, NotFound
from tests.crossregion.conftest import CITY, HOME, LEAD, Zones, alliance_form, line
from tests.registry.conftest import officer, person
from tests.workers.papers import photo


def codes(zones: Zones, region: str | None = None) -> list[str]:
    found = items.in_force(zones.id, ItemsQuery(region=region), clock.now())
    return [one.code for one in found.items]


def test_a_zone_registers_only_an_alliance_that_it_leads_with_a_paper_of_its_own(tables: str) -> None:
    who = officer(HOME)
    with pytest.raises(NotFound):
        alliances.found(Act(who, clock.now()), alliance_form(photo(who, Purpose.ATTACHMENT)))
    lead = officer(LEAD)
    with pytest.raises(NotFound):
        alliances.found(Act(lead, clock.now()), alliance_form(photo(who, Purpose.ATTACHMENT)))


def test_a_zone_is_a_place_where_a_window_stands(tables: str) -> None:
    lead = officer(LEAD)
    for region in ("37", "9999"):
        form = alliance_form(photo(lead, Purpose.ATTACHMENT), zones=[LEAD, region])
        with pytest.raises(errors.AllianceWrong):
            alliances.found(Act(lead, clock.now()), form)


def test_a_region_sees_its_alliances_and_those_of_the_city_above(zones: Zones) -> None:
    for region in (LEAD, HOME, CITY, "320505"):
        assert zones.id in [one.id for one in alliances.of_region(region)]
    assert zones.id not in [one.id for one in alliances.of_region("330205")]
    gone = ZoneEnd(left_on=clock.local_date(clock.now()))
    alliances.end_zone(zones.act(zones.city), zones.id, CITY, gone)
    assert zones.id not in [one.id for one in alliances.of_region(CITY)]


def test_an_item_counts_when_every_zone_has_agreed_by_its_own_officer(zones: Zones) -> None:
    zones.enter()
    assert codes(zones) == []
    with pytest.raises(NotFound):
        zones.agree(zones.lead, HOME)
    assert zones.agree(zones.home, HOME) == 0
    with pytest.raises(errors.AlreadyAgreed):
        zones.agree(zones.home, HOME)
    assert zones.agree(zones.city, CITY) == 1
    assert codes(zones) == ["TB-001"]
    assert codes(zones, CITY) == ["TB-001"]
    assert codes(zones, "110101") == []


def test_a_batch_comes_in_as_a_whole_or_not_at_all(zones: Zones) -> None:
    assert zones.enter(line("A"), line("B")) == 1
    with pytest.raises(errors.BatchWrong) as refused:
        zones.enter(line("C"), line("A"), line("D", zones=[LEAD, "110101"]))
    assert [one.field for one in refused.value.errors] == ["items.1.code", "items.2.zones"]
    assert zones.enter(line("C")) == 2
    desk = items.at_desk(zones.home, zones.id, ItemsDeskQuery(proposed=True))
    assert [(one.code, one.batch) for one in desk.items] == [("A", 1), ("B", 1), ("C", 2)]


def test_a_long_batch_is_written_out_in_slices(zones: Zones) -> None:
    zones.enter(*(line(f"N-{number:03d}") for number in range(85)))
    found: list[str] = []
    query = ItemsDeskQuery(proposed=True, limit=50)
    while True:
        page = items.at_desk(zones.lead, zones.id, query)
        found += [one.code for one in page.items]
        if page.next_cursor is None:
            break
        query = ItemsDeskQuery(proposed=True, limit=50, cursor=page.next_cursor)
    assert found == [f"N-{number:03d}" for number in range(85)]


def test_an_agreement_to_a_standard_that_changed_meanwhile_is_none(zones: Zones) -> None:
    zones.agreed()
    form = EditionForm.model_validate(
        {name: value for name, value in line(zones=[LEAD, HOME, CITY], days=2).items() if name != "code"}
    )
    shown = items.propose(zones.act(zones.lead), zones.id, "TB-001", form)
    assert (shown.state, shown.missing) == ("changing", [HOME, CITY])
    with pytest.raises(errors.NothingProposed):
        zones.agree(zones.home, HOME, edition=1)
    assert zones.agree(zones.home, HOME, edition=2) == 0
    assert items.show(zones.id, "TB-001").standard.days == 3
    assert zones.agree(zones.city, CITY, edition=2) == 1
    assert items.show(zones.id, "TB-001").standard.days == 2
    with pytest.raises(NotFound):
        items.propose(zones.act(zones.home), zones.id, "TB-001", form)


def test_a_zone_that_comes_later_handles_nothing_before_it_agreed(zones: Zones) -> None:
    zones.agreed()
    today = clock.local_date(clock.now())
    alliances.add_zone(zones.act(zones.lead), zones.id, ZoneForm(region="5101", joined_on=today))
    assert codes(zones, "5101") == []
    gone = ZoneEnd(left_on=today)
    with pytest.raises(NotFound):
        alliances.end_zone(zones.act(zones.home), zones.id, "5101", gone)
    alliances.end_zone(zones.act(zones.lead), zones.id, "5101", gone)
    later = ZoneForm(region=HOME, joined_on=today + timedelta(days=1))
    with pytest.raises(errors.AlreadyMember):
        alliances.add_zone(zones.act(zones.lead), zones.id, later)


def test_the_signed_paper_is_for_the_offices_of_the_zones(zones: Zones) -> None:
    shown = alliances.at_desk(zones.home, zones.id)
    assert shown.agreement is not None
    assert [one.label for one in shown.log] == ["登记联盟"]
    with pytest.raises(NotFound):
        alliances.at_desk(officer("110101"), zones.id)
    with pytest.raises(Forbidden):
        alliances.at_desk(person(), zones.id)
    assert "file" not in json.dumps(alliances.show(zones.id).model_dump(mode="json"))
