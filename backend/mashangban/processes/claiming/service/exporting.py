"""A list of those who meet a policy as a file."""

from mashangban.domains.claims import permissions
from mashangban.domains.claims.repository import offers
from mashangban.domains.claims.rules.offers import Candidate
from mashangban.kernel import pagination
from mashangban.kernel.money import yuan
from mashangban.kernel.permissions import Principal
from mashangban.registry import divisions, sheets
from mashangban.registry.errors import ExportTooLarge

MOST = 20_000
HEAD = ("企业", "所在地", "能享受（元）", "状态", "原因")


def list_sheet(actor: Principal, list_id: str, kind: str) -> bytes:
    """Everybody on a list, by county. Raises ExportTooLarge, NotFound beyond reach."""
    found = offers.get(list_id, actor.reach(permissions.REVIEW))
    if found.met_in_all() > MOST:
        raise ExportTooLarge(f"一次最多导出 {MOST} 条")
    return sheets.write(
        kind, HEAD, map(_line, pagination.every(lambda page: offers.candidates(list_id, page)))
    )


def _line(one: Candidate) -> tuple[str, ...]:
    worth = yuan(one.worth_fen).removesuffix("元").replace(",", "") if one.worth_fen else ""
    return (one.name, divisions.full_name(one.county), worth, one.state.label, one.why)
