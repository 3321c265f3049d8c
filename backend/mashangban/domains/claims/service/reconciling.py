"""Each day our books against the treasury's statement: what a look can mend is mended first, the rest is reported."""

import logging
from datetime import datetime, timedelta

from mashangban.domains.claims import events, permissions
from mashangban.domains.claims.partners import treasury
from mashangban.domains.claims.repository import orders
from mashangban.domains.claims.rules import order as rules
from mashangban.domains.claims.rules.order import Entry, Gap, Order, Report
from mashangban.domains.claims.schemas import TreasuryGap, TreasuryReport
from mashangban.domains.claims.service import paying
from mashangban.domains.claims.terms import OrderState
from mashangban.kernel import ids
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import AppError
from mashangban.kernel.events import following
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.partners import PartnerRefusal
from mashangban.kernel.permissions import Place, Principal, Role

log = logging.getLogger(__name__)
DAILY = timedelta(days=1)
_MOST_PAGES = 10


def reconcile(act: Act, book: str) -> Report:
    """Read what is new of a province's statement and compare. Raises PartnerUnavailable, Stale."""
    before = orders.read_until(book)
    entries = _read(book, before)
    until = entries[-1].sequence if entries else before
    lines = rules.by_key(entries)
    ours = _looked(act, lines)
    theirs = {key: rules.shown(found, ours.get(key)) for key, found in lines.items()}
    new = _report(act, book, entries, theirs, ours)
    data = {"book": book, "entries": new.entries, "gaps": len(new.gaps)}
    event = following(act, events.RECONCILED, new, Role.SYSTEM, data)
    for key, one in ours.items():
        orders.show(one, theirs[key], until, agrees=rules.agrees(one, theirs[key]))
    orders.report(act, new, event, before, until, act.at + DAILY)
    return new


def _report(
    act: Act, book: str, entries: list[Entry], theirs: dict[str, int], ours: dict[str, Order]
) -> Report:
    done = sum(one.amount_fen for one in ours.values() if one.state is OrderState.DONE)
    found = rules.gaps(theirs, ours, orders.unseen(book, act.at - DAILY))
    return Report(ids.new_id(act.at), book, act.at, len(entries), done, sum(theirs.values()), found)


def reconcile_due(now: datetime) -> int:
    """Every book whose day has come. Gives how many."""
    done = 0
    for book in orders.books_due(now):
        try:
            reconcile(system_act("claims_clock", now), book)
            done += 1
        except (AppError, PartnerRefusal):
            log.exception("book %s is left for later", book)
    return done


def reports(actor: Principal, book: str, page: PageRequest) -> Page[TreasuryReport]:
    """A province's reconciliations with their differences, the newest first. Raises NotFound beyond reach."""
    actor.reach(permissions.RECONCILE).require(Place(region=book))
    return orders.reports(book, page).map(_view)


def _read(book: str, after: int) -> list[Entry]:
    found: list[Entry] = []
    for _ in range(_MOST_PAGES):
        page = treasury.statement(book, found[-1].sequence if found else after)
        found += page
        if len(page) < treasury.PAGE:
            break
    return found


def _looked(act: Act, lines: dict[str, list[Entry]]) -> dict[str, Order]:
    """Our orders of these keys, after a look at each that does not agree: a callback may have got lost."""
    ours = orders.by_keys(lines)
    stale = [one for key, one in ours.items() if not rules.agrees(one, rules.shown(lines[key], one))]
    for one in stale:
        paying.work(act, one.claim_id)
    return orders.by_keys(lines) if stale else ours


def _view(one: Report) -> TreasuryReport:
    return TreasuryReport(
        id=one.id,
        at=one.at,
        entries=one.entries,
        ours_fen=one.ours_fen,
        treasury_fen=one.treasury_fen,
        gaps=[_gap(gap) for gap in one.gaps],
    )


def _gap(one: Gap) -> TreasuryGap:
    return TreasuryGap(
        kind=one.kind.value,
        kind_label=one.kind.label,
        key=one.key,
        ours_fen=one.ours_fen,
        treasury_fen=one.treasury_fen,
    )
