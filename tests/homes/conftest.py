"""An estate as its builder sees it, and the stream that carries its sheets on."""

import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import openpyxl
import pytest

from mashangban.domains.homes import events, listeners, schemas
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.repository import estates as estate_store
from mashangban.domains.homes.repository import homes as home_store
from mashangban.domains.homes.rules.home import Home, home_id
from mashangban.domains.homes.rules.homesheet import LAYOUT
from mashangban.domains.homes.service import estates, homesheets, importing
from mashangban.domains.homes.terms import MOST_ROWS, ImportKind
from mashangban.files import service as files
from mashangban.files.schemas import Announcement
from mashangban.files.terms import Purpose
from mashangban.identity import service as identity
from mashangban.identity.schemas import RealNameProof
from mashangban.identity.terms import CONSENTS
from mashangban.kernel import clock, crypto, history, ids
from mashangban.kernel import events as kernel_events
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from mashangban.kernel.settings import settings
from mashangban.kernel.streams import Delivery
from mashangban.registry import sheets
from mashangban.registry.sheets import XLSX
from tests import wire
from tests.engine import connect
from tests.identity.conftest import Partners, new_id_number, new_mobile, sandbox
from tests.pump import Pump
from tests.registry.conftest import COUNTY, Desk, enterprise_form, officer, project_code, project_form
from tests.workers.conftest import any_day

__all__ = ["sandbox"]

ROOMS = "客厅、主卧、次卧、厨房、卫生间、阳台"
HEAD = [
    LAYOUT.columns[name] for name in ("building", "unit", "floor", "room", "house_type", "rooms", "batch")
]
HOMES: list[list[object]] = [
    ["1号楼", "1单元", "1层", "101室", "A户型", ROOMS, "一批"],
    ["1号楼", "1单元", "1层", "102室", "B户型", "客厅、卧室、厨房、卫生间", "一批"],
    ["1号楼", "2单元", "2层", "201室", "A户型", "", "一批"],
    ["2幢", "1单元", "11层", "1101", "A户型", "", "二批"],
]


def act(actor: Principal, at: Any = None) -> Act:
    return Act(actor, at or clock.now())


def person(*grants: tuple[Role, str]) -> Principal:
    """Someone who proved their name; what identity knows of them does not matter here."""
    held = tuple(Grant(role, Scope.parse(scope)) for role, scope in grants)
    return Principal(ids.new_id(), ids.new_id(), held, real_name=True)


def pump_of(url: str) -> Pump:
    """The stream of this room's table."""
    return Pump(url, TABLE, listeners.on_event, listeners.on_message)


@dataclass(frozen=True, slots=True)
class Known:
    """A person with a proven name, and what a purchase contract would say of them."""

    principal: Principal
    name: str
    id_number: str


@dataclass
class Yard:
    """A project with its builder 建设单位, contractor and supervisor; its estate is open, no home in it yet."""

    pump: Pump
    county: str = COUNTY
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        self.desk = Desk(officer(self.county[:2]))
        named = ("杭州样例置业有限公司", "浙江样例建设有限公司", "杭州样例监理有限公司")
        made = [self.desk.enterprise(**enterprise_form(name=name, county=self.county)).id for name in named]
        self.builder_id, self.contractor_id, self.supervisor_id = made
        kinds = zip(made, ("15", "16", "14"), strict=True)
        parties = [{"enterprise_id": identity, "kind": kind} for identity, kind in kinds]
        form = project_form(code=project_code(self.county), county=self.county, parties=parties)
        self.project = self.desk.project(**form)
        self.builder = person((Role.ENTERPRISE_ADMIN, f"org:{self.builder_id}"))
        self.contractor = person((Role.ENTERPRISE_ADMIN, f"org:{self.contractor_id}"))
        self.supervisor = person((Role.OPERATOR, f"org:{self.supervisor_id}"))
        self.officer = officer(self.county)
        self.estate_id = self.project.id
        estates.open_estate(act(self.builder), schemas.EstateForm(project_id=self.project.id))

    def sent(self, content: bytes, kind: ImportKind = ImportKind.ESTATE) -> schemas.ImportView:
        """A sheet that was received and checked."""
        form = schemas.ImportForm(kind=kind, file_id=arrived(self.builder, content))
        view = importing.start(act(self.builder), self.estate_id, form)
        self.pump.run()
        return importing.show(self.builder, view.id)

    def applied(self, content: bytes, kind: ImportKind = ImportKind.ESTATE) -> schemas.ImportView:
        """A sheet that counts, every row of it written."""
        view = self.sent(content, kind)
        importing.confirm(act(self.builder), view.id)
        self.pump.run()
        return importing.show(self.builder, view.id)

    def grow(self, content: bytes) -> None:
        """Homes of a sheet, without an import: for tests of what comes after."""
        before, system = estate_store.get(self.estate_id), system_act("homes_stream")
        numbered, wrong = sheets.filled_in(content, homesheets.LAYOUT, MOST_ROWS)
        checked = homesheets.check(before, numbered)
        assert not wrong + list(checked.errors)
        rows = [dict(row) for row in checked.rows]
        after = replace(homesheets.grow(before, rows), imports=before.imports + 1)
        event = kernel_events.following(system, events.ESTATE_GROWN, before, Role.SYSTEM, {"rows": len(rows)})
        estate_store.change(system, before, after, event)
        for row in rows:
            homesheets.apply(system, after, row)

    def home(self, label: str) -> Home:
        return home_store.get(home_id(self.estate_id, label))

    def known(self, name: str = "王建国") -> Known:
        """Someone whose name the identity source confirmed."""
        person_id = identity.ensure_person(act(self.desk.officer), new_mobile())
        principal = Principal(person_id, ids.new_id(), (), real_name=True)
        number = new_id_number("001", any_day(1985))
        proof = RealNameProof(name=name, id_number=number, consent_version=CONSENTS[0].version)
        identity.prove_name(act(principal), proof)
        return Known(principal, name, number)


def arrived(owner: Principal, content: bytes, kind: str = XLSX, purpose: Purpose = Purpose.IMPORT) -> str:
    """A file in the files room, sent as a browser sends it."""
    told = Announcement(
        filename="房屋.xlsx" if kind == XLSX else "户型图.png",
        content_type=kind,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        purpose=purpose,
    )
    given = files.announce(act(owner), told)
    assert given.upload.url is not None
    sent = wire.put(given.upload.url, content=content, headers=given.upload.headers)
    sent.raise_for_status()
    files.arrive(act(owner), given.file_id)
    return given.file_id


def sheet(rows: Sequence[Sequence[object]], head: Sequence[str] = HEAD) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (head, *rows):
        page.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


FOUR_HOMES = sheet(HOMES)


def deliver(kind: str, body: dict[str, Any]) -> None:
    """A message of another room, as the stream brings it."""
    subject = Subject("elsewhere", ids.new_id())
    listeners.on_message(Delivery(ids.new_id(), kind, body, "elsewhere", subject, 1, clock.now()))


@pytest.fixture(scope="module")
def ground(sandbox: Partners, engine_url: str) -> Iterator[None]:
    """Engine and identity source for a whole module."""
    connect(engine_url)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IDENTITY_VERIFIER_URL", sandbox.base)
        settings.cache_clear()
        yield
    settings.cache_clear()


@pytest.fixture
def yard(ground: None, engine_url: str, object_store: str) -> Yard:
    """An estate of one's own, without homes."""
    return Yard(pump_of(engine_url))


@pytest.fixture
def estate(yard: Yard) -> Yard:
    """An estate with four homes."""
    yard.grow(FOUR_HOMES)
    return yard


def letters_of(subject: Subject, event_type: str) -> list[dict[str, Any]]:
    """The opened messages of a subject's events of one type, as their addressees will read them."""
    items = [item for item in history.items_of(TABLE, subject) if item["type"]["S"] == event_type]
    found = [letter for item in items for letter in kernel_events.letters(item)]
    return [{**one, "body": json.loads(crypto.unseal(one["body"], one["context"]))} for one in found]


@pytest.fixture
def buyer(estate: Yard) -> Known:
    """Somebody whose purchase contract of 1-1-101 the builder has recorded."""
    from tests.homes import buying

    known = estate.known()
    buying.contracted(estate, buying.row(known))
    return known


@pytest.fixture
def owner(estate: Yard, buyer: Known) -> Principal:
    from tests.homes import buying

    buying.bind(estate, buyer.principal)
    return buyer.principal
