"""The doors of a defect, through the function's own handler: what a phone sends and what it is answered."""

import datetime as dt
import json
import secrets
from typing import Any

import pytest

from mashangban.domains.homes.app import handler
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal
from tests.homes.repairs import ROOM, Repairs, Street
from tests.workers import phone as workers_phone


@pytest.fixture(scope="module")
def street(ground: None, engine_url: str, objects_url: str) -> Street:
    return Street.on(engine_url, objects_url)


@pytest.fixture
def repairs(street: Street) -> Repairs:
    return street.repairs()


def call(
    who: Principal | None, method: str, path: str, body: Any = None, key: str = ""
) -> tuple[int, dict[str, Any]]:
    headers = {"content-type": "application/json"}
    if who is not None:
        headers["authorization"] = f"Bearer {workers_phone.phone_of(who).token}"
    if method != "GET":
        headers["idempotency-key"] = key or secrets.token_hex(12)
    text = json.dumps(body) if body is not None else None
    raw = handler(workers_phone._event(method, f"/v1/homes{path}", text, headers), None)
    return raw["statusCode"], json.loads(raw["body"]) if raw["body"] else {}


def in_days(days: int) -> str:
    return (clock.now() + dt.timedelta(days=days)).isoformat()


def form(**differs: Any) -> dict[str, Any]:
    return {"category": "leak", "spot": {"room": ROOM, "x": 0.5, "y": 0.25}, "text": "一直滴水"} | differs


def test_three_people_take_one_defect_from_report_to_rating(repairs: Repairs) -> None:
    owner, builder, county = repairs.owner, repairs.yard.builder, repairs.yard.officer
    home = f"/homes/{repairs.home_id}"
    assert call(owner, "GET", f"{home}/likely-defects?category=leak&room=")[0] == 200
    status, made = call(owner, "POST", f"{home}/defects", form())
    assert (status, made["state"]) == (201, "reported")
    one = f"/defects/{made['id']}"
    steps: list[tuple[Principal, str, str, Any, str]] = [
        (builder, "POST", "dispute", {"text": "住户改过水管"}, "disputed"),
        (county, "POST", "order", {"by": in_days(20)[:10], "text": "属于保修范围"}, "accepted"),
        (builder, "PUT", "contractor", {"enterprise_id": repairs.yard.contractor_id}, "accepted"),
        (county, "POST", "extension", {"text": "等材料"}, "accepted"),
        (county, "POST", "pause", {"text": "住户出差"}, "accepted"),
        (county, "POST", "resumption", None, "accepted"),
        (builder, "POST", "appointment", {"visit_at": in_days(2)}, "appointed"),
        (repairs.yard.contractor, "POST", "visit", {"text": "角阀坏了"}, "visited"),
        (builder, "POST", "repair", {"after": [repairs.photo(builder)]}, "repaired"),
        (owner, "POST", "rejection", {"text": "还在滴水"}, "rejected"),
        (builder, "POST", "repair", {"after": [repairs.photo(builder)]}, "repaired"),
        (owner, "POST", "confirmation", None, "confirmed"),
        (owner, "POST", "reopening", {"text": "又漏了"}, "rejected"),
        (owner, "POST", "confirmation", None, "confirmed"),
        (owner, "POST", "rating", {"stars": 4}, "confirmed"),
    ]
    for who, method, name, body, state in steps:
        status, answer = call(who, method, f"{one}/{name}", body)
        assert (name, status, answer.get("state")) == (name, 200, state), answer
    status, shown = call(owner, "GET", one)
    assert (status, shown["stars"], len(shown["log"])) == (200, 4, len(steps) + 1)


def test_lists_board_and_public_page_answer(repairs: Repairs) -> None:
    one, yard = repairs.accepted(), repairs.yard
    yard.pump.run()
    paths = [
        (repairs.owner, f"/homes/{repairs.home_id}/defects"),
        (yard.builder, f"/defects?where={yard.estate_id}&building={repairs.building}"),
        (yard.officer, f"/defects?where={yard.county}&bucket=late"),
        (yard.contractor, f"/repairs?contractor={yard.contractor_id}"),
        (yard.builder, f"/defect-board?where={yard.estate_id}"),
        (None, f"/builders/{yard.builder_id}/promise"),
    ]
    answers = [call(who, "GET", path) for who, path in paths]
    assert [status for status, _ in answers] == [200] * len(paths)
    assert [row["id"] for row in answers[1][1]["items"]] == [one]
    assert answers[5][1]["cases"] >= 1


def test_an_issue_is_opened_joined_told_and_read(repairs: Repairs) -> None:
    builder, estate = repairs.yard.builder, f"/estates/{repairs.yard.estate_id}/issues"
    status, issue = call(builder, "POST", estate, {"category": "leak", "title": "卫生间立管渗漏"})
    assert status == 201
    one, joined = f"/issues/{issue['id']}", {"defect_id": repairs.reported()}
    assert call(repairs.owner, "POST", f"{one}/defects", joined)[0] == 200
    again = call(repairs.owner, "POST", f"{one}/defects", joined)
    assert (again[0], again[1]["code"]) == (409, "homes.issue.already-joined")
    assert call(builder, "POST", f"{one}/news", {"text": "下周一更换"})[0] == 200
    repairs.yard.pump.run()
    shown = call(repairs.owner, "GET", one)[1]
    assert (shown["joined"], shown["news"][0]["text"]) == (1, "下周一更换")
    assert issue["id"] in {row["id"] for row in call(builder, "GET", estate)[1]["items"]}


def test_a_report_sent_twice_with_one_key_is_one_defect(repairs: Repairs) -> None:
    path, key = f"/homes/{repairs.home_id}/defects", secrets.token_hex(12)
    first, second = (call(repairs.owner, "POST", path, form(), key) for _ in range(2))
    assert first[1]["id"] == second[1]["id"]
    repairs.yard.pump.run()
    assert len(call(repairs.owner, "GET", path)[1]["items"]) == 1
    changed = call(repairs.owner, "POST", path, form(text="别的"), key)
    assert changed[0] == 422


def test_what_is_wrong_is_said_in_a_problem_with_a_code(repairs: Repairs) -> None:
    one = f"/defects/{repairs.confirmed()}"
    late, pinned = (
        call(repairs.yard.builder, "POST", f"{one}/acceptance"),
        call(
            repairs.owner, "POST", f"/homes/{repairs.home_id}/defects", form(spot={"room": "厨房", "x": 1.5})
        ),
    )
    assert (late[0], late[1]["code"]) == (409, "homes.defect.wrong-step")
    assert pinned[0] == 422
    other = f"/defects/{repairs.accepted()}"
    for day in ("2099-01-05", "2020-01-01"):
        refused = call(repairs.yard.officer, "POST", f"{other}/order", {"by": day, "text": "按期修好"})
        assert refused[1]["code"] == "homes.defect.order-day"
    for moment in ("2099-01-05T09:00:00+08:00", "2020-01-01T09:00:00+08:00"):
        refused = call(repairs.yard.builder, "POST", f"{other}/appointment", {"visit_at": moment})
        assert refused[1]["code"] == "homes.defect.visit-time"
    assert (
        call(repairs.yard.builder, "POST", f"{other}/appointment", {"visit_at": "2026-12-01T09:00:00"})[0]
        == 422
    )
    assert call(repairs.owner, "POST", f"{one}/closing", {"text": "我要结案"})[0] == 403
    assert call(None, "GET", one)[0] == 401
