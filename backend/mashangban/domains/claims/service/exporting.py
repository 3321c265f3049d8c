"""Claims as a file: what the desk shows in one state, every page of it; paid ones among them."""

from mashangban.domains.claims.schemas import ClaimRow, DeskQuery
from mashangban.domains.claims.service import viewing
from mashangban.kernel import clock
from mashangban.kernel.money import yuan
from mashangban.kernel.permissions import Principal
from mashangban.registry import sheets

HEAD = ("申报编号", "企业", "政策", "方式", "金额（元）", "状态", "所在环节", "从什么时候等")


def claims_sheet(actor: Principal, asked: DeskQuery, kind: str) -> bytes:
    """An office's claims in one state as CSV or XLSX. Raises ExportTooLarge, NotFound beyond reach."""
    return sheets.write(
        kind, HEAD, map(_line, sheets.every(lambda page: viewing.at_desk(actor, asked.at(page))))
    )


def _line(one: ClaimRow) -> tuple[str, ...]:
    amount = yuan(one.amount_fen).removesuffix("元").replace(",", "") if one.amount_fen else ""
    who = (one.number, one.enterprise_name, one.policy_title, one.mode_label)
    return (*who, amount, one.state_label, one.step_label, clock.spoken(one.updated_at))
