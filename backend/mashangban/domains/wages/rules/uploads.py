"""An uploaded pay sheet: its columns, its rows, and what a whole file must satisfy before any of it counts. Pure."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from mashangban.domains.wages.rules import months
from mashangban.domains.wages.rules.pay import Item, balance
from mashangban.domains.wages.terms import MOST_FEN, MOST_QUANTITY_MILLI, ItemKind, UploadState
from mashangban.identity.identifiers import mask_name
from mashangban.kernel.events import GENESIS, Subject
from mashangban.registry.rules.columns import Layout, RowError

MOST_ROWS = 100_000
MOST_ERRORS = 5_000

COLUMNS: Mapping[str, str] = {
    "number": "合同编号",
    "name": "姓名",
    "month": "工资月份",
    "quantity": "数量（天、小时、月或工程量）",
    "rate": "单价（元）",
    "overtime": "加班费（元）",
    "allowance": "补贴（元）",
    "deduction": "扣款（元）",
    "deduction_reason": "扣款原因",
    "advance": "借支（元）",
    "total": "应发合计（元）",
    "note": "说明",
}
# How other systems call the same column.
_OTHER_NAMES = {
    **dict.fromkeys(("合同号", "劳动合同编号", "合同编码"), "number"),
    **dict.fromkeys(("工人姓名", "工人", "名字"), "name"),
    **dict.fromkeys(("月份", "所属月份", "发放月份"), "month"),
    **dict.fromkeys(("数量", "天数", "出勤天数", "工日", "工日数", "计薪天数", "工时", "工程量"), "quantity"),
    **dict.fromkeys(("单价", "日工资", "工价", "日工资标准"), "rate"),
    **dict.fromkeys(("加班费", "加班", "加班工资"), "overtime"),
    **dict.fromkeys(("补贴", "津贴", "补助"), "allowance"),
    **dict.fromkeys(("扣款", "扣除", "代扣"), "deduction"),
    **dict.fromkeys(("原因",), "deduction_reason"),
    **dict.fromkeys(("借支", "预支", "已预支", "生活费"), "advance"),
    **dict.fromkeys(("应发", "合计", "应发合计", "应发工资", "应发金额", "实发"), "total"),
    **dict.fromkeys(("备注",), "note"),
}
LAYOUT = Layout(COLUMNS, ("number", "quantity"), _OTHER_NAMES)
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
MONEY = ("rate", "overtime", "allowance", "deduction", "advance", "total")
ITEMS = (
    ("overtime", ItemKind.OVERTIME),
    ("allowance", ItemKind.ALLOWANCE),
    ("deduction", ItemKind.DEDUCTION),
    ("advance", ItemKind.ADVANCE),
)


class Typed(NamedTuple):
    """A row as it was written, its numbers read: quantity in thousandths, money in fen, None where nothing stands.
    `extra_fen` is what the items add, less what they take; the name is compared as contracts show it, so only that is
    kept.
    """

    row: int
    number: str
    name_masked: str
    quantity_milli: int
    rate_fen: int | None
    total_fen: int | None
    items: tuple[Item, ...]
    extra_fen: int
    note: str


@dataclass(frozen=True, slots=True)
class Upload:
    """A sheet on its way into a table. Its rows lie staged in `chunks`; nothing of them counts until it is applied."""

    id: str
    table_id: str
    file_id: str
    filename: str
    sha256: str
    person_id: str
    state: UploadState
    received_at: datetime
    rows: int = 0
    chunks: int = 0
    errors: int = 0
    fen: int = 0
    blocked: int = 0
    foremen: tuple[str, ...] = ()
    root: str = ""
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("payupload", self.id)


def read(row: int, cells: Mapping[str, str], month: str) -> Typed | list[RowError]:
    """One row's texts as numbers, or everything that is wrong with it."""
    wrong: list[RowError] = []
    if not cells.get("number"):
        wrong.append(RowError(row, COLUMNS["number"], "合同编号没有填"))
    if cells.get("month") and not same_month(cells["month"], month):
        wrong.append(RowError(row, COLUMNS["month"], f"月份不是{months.words(month)}"))
    quantity = _number(row, "quantity", cells, wrong)
    money = {name: _number(row, name, cells, wrong) for name in MONEY}
    if money["deduction"] and not cells.get("deduction_reason"):
        wrong.append(RowError(row, COLUMNS["deduction_reason"], "有扣款，要写明原因"))
    if quantity is None and not wrong:
        wrong.append(RowError(row, COLUMNS["quantity"], "数量没有填"))
    if wrong:
        return wrong
    items = tuple(
        Item(kind, cells.get("deduction_reason", "")[:60] if name == "deduction" else "", fen)
        for name, kind in ITEMS
        if (fen := money[name])
    )
    return Typed(
        row,
        cells["number"],
        mask_name(cells.get("name", "")),
        quantity or 0,
        money["rate"],
        money["total"],
        items,
        balance(items),
        cells.get("note", "")[:100],
    )


def repeated(rows: Sequence[Typed]) -> list[RowError]:
    """Rows whose contract stands twice in one file: which of them is meant nobody can know."""
    counts = Counter([one.number for one in rows])
    if len(counts) == len(rows):
        return []
    return [
        RowError(one.row, COLUMNS["number"], f"这份合同在文件里出现了{counts[one.number]}次")
        for one in rows
        if counts[one.number] > 1
    ]


def same_month(text: str, month: str) -> bool:
    """Whether a cell (`2026-10`, `2026年10月`, `202610`, a day in it) means the month."""
    digits = re.findall(r"[0-9]+", text)
    if len(digits) == 1 and len(digits[0]) == 6:
        digits = [digits[0][:4], digits[0][4:]]
    return len(digits) >= 2 and f"{int(digits[0]):04d}-{int(digits[1]):02d}" == month


def number(name: str, text: str) -> int | str | None:
    """A decimal of this column as a whole number of its smallest part, or words for what is wrong with it; None where
    nothing stands.
    """
    places, most = (3, MOST_QUANTITY_MILLI) if name == "quantity" else (2, MOST_FEN)
    text = text.replace(",", "").replace("，", "").removesuffix("元")
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        return f"“{text[:20]}”不是数字"
    if text.startswith("-"):
        return "不能是负数"
    whole, _, rest = text.partition(".")
    rest = rest.rstrip("0")
    if len(rest) > places:
        return f"最多{places}位小数"
    if len(whole) > 12 or int(whole + rest.ljust(places, "0")) > most:
        return "数字太大"
    return int(whole + rest.ljust(places, "0"))


def _number(row: int, name: str, cells: Mapping[str, str], wrong: list[RowError]) -> int | None:
    found = number(name, cells.get(name, ""))
    if isinstance(found, str):
        wrong.append(RowError(row, COLUMNS[name], found))
        return None
    return found
