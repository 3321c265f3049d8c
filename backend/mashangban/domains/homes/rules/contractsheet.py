"""The sheet of purchase contracts: one row a buyer, several rows where several people bought a home. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mashangban.domains.homes.rules import homesheet
from mashangban.domains.homes.rules.binding import plain
from mashangban.domains.homes.rules.home import Door
from mashangban.domains.homes.terms import TAIL
from mashangban.identity.identifiers import WrongIdentifier, parse_citizen_id, parse_person_name
from mashangban.registry.rules.columns import Cells, Layout, RowError

LAYOUT = Layout(
    columns={
        "building": "楼栋",
        "unit": "单元",
        "room": "室号",
        "number": "合同编号",
        "name": "买受人姓名",
        "id_number": "身份证号",
        "signed_on": "签订日期",
    },
    required=("building", "room", "number", "name", "id_number", "signed_on"),
    other_names={
        **{
            title: name
            for title, name in homesheet.LAYOUT.other_names.items()
            if name in ("building", "unit", "room")
        },
        **dict.fromkeys(("合同号", "购房合同编号", "买卖合同编号", "网签合同编号", "备案号"), "number"),
        **dict.fromkeys(("买受人", "购房人", "业主", "业主姓名", "姓名"), "name"),
        **dict.fromkeys(("证件号", "证件号码", "身份证号码", "身份证"), "id_number"),
        **dict.fromkeys(("签约日期", "合同签订日期", "网签日期"), "signed_on"),
    },
)


@dataclass(frozen=True, slots=True)
class ContractRow:
    """One buyer of one home. The ID number is read, hashed, and forgotten."""

    row: int
    door: Door
    number: str
    name: str
    id_number: str
    signed_on: date


def read(row: int, cells: Cells, today: date) -> ContractRow | list[RowError]:
    """One row's texts, or everything that is wrong with it; no message repeats a name or number."""
    wrong: list[RowError] = []
    door = homesheet.read_door(row, cells, wrong)
    number = cells.get("number", "").strip()
    if not TAIL <= len(plain(number)) <= 40 or len(number) > 60:
        wrong.append(_wrong(row, "number", f"合同编号要有 {TAIL} 到 40 位字母或数字"))
    name = id_number = ""
    try:
        name = parse_person_name(cells.get("name", ""))
    except WrongIdentifier as problem:
        wrong.append(_wrong(row, "name", str(problem)))
    try:
        id_number = parse_citizen_id(cells.get("id_number", ""), today).number
    except WrongIdentifier as problem:
        wrong.append(_wrong(row, "id_number", str(problem)))
    signed_on = homesheet.read_date(row, "signed_on", cells, LAYOUT, wrong)
    if signed_on is None:
        wrong.append(_wrong(row, "signed_on", "签订日期没有填或看不懂"))
        return wrong
    return wrong or ContractRow(row, door, number, name, id_number, signed_on)


def check(rows: Sequence[ContractRow]) -> list[RowError]:
    """One home has one contract, whose buyers are different people."""
    wrong: list[RowError] = []
    first: dict[str, ContractRow] = {}
    people: set[tuple[str, str]] = set()
    for one in rows:
        held = first.setdefault(one.door.label, one)
        if (held.number, held.signed_on) != (one.number, one.signed_on):
            wrong.append(_wrong(one.row, "number", f"{one.door.label} 的合同编号或日期和前面的行不一样"))
        if (one.door.label, one.id_number) in people:
            wrong.append(_wrong(one.row, "id_number", f"{one.door.label} 的这位买受人写了两次"))
        people.add((one.door.label, one.id_number))
    return wrong


def _wrong(row: int, name: str, message: str) -> RowError:
    return RowError(row, LAYOUT.columns[name], message)
