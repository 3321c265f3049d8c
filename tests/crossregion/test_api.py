"""Matters across regions over HTTP: anybody looks, offices act once a key."""

import json
from pathlib import Path
from typing import Any

import pytest

from mashangban.audit import listeners
from mashangban.audit import service as audit
from mashangban.domains.crossregion.app import handler
from mashangban.domains.crossregion.models import TABLE
from mashangban.kernel import history, ids
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal
from tests.audit import build
from tests.audit.build import sign_in
from tests.audit.conftest import own_log
from tests.crossregion.conftest import HOME, LEAD, Journey, Zones, line
from tests.e2e.tools import verify_receipt
from tests.workers import phone

__all__ = ["own_log"]

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


@pytest.mark.usefixtures("own_log")
def test_one_case_over_http_and_its_custody_is_verified_by_the_program_alone(
    journey: Journey, tmp_path: Path
) -> None:
    zones, mine, key = journey.zones, f"{ROOT}/cases", "k" * 24
    given = {
        "alliance_id": zones.id,
        "code": "TB-001",
        "mode": "on_behalf",
        "window": LEAD,
        "home": HOME,
        "pages": journey.pages(journey.person),
    }
    first, again = (send("POST", mine, given, journey.person, key) for _ in range(2))
    assert (first["statusCode"], read(again)) == (201, read(first))
    case_id = read(first)["id"]
    desk = f"{ROOT}/desk/cases/{case_id}"
    assert case_id in [one["id"] for one in read(send("GET", f"{mine}", who=journey.person))["items"]]
    assert case_id in [
        one["id"] for one in read(send("GET", f"{ROOT}/desk/cases?region={LEAD}", who=zones.lead))["items"]
    ]
    shown = read(send("GET", desk, who=zones.lead))
    word = {"digest": shown["digest"], "verdicts": {"1": "here", "2": "here"}}
    stale = send("POST", f"{desk}/custody", {**word, "digest": "0" * 64}, zones.lead)
    assert read(stale)["code"] == "crossregion.handover.other-pages"
    assert read(send("POST", f"{desk}/custody", word, zones.lead))["state"] == "held"
    away = {"receiver": HOME, "pages": [1, 2], "carrier": "online"}
    assert read(send("POST", f"{desk}/handovers", away, zones.lead))["state"] == "moving"
    lacking = {**word, "verdicts": {"1": "here", "2": "missing"}, "note": "只有第1页"}
    assert read(send("POST", f"{desk}/custody", lacking, zones.home))["state"] == "missing"
    refused = send("GET", f"{desk}/receipt", who=zones.lead)
    assert (refused["statusCode"], read(refused)["code"]) == (409, "audit.not-sequenced")
    listeners.sequence(build.batch_of(history.of(TABLE, Subject("crosscase", case_id))))
    receipt = send("GET", f"{mine}/{case_id}/receipt", who=journey.person)["body"]
    named = [one["data"]["named"] for one in json.loads(receipt)["events"] if "named" in one["data"]]
    assert named[-1] == LEAD
    said = verify_receipt(receipt, audit.public_keys().pem, tmp_path)
    assert "genuine" in said
    forged = receipt.replace(f'"named":"{LEAD}"', f'"named":"{HOME}"')
    assert forged != receipt
    verify_receipt(forged, audit.public_keys().pem, tmp_path, status=1)
