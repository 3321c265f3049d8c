"""A builder's office at its desk: it opens an estate and brings its sheets in, in a browser."""

import re
from urllib.parse import quote

import pytest

from mashangban.domains.homes import errors, schemas
from mashangban.domains.homes.service import estates
from mashangban.domains.homes.terms import ImportKind
from mashangban.imports.terms import MOST_POSTED
from mashangban.kernel.permissions import Role
from tests.console.office import Page
from tests.homes import buying
from tests.homes.conftest import HOMES, Yard, person, sheet
from tests.registry.conftest import project_code, project_form
from tests.workers.office import Office, office_of

HOME = "/console/homes"


def posted(window: Office, yard: Yard, content: bytes, kind: str = "estate", name: str = "房屋.xlsx") -> Page:
    """A sheet as the page's script sends it."""
    at = f"{HOME}/estates/{yard.estate_id}/imports"
    opened = window.get(f"{at}/new?kind={kind}")
    headers = {
        "content-type": "application/octet-stream",
        "x-csrf-token": opened.hidden("csrf"),
        "idempotency-key": opened.hidden("key"),
        "x-filename": quote(name),
        "accept": "application/json",
    }
    return window.send("POST", f"{at}?kind={kind}", content, headers)


def brought(window: Office, yard: Yard, content: bytes, kind: str = "estate") -> str:
    """The page of a sheet that was checked."""
    started = posted(window, yard, content, kind)
    assert started.status == 201, started.html
    found = re.search(r'"id":"(\w+)"', started.html)
    assert found
    yard.pump.run()
    return f"{HOME}/estates/{yard.estate_id}/imports/{found.group(1)}"


def test_a_wrong_row_is_named_by_row_and_column_and_the_mended_sheet_counts_once_confirmed(
    yard: Yard,
) -> None:
    window = office_of(yard.builder)
    refused = window.get(brought(window, yard, sheet([*HOMES, ["1", "1", "1", "101/102", "A户型", "", ""]])))
    assert "什么都没有导入" in refused.html
    assert re.search(r"<td>6</td><td>室号</td><td>[^<]*看不懂", refused.html)
    assert estates.show_estate(yard.builder, yard.estate_id).homes == 0
    mended = brought(window, yard, sheet(HOMES))
    opened = window.get(mended)
    assert "检查通过" in opened.html
    assert estates.show_estate(yard.builder, yard.estate_id).homes == 0
    window.act(opened, f"{mended}/confirmation")
    yard.pump.run()
    assert "新增了" in window.get(mended).html
    assert estates.show_estate(yard.builder, yard.estate_id).homes == len(HOMES)
    listed = window.get(f"{HOME}/estates/{yard.estate_id}/imports").html
    assert [label for label in ("有问题，没有导入", "已导入") if label not in listed] == []


def test_what_is_wrong_comes_as_a_sheet_too(yard: Yard) -> None:
    window = office_of(yard.builder)
    found = window.get(brought(window, yard, sheet([["", "1", "1", "101", "A户型", "客厅", ""]])) + "/errors")
    assert "spreadsheetml" in found.headers["content-type"]


@pytest.mark.parametrize("kind", list(ImportKind))
def test_each_kinds_template_is_an_empty_sheet_that_names_what_must_be_filled_in(
    yard: Yard, kind: ImportKind
) -> None:
    window = office_of(yard.builder)
    at = f"{HOME}/estates/{yard.estate_id}/imports"
    assert f"{at}/template?kind={kind.value}" in window.get(f"{at}/new?kind={kind.value}").html
    assert "spreadsheetml" in window.get(f"{at}/template?kind={kind.value}").headers["content-type"]
    assert window.get(f"{at}/new?kind=else").status == 404


def test_contracts_are_posted_and_recorded_and_a_cancelled_sheet_brings_nothing(estate: Yard) -> None:
    window, known = office_of(estate.builder), estate.known()
    content = sheet([buying.row(known)], buying.HEAD)
    dropped = brought(window, estate, content, "contracts")
    window.act(window.get(dropped), f"{dropped}/cancellation")
    assert "什么都没有导入" in window.get(dropped).html
    kept = brought(window, estate, content, "contracts")
    window.act(window.get(kept), f"{kept}/confirmation")
    estate.pump.run()
    assert known.name not in window.get(kept).html
    buying.bind(estate, known.principal)


def test_an_empty_file_a_large_one_and_one_that_counts_already_are_refused_in_words(yard: Yard) -> None:
    window, content = office_of(yard.builder), sheet(HOMES)
    window.act(window.get(found := brought(window, yard, content)), f"{found}/confirmation")
    yard.pump.run()
    for sent, refusal in (
        (b"", errors.SheetEmpty),
        (b"x" * (MOST_POSTED + 1), errors.SheetTooLarge),
        (content, errors.SameFile),
    ):
        answer = posted(window, yard, sent)
        assert (answer.status >= 400, refusal.title in answer.html) == (True, True)


def test_a_mark_that_turns_text_is_taken_out_of_a_sheets_name(yard: Yard) -> None:
    window = office_of(yard.builder)
    assert posted(window, yard, sheet(HOMES), name="房屋\u202exslx.exe").status == 201
    listed = window.get(f"{HOME}/estates/{yard.estate_id}/imports").html
    assert "房屋xslx.exe" in listed
    assert "\u202e" not in listed


def test_a_confirmation_that_comes_too_late_says_so_and_changes_nothing(yard: Yard) -> None:
    window = office_of(yard.builder)
    first, second = (brought(window, yard, sheet(HOMES[:n])) for n in (2, 1))
    window.act(window.get(first), f"{first}/confirmation")
    answer = window.act(window.get(second), f"{second}/confirmation")
    assert answer.location == second
    assert errors.ImportOutdated.title in window.get(second).html


def test_neither_regulators_nor_the_contractors_people_bring_a_sheet_in(estate: Yard) -> None:
    at = f"{HOME}/estates/{estate.estate_id}"
    county = office_of(estate.officer)
    assert f"{at}/imports" not in county.get(at).html
    assert county.get(f"{at}/imports").status == 403
    manager = office_of(person((Role.PROJECT_MANAGER, f"project:{estate.estate_id}")))
    assert f"{at}/imports" not in manager.get(at).html
    assert manager.get(f"{at}/imports").status == 404
    assert f"{at}/imports" in office_of(estate.builder).get(at).html


def test_the_office_opens_an_estate_of_a_project_it_builds(yard: Yard) -> None:
    parties = [{"enterprise_id": yard.builder_id, "kind": "15"}]
    form = project_form(code=project_code(yard.county), county=yard.county, parties=parties)
    project, window = yard.desk.project(**form), office_of(yard.builder)
    opened = window.get(f"{HOME}/estates/new")
    assert yard.estate_id not in opened.html
    answer = window.act(opened, f"{HOME}/estates", project_id=project.id)
    assert answer.location == f"{HOME}/estates/{project.id}"
    assert "导入房屋清单" in window.get(answer.location).html
    again = window.act(window.get(f"{HOME}/estates/new"), f"{HOME}/estates", project_id=project.id)
    assert errors.EstateExists.title in again.html
    assert estates.list_estates(yard.builder, schemas.EstatesQuery()).items
