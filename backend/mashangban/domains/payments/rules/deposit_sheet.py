"""What a sheet of deposits says, row by row, and what is wrong with it. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from mashangban.domains.payments.rules.deposit import Storage
from mashangban.domains.payments.terms import RECORD_FACTORS, DepositForm, DepositKind
from mashangban.registry.rules.columns import Layout, RowError

# All of a sheet is written in one transaction of at most 100 items, three for a row.
MOST_ROWS = 30
MOST_BYTES = 1_000_000
_MOST_FEN = 10_000_000_000_000
_MOST_TEXT = 60
COLUMNS = {
    "code": "项目代码",
    "project": "项目名称",
    "kind": "种类",
    "price": "合同价（元）",
    "permit_on": "施工许可日期",
    "factor": "企业记录",
    "form": "形式",
    "amount": "已存（元）",
    "issuer": "开具单位",
    "number": "编号",
    "valid_until": "有效期到",
}
LAYOUT = Layout(COLUMNS, ("code", "kind", "price", "permit_on"))
_KINDS = {one.label: one for one in DepositKind}
_FORMS = {one.label: one for one in DepositForm}
_FACTORS = {one.label: one.key for one in RECORD_FACTORS.values()}
_YUAN = re.compile(r"([0-9]{1,12})(?:\.([0-9]{1,2})0*)?")
T = TypeVar("T")
_DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")


@dataclass(frozen=True, slots=True)
class Typed:
    """A row that can be read; `storage` is None while nothing is stored yet."""

    row: int
    code: str
    kind: DepositKind
    price_fen: int
    permit_on: date
    factor: str
    storage: Storage | None


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a sheet: how many rows count, or what is wrong and nothing counts."""

    id: str
    filename: str
    sha256: str
    person_id: str
    at: datetime
    rows: int
    errors: tuple[RowError, ...] = ()


def read(row: int, cells: Mapping[str, str]) -> Typed | list[RowError]:
    """One row's texts in our own terms, or everything that is wrong with it."""
    reader = _Reader(row, cells, [])
    code = reader.text("code", needed=True)
    kind = reader.choice("kind", _KINDS, needed=True)
    price = reader.fen("price", needed=True)
    permit_on = reader.day("permit_on", needed=True)
    factor = reader.choice("factor", _FACTORS, needed=False) or "none"
    storage = reader.storage()
    if reader.wrong or kind is None or permit_on is None:
        return reader.wrong
    return Typed(row, code, kind, price, permit_on, factor, storage)


def repeated(rows: Iterable[Typed]) -> list[RowError]:
    """Rows that enter the same deposit twice: which of them is meant nobody can know."""
    found = list(rows)
    counts = Counter((one.code, one.kind) for one in found)
    return [
        RowError(one.row, COLUMNS["code"], f"这个项目的{one.kind.label}在文件里出现了{n}次")
        for one in found
        if (n := counts[one.code, one.kind]) > 1
    ]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the cells of one row and notes what is wrong with them."""

    row: int
    cells: Mapping[str, str]
    wrong: list[RowError]

    def text(self, name: str, *, needed: bool) -> str:
        found = self.cells.get(name, "")
        if needed and not found:
            self._note(name, "没有填")
        elif len(found) > _MOST_TEXT:
            self._note(name, f"最多{_MOST_TEXT}个字")
        return found

    def choice(self, name: str, known: Mapping[str, T], *, needed: bool) -> T | None:
        found = self.text(name, needed=needed)
        if found and found not in known:
            self._note(name, f"“{found[:20]}”不在可选的里面：{'、'.join(known)}")
        return known.get(found)

    def fen(self, name: str, *, needed: bool) -> int:
        text = self.text(name, needed=needed).replace(",", "").replace("，", "").removesuffix("元")
        found = _YUAN.fullmatch(text)
        if not text:
            return 0
        amount = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else 0
        if not 0 < amount <= _MOST_FEN:
            self._note(name, f"“{text[:20]}”不是金额，请填数字，如 270000")
        return amount

    def day(self, name: str, *, needed: bool) -> date | None:
        text = self.text(name, needed=needed)
        found = _day(text)
        if text and found is None:
            self._note(name, f"“{text[:20]}”不是日期，请填成 2026-11-02 这样")
        return found

    def storage(self) -> Storage | None:
        """How it is secured; a row with any of it needs the rest."""
        if not any(self.cells.get(name) for name in ("form", "amount", "issuer", "number", "valid_until")):
            return None
        form = self.choice("form", _FORMS, needed=True)
        amount = self.fen("amount", needed=True)
        issuer, number = (self.text(name, needed=True) for name in ("issuer", "number"))
        until = self.day("valid_until", needed=form in (DepositForm.BANK, DepositForm.INSURANCE))
        return Storage(form, amount, issuer, number, until) if form else None

    def _note(self, name: str, message: str) -> None:
        self.wrong.append(RowError(self.row, COLUMNS[name], message))


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text)
    try:
        return date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None
