"""Matters over HTTP: from a guide's item to the office's answer, each write once a key."""

import json
from collections.abc import Callable
from typing import Any

from mashangban.domains.matters.app import handler as matters_app
from mashangban.kernel import ids
from mashangban.kernel.permissions import Principal
from mashangban.processes.handling.app import handler as handling_app
from tests.audit.build import sign_in
from tests.matters.conftest import OFFER, Office, head
from tests.registry.conftest import officer
from tests.workers import phone

MINE, DESK, HANDLING = "/v1/matters/mine", "/v1/matters/desk", "/v1/handling"


def send(
    method: str, path: str, body: Any = None, who: Principal | None = None, key: str = ""
) -> dict[str, Any]:
    app: Callable[..., dict[str, Any]] = handling_app if path.startswith(HANDLING) else matters_app
    headers = {"content-type": "application/json", "idempotency-key": key or ids.new_id()}
    if who is not None:
        headers["authorization"] = f"Bearer {sign_in(who.person_id, list(who.grants))}"
    text = None if body is None else json.dumps(body)
    return app(phone._event(method, path, text, headers), None)


def read(raw: dict[str, Any]) -> Any:
    return json.loads(raw["body"])


def filling(office: Office) -> Any:
    return json.loads(office.filled().model_dump_json())


def test_anybody_sees_whether_an_item_is_handled_online_and_its_office_alone_sets_it(office: Office) -> None:
    path = f"{HANDLING}/items/{office.item_id}"
    shown = read(send("GET", path))
    assert (shown["open"], [one["key"] for one in shown["asks"]]) == (True, ["shop", "illness"])
    closed = json.loads(OFFER.model_copy(update={"open": False}).model_dump_json())
    assert send("PUT", path, closed, officer("330108"))["statusCode"] == 404
    assert send("PUT", path, closed, office.person)["statusCode"] == 403
    assert read(send("PUT", path, closed, office.clerk))["open"] is False
    refused = send("POST", f"{HANDLING}/matters", {"item_id": office.item_id}, office.person)
    assert (refused["statusCode"], read(refused)["code"]) == (409, "matters.offer.closed")


def test_a_submission_sent_twice_with_one_key_is_one_submission(office: Office) -> None:
    made = read(send("POST", f"{HANDLING}/matters", {"item_id": office.item_id}, office.person))["id"]
    path, body, key = f"{MINE}/{made}/submission", filling(office), ids.new_id()
    first, again = (send("POST", path, body, office.person, key) for _ in range(2))
    assert (first["statusCode"], read(again)) == (200, read(first))
    assert len(head(made).papers) == 1
    assert send("POST", path, body, office.person)["statusCode"] == 409


def test_what_lacks_is_named_line_by_line(office: Office) -> None:
    made = office.begin()
    refused = send("POST", f"{MINE}/{made}/submission", {}, office.person)
    assert (refused["statusCode"], read(refused)["code"]) == (409, "matters.dossier.incomplete")
    assert [one["message"] for one in read(refused)["errors"]] == [
        "还缺“营业执照”",
        "还缺“健康证”",
        "还没填“店名”",
    ]


def test_the_desk_takes_each_act_and_refuses_the_hand_that_accepted(office: Office) -> None:
    made = office.submitted()
    listed = read(send("GET", f"{DESK}?region=330106&stage=accept", None, office.clerk))
    assert all(one["stage"] == "accept" for one in listed["items"])
    assert send("POST", f"{DESK}/{made}/acceptance", None, office.clerk)["statusCode"] == 200
    decision = {"outcome": "denied", "reason": ""}
    mine = send("POST", f"{DESK}/{made}/decision", decision, office.clerk)
    assert read(mine)["code"] == "matters.matter.same-hands"
    unreasoned = send("POST", f"{DESK}/{made}/decision", decision, office.decider)
    assert (unreasoned["statusCode"], read(unreasoned)["code"]) == (422, "matters.matter.reason-missing")
    reasoned = send("POST", f"{DESK}/{made}/decision", decision | {"reason": "第三条"}, office.decider)
    assert read(reasoned)["state"] == "decided"
    assert read(send("GET", f"{MINE}/{made}", None, office.person))["outcome_label"] == "没有批准"


def test_what_is_begun_from_a_conversation_knows_it(office: Office) -> None:
    body = {"item_id": office.item_id, "talk_id": "01TALK"}
    made = read(send("POST", f"{HANDLING}/matters", body, office.person))["id"]
    assert read(send("GET", f"{MINE}/{made}", None, office.person))["talk_id"] == "01TALK"
    wrong = {"item_id": office.item_id, "talk_id": "../x"}
    assert send("POST", f"{HANDLING}/matters", wrong, office.person)["statusCode"] == 422
