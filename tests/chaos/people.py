"""People who act: they book places, ask the help desk and sign contracts, and try again as a patient phone does."""

import secrets
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

import httpx

from tests.chaos.journal import Journal, Sent
from tests.e2e.crew import hand
from tests.e2e.world import Caller, Json, Site

HALL_COUNTY, MATTER = "330203", "social-card"
AGAIN = {409, 425, 429}
PATIENCE_S = 90.0
LATER_S = 60  # who is told to come again after that long is refused


@dataclass
class Person:
    """Somebody with a phone or a desk. Each act has one key, kept until somebody answered it for good. `ways` is what
    this person does, by chance; `begun` how many matters they had begun before."""

    name: str
    caller: Caller
    journal: Journal
    chance: Random
    stop: threading.Event
    ways: Sequence["Way"] = ()
    begun: int = 0

    def act(self, path: str, body: Json | None = None, method: str = "POST") -> Json:
        """Send until it is answered for good; gives the answer, empty when it was refused or nobody answered."""
        key, given, until, tries = secrets.token_hex(16), body or {}, time.monotonic() + PATIENCE_S, 0
        status, answer = 0, dict[str, Any]()
        while not status and time.monotonic() < until:
            tries += 1
            status, answer = self._try(method, path, given, key)
            if not status:
                time.sleep(self.chance.uniform(0.1, 0.6))
        one = Sent(self.name, method, path, given, key, status, answer, tries)
        self.journal.note(one)
        return answer if one.acknowledged else {}

    def read(self, path: str) -> Json:
        """What a page shows; empty while nobody answers."""
        try:
            answer = self.caller.get(path)
        except (httpx.TransportError, AssertionError):
            return {}
        return dict(answer.json()) if answer.is_success else {}

    def _try(self, method: str, path: str, body: Json, key: str) -> tuple[int, Json]:
        try:
            answer = self.caller.send(method, path, body, key)
            told = dict(answer.json()) if answer.content else {}
        except (httpx.TransportError, AssertionError, ValueError):
            return 0, {}
        soon = int(answer.headers.get("Retry-After", LATER_S)) < LATER_S
        retry = answer.status_code >= 500 or (answer.status_code in AGAIN and soon)
        return (0, {}) if retry else (answer.status_code, told)


Way = Callable[[Person], None]


def book(person: Person) -> None:
    """Take a place in a hall, confirm it mostly, give it back sometimes."""
    halls = person.read(f"/v1/appointments/halls?county={HALL_COUNTY}").get("items", [])
    if not halls:
        return
    hall = person.chance.choice(halls)["id"]
    days = [
        one["day"]
        for one in person.read(f"/v1/appointments/halls/{hall}/days").get("items", [])
        if one["opens"]
    ]
    if not days:
        return
    day = person.chance.choice(days[-3:])  # few days, so that people meet
    start = person.chance.choice(("0900", "1000", "1100"))
    held = person.act(
        "/v1/appointments/bookings", {"hall_id": hall, "matter": MATTER, "day": day, "start": start}
    )
    if held and person.chance.random() < 0.8:
        person.act(f"/v1/appointments/bookings/{held['id']}/confirmation")
    if held and person.chance.random() < 0.6:
        person.act(f"/v1/appointments/bookings/{held['id']}/cancellation")


def ask(person: Person) -> None:
    """Ask the help desk, and add something to it."""
    asked = person.act(
        "/v1/helpdesk/tickets",
        {
            "region": HALL_COUNTY,
            "topic": "other",
            "klass": "enquiry",
            "text": f"请问怎么办理 {secrets.token_hex(4)}",
        },
    )
    if asked:
        person.act(f"/v1/helpdesk/tickets/{asked['id']}/additions", {"text": "补充一句"})


def join(site: Site, code: str) -> Way:
    """Apply to a team once and sign the text when it is there."""

    def once(person: Person) -> None:
        today = site.world.today
        period = {"kind": "fixed", "start": str(today), "end": str(today + timedelta(days=200))}
        made = person.act(
            "/v1/workers/contracts",
            {"code": code, "trade_code": "020", "period": period, "training_confirmed": True},
        )
        until = time.monotonic() + PATIENCE_S
        while made and time.monotonic() < until and not person.stop.is_set():
            shown = person.read(f"/v1/workers/contracts/{made['id']}")
            if (shown.get("document") or {}).get("sha256"):
                person.act(f"/v1/workers/contracts/{made['id']}/signature", hand(shown))
                return
            time.sleep(0.5)

    return once
