"""A household, the builder's people and the regulators around one defect, and a clock that is set by hand."""

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any

from functions.homes_clock.handler import on_due
from mashangban.deadlines import service as deadlines
from mashangban.domains.homes import events, schemas
from mashangban.domains.homes.models import HomesDeadlineRecord, ResidentRecord
from mashangban.domains.homes.repository import defects as store
from mashangban.domains.homes.repository import homes as home_store
from mashangban.domains.homes.rules.defect import Defect
from mashangban.domains.homes.rules.home import Home, Resident
from mashangban.domains.homes.service import overseeing, repairing, reporting
from mashangban.domains.homes.terms import Category, ResidentRole, Severity
from mashangban.files.terms import Purpose
from mashangban.identity import service as identity
from mashangban.kernel import clock
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Place, Principal, Role, Scope
from tests.files import samples
from tests.homes.conftest import ROOMS, Yard, act, arrived, person, pump_of, sheet
from tests.identity.conftest import new_mobile
from tests.registry.conftest import COUNTY, officer
from tests.store import connect

ROOM, BUILDINGS = "卫生间", 40


@dataclass
class Street:
    """An estate of many small buildings, each in a batch of its own: every test takes one."""

    yard: Yard
    taken: int = 0

    @classmethod
    def on(
        cls, engine_url: str, objects_url: str, buildings: int = BUILDINGS, county: str = COUNTY
    ) -> "Street":
        connect(objects_url)
        yard = Yard(pump_of(engine_url), county)
        homes = [
            [f"{n}号楼", "1单元", f"{floor}层", f"{floor}{door}室", "A户型", ROOMS, f"批{n}"]
            for n in range(1, buildings + 1)
            for floor, door in ((1, "01"), (1, "02"), (2, "01"))
        ]
        yard.grow(sheet(homes))
        return cls(yard)

    def repairs(self) -> "Repairs":
        """A building that no other test has touched."""
        self.taken += 1
        return Repairs(self.yard, str(self.taken))


@dataclass
class Repairs:
    """One building whose home 1-101 has an owner."""

    yard: Yard
    building: str
    owner: Principal = field(init=False)
    city: Principal = field(init=False)

    def __post_init__(self) -> None:
        self.owner = self.lives(ResidentRole.OWNER)
        self.city = officer(self.yard.county[:4])

    @property
    def home_id(self) -> str:
        return self.home("101").id

    def home(self, room: str) -> Home:
        return self.yard.home(f"{self.building}-1-{room}")

    def lives(self, role: ResidentRole, room: str = "101", who: Principal | None = None) -> Principal:
        """Somebody bound to a home."""
        who, home = who or person(), self.home(room)
        new = Resident(who.person_id, "王*", role, clock.now())
        after = replace(home, residents=(*home.residents, new))
        doing = act(who)
        event = following(doing, events.BOUND, home, Role.PERSON, {"role": role.value})
        home_store.change(doing, home, after, event)
        mine: dict[str, Any] = {"GSI2PK": f"HOMES-OF#{who.person_id}", "GSI2SK": home.id, "home_id": home.id}
        ResidentRecord(home.subject.pk, f"RESIDENT#{who.person_id}", **mine).save()
        return who

    def manager(self) -> str:
        """An administrator of the builder, as identity knows them."""
        person_id = identity.ensure_person(act(self.yard.desk.officer), new_mobile())
        order = identity.GrantOrder(
            Role.ENTERPRISE_ADMIN, Scope("org", self.yard.builder_id), person_id=person_id
        )
        identity.grant(act(self.yard.officer), order, Place(self.yard.county))
        return person_id

    def photo(self, owner: Principal) -> str:
        return arrived(owner, samples.photo_with_place(), "image/jpeg", Purpose.SITE_PHOTO)

    def reported(self, who: Principal | None = None, at: dt.datetime | None = None, **differs: Any) -> str:
        values: dict[str, Any] = {
            "category": Category.LEAK,
            "severity": Severity.ORDINARY,
            "spot": {"room": ROOM, "x": 0.5, "y": 0.25},
            "text": "墙角一直在滴水",
        }
        home_id = self.home(differs.pop("home", "101")).id
        given = schemas.Report(**(values | differs))
        return reporting.report(act(who or self.owner, at), home_id, given).id

    def defect(self, defect_id: str) -> Defect:
        return store.get(defect_id)

    def accepted(self, at: dt.datetime | None = None) -> str:
        one = self.reported(at=at)
        repairing.accept(act(self.yard.builder, at), one)
        return one

    def repaired(self, at: dt.datetime | None = None) -> str:
        one = self.accepted(at)
        self.repair(one, at)
        return one

    def repair(self, defect_id: str, at: dt.datetime | None = None) -> None:
        done = schemas.RepairForm(after=[self.photo(self.yard.builder)], text="换了角阀")
        repairing.repaired(act(self.yard.builder, at), defect_id, done)

    def confirmed(self, at: dt.datetime | None = None) -> str:
        one = self.repaired(at)
        reporting.confirm(act(self.owner, at), one)
        return one

    def ordered(self, defect_id: str, by: dt.date, at: dt.datetime | None = None) -> None:
        given = schemas.RepairOrder(by=by, text="属于保修范围，请按期修好")
        overseeing.order(act(self.yard.officer, at), defect_id, given)

    def sweep(self, now: dt.datetime) -> None:
        deadlines.sweep(HomesDeadlineRecord, now.astimezone(dt.UTC), on_due)


def reason(text: str = "住户出差，约不上时间") -> schemas.DefectReason:
    return schemas.DefectReason(text=text)
