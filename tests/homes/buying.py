"""Somebody who bought a home, as the builder's sheet and the door's code know them."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from mashangban.domains.homes import schemas
from mashangban.domains.homes.rules.contractsheet import LAYOUT
from mashangban.domains.homes.service import binding, doors, inviting
from mashangban.domains.homes.terms import ImportKind, InvitationKind, ResidentRole
from mashangban.kernel.permissions import Principal
from tests.homes.conftest import Known, Yard, act, sheet

HEAD = [
    LAYOUT.columns[name] for name in ("building", "unit", "room", "number", "name", "id_number", "signed_on")
]
NUMBER = "杭房预2026-0012345"
TAIL = "012345"


def row(buyer: Known, room: str = "101", number: str = NUMBER, **changes: str) -> list[object]:
    name, id_number = changes.get("name", buyer.name), changes.get("id_number", buyer.id_number)
    return ["1号楼", "1单元", f"{room}室", number, name, id_number, "2026年3月1日"]


def contracted(yard: Yard, *rows: Sequence[object]) -> schemas.ImportView:
    return yard.applied(sheet(rows, HEAD), ImportKind.CONTRACTS)


def bind(
    yard: Yard, who: Principal, tail: str = TAIL, label: str = "1-1-101", at: Any = None
) -> schemas.HomeBound:
    form = schemas.Binding(code=doors.code_of(yard.home(label)), contract_tail=tail)
    return binding.bind(act(who, at), form)


def tenant_of(estate: Yard, owner: Principal, until: dt.date | None = None) -> Principal:
    home, who = estate.home("1-1-101"), estate.known("李小明").principal
    form = schemas.InvitationForm(kind=InvitationKind.TENANT, until=until)
    inviting.accept(act(who), inviting.invite(act(owner), home.id, form).code)
    return who


def roles(yard: Yard) -> list[tuple[str, ResidentRole]]:
    return [(one.person_id, one.role) for one in yard.home("1-1-101").residents]
