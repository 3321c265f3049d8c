"""Who hid their name stays hidden from the employer's side: on every route, in every log, notice, paper and file."""

import json
from typing import Any

import pytest

from mashangban.domains.arrears import errors
from mashangban.domains.arrears.models import TABLE
from mashangban.domains.arrears.schemas import Order, PlaceQuery, Proposal
from mashangban.domains.arrears.service import exporting, handling
from mashangban.kernel import crypto, events, history
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal
from mashangban.registry.sheets import CSV
from tests.arrears.conftest import MORNING, World, act
from tests.arrears.phone import call
from tests.arrears.test_complaints import PAY_BY


def accused_side(world: World) -> list[Principal]:
    people = world.people
    return [people.admin, people.contractor, people.site.clerk, people.site.operator]


def secrets_of(world: World) -> list[str]:
    """What points to the worker."""
    return [world.worker.person_id, "王*国", "王建国", world.contract_id, world.employment.number]


def accepted(world: World, *, hidden: bool = True) -> str:
    complaint_id = world.complain(hidden=hidden, text="我是王建国，他们不给钱")
    handling.accept(act(world.people.county), complaint_id)
    handling.propose(
        act(world.people.county),
        complaint_id,
        Proposal(text="请在20日前付清", amount_fen=700000, pay_by=PAY_BY),
    )
    world.relay()
    return complaint_id


def test_the_accused_sides_routes_tell_nothing_of_the_person(world: World) -> None:
    complaint_id = accepted(world)
    project = world.people.site.project.id
    paths = (f"/v1/arrears/accusations?where={project}", f"/v1/arrears/accusations/{complaint_id}")
    for somebody in accused_side(world):
        for path in paths:
            status, _, text = call(somebody, "GET", path)
            assert status == 200
            own = [line for line in _objects(text) if line["id"] == complaint_id]
            assert own
            assert [
                secret for secret in secrets_of(world) if secret in json.dumps(own, ensure_ascii=False)
            ] == []


def _objects(text: str) -> list[dict[str, object]]:
    body = json.loads(text)
    found: list[dict[str, object]] = body.get("items", [body])
    return found


def test_a_reply_tells_nothing_either_and_lies_in_a_chain_of_its_own(world: World) -> None:
    complaint_id = accepted(world)
    body = {"reply": "explain", "text": "正在筹款"}
    status, _, text = call(world.people.admin, "POST", f"/v1/arrears/accusations/{complaint_id}/reply", body)
    assert status == 200
    assert [secret for secret in secrets_of(world) if secret in text] == []
    chain = history.of(TABLE, Subject("complaint", complaint_id))
    assert world.people.admin.person_id not in {event.actor for event in chain}


@pytest.mark.parametrize("path", ["", "/evidence"], ids=["complaint", "evidence"])
def test_the_complaint_itself_does_not_exist_for_them(world: World, path: str) -> None:
    complaint_id = accepted(world)
    for somebody in accused_side(world):
        assert call(somebody, "GET", f"/v1/arrears/complaints/{complaint_id}{path}")[0] == 404


def test_what_they_see_of_the_month_does_not_betray_that_there_is_a_complaint(world: World) -> None:
    project = world.people.site.project.id
    paths = (f"/v1/arrears/pay/{world.expectation_id}", f"/v1/arrears/late?where={project}")
    before = [call(somebody, "GET", path)[2] for somebody in accused_side(world) for path in paths]
    complaint_id = accepted(world)
    after = [call(somebody, "GET", path)[2] for somebody in accused_side(world) for path in paths]
    assert before == after
    assert complaint_id not in "".join(after)


def test_the_file_of_warnings_has_no_complaint(world: World) -> None:
    complaint_id = accepted(world)
    number = call(world.worker, "GET", f"/v1/arrears/complaints/{complaint_id}")[1]["row"]["number"]
    query = PlaceQuery(where=world.people.site.project.id)
    for somebody in accused_side(world):
        assert number not in exporting.export_late(somebody, query, MORNING, CSV).decode("utf-8-sig")


def test_notices_to_them_name_nobody_and_notices_to_the_worker_lie_beyond_their_reach(world: World) -> None:
    complaint_id = accepted(world)
    for letter in _letters(complaint_id):
        body = letter["body"]
        if letter["to"] == "notices" and body.get("person_id") != world.worker.person_id:
            assert [
                secret for secret in secrets_of(world) if secret in json.dumps(body, ensure_ascii=False)
            ] == []
        if letter["to"] == "notices":
            assert body["place"] == {"region": "330106"}


def test_the_evidence_is_for_the_worker_and_the_regulators_and_prints_no_name(world: World) -> None:
    complaint_id = accepted(world)
    (order,) = [one for one in _letters(complaint_id) if one["to"] == "documents"]
    assert order["body"]["access"] == {
        "region": "330106", "orgs": [], "project": None, "persons": [world.worker.person_id],
    }  # fmt: skip
    assert "王" not in json.dumps(order["body"]["data"], ensure_ascii=False)


def test_an_officers_words_must_not_name_them(world: World) -> None:
    complaint_id = accepted(world)
    officer = act(world.people.county)
    with pytest.raises(errors.NameInWords):
        handling.propose(
            officer, complaint_id, Proposal(text="请付清王建国的工资", amount_fen=700000, pay_by=PAY_BY)
        )
    with pytest.raises(errors.NameInWords):
        handling.order(
            officer, complaint_id, Order(text=f"合同{world.employment.number}", amount_fen=1, pay_by=PAY_BY)
        )


def test_who_does_not_hide_is_named_masked(world: World) -> None:
    complaint_id = accepted(world, hidden=False)
    shown = call(world.people.admin, "GET", f"/v1/arrears/accusations/{complaint_id}")[1]
    assert shown["row"]["worker_name_masked"] == "王*国"


def _letters(complaint_id: str) -> list[dict[str, Any]]:
    items = history.items_of(TABLE, Subject("complaint", complaint_id))
    sealed = [letter for item in items for letter in events.letters(item)]
    return [{**one, "body": json.loads(crypto.unseal(one["body"], one["context"]))} for one in sealed]
