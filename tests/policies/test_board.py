"""The board of policies: counted once, up to the province, and seen by the offices of the region."""

from mashangban.domains.policies.service import tallying
from tests.policies.conftest import COUNTY, Bureau, call
from tests.registry.conftest import officer
from tests.workers.office import office_of


def numbers(bureau: Bureau, region: str) -> tuple[int, int, int, int]:
    status, answer = call(bureau.province, "GET", f"/board?region={region}")
    assert status == 200, answer
    return answer["published"], answer["drafted"], answer["withdrawn"], answer["budget"]


def moved(before: tuple[int, ...], after: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(new - old for old, new in zip(before, after, strict=True))


def test_a_policy_counts_once_on_every_board_above_it_until_it_is_withdrawn(bureau: Bureau) -> None:
    bureau.pump.run()
    regions = (COUNTY, COUNTY[:4], COUNTY[:2])
    before = [numbers(bureau, one) for one in regions]
    policy_id = bureau.published(budget=700)
    tallying.count(policy_id)
    after = [numbers(bureau, one) for one in regions]
    assert [moved(*pair) for pair in zip(before, after, strict=True)] == [(1, 0, 0, 700)] * 3
    call(bureau.officer, "POST", f"/policies/{policy_id}/withdrawal", {"reason": "政策到期"})
    bureau.pump.run()
    ended = [numbers(bureau, one) for one in regions]
    assert [moved(*pair) for pair in zip(before, ended, strict=True)] == [(0, 0, 1, 0)] * 3


def test_the_city_sees_its_counties_on_a_map_and_a_county_only_itself(bureau: Bureau) -> None:
    bureau.published()
    city = office_of(officer(COUNTY[:4])).get("/console/policies")
    assert "西湖区" in city.html
    assert f"/console/policies?region={COUNTY}" in city.html
    county = office_of(officer(COUNTY))
    assert "科学技术局" in county.get("/console/policies").html
    assert county.get(f"/console/policies?region={COUNTY[:4]}").status == 404
