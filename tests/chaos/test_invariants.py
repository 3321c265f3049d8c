"""Each check of the chaos run finds what it is there for, and nothing where all is well."""

import base64
import json
from collections.abc import Callable
from copy import deepcopy
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from mashangban.audit.rules.merkle import Tree
from mashangban.audit.verifier import leaf_hash
from mashangban.gateway.schedules.runner import DueTimes
from mashangban.kernel import clock, events, permissions
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, Subject
from mashangban.kernel.permissions import Principal
from tests.chaos import invariants
from tests.chaos.proof import standing_still

Tables = dict[str, list[dict[str, Any]]]
SLOT = "SLOTS#h1#card#2026-12-01"


def text(value: str) -> dict[str, str]:
    return {"S": value}


def link(subject: Subject, before: Event | None = None) -> Event:
    act = Act(Principal("p1", "", (), real_name=True), clock.now())
    number, previous = (before.version + 1, before.hash) if before else (1, events.GENESIS)
    return events.happened(
        act, "appointments.booking.held", subject, {"n": number}, version=number, previous=previous
    )


def sound() -> Tables:
    """A booking of two events with its place, and the log that holds both."""
    subject = Subject("booking", "b1")
    first = link(subject)
    chain = [first, link(subject, first)]
    items = [dict(events.to_item(one)) for one in chain]
    booking = {
        "PK": text("BOOKING#b1"), "SK": text("BOOKING"), "state": text("booked"), "place": {"N": "1"},
        "kind": text("booking"), "GSI1PK": text("BOOKINGS-OF#p1"), "version": {"N": "2"}, "chain": text(chain[-1].hash),
    }  # fmt: skip
    hall = {
        "PK": text("HALL#h1"),
        "SK": text("HALL"),
        "matters": text(json.dumps([["card", "补卡", 1, [], ""]])),
    }
    place = {"PK": text(SLOT), "SK": text("0900#PLACE#0001"), "booking_id": text("b1")}
    return {
        "appointments": [*items, booking, hall, place],
        "helpdesk": [],
        "workers": [],
        "audit": log(chain),
    }


def log(chain: list[Event]) -> list[dict[str, Any]]:
    """The audit table after these events."""
    leaves = [
        {
            "PK": text("CHAIN"),
            "SK": text(f"LEAF#{n}"),
            "index": {"N": str(n)},
            "event": text(events.canonical(one.leaf())),
        }
        for n, one in enumerate(chain)
    ]
    tree, _ = Tree().grown(leaf_hash(bytes.fromhex(one.hash)) for one in chain)
    signed = f"origin\n{tree.size}\n{base64.b64encode(tree.root()).decode()}\n"
    return [*leaves, {"SK": text("HEAD"), "size": {"N": str(tree.size)}, "checkpoint": text(signed)}]


def found(tables: Tables) -> set[str]:
    return {check.__name__ for check in invariants.ALL if list(check(tables))}


def test_nothing_is_found_where_all_is_well() -> None:
    assert found(sound()) == set()
    assert invariants.begun_by(sound(), "p1") == 1


def _lose_an_event(tables: Tables) -> None:
    del tables["appointments"][0]


def _half_act(tables: Tables) -> None:
    tables["appointments"][2]["version"] = {"N": "1"}


def _rewrite(tables: Tables) -> None:
    tables["appointments"][1]["data"] = text('{"n":9}')


def _lose_a_message(tables: Tables) -> None:
    letter = {"to": "helpdesk", "kind": "helpdesk.told"}
    tables["appointments"][1]["messages"] = text(json.dumps([letter]))


def _forget_to_log(tables: Tables) -> None:
    del tables["audit"][1]


def _log_twice(tables: Tables) -> None:
    again = deepcopy(tables["audit"][1])
    tables["audit"].append(again | {"index": {"N": "2"}})


def _other_root(tables: Tables) -> None:
    tables["audit"][-1]["checkpoint"] = text("origin\n2\nAAAA\n")


def _lose_a_place(tables: Tables) -> None:
    del tables["appointments"][-1]


def _keep_a_place_given_back(tables: Tables) -> None:
    tables["appointments"][2]["state"] = text("cancelled")


def _forget_what_it_is(tables: Tables) -> None:
    del tables["appointments"][2]["kind"]


def _book_one_too_many(tables: Tables) -> None:
    booking, place = deepcopy(tables["appointments"][2]), deepcopy(tables["appointments"][-1])
    booking |= {"PK": text("BOOKING#b2"), "place": {"N": "2"}}
    tables["appointments"] += [booking, place | {"SK": text("0900#PLACE#0002"), "booking_id": text("b2")}]


@pytest.mark.parametrize(
    ("harm", "check"),
    [
        (_lose_an_event, "unbroken_chains"),
        (_half_act, "unbroken_chains"),
        (_rewrite, "unbroken_chains"),
        (_lose_a_message, "delivered"),
        (_forget_to_log, "logged"),
        (_log_twice, "logged"),
        (_other_root, "logged"),
        (_lose_a_place, "places_fit"),
        (_keep_a_place_given_back, "places_fit"),
        (_book_one_too_many, "places_fit"),
        (_forget_what_it_is, "found_by_queries"),
    ],
)
def test_each_harm_is_found(harm: Callable[[Tables], None], check: str) -> None:
    tables = sound()
    harm(tables)
    assert check in found(tables)


@pytest.mark.parametrize(
    ("since", "stands"),
    [(timedelta(0), False), (timedelta(days=2), True), (timedelta(minutes=-4), True)],
    ids=["it goes on", "it waits for a time that it was called for", "it is called no more"],
)
def test_a_schedule_that_stands_still_is_found(tmp_path: Path, since: timedelta, stands: bool) -> None:
    now, file = clock.now(), tmp_path / "schedules.sqlite"
    DueTimes(file).keep("NoticesDeliveryRetry", now + since)
    assert bool(list(standing_still(file, now))) is stands


def test_events_of_a_clock_that_was_ahead_are_seen() -> None:
    assert invariants.after(sound(), clock.now() + timedelta(minutes=3)) == 0
    assert invariants.after(sound(), clock.now() - timedelta(minutes=3)) == 2


def test_the_actors_of_the_run_are_people_not_the_platform() -> None:
    assert invariants.begun_by(sound(), permissions.system("any").person_id) == 0
