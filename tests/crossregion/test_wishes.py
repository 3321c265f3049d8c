"""What people would have handled elsewhere and no list has: counted once a person, place and month."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.domains.crossregion import errors
from mashangban.domains.crossregion.models import MemberRecord
from mashangban.domains.crossregion.rules import wishes as rules
from mashangban.domains.crossregion.schemas.wishes import WishesQuery, WishForm
from mashangban.domains.crossregion.service import alliances, wishes
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.permissions import Principal
from tests.crossregion.conftest import HOME, LEAD, Zones
from tests.crossregion.test_api import ROOT, read, send
from tests.registry.conftest import officer, person
from tests.workers.office import office_of

# A county of its own, so that no other test's words count here.
PLACE, ELSEWHERE = "510104", "510105"


def say(who: Principal, what: str, region: str = PLACE) -> str:
    return wishes.wish(Act(who, clock.now()), WishForm(region=region, what=what)).what


def wanted(region: str = PLACE) -> list[tuple[str, int]]:
    found = wishes.most_wanted(Act(officer(region), clock.now()), WishesQuery(region=region))
    return [(one.what, one.asked) for one in found]


@pytest.mark.parametrize("typed", ["补办结婚证", " 补办 结婚证。", "补办结婚证！", "补办\u3000结婚证"])
def test_one_matter_has_one_spelling(typed: str) -> None:
    assert rules.called(typed) == "补办结婚证"


@given(st.lists(st.tuples(st.text(min_size=1), st.integers(0, 9)), max_size=80))
def test_the_most_wanted_stand_first_and_a_page_is_no_longer_than_a_screen(
    asked: list[tuple[str, int]],
) -> None:
    shown = rules.most(asked)
    assert len(shown) == min(len(asked), rules.SHOWN)
    assert [count for _, count in shown] == sorted((count for _, count in shown), reverse=True)


def test_a_person_counts_once_a_month_and_others_add_to_it(tables: str) -> None:
    first, second = person(), person()
    before = dict(wanted())
    for who, what in (
        (first, "补办结婚证"),
        (first, "补办结婚证。"),
        (second, "补办结婚证"),
        (second, "迁户口"),
    ):
        say(who, what)
    after = dict(wanted())
    assert after["补办结婚证"] - before.get("补办结婚证", 0) == 2
    assert after["迁户口"] - before.get("迁户口", 0) == 1
    assert say(first, "补办结婚证", ELSEWHERE) == "补办结婚证"
    assert "补办结婚证" in dict(wanted(ELSEWHERE))


def test_what_says_nothing_is_not_counted_and_another_county_is_not_seen(tables: str) -> None:
    with pytest.raises(errors.WishEmpty):
        say(person(), "。。。")
    with pytest.raises(errors.PlacesWrong):
        say(person(), "迁户口", "999999")
    with pytest.raises(NotFound):
        wishes.most_wanted(Act(officer("330205"), clock.now()), WishesQuery(region=PLACE))


def test_the_same_key_answers_the_same_and_the_office_reads_it_on_its_page(tables: str) -> None:
    who, key, body = person(), "w" * 24, {"region": PLACE, "what": "换发驾驶证"}
    first, again = (send("POST", f"{ROOT}/wishes", body, who, key) for _ in range(2))
    assert (first["statusCode"], read(again)) == (201, {"what": "换发驾驶证"})
    assert send("POST", f"{ROOT}/wishes", body)["statusCode"] == 401
    listed = read(send("GET", f"{ROOT}/desk/wishes?region={PLACE}", who=officer(PLACE)))["items"]
    assert "换发驾驶证" in [one["what"] for one in listed]
    assert "换发驾驶证" in office_of(officer(PLACE)).get(f"/console/crossregion/wishes?region={PLACE}").html


def test_the_office_that_leads_an_alliance_makes_an_item_of_a_word_by_a_click(zones: Zones) -> None:
    for other in alliances.led_by(LEAD):
        if other.id != zones.id:
            MemberRecord(f"ALLIANCE#{other.id}", f"ZONE#{LEAD}").delete()
    say(person(), "异地换发驾驶证", LEAD)
    lead = office_of(zones.lead)
    where = f"/console/crossregion/alliances/{zones.id}/new-item?name={quote('异地换发驾驶证')}"
    assert where in lead.get(f"/console/crossregion/wishes?region={LEAD}").html
    assert 'value="异地换发驾驶证"' in lead.get(where).html
    say(person(), "异地换发驾驶证", HOME)
    assert (
        "/new-item?name=" not in office_of(zones.home).get(f"/console/crossregion/wishes?region={HOME}").html
    )
