"""Claims as a file: what the desk shows in one state, every page of it; paid ones among them."""

from collections.abc import Iterator

from mashangban.domains.claims.schemas import ClaimRow, DeskQuery
from mashangban.domains.claims.service import viewing
from mashangban.kernel import clock
from mashangban.kernel.money import yuan
from mashangban.kernel.permissions import Principal
from mashangban.registry import sheets
from mashangban.registry.errors import ExportTooLarge

MOST = 3000
HEAD = ("申报编号", "企业", "政策", "方式", "金额（元）", "状态", "所在环节", "从什么时候等")
_A_PAGE = 50


def claims_sheet(actor: Principal, asked: DeskQuery, kind: str) -> bytes:
    """An office's claims in one state as CSV or XLSX. Raises ExportTooLarge, NotFound beyond reach."""
    return sheets.write(kind, HEAD, (_line(one) for one in _all(actor, asked)))


def _all(actor: Principal, asked: DeskQuery) -> Iterator[ClaimRow]:
    cursor, count = None, 0
    while True:
        page = viewing.at_desk(actor, asked.model_copy(update={"cursor": cursor, "limit": _A_PAGE}))
        count += len(page.items)
        if count > MOST:
            raise ExportTooLarge()
        yield from page.items
        cursor = page.next_cursor
        if cursor is None:
            return


def _line(one: ClaimRow) -> tuple[str, ...]:
    amount = yuan(one.amount_fen).removesuffix("元").replace(",", "") if one.amount_fen else ""
    who = (one.number, one.enterprise_name, one.policy_title, one.mode_label)
    return (*who, amount, one.state_label, one.step_label, clock.spoken(one.updated_at))
