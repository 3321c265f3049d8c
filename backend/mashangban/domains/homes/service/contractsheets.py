"""The sheet of purchase contracts: checked against homes and those who are bound already, written home by home."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from mashangban.domains.homes import events
from mashangban.domains.homes.repository import bindings, homes
from mashangban.domains.homes.rules import contractsheet
from mashangban.domains.homes.rules.binding import Buyer, Contract
from mashangban.domains.homes.rules.contractsheet import ContractRow
from mashangban.domains.homes.rules.estate import Estate
from mashangban.domains.homes.rules.home import Home, home_id
from mashangban.domains.homes.rules.imports import Checked
from mashangban.kernel import clock, crypto
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role
from mashangban.registry.rules.columns import Cells, RowError

LAYOUT = contractsheet.LAYOUT


def buyer(name: str, id_number: str) -> Buyer:
    """A person as contracts are compared: the ID number only as a keyed hash."""
    return Buyer(name, crypto.keyed_hash("homes-buyer", id_number))


def check(estate: Estate, numbered: Sequence[tuple[int, Cells]]) -> Checked:
    """Every row and the sheet as a whole. A home that has owners keeps the contract they were bound by."""
    rows: list[ContractRow] = []
    wrong: list[RowError] = []
    today = clock.local_date(clock.now())
    for number, cells in numbered:
        read = contractsheet.read(number, cells, today)
        if isinstance(read, ContractRow):
            rows.append(read)
        else:
            wrong += read
    wrong = wrong or contractsheet.check(rows)
    held = homes.many(dict.fromkeys(home_id(estate.id, one.door.label) for one in rows))
    wrong += [problem for one in rows if (problem := _objection(estate, one, held))]
    if wrong:
        return Checked(errors=tuple(wrong))
    ordered = sorted(rows, key=lambda one: one.door.label)
    dumped = tuple(_dump(list(group)) for _, group in groupby(ordered, key=lambda one: one.door.label))
    return Checked(rows=dumped, created=len(dumped))


def grow(estate: Estate, rows: Sequence[dict[str, Any]]) -> Estate:
    """Contracts change nothing of the estate itself."""
    return estate


def apply(act: Act, estate: Estate, row: dict[str, Any]) -> None:
    """Keep one home's contract; a row that comes twice changes nothing, nor does one that owners overtook."""
    home = homes.get(home_id(estate.id, row["label"]))
    buyers = tuple(Buyer(*one) for one in row["buyers"])
    new = Contract(row["number"], clock.from_text(f"{row['signed_on']}T00:00:00Z").date(), buyers)
    if home.owners or bindings.contract(home.id) == new:
        return
    data = {"buyers": len(buyers), "import": estate.applying}
    event = following(act, events.CONTRACT_RECORDED, home, Role.SYSTEM, data)
    bindings.record_contract(act, (home, home, event), new)


def _objection(estate: Estate, one: ContractRow, held: dict[str, Home]) -> RowError | None:
    home = held.get(home_id(estate.id, one.door.label))
    if home is None:
        return RowError(one.row, LAYOUT.columns["room"], f"小区里没有 {one.door.label}，请先导入房屋清单")
    if home.owners:
        return RowError(one.row, LAYOUT.columns["room"], f"{one.door.label} 已有业主绑定，合同不能再改")
    return None


def _dump(rows: list[ContractRow]) -> dict[str, Any]:
    first = rows[0]
    people = [buyer(one.name, one.id_number) for one in rows]
    return {
        "label": first.door.label,
        "number": first.number,
        "signed_on": first.signed_on.isoformat(),
        "buyers": [[one.name, one.id_hash] for one in people],
    }
