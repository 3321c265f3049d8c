"""A table as a file: a template to fill in, the table as it stands, what is wrong with an upload."""

from collections.abc import Iterator
from decimal import Decimal

from mashangban.domains.wages import permissions
from mashangban.domains.wages.repository import known
from mashangban.domains.wages.repository import tables as repository
from mashangban.domains.wages.rules import months
from mashangban.domains.wages.rules.uploads import LAYOUT
from mashangban.domains.wages.schemas import GridRow
from mashangban.domains.wages.service import uploading, viewing
from mashangban.domains.wages.terms import ItemKind
from mashangban.kernel.permissions import Principal
from mashangban.registry import sheets
from mashangban.registry.errors import ExportTooLarge
from mashangban.registry.rules.columns import template_head
from mashangban.registry.sheets import XLSX

MOST = 5_000
_HEAD = (
    "合同编号",
    "工人",
    "班组",
    "工种",
    "数量",
    "单位",
    "单价（元）",
    "考勤天数",
    *(f"{kind.label}（元）" for kind in ItemKind),
    "应发（元）",
    "算法",
    "状态",
    "本人确认",
    "说明",
)


def template(actor: Principal, table_id: str) -> bytes:
    """An XLSX file with the right head and everyone of the employer filled in (at most MOST)."""
    table = repository.table(table_id, actor.reach(permissions.MAKE_TABLE), "employer_place")
    head = template_head(LAYOUT)
    month = months.words(table.month)
    rows: list[tuple[str, ...]] = []
    for one in known.employed(table.project.id, table.employer.id):
        if len(rows) == MOST:
            break
        rate = _decimal(one.pay.amount_fen, 100)
        rows.append((one.number, one.name_masked, month, "", rate, *[""] * 7))
    return sheets.write(XLSX, head, rows)


def export(actor: Principal, table_id: str, kind: str) -> bytes:
    """A table as CSV or XLSX, at most MOST rows; names stay masked. Raises ExportTooLarge, NotFound beyond reach."""
    table = repository.table(table_id, actor.reach(permissions.VIEW_GRID))
    if table.lines > MOST:
        raise ExportTooLarge(f"一次最多导出 {MOST} 条")
    return sheets.write(kind, _HEAD, (_cells(row) for row in _rows(actor, table_id, table.chunks)))


def error_sheet(actor: Principal, upload_id: str) -> bytes:
    """What is wrong with an upload as a file to work through."""
    return sheets.problem_sheet(uploading.errors_of(actor, upload_id))


def _rows(actor: Principal, table_id: str, pages: int) -> Iterator[GridRow]:
    for number in range(pages):
        yield from viewing.grid(actor, table_id, number).rows


def _cells(row: GridRow) -> tuple[str, ...]:
    sums = {kind: sum(i.amount_fen for i in row.items if i.kind is kind) for kind in ItemKind}
    return (
        row.contract_number,
        row.name_masked,
        row.team,
        row.trade_name,
        _decimal(row.quantity_milli, 1000),
        row.unit,
        _decimal(row.rate_fen, 100),
        _decimal(row.attended_halves, 2),
        *(_decimal(sums[kind], 100) if sums[kind] else "" for kind in ItemKind),
        _decimal(row.amount_fen, 100),
        row.formula,
        row.state_label,
        "代签（有见证）" if row.assisted else "未确认" if row.unconfirmed else "已确认",
        row.note,
    )


def _decimal(number: int, parts: int) -> str:
    return f"{(Decimal(number) / parts).normalize():f}"
