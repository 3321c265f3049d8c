"""The four transparencies at the office's desk: told for a place, corrected, withdrawn, and read by regulators."""

import datetime as dt
import json

from mashangban.domains.homes import errors
from mashangban.domains.homes.service import facts
from mashangban.domains.homes.terms import FactKind
from mashangban.kernel import clock
from tests.homes.conftest import Yard
from tests.workers.office import Office, office_of

ESTATES = "/console/homes/estates"
CEMENT = {
    "kind": "material",
    "building": "1",
    "title": "水泥",
    "source": "海螺水泥",
    "number": "PO42.5-0318",
    "happened_on": "2026-03-18",
}


def told(window: Office, yard: Yard, **changes: str) -> str:
    """The page of a fact that the office told."""
    at = f"{ESTATES}/{yard.estate_id}/facts"
    answer = window.act(window.get(f"{at}/new"), at, **{**CEMENT, **changes})
    assert answer.status == 303, answer.html
    return answer.location


def of_home(yard: Yard, label: str) -> dict[str, str | None]:
    found = facts.of_home(yard.builder, yard.home(label).id, FactKind.MATERIAL, clock.now())
    return {one.number: one.withdrawn for one in found}


def test_a_fact_is_told_for_a_building_and_stands_in_the_list_of_that_reach(estate: Yard) -> None:
    window = office_of(estate.builder)
    shown = window.get(told(window, estate))
    assert [
        word for word in ("水泥", "海螺水泥", "PO42.5-0318", "2026-03-18") if word not in shown.html
    ] == []
    assert (of_home(estate, "1-1-101"), of_home(estate, "2-1-1101")) == ({"PO42.5-0318": None}, {})
    at = f"{ESTATES}/{estate.estate_id}/facts"
    assert "PO42.5-0318" in window.get(f"{at}?kind=material&building=1").html
    assert "PO42.5-0318" not in window.get(f"{at}?kind=material").html
    assert "PO42.5-0318" not in window.get(f"{at}?kind=service&building=1").html


def test_a_wrong_form_comes_back_filled_and_says_what_to_mend(estate: Yard) -> None:
    window, at = office_of(estate.builder), f"{ESTATES}/{estate.estate_id}/facts"
    tomorrow = clock.local_date(clock.now()) + dt.timedelta(days=1)
    late = window.act(window.get(f"{at}/new"), at, **{**CEMENT, "happened_on": tomorrow.isoformat()})
    assert errors.FactInFuture.title in late.html
    assert 'value="海螺水泥"' in late.html
    astray = window.act(window.get(f"{at}/new"), at, **{**CEMENT, "unit": "9"})
    assert "这栋楼没有这个单元" in astray.html
    assert of_home(estate, "1-1-101") == {}


def test_a_correction_stands_instead_of_the_wrong_one_which_stays_with_its_reason(estate: Yard) -> None:
    window = office_of(estate.builder)
    wrong = told(window, estate)
    opened = window.get(f"{wrong}/correction")
    assert 'value="PO42.5-0318"' in opened.html
    said = {**{name: CEMENT[name] for name in ("title", "source", "happened_on")}, "number": "PO42.5-0319"}
    bare = window.act(opened, f"{wrong}/correction", **said)
    assert bare.status == 200
    answer = window.act(window.get(f"{wrong}/correction"), f"{wrong}/correction", **said, reason="编号抄错")
    assert "PO42.5-0319" in window.get(answer.location).html
    assert "编号抄错" in window.get(wrong).html
    assert of_home(estate, "1-1-101") == {"PO42.5-0318": "编号抄错", "PO42.5-0319": None}
    again = window.act(window.get(f"{wrong}/correction"), f"{wrong}/correction", **said, reason="再来一次")
    assert errors.FactWithdrawn.title in again.html


def test_a_fact_is_withdrawn_once_with_its_reason(estate: Yard) -> None:
    window = office_of(estate.builder)
    where = told(window, estate)
    window.act(window.get(where), f"{where}/withdrawal", reason="不是这栋楼的")
    shown = window.get(where)
    assert "不是这栋楼的" in shown.html
    assert f"{where}/withdrawal" not in shown.html
    assert of_home(estate, "1-1-101") == {"PO42.5-0318": "不是这栋楼的"}


def test_the_county_reads_and_tells_nothing(estate: Yard) -> None:
    where, county = told(office_of(estate.builder), estate), office_of(estate.officer)
    at = f"{ESTATES}/{estate.estate_id}/facts"
    assert "PO42.5-0318" in county.get(f"{at}?kind=material&building=1").html
    assert f"{where}/withdrawal" not in county.get(where).html
    assert (county.get(f"{at}/new").status, county.get(f"{where}/correction").status) == (403, 403)
    stranger = office_of(estate.contractor)
    assert stranger.get(where).status == 404


def test_a_fact_names_the_paper_that_was_chosen_before(estate: Yard) -> None:
    window, at = office_of(estate.builder), f"{ESTATES}/{estate.estate_id}/facts"
    opened = window.get(f"{at}/paper")
    headers = {
        "content-type": "application/octet-stream",
        "x-csrf-token": opened.hidden("csrf"),
        "idempotency-key": opened.hidden("key"),
        "x-filename": "report.pdf",
        "accept": "application/json",
    }
    taken = json.loads(window.send("POST", "/console/files", b"%PDF-1.7\n%%EOF\n", headers).html)["id"]
    form = window.get(f"{at}/new?file={taken}")
    assert "report.pdf" in form.html
    bare = window.act(form, at, **{**CEMENT, "source": "", "files": taken})
    assert (bare.status, bare.hidden("files")) == (200, taken)
    answer = window.act(window.get(f"{at}/new?file={taken}"), at, **CEMENT, files=taken)
    assert "report.pdf" in window.get(answer.location).html
    stranger = office_of(estate.officer)
    assert stranger.get(f"{at}/paper").status == 403
