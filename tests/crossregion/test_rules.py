"""Alliances and items: who is a member on a day, and when a standard counts."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.crossregion import errors
from mashangban.domains.crossregion.rules import alliance as rules
from mashangban.domains.crossregion.rules import item as item_rules
from mashangban.domains.crossregion.rules.alliance import Agreement, Alliance, Zone
from mashangban.domains.crossregion.rules.item import Line, Standard
from mashangban.domains.crossregion.terms import MOST_ZONES, ItemState, Mode

DAY = date(2026, 5, 1)
REGIONS = ("3301", "3702", "3205")


def an_alliance(*regions: str) -> Alliance:
    zones = tuple(Zone(region, region, DAY) for region in regions or REGIONS)
    return Alliance("A1", "三地通办", "3301", Agreement("1号", DAY, "f"), zones)


def a_standard(*zones: str) -> Standard:
    return Standard("企业设立登记", (Mode.ONLINE,), zones or REGIONS, ("申请书",), 3, "营业执照")


@pytest.mark.parametrize(
    ("lead", "regions", "field"),
    [
        ("3301", ("3301",), "zones"),
        ("3301", ("3301", "3301"), "zones"),
        ("3301", ("3301", "330106"), "zones"),
        ("3702", ("3301", "3205"), "lead"),
    ],
)
def test_an_alliance_has_at_least_two_zones_beside_each_other_and_its_lead_among_them(
    lead: str, regions: tuple[str, ...], field: str
) -> None:
    with pytest.raises(errors.AllianceWrong) as refused:
        rules.checked(replace(an_alliance(*regions), lead=lead))
    assert refused.value.errors[0].field == field


def test_a_zone_is_a_member_from_its_first_day_to_the_day_before_it_left() -> None:
    left = rules.leave(an_alliance(), "3702", date(2026, 8, 1))
    assert [
        left.has("3702", day) for day in (date(2026, 4, 30), DAY, date(2026, 7, 31), date(2026, 8, 1))
    ] == [
        False,
        True,
        True,
        False,
    ]
    again = rules.join(left, Zone("3702", "青岛", date(2026, 9, 1)))
    assert again.has("3702", date(2026, 9, 1))
    assert not again.has("3702", date(2026, 8, 15))


def test_who_is_in_cannot_come_again_and_who_leads_cannot_go() -> None:
    one = an_alliance()
    with pytest.raises(errors.AlreadyMember):
        rules.join(one, Zone("3702", "青岛", DAY))
    with pytest.raises(errors.AllianceWrong):
        rules.join(one, Zone("370202", "市南", DAY))
    with pytest.raises(errors.AllianceWrong):
        rules.join(one, Zone("37", "山东", DAY))
    with pytest.raises(errors.LeadStays):
        rules.leave(one, "3301", DAY)
    with pytest.raises(errors.NotMember):
        rules.leave(rules.leave(one, "3702", DAY), "3702", DAY)


def test_an_alliance_has_no_more_zones_than_a_page_can_show() -> None:
    full = an_alliance("3301", *(f"{number:04d}" for number in range(4101, 4101 + MOST_ZONES - 1)))
    with pytest.raises(errors.TooManyZones):
        rules.join(full, Zone("5101", "成都", DAY))


@given(st.permutations([region for region in REGIONS if region != "3301"]))
def test_a_standard_counts_with_the_last_zones_word_in_whatever_order(order: list[str]) -> None:
    one = item_rules.entered(an_alliance(), 1, Line("TB-1", a_standard()))
    assert (one.state, one.open) == (ItemState.PROPOSED, ("3702", "3205"))
    for region in order[:-1]:
        one = item_rules.agree(one, region)
        assert one.edition == 0
    one = item_rules.agree(one, order[-1])
    assert (one.state, one.edition, one.open) == (ItemState.IN_FORCE, 1, ())


def test_the_old_standard_counts_until_all_agreed_to_the_new_one() -> None:
    alliance, zones = an_alliance(), ("3301", "3702")
    one = item_rules.agree(item_rules.entered(alliance, 1, Line("TB-1", a_standard(*zones))), "3702")
    wider = item_rules.propose(one, alliance, a_standard())
    assert (wider.state, wider.edition) == (ItemState.CHANGING, 1)
    assert not item_rules.serves(wider, alliance, "3205", DAY)
    done = item_rules.agree(item_rules.agree(wider, "3205"), "3702")
    assert done.edition == 2
    assert item_rules.serves(done, alliance, "3205", DAY)
    assert not item_rules.serves(done, rules.leave(alliance, "3205", DAY), "3205", DAY)
    with pytest.raises(errors.SameStandard):
        item_rules.propose(done, alliance, a_standard())


def test_a_zone_speaks_once_and_only_where_it_takes_part() -> None:
    one = item_rules.entered(an_alliance(), 1, Line("TB-1", a_standard("3301", "3702", "3205")))
    once = item_rules.agree(one, "3702")
    with pytest.raises(errors.AlreadyAgreed):
        item_rules.agree(once, "3702")
    with pytest.raises(errors.NothingProposed):
        item_rules.agree(once, "5101")


def test_every_wrong_line_of_a_batch_is_named() -> None:
    lines = [Line("A", a_standard()), Line("A", a_standard("3301", "5101")), Line("B", a_standard("3301"))]
    found = [(one.row, one.field) for one in item_rules.faults(an_alliance(), lines, {"B"}, DAY)]
    assert found == [(1, "code"), (1, "zones"), (2, "code"), (2, "zones")]
