"""The gate device API: signed, in bulk, replayed offline; wrong lines spoil no others, and nothing counts twice."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from mashangban.domains.attendance import errors, schemas
from mashangban.domains.attendance.service import devices
from mashangban.domains.attendance.terms import DayState
from mashangban.kernel import clock, ids
from mashangban.kernel.dynamodb import client
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Subject
from mashangban.kernel.pagination import PageRequest
from mashangban.kernel.permissions import Role
from tests.attendance.conftest import (
    AttendancePhone,
    Crew,
    Gate,
    act,
    at_hour,
    new_project,
    phone,
    somebody,
    today,
)

YESTERDAY = timedelta(days=1)


def test_a_report_reaches_the_worker_days(crew: Crew, gate: Gate, stir_gate: Callable[[], None]) -> None:
    day = today() - YESTERDAY
    lines = [
        gate.line(crew.contracts[0], at_hour(day, 7)),
        gate.line(crew.contracts[0], at_hour(day, 17), "out"),
        gate.line(crew.contracts[1], at_hour(day, 7, 30)),
    ]
    answer = gate.send(*lines)
    assert answer.status == 200, answer.body
    assert [one["state"] for one in answer.body["results"]] == ["accepted"] * 3
    stir_gate()
    first = crew.day(0, day)
    assert [one.direction.value for one in first.marks.gate] == ["in", "out"]
    assert first.state is DayState.OPEN
    assert len(crew.day(1, day).marks.gate) == 1


def test_the_same_report_again_changes_nothing_and_is_answered_the_same(
    crew: Crew, gate: Gate, stir_gate: Callable[[], None]
) -> None:
    day = today() - YESTERDAY
    lines = [gate.line(crew.contracts[0], at_hour(day, 7)), gate.line(crew.contracts[1], at_hour(day, 8))]
    first, again = gate.send(*lines), gate.send(*lines)
    assert [(one["sequence"], one["state"]) for one in first.body["results"]] == [
        (one["sequence"], one["state"]) for one in again.body["results"]
    ]
    assert [one["repeated"] for one in again.body["results"]] == [True, True]
    stir_gate()
    crew.stir(Subject("device", gate.id), again=True)
    assert len(crew.day(0, day).marks.gate) == 1


def test_each_wrong_line_is_reported_and_the_others_are_taken(crew: Crew, gate: Gate) -> None:
    now = clock.now()
    late = somebody()
    gone = crew.employ(late, 3, ends_on=today() - timedelta(days=30))
    elsewhere = Crew(ids.new_id(), "别的工地", crew.orgs)
    lines = [
        gate.line(crew.contracts[0], now - timedelta(hours=1)),
        gate.line(crew.contracts[0], now + timedelta(minutes=30)),
        gate.line(crew.contracts[0], now - timedelta(days=8)),
        gate.line(ids.new_id(), now),
        gate.line(gone, now),
        gate.line(elsewhere.contracts[0], now),
    ]
    states = [one["state"] for one in gate.send(*lines).body["results"]]
    assert states == ["accepted", "future", "too_old", "unknown", "unknown", "unknown"]


def test_a_wrong_signature_is_refused(crew: Crew, gate: Gate) -> None:
    line = gate.line(crew.contracts[0], clock.now())
    assert gate.send(line, secret="x" * 43).code == "attendance.device.signature-invalid"
    stranger = Gate(ids.new_id(), gate.secret)
    assert stranger.send(line).code == "attendance.device.signature-invalid"
    assert phone(crew.clerk).post("/v1/attendance/passes", {"passes": []}).status == 403


def test_a_changed_body_breaks_the_signature(crew: Crew, gate: Gate) -> None:
    signed = gate.headers("POST", "/v1/attendance/passes", '{"passes": []}')
    path = "/v1/attendance/passes"
    changed = AttendancePhone().send("POST", path, '{"passes":  []}', **signed)
    assert changed.code == "attendance.device.signature-invalid"
    assert AttendancePhone().send("POST", path, '{"passes": []}', **signed).status == 200


def test_a_stale_timestamp_is_refused_and_the_device_is_told_the_time(crew: Crew, gate: Gate) -> None:
    now = int(clock.now().timestamp())
    refused = gate.send(timestamp=str(now - 7 * 60))
    assert refused.code == "attendance.device.clock-skewed"
    assert abs(refused.body["server_time"] - now) < 30
    assert gate.send(timestamp="soon").code == "attendance.device.clock-skewed"


def test_a_clock_within_the_limit_is_noted(crew: Crew, gate: Gate) -> None:
    ahead = int(clock.now().timestamp()) + 120
    answer = gate.send(timestamp=str(ahead))
    assert 115 <= answer.body["skew_seconds"] <= 120
    (shown,) = [
        one
        for one in devices.list_devices(crew.clerk, crew.project_id, PageRequest(limit=50)).items
        if one.id == gate.id
    ]
    assert shown.last_seen_at is not None
    assert shown.skew_seconds >= 115


def test_a_replayed_request_is_refused(crew: Crew, gate: Gate) -> None:
    line = gate.line(crew.contracts[0], clock.now())
    number = ids.new_id()
    assert gate.send(line, request_id=number).status == 200
    assert gate.send(line, request_id=number).code == "attendance.device.request-replayed"
    heartbeat = ids.new_id()
    assert gate.send(request_id=heartbeat).status == 200
    assert gate.send(request_id=heartbeat).code == "attendance.device.request-replayed"


def test_a_revoked_device_and_an_old_secret_are_refused(crew: Crew, gate: Gate) -> None:
    fresh = devices.rotate(act(crew.clerk), gate.id)
    assert gate.send().code == "attendance.device.signature-invalid"
    renewed = replace(gate, secret=fresh.secret)
    assert renewed.send().status == 200
    devices.revoke(act(crew.clerk), gate.id)
    assert renewed.send().code == "attendance.device.revoked"


def test_a_report_that_comes_days_late_is_settled_as_if_it_had_come_in_time(
    crew: Crew, gate: Gate, stir_gate: Callable[[], None]
) -> None:
    day = today() - timedelta(days=4)
    crew.roll(day, 2, 0, 2)
    crew.close(day)
    assert crew.day(1, day).state is DayState.NONE
    gate.send(
        gate.line(crew.contracts[1], at_hour(day, 7)), gate.line(crew.contracts[1], at_hour(day, 17), "out")
    )
    stir_gate()
    assert crew.day(1, day).state is DayState.QUESTIONED
    assert "闸机" in crew.day(1, day).why


def test_the_roster_names_who_may_pass_page_by_page(tables: str) -> None:
    crew = Crew(*new_project())
    crew.employ(somebody(), 3, ends_on=today() - timedelta(days=1))
    form = schemas.DeviceForm(name="东门", spot="一号楼东侧", late_days=7)
    key = devices.register(act(crew.clerk), crew.project_id, form)
    gate = Gate(key.device.id, key.secret)
    first = gate.ask("GET", "/v1/attendance/roster?limit=3")
    assert first.status == 200
    cursor = first.body["next_cursor"]
    rest = gate.ask("GET", f"/v1/attendance/roster?limit=3&cursor={cursor}")
    found = [*first.body["workers"], *rest.body["workers"]]
    assert sorted(one["worker"] for one in found) == sorted(crew.contracts)
    assert all("*" in one["name_masked"] for one in found)
    assert gate.ask("GET", "/v1/attendance/roster?limit=3", secret="y" * 43).status == 403


def test_the_secret_is_shown_once_and_sealed_at_rest(crew: Crew, gate: Gate) -> None:
    key = {"PK": {"S": f"DEVICE#{gate.id}"}, "SK": {"S": "DEVICE"}}
    item = client().get_item(TableName="mashangban-test-attendance", Key=key)["Item"]
    assert gate.secret not in str(item)
    listed = phone(crew.clerk).get(f"/v1/attendance/projects/{crew.project_id}/devices")
    assert gate.secret not in str(listed.body)


def test_only_the_sites_office_manages_devices(crew: Crew, gate: Gate) -> None:
    form = schemas.DeviceForm(name="西门", spot="西侧", late_days=3)
    stranger = somebody((Role.LABOUR_CLERK, f"project:{ids.new_id()}"))
    with pytest.raises(NotFound):
        devices.register(act(stranger), crew.project_id, form)
    with pytest.raises(NotFound):
        devices.revoke(act(stranger), gate.id)
    first = devices.register(act(crew.clerk), crew.project_id, form.model_copy(update={"name": ids.new_id()}))
    again = schemas.DeviceForm(name=first.device.name, spot="别处", late_days=3)
    with pytest.raises(errors.DeviceNameTaken):
        devices.register(act(crew.clerk), crew.project_id, again)


def test_two_hundred_passes_are_one_act(crew: Crew, gate: Gate, stir_gate: Callable[[], None]) -> None:
    day = today() - YESTERDAY
    lines = [
        gate.line(crew.contracts[n % 3], at_hour(day, 6) + timedelta(minutes=n), ("in", "out")[n // 3 % 2])
        for n in range(200)
    ]
    answer = gate.send(*lines)
    assert answer.status == 200
    stir_gate()
    assert sum(len(crew.day(n, day).marks.gate) for n in range(3)) == 200
    assert gate.send(*lines, gate.line(crew.contracts[0], at_hour(day, 6))).status == 422
