"""The pages of the console: regulators work a complaint, units answer, and nobody's page betrays who hid."""

import re
from html import unescape

from mashangban.domains.arrears.repository import complaints
from mashangban.domains.arrears.service import boards
from mashangban.domains.arrears.terms import ComplaintState, ReplyKind
from tests.arrears.conftest import DUE, World
from tests.arrears.test_hidden_identity import accepted, accused_side, secrets_of
from tests.workers.office import Office, office_of

HOME = "/console/arrears"


def every_page(window: Office, address: str) -> str:
    """A list to its end: what else stands in it other tests decide."""
    shown = window.get(address).html
    more = re.search(r'rel="next" href="([^"]+)"', shown)
    return shown + every_page(window, f"{HOME}/complaints{unescape(more[1])}") if more else shown


def test_an_officer_finds_accepts_and_orders(world: World) -> None:
    complaint_id = world.complain(text="两个月没发")
    window = office_of(world.people.county)
    assert complaint_id in every_page(window, f"{HOME}/complaints?where=330106&bucket=open&limit=50")
    opened = window.get(f"{HOME}/complaints/{complaint_id}")
    assert "两个月没发" in opened.html
    window.act(opened, f"{HOME}/complaints/{complaint_id}/acceptance")
    assert complaints.get(complaint_id).state is ComplaintState.ACCEPTED
    opened = window.get(f"{HOME}/complaints/{complaint_id}")
    form = {"text": "限期支付", "amount": "7000.50", "pay_by": "2026-12-20"}
    window.act(opened, f"{HOME}/complaints/{complaint_id}/order", **form)
    order = complaints.get(complaint_id).order
    assert order is not None
    assert order.amount_fen == 700050


def test_a_wrong_sum_is_told_and_changes_nothing(world: World) -> None:
    complaint_id = accepted(world)
    window = office_of(world.people.county)
    opened = window.get(f"{HOME}/complaints/{complaint_id}")
    form = {"text": "限期支付", "amount": "七千", "pay_by": "2026-12-20"}
    window.act(opened, f"{HOME}/complaints/{complaint_id}/order", **form)
    assert complaints.get(complaint_id).order is None


def test_units_pages_show_the_complaint_without_the_person(world: World) -> None:
    complaint_id = accepted(world)
    project = world.people.site.project.id
    number = complaints.get(complaint_id).number
    for somebody in accused_side(world):
        window = office_of(somebody)
        listed = window.get(f"{HOME}/accusations?where={project}&bucket=open").html
        assert number in listed
        shown = window.get(f"{HOME}/accusations/{complaint_id}").html
        assert [secret for secret in secrets_of(world) if secret in shown] == []
        assert window.get(f"{HOME}/complaints/{complaint_id}").status in (403, 404)
        month = window.get(f"{HOME}/pay/{world.expectation_id}").html
        assert number not in month
        assert complaint_id not in month


def test_the_unit_replies_and_answers_a_warning(world: World) -> None:
    complaint_id = accepted(world)
    window = office_of(world.people.admin)
    opened = window.get(f"{HOME}/accusations/{complaint_id}")
    window.act(opened, f"{HOME}/accusations/{complaint_id}/reply", reply="explain", text="正在筹款")
    assert [one.reply for one, _ in complaints.replies(complaints.get(complaint_id))] == [ReplyKind.EXPLAIN]
    world.sweep(DUE)
    opened = window.get(f"{HOME}/pay/{world.expectation_id}")
    window.act(opened, f"{HOME}/pay/{world.expectation_id}/answer", text="周五补发")
    assert "周五补发" in window.get(f"{HOME}/pay/{world.expectation_id}").html


def test_board_list_and_files_open_for_the_county(world: World) -> None:
    world.sweep(DUE)
    boards.count_pay(world.expectation_id)
    window = office_of(world.people.county)
    board = window.get(f"{HOME}?region=330106")
    assert (board.status, "欠薪按项目" in board.html) == (200, True)
    assert world.expectation_id in window.get(f"{HOME}/late?where=330106&bucket=warned").html
    assert window.get(f"{HOME}/late/export?where=330106&bucket=warned&format=csv").status == 200
    assert window.get(f"{HOME}/complaints/export?where=330106&bucket=open&format=csv").status == 200


def test_a_boards_page_of_another_region_does_not_exist(world: World) -> None:
    assert office_of(world.people.county).get(f"{HOME}?region=3302").status == 404
