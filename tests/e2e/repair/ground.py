"""A home just sold, the newcomer who bought it, and somebody of the contractor who repairs."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from playwright.sync_api import Browser

from demo.people import Someone
from mashangban.domains.homes.rules import contractsheet
from mashangban.registry import sheets
from mashangban.registry.rules.columns import Layout
from tests import wire
from tests.e2e.office import Office, Offices
from tests.e2e.phone import Phone
from tests.e2e.world import Caller, Json, World
from tests.stack import wait_for

# A home of the demo's first estate that the demo sold to nobody.
DOOR = ("2", "1", "1601")
DEVELOPER, COUNTY, CONTRACTOR = "developer", "xihu", "浙江样例建工集团有限公司"


@dataclass
class Repair:
    """Who takes part in one defect's life, and what they saw: kept for the tests to look at."""

    browser: Browser
    offices: Offices
    world: World
    home_id: str
    door: str
    contract: str
    buyer: Caller
    repairer: Caller
    phones: dict[str, Phone] = field(default_factory=dict)
    desks: dict[str, Office] = field(default_factory=dict)
    saw: dict[str, str] = field(default_factory=dict)

    def phone(self, who: str) -> Phone:
        """The buyer's or the repairer's phone, opened once."""
        if who not in self.phones:
            owner = {"buyer": self.buyer, "repairer": self.repairer}[who]
            self.phones[who] = Phone(self.browser, self.world, memory=owner.memory)
        return self.phones[who]

    def desk(self, username: str) -> Office:
        """Somebody's desk, signed in once."""
        if username not in self.desks:
            self.desks[username] = self.offices.desk(username)
        return self.desks[username]

    def hand_over(self, days_ago: int) -> None:
        """The keys were given; the code at the door leads to the home."""
        body = {"on": str(self.world.today - timedelta(days=days_ago))}
        given = self.world.staff(DEVELOPER).post(f"/v1/homes/homes/{self.home_id}/handover", body)
        assert given.is_success, given.text
        self.door = str(given.json()["code_url"])

    def defects(self) -> list[Json]:
        """The home's defects as its owner lists them."""
        return list(self.buyer.get(f"/v1/homes/homes/{self.home_id}/defects").json()["items"])

    def defect(self) -> Json:
        """The one defect, whole."""
        [row] = self.defects()
        return dict(self.buyer.get(f"/v1/homes/defects/{row['id']}").json())

    def close(self) -> list[str]:
        """Put everything away; gives what broke on the phones."""
        for desk in self.desks.values():
            desk.context.close()
        for phone in self.phones.values():
            phone.close()
        return [error for phone in self.phones.values() for error in phone.errors]


def begin(browser: Browser, offices: Offices, world: World) -> Repair:
    """The developer sells a home to a newcomer and gives the keys; the contractor's company takes somebody on."""
    told = sold(browser, offices, world, DOOR)
    told.hand_over(days_ago=20)
    return told


def sold(browser: Browser, offices: Offices, world: World, door: tuple[str, str, str]) -> Repair:
    """A home with its contract and before its keys are given."""
    developer = world.staff(DEVELOPER)
    person, worker = world.newcomer(), world.newcomer()
    buyer, repairer = world.verified(person), world.verified(worker)
    estate = estate_of(developer)
    number = f"样例预售2026-{person.phone[-6:]}"
    row = (*door, number, person.name, person.id_number, "2026-03-01")
    bring_in(developer, estate["id"], "contracts", contractsheet.LAYOUT, row)
    employ(world, estate["contractor"], worker, repairer)
    home_id = _home(developer, estate["id"], door)
    return Repair(browser, offices, world, home_id, "", number, buyer, repairer)


def estate_of(developer: Caller) -> Json:
    """The developer's one estate, whole."""
    [row] = developer.get("/v1/homes/estates").json()["items"]
    return dict(developer.get(f"/v1/homes/estates/{row['id']}").json())


def bring_in(developer: Caller, estate_id: str, kind: str, layout: Layout, row: Sequence[str]) -> None:
    """One row, in a sheet as every other."""
    content = sheets.write(sheets.XLSX, list(layout.columns.values()), [row])
    body = {"kind": kind, "file_id": _sent(developer, content)}
    started = developer.post(f"/v1/homes/estates/{estate_id}/imports", body)
    assert started.is_success, started.text
    path = f"/v1/homes/imports/{started.json()['id']}"
    wait_for(lambda: developer.get(path).json()["state"] == "staged", "the sheet to be checked")
    assert developer.post(path + "/confirmation").is_success
    wait_for(lambda: developer.get(path).json()["state"] == "applied", "the sheet to count")


def employ(world: World, unit: Json, person: Someone, caller: Caller) -> None:
    """A company of the estate takes somebody on."""
    until = f"{world.today + timedelta(days=300)}T00:00:00Z"
    order = {"phone": person.phone, "role": "operator", "scope": f"org:{unit['id']}", "valid_to": until}
    granted = world.staff("admin").post("/v1/identity/grants", order | {"scope_label": unit["name"]})
    assert granted.is_success, granted.text
    caller.tokens["me"] = caller.get("/v1/identity/me").json()


def _home(developer: Caller, estate_id: str, door: tuple[str, str, str]) -> str:
    rows = developer.get(f"/v1/homes/estates/{estate_id}/homes?building={door[0]}&limit=50").json()["items"]
    return next(str(one["id"]) for one in rows if one["label"] == "-".join(door))


def _sent(sender: Caller, content: bytes) -> str:
    told = {
        "filename": "样例.xlsx",
        "content_type": sheets.XLSX,
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "purpose": "import",
    }
    announced = sender.post("/v1/files", told).json()
    upload = announced["upload"]
    stored = wire.put(upload["url"], content=content, headers=upload["headers"])
    assert stored.is_success, stored.text
    assert sender.post(f"/v1/files/{announced['file_id']}/arrival").is_success
    return str(announced["file_id"])
