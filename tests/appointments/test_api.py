"""Appointments over HTTP: anybody looks, a signed-in person books once a key, the calendar takes the file."""

import json
from typing import Any

from mashangban.domains.appointments.app import handler
from mashangban.kernel import ids
from tests.appointments.conftest import Desk
from tests.audit.build import sign_in
from tests.workers import phone

ROOT = "/v1/appointments"


def send(method: str, path: str, body: Any = None, token: str = "", key: str = "") -> dict[str, Any]:
    headers = {"content-type": "application/json", "authorization": f"Bearer {token}", "idempotency-key": key}
    given = {name: value for name, value in headers.items() if value and value != "Bearer "}
    text = None if body is None else json.dumps(body)
    answer: dict[str, Any] = handler(phone._event(method, path, text, given), None)
    return answer


def read(raw: dict[str, Any]) -> Any:
    return json.loads(raw["body"])


def test_anybody_sees_halls_their_days_and_what_is_left(desk: Desk) -> None:
    hall = f"{ROOT}/halls/{desk.hall.id}"
    assert read(send("GET", hall))["matters"][0]["name"] == "开办餐饮店"
    assert {one["day"]: one["opens"] for one in read(send("GET", f"{hall}/days"))["items"]}[str(desk.day)]
    slots = read(send("GET", f"{hall}/slots?matter=licence&day={desk.day}"))["items"]
    assert [(one["start"], one["closed"]) for one in slots] == [("0900", False), ("0930", False)]
    assert send("GET", f"{hall}/slots?matter=passport&day={desk.day}")["statusCode"] == 404


def test_the_same_key_books_once_and_a_stranger_sees_nothing_of_it(desk: Desk) -> None:
    who, key = sign_in(ids.new_id()), "k" * 24
    body = {"hall_id": desk.hall.id, "matter": "licence", "day": str(desk.day), "start": "0930"}
    first, again = (send("POST", f"{ROOT}/bookings", body, who, key) for _ in range(2))
    assert (first["statusCode"], read(again)["id"]) == (201, read(first)["id"])
    where = f"{ROOT}/bookings/{read(first)['id']}"
    assert read(send("POST", f"{where}/confirmation", {}, who, "c" * 24))["state"] == "booked"
    shown = read(send("GET", where, token=who))
    assert shown["actions"] == ["code", "calendar", "papers", "cancel"]
    assert send("GET", where, token=sign_in(ids.new_id()))["statusCode"] == 404
    assert send("POST", f"{ROOT}/bookings", body)["statusCode"] == 401
    other = send("POST", f"{ROOT}/bookings", body, who, "o" * 24)
    assert (other["statusCode"], read(other)["code"]) == (409, "appointments.booking.already")


def test_a_booking_goes_into_a_calendar(desk: Desk) -> None:
    who = sign_in(ids.new_id())
    body = {"hall_id": desk.hall.id, "matter": "licence", "day": str(desk.day), "start": "0900"}
    made = read(send("POST", f"{ROOT}/bookings", body, who, "b" * 24))
    raw = send("GET", f"{ROOT}/bookings/{made['id']}/calendar", token=who)
    assert raw["headers"]["Content-Type"] == "text/calendar; charset=utf-8"
