"""The menu is data: every entry leads to a page, for exactly the roles that may open it."""

import pytest

from checks import house
from mashangban.console import menu
from mashangban.kernel.permissions import Grant, Principal, Role, Scope

PAGES = {
    route.path: route
    for route in house.routes()
    if route.method == "GET" and route.path.startswith("/console")
}


@pytest.mark.parametrize("entry", menu.entries(), ids=lambda one: one.href)
def test_every_entry_leads_to_a_page_for_the_roles_that_may_open_it(entry: menu.MenuEntry) -> None:
    page = PAGES[entry.href.rstrip("/")]
    assert page.contract is not None
    assert entry.roles <= page.contract.permission.roles


@pytest.mark.parametrize("entry", [one for one in menu.entries() if one.waits], ids=lambda one: one.waits)
def test_what_waits_is_asked_only_by_those_who_may_look(entry: menu.MenuEntry) -> None:
    part = PAGES[entry.waits]
    assert part.contract is not None
    assert entry.roles <= part.contract.permission.roles


def test_whoever_holds_no_role_sees_no_menu() -> None:
    assert menu.menu_for(Principal("p", "s")) == ()


def test_areas_stand_in_their_order_and_empty_ones_are_left_out() -> None:
    clerk = Principal("p", "s", (Grant(Role.LABOUR_CLERK, Scope("project", "x")),))
    shown = [area.label for area in menu.menu_for(clerk)]
    assert shown == [label for label in menu.AREAS if label in shown]
    assert "系统" not in shown


def test_a_short_menu_stands_open_and_a_long_one_folds() -> None:
    clerk = Principal("p", "s", (Grant(Role.LABOUR_CLERK, Scope("project", "x")),))
    officer = Principal("p", "s", (Grant(Role.COUNTY_OFFICER, Scope("region", "330106")),))
    assert not menu.folds(menu.menu_for(clerk))
    assert menu.folds(menu.menu_for(officer))


@pytest.mark.parametrize(
    ("path", "entry"),
    [
        ("/console/", "/console/"),
        ("/console", "/console/"),
        ("/console/projects/abc", "/console/projects"),
        ("/console/projectsx", ""),
        ("/console/crossregion/cases/abc", "/console/crossregion"),
        ("/console/crossregion/affairs/abc", "/console/crossregion/alliances"),
    ],
)
def test_a_page_stands_under_its_entry(path: str, entry: str) -> None:
    assert menu.current(path) == entry
