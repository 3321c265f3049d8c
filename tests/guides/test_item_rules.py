"""What an item lacks, under which words it is found, and where somebody looks for it."""

import datetime as dt
from typing import Any

import pytest

from mashangban.domains.guides.errors import ItemUnready
from mashangban.domains.guides.rules.published import above
from mashangban.domains.guides.rules.readiness import gaps, require_ready
from mashangban.domains.guides.rules.words import plain, starts
from mashangban.domains.guides.service.items import content, digest
from mashangban.domains.guides.terms import MOST_THEMES, MOST_WORDS
from mashangban.kernel.transaction import LIMIT
from tests.guides.conftest import written

TODAY = dt.date(2026, 11, 26)
COUNTY = "330106"


def missing(region: str = COUNTY, **differs: Any) -> list[str]:
    return [one.field for one in gaps(content(written(**differs)), region, TODAY)]


def test_an_item_with_everything_may_be_published() -> None:
    require_ready(content(written()), COUNTY, TODAY)


@pytest.mark.parametrize(
    ("differs", "field"),
    [
        ({"basis": []}, "basis"),
        ({"audience": []}, "audience"),
        ({"themes": []}, "themes"),
        ({"steps": []}, "steps"),
        ({"places": []}, "places"),
        ({"visits": 0, "online": ""}, "online"),
        ({"promised_days": None}, "promised_days"),
        ({"promised_days": 21}, "promised_days"),
        ({"fee_fen": 100}, "fee_note"),
        ({"level": "city"}, "level"),
        ({"valid_until": "2026-11-25"}, "valid_until"),
        ({"valid_from": "2027-01-02", "valid_until": "2027-01-01"}, "valid_until"),
        ({"materials": [{"name": "身份证"}, {"name": "身份证"}]}, "materials"),
    ],
)
def test_each_gap_is_named_with_its_field(differs: dict[str, Any], field: str) -> None:
    assert missing(**differs) == [field]


def test_a_service_needs_no_law_and_a_home_matter_no_hall() -> None:
    assert missing(kind="20", basis=[]) == []
    assert missing(visits=0, places=[]) == []


def test_an_item_holds_on_its_first_and_its_last_day() -> None:
    one = content(written(valid_from="2026-11-01", valid_until="2026-11-30"))
    days = [dt.date(2026, 10, 31), dt.date(2026, 11, 1), dt.date(2026, 11, 30), dt.date(2026, 12, 1)]
    assert [one.holds(day) for day in days] == [False, True, True, False]


def test_all_gaps_are_told_at_once() -> None:
    with pytest.raises(ItemUnready) as refused:
        require_ready(content(written(steps=[], audience=[])), COUNTY, TODAY)
    assert [one.field for one in refused.value.errors] == ["audience", "steps"]


def test_a_name_is_found_from_within_and_without_its_marks() -> None:
    found = starts(content(written()))
    assert any(word.startswith("餐饮服务") for word in found)
    assert "开饭店" in found
    assert plain("ＡＢＣ（餐饮 服务）") == "abc餐饮服务"


def test_the_longest_names_still_fit_into_one_act() -> None:
    """Old and new words of an item, its themes and the item itself: a transaction holds 100 writes."""
    longest = content(written(name="字" * 60, words=[f"{n}{'词' * 19}" for n in range(MOST_WORDS)]))
    assert 2 * (len(starts(longest)) + 1 + MOST_THEMES) + 6 <= LIMIT


def test_one_looks_in_ones_county_then_its_city_then_its_province() -> None:
    assert above("330106") == ("330106", "3301", "33")
    assert above("33") == ("33",)


def test_the_same_content_has_the_same_digest_and_a_changed_one_another() -> None:
    assert digest(content(written())) == digest(content(written()))
    assert digest(content(written())) != digest(content(written(promised_days=4)))
