"""Matters across regions over HTTP: anybody looks, offices act once a key."""

import json
from typing import Any

from mashangban.domains.crossregion.app import handler
from mashangban.kernel import ids
from mashangban.kernel.permissions import Principal
from tests.audit.build import sign_in
from tests.crossregion.conftest import HOME, LEAD, Zones, line
from tests.workers import phone

ROOT = "/v1/crossregion"


def send(
    method: str, path: str, body: Any = None, who: Principal | None = None, key: str = ""
) -> dict[str, Any]:
    headers = {"content-type": "application/json", "idempotency-key": key or ids.new_id()}
    if who is not None:
        headers["authorization"] = f"Bearer {sign_in(who.person_id, list(who.grants))}"
    text = None if body is None else json.dumps(body)
    answer: dict[str, Any] = handler(phone._event(method, path, text, headers), None)
    return answer


def read(raw: dict[str, Any]) -> Any:
    return json.loads(raw["body"])


def test_anybody_sees_alliances_and_what_is_in_force(zones: Zones) -> None:
    zones.agreed()
    listed = read(send("GET", f"{ROOT}/alliances?region={HOME}"))["items"]
    assert zones.id in [one["id"] for one in listed]
    assert read(send("GET", f"{ROOT}/alliances/{zones.id}"))["lead"] == LEAD
    (one,) = read(send("GET", f"{ROOT}/alliances/{zones.id}/items?region={HOME}"))["items"]
    assert one["standard"]["mode_labels"] == ["全程网办", "代收代办"]
    assert read(send("GET", f"{ROOT}/alliances/{zones.id}/items/TB-001"))["edition"] == 1
    assert send("GET", f"{ROOT}/alliances/{zones.id}/items/TB-404")["statusCode"] == 404
    assert send("GET", f"{ROOT}/desk/alliances/{zones.id}")["statusCode"] == 401


def test_a_batch_sent_twice_with_one_key_is_one_batch(zones: Zones) -> None:
    path, key = f"{ROOT}/alliances/{zones.id}/batches", "b" * 24
    first, again = (send("POST", path, {"items": [line()]}, zones.lead, key) for _ in range(2))
    assert first["statusCode"] == 201
    assert read(again) == read(first)
    refused = send("POST", path, {"items": [line("X"), line("X")]}, zones.lead)
    assert (refused["statusCode"], read(refused)["code"]) == (422, "crossregion.batch.wrong")
    desk = read(send("GET", f"{ROOT}/desk/alliances/{zones.id}", who=zones.home))
    assert (desk["alliance"]["batches"], desk["log"][-1]["label"]) == (1, "登记一批事项")


def test_a_zone_agrees_and_an_office_of_another_county_cannot(zones: Zones) -> None:
    zones.enter(line(zones=[LEAD, HOME]))
    path, word = f"{ROOT}/alliances/{zones.id}/agreements", {"region": HOME, "editions": {"TB-001": 1}}
    assert send("POST", path, word, zones.city)["statusCode"] == 404
    assert read(send("POST", path, word, zones.home)) == {"id": zones.id, "agreed": 1, "in_force": 1}
    waiting = read(send("GET", f"{ROOT}/desk/alliances/{zones.id}/items?proposed=true", who=zones.home))
    assert waiting["items"] == []
