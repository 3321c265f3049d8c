"""A list of those who meet a policy as a file."""

from collections.abc import Iterator

from mashangban.domains.claims import permissions
from mashangban.domains.claims.repository import offers
from mashangban.domains.claims.rules.offers import Candidate
from mashangban.kernel.money import yuan
from mashangban.kernel.pagination import MAX_LIMIT, PageRequest
from mashangban.kernel.permissions import Principal
from mashangban.registry import divisions, sheets
from mashangban.registry.errors import ExportTooLarge

MOST = 20_000
HEAD = ("企业", "所在地", "能享受（元）", "状态", "原因")


def list_sheet(actor: Principal, list_id: str, kind: str) -> bytes:
    """Everybody on a list, by county. Raises ExportTooLarge, NotFound beyond reach."""
    found = offers.get(list_id, actor.reach(permissions.REVIEW))
    if found.met_in_all() > MOST:
        raise ExportTooLarge()
    return sheets.write(kind, HEAD, (_line(one) for one in _all(list_id)))


def _all(list_id: str) -> Iterator[Candidate]:
    cursor: str | None = None
    while True:
        page = offers.candidates(list_id, PageRequest(cursor, MAX_LIMIT))
        yield from page.items
        cursor = page.next_cursor
        if cursor is None:
            return


def _line(one: Candidate) -> tuple[str, ...]:
    worth = yuan(one.worth_fen).removesuffix("元").replace(",", "") if one.worth_fen else ""
    return (one.name, divisions.full_name(one.county), worth, one.state.label, one.why)
