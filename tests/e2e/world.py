"""The running product with the ground of the demo world: who is there, and what their phones show them."""

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any, Protocol

import httpx

from demo.accounts import PASSWORD
from demo.ground import TEAMS
from demo.people import Someone, someone
from demo.places import PLANS
from mashangban.kernel import clock
from tests import leaks, wire
from tests.stack import wait_for

Json = dict[str, Any]
STORED = "mashangban:tokens"


class Running(Protocol):
    """What a world needs of a stack."""

    url: str
    data: Path

    @property
    def state(self) -> dict[str, Any]: ...


@dataclass
class Caller:
    """A signed-in person whose phone speaks to the API without a screen."""

    url: str
    tokens: Json
    refresh_key: str = field(default_factory=lambda: secrets.token_hex(16))

    def get(self, path: str) -> httpx.Response:
        return self.send("GET", path)

    def post(self, path: str, body: Json | None = None, key: str | None = None) -> httpx.Response:
        return self.send("POST", path, body or {}, key)

    def put(self, path: str, body: Json) -> httpx.Response:
        return self.send("PUT", path, body)

    def send(
        self, method: str, path: str, body: Json | None = None, key: str | None = None
    ) -> httpx.Response:
        headers = {"Idempotency-Key": key or secrets.token_hex(16)} if method != "GET" else {}
        answer = self._try(method, path, body, headers)
        if answer.status_code != 401:
            return answer
        self._refresh()
        return self._try(method, path, body, headers)

    def _try(self, method: str, path: str, body: Json | None, headers: dict[str, str]) -> httpx.Response:
        bearer = {"Authorization": f"Bearer {self.tokens['access_token']}"}
        answer = wire.request(method, self.url + path, json=body, headers=headers | bearer, timeout=60)
        assert leaks.in_answer(answer.text) == [], path
        return answer

    def _refresh(self) -> None:
        headers, body = {"Idempotency-Key": self.refresh_key}, {"refresh_token": self.tokens["refresh_token"]}
        url = self.url + "/v1/identity/sessions/refresh"
        answer = wire.post(url, json=body, headers=headers, timeout=60)
        assert answer.is_success, answer.text
        self.tokens, self.refresh_key = answer.json(), secrets.token_hex(16)

    @property
    def memory(self) -> dict[str, str]:
        """What the phone's storage holds once this person has signed in there."""
        kept = {
            "access": self.tokens["access_token"],
            "refresh": self.tokens["refresh_token"],
            "refreshKey": self.refresh_key,
        }
        return {STORED: json.dumps(kept), "mashangban:me": json.dumps(self.tokens["me"])}


@dataclass
class World:
    """Twelve projects with their teams, offices and officers; nobody is hired yet."""

    stack: Running
    callers: dict[str, Caller] = field(default_factory=dict)
    newcomers: Random = field(default_factory=lambda: Random(secrets.randbits(32)))
    used: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return self.stack.url

    @property
    def sandbox(self) -> str:
        return str(self.stack.state["sandbox"])

    @property
    def today(self) -> date:
        """The date in China."""
        return clock.local_date(clock.now())

    def newcomer(self, age: int = 58) -> Someone:
        """A person nobody has met, with a phone of their own."""
        person = someone(self.newcomers, self.newcomers.randrange(10**6), age)
        phone = f"137{self.newcomers.randrange(10**8):08d}"
        return Someone(person.name, phone, person.id_number)

    def sms_code(self, phone: str) -> str:
        """The six digits of the newest text message to this phone."""
        found = wait_for(lambda: self._messages(phone), f"a text message to {phone}")
        match = re.search(r"验证码 (\d{6})", str(found[0]["text"]))
        assert match, found
        return match[1]

    def totp(self, username: str) -> str:
        """What the authenticator app of a member of staff shows, once it is another than the last (a code is good for
        one sign-in).
        """

        def fresh() -> str:
            answer = wire.get(f"{self.sandbox}/authenticator/accounts/{username}")
            code = str(answer.json()["code"])
            return code if code != self.used.get(username) else ""

        self.used[username] = str(wait_for(fresh, f"the next code of {username}", 40))
        return self.used[username]

    def staff(self, username: str) -> Caller:
        """A member of staff, signed in without a screen."""
        if username not in self.callers:
            body = {"username": username, "password": PASSWORD, "totp": self.totp(username)}
            self.callers[username] = Caller(self.url, self._post("/v1/identity/sessions/staff", body).json())
        return self.callers[username]

    def caller(self, phone: str) -> Caller:
        """The person of this phone, signed in once (a phone gets at most one code a minute)."""
        if phone not in self.callers:
            self._post("/v1/identity/sms-codes", {"phone": phone})
            self.callers[phone] = Caller(self.url, self.enter(phone, self.sms_code(phone)))
        return self.callers[phone]

    def enter(self, phone: str, code: str) -> Json:
        """Tokens for a phone and the code it received."""
        return dict(self._post("/v1/identity/sessions/sms", {"phone": phone, "code": code}).json())

    def verified(self, person: Someone) -> Caller:
        """A newcomer who has signed in and proven the name."""
        caller = self.caller(person.phone)
        consents = wire.get(self.url + "/v1/identity/consents").json()["items"]
        version = next(one["version"] for one in consents if one["purpose"] == "real-name")
        proof = {"name": person.name, "id_number": person.id_number, "consent_version": version}
        answer = caller.post("/v1/identity/real-name", proof)
        assert answer.is_success, answer.text
        caller.tokens["me"] = answer.json()
        return caller

    @cached_property
    def sites(self) -> list["Site"]:
        """The projects in the order of the demo world's plan; phones are given out in the order people were met."""
        sites, met = [], 0
        for number, plan in enumerate(PLANS):
            teams = TEAMS[: 3 if number % 2 else 2]
            sites.append(Site(self, plan.name, plan.county, f"1390000{met + 1:04d}"))
            met += 1 + len(teams)
        return sites

    def _messages(self, phone: str) -> list[Mapping[str, object]]:
        answer = wire.get(f"{self.sandbox}/sms/messages", params={"phone": phone})
        return [one for one in answer.json()["items"] if "验证码" in one["text"]]

    def _post(self, path: str, body: Json) -> httpx.Response:
        headers = {"Idempotency-Key": secrets.token_hex(16)}
        answer = wire.post(self.url + path, json=body, headers=headers, timeout=60)
        assert answer.is_success, answer.text
        return answer


@dataclass
class Site:
    """A project, its labour clerk's phone, and what the clerk sees of it."""

    world: World
    name: str
    county: str
    clerk_phone: str

    @property
    def clerk(self) -> Caller:
        return self.world.caller(self.clerk_phone)

    @property
    def foreman(self) -> Caller:
        """The foreman of the first team: whom the site met after its clerk."""
        return self.world.caller(str(int(self.clerk_phone) + 1))

    @cached_property
    def id(self) -> str:
        [project] = self.clerk.get("/v1/workers/projects").json()["items"]
        assert project["name"] == self.name
        return str(project["id"])

    def team(self, name: str) -> Json:
        """A team with its code as it is now."""
        teams = self.clerk.get(f"/v1/workers/projects/{self.id}").json()["teams"]
        team_id = next(one["id"] for one in teams if one["name"] == name)
        return dict(self.clerk.get(f"/v1/workers/teams/{team_id}").json())

    def contracts(self) -> list[Json]:
        """All contracts of the project."""
        return list(self.clerk.get(f"/v1/workers/projects/{self.id}/contracts").json()["items"])


def is_ready(data: Path) -> bool:
    """Whether the demo world is laid out."""
    return (data / "demo-seeded").exists()


__all__ = ["PASSWORD", "Caller", "Site", "World", "is_ready"]
