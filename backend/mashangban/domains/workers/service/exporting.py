"""The list of contracts as a file, within the reader's reach; names and numbers stay masked."""

from collections.abc import Iterator

from mashangban.domains.workers.schemas import ContractListQuery, ContractRow
from mashangban.domains.workers.service import viewing
from mashangban.kernel import clock
from mashangban.kernel.permissions import Principal
from mashangban.registry import sheets
from mashangban.registry.errors import ExportTooLarge

MOST = 3000
HEAD = ("合同编号", "工人", "工种", "项目", "班组", "用人单位", "状态", "登记时间")
_PAGE = 50


def export_contracts(actor: Principal, place: str, query: ContractListQuery, kind: str) -> bytes:
    """Contracts of a county or project as CSV or XLSX, at most MOST. Raises ExportTooLarge, NotFound beyond reach."""
    return sheets.write(kind, HEAD, (_line(one) for one in _all(actor, place, query)))


def _all(actor: Principal, place: str, query: ContractListQuery) -> Iterator[ContractRow]:
    cursor, count = None, 0
    while True:
        asked = query.model_copy(update={"cursor": cursor, "limit": _PAGE})
        page = viewing.contracts_at(actor, place, asked)
        count += len(page.items)
        if count > MOST:
            raise ExportTooLarge()
        yield from page.items
        cursor = page.next_cursor
        if cursor is None:
            return


def _line(one: ContractRow) -> tuple[str, ...]:
    return (
        one.number,
        one.worker_name_masked,
        one.trade.name,
        one.project.name,
        one.team.name,
        one.employer.name,
        one.state_label,
        clock.spoken(one.opened_at),
    )
