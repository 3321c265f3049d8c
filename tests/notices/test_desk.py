"""The inbox at a desk: a message is read by opening it, all at once by one button, and nobody else's is found."""

import pytest

from mashangban.kernel import ids
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from tests.notices.conftest import tell
from tests.workers.office import Office, office_of

pytestmark = pytest.mark.usefixtures("tables")


def desk() -> tuple[str, Office]:
    """An officer of 西湖区 with an empty inbox."""
    held = (Grant(Role.COUNTY_OFFICER, Scope("region", "330106")),)
    officer = Principal(ids.new_id(), ids.new_id(), held, real_name=True)
    return officer.person_id, office_of(officer)


def test_a_message_is_read_by_opening_it() -> None:
    person, window = desk()
    tell(person, link="/console/workers/contracts")
    listed = window.get("/console/notices")
    assert "1 条未看" in listed.html
    href = listed.html.partition('href="/console/notices/')[2].partition('"')[0]
    opened = window.get(f"/console/notices/{href}")
    assert "去办理" in opened.html
    assert "条未看" not in window.get("/console/notices").html


def test_a_link_to_a_page_of_the_phone_is_not_offered_at_a_desk() -> None:
    person, window = desk()
    tell(person, link="/workers/pages/contract/index?id=1")
    href = window.get("/console/notices").html.partition('href="/console/notices/')[2].partition('"')[0]
    assert "去办理" not in window.get(f"/console/notices/{href}").html


def test_all_are_read_at_once() -> None:
    person, window = desk()
    for _ in range(3):
        tell(person)
    listed = window.get("/console/notices")
    assert window.act(listed, "/console/notices/read-all").status == 303
    assert "条未看" not in window.get("/console/notices").html


def test_somebody_elses_message_is_not_found() -> None:
    person, window = desk()
    tell(person)
    href = window.get("/console/notices").html.partition('href="/console/notices/')[2].partition('"')[0]
    _, stranger = desk()
    assert stranger.get(f"/console/notices/{href}").status == 404
