"""A buyer's phone and a builder's browser, asked through the homes function's own handler."""

import json
import secrets
from typing import Any

from mashangban.domains.homes.app import handler
from mashangban.domains.homes.service import doors
from mashangban.kernel.permissions import Principal
from tests.homes.buying import TAIL
from tests.homes.conftest import Known, Yard
from tests.workers import phone as workers_phone


def call(
    who: Principal | None, method: str, path: str, body: Any = None, key: str | None = None
) -> tuple[int, Any, dict[str, str]]:
    """Status, body and headers of one call."""
    headers = {"content-type": "application/json"}
    if who is not None:
        headers["authorization"] = f"Bearer {workers_phone.phone_of(who).token}"
    if method != "GET":
        headers["idempotency-key"] = key or secrets.token_hex(12)
    text = json.dumps(body) if body is not None else None
    raw = handler(workers_phone._event(method, path, text, headers), None)
    return raw["statusCode"], json.loads(raw["body"]) if raw["body"] else None, raw["headers"]


def test_a_door_is_read_without_sign_in_and_tells_nothing_of_who_lives_there(
    estate: Yard, owner: Principal
) -> None:
    status, card, _ = call(None, "GET", f"/v1/homes/codes/{doors.code_of(estate.home('1-1-101'))}")
    assert status == 200
    assert set(card) == {"home_id", "estate_name", "label", "builder_name"}
    assert call(None, "GET", "/v1/homes/codes/ABC")[0] == 404


def test_the_same_submission_binds_once_and_gets_the_first_answer(estate: Yard, buyer: Known) -> None:
    given = {"code": doors.code_of(estate.home("1-1-101")), "contract_tail": TAIL}
    key = secrets.token_hex(12)
    first = call(buyer.principal, "POST", "/v1/homes/homes", given, key)
    again = call(buyer.principal, "POST", "/v1/homes/homes", given, key)
    assert first[0] == again[0] == 201
    assert first[1] == again[1]
    assert call(buyer.principal, "POST", "/v1/homes/homes", given)[1]["code"] == "homes.binding.already-bound"
    assert len(estate.home("1-1-101").residents) == 1


def test_whoever_tries_too_often_is_told_in_words_and_in_seconds(estate: Yard, buyer: Known) -> None:
    stranger = estate.known("赵六").principal
    given = {"code": doors.code_of(estate.home("1-1-101")), "contract_tail": "000000"}
    for _ in range(5):
        assert call(stranger, "POST", "/v1/homes/homes", given)[0] in (422, 429)
    status, problem, headers = call(stranger, "POST", "/v1/homes/homes", given)
    assert (status, problem["code"]) == (429, "homes.binding.too-many-tries")
    assert "以后再试" in problem["detail"]
    assert int(headers["Retry-After"]) > 0


def test_a_list_of_homes_goes_page_by_page_in_the_order_people_count(estate: Yard) -> None:
    path = f"/v1/homes/estates/{estate.estate_id}/homes?limit=3"
    _, first, _ = call(estate.builder, "GET", path)
    _, rest, _ = call(estate.builder, "GET", f"{path}&cursor={first['next_cursor']}")
    labels = [one["label"] for one in first["items"] + rest["items"]]
    assert labels == ["1-1-101", "1-1-102", "1-2-201", "2-1-1101"]


def test_a_template_is_a_spreadsheet_under_its_chinese_name(estate: Yard) -> None:
    token = workers_phone.phone_of(estate.builder).token
    event = workers_phone._event(
        "GET", "/v1/homes/import-template?kind=contracts", None, {"authorization": f"Bearer {token}"}
    )
    raw = handler(event, None)
    assert raw["statusCode"] == 200
    assert raw["headers"]["Content-Type"].endswith("spreadsheetml.sheet")
    assert "filename*=UTF-8''" in raw["headers"]["Content-Disposition"]


def test_what_a_phone_makes_up_is_refused_with_the_field_named(estate: Yard, owner: Principal) -> None:
    home = estate.home("1-1-101").id
    status, problem, _ = call(owner, "POST", f"/v1/homes/homes/{home}/invitations", {"kind": "landlord"})
    assert (status, problem["errors"][0]["field"]) == (422, "kind")
    status, sheet, _ = call(owner, "POST", f"/v1/homes/homes/{home}/inspections", {"kind": "buyer"})
    assert status == 201
    entry = {"point": "height@客厅", "design": 2800, "values": [0]}
    path = f"/v1/homes/inspections/{sheet['id']}/entries"
    assert call(owner, "POST", path, {"entries": [entry]})[0] == 422
    entry["values"] = [2800] * 5
    status, done, _ = call(owner, "POST", path, {"entries": [entry]})
    assert (status, done["taken"]) == (200, ["height@客厅"])
