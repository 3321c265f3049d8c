"""One fault behind many reports at a desk: opened, joined, told; each household keeps its own word."""

import pytest

from mashangban.domains.homes.service import defectlists, gathering
from mashangban.domains.homes.terms import Category
from tests.homes.conftest import act
from tests.homes.repairs import Repairs, Street
from tests.registry.conftest import officer
from tests.workers.office import Office, office_of

ESTATES = "/console/homes/estates"


@pytest.fixture(scope="module")
def street(ground: None, engine_url: str, objects_url: str) -> Street:
    return Street.on(engine_url, objects_url, buildings=4)


@pytest.fixture
def repairs(street: Street) -> Repairs:
    return street.repairs()


def opened(window: Office, repairs: Repairs, title: str = "卫生间立管渗漏") -> str:
    """The page of an issue that the desk opened."""
    at = f"{ESTATES}/{repairs.yard.estate_id}/issues"
    answer = window.act(window.get(f"{at}/new"), at, category="leak", title=title)
    assert answer.status == 303, answer.html
    return answer.location


def test_the_office_opens_an_issue_lets_a_report_join_and_tells_news(repairs: Repairs) -> None:
    window, leak = office_of(repairs.yard.builder), repairs.reported()
    door = repairs.reported(category=Category.OPENING)
    for one in (leak, door):
        defectlists.count(one)
    where = opened(window, repairs)
    page = window.get(where)
    assert (leak in page.html, door in page.html) == (True, False)
    window.act(page, f"{where}/defects", defect_id=leak)
    repairs.yard.pump.run()
    window.act(window.get(where), f"{where}/news", text="下周一统一更换立管")
    shown = gathering.show(act(repairs.yard.builder), where.rpartition("/")[2])
    assert (shown.joined, [one.text for one in shown.news]) == (1, ["下周一统一更换立管"])
    page = window.get(where)
    assert ("下周一统一更换立管" in page.html, leak in page.html) == (True, False)


def test_an_issue_stands_in_its_estates_list_for_office_and_county(repairs: Repairs) -> None:
    where = opened(office_of(repairs.yard.builder), repairs, "外墙多处渗水")
    at = f"{ESTATES}/{repairs.yard.estate_id}/issues"
    county = office_of(repairs.yard.officer)
    assert where in county.get(at).html
    assert f"{where}/news" in county.get(where).html
    assert f"{where}/defects" not in county.get(where).html
    assert office_of(officer("330203")).get(where).status == 404


def test_a_title_that_is_too_short_comes_back_with_what_to_mend(repairs: Repairs) -> None:
    window, at = office_of(repairs.yard.builder), f"{ESTATES}/{repairs.yard.estate_id}/issues"
    answer = window.act(window.get(f"{at}/new"), at, category="leak", title="漏")
    assert (answer.status, 'value="漏"' in answer.html) == (200, True)
