"""After payment: a month's seed is committed before it begins, opened after it ends; what is drawn is inspected."""

import logging
import secrets
from datetime import datetime, timedelta

from mashangban.domains.claims import events
from mashangban.domains.claims.repository import claims
from mashangban.domains.claims.repository import sampling as store
from mashangban.domains.claims.rules import sampling as rules
from mashangban.domains.claims.rules.sampling import Draw, Inspection
from mashangban.domains.claims.schemas.sampling import DrawView, PeriodClaims, ProvinceDrawsQuery
from mashangban.domains.claims.service import telling
from mashangban.domains.claims.terms.sampling import MoneyCheckKind
from mashangban.kernel import clock
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import AppError, NotFound
from mashangban.kernel.events import following
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Role

log = logging.getLogger(__name__)
HOURLY = timedelta(hours=1)
_SEED_BYTES = 32


def see_to_due(now: datetime) -> int:
    """Every province's draws whose hour has come; one that fails does not stop the others. Gives how many."""
    done = 0
    for province in store.provinces_due(now):
        try:
            see_to(system_act("claims_clock", now), province)
            store.seen_to(province, now + HOURLY)
            done += 1
        except AppError:
            log.exception("the draws of %s are left for later", province)
    return done


def see_to(act: Act, province: str) -> None:
    """Commit to next month's seed, open last month's, whichever is still to be done."""
    now = rules.period_of(act.at)
    if store.find_draw(province, rules.following(now)) is None:
        new = rules.commit(province, rules.following(now), secrets.token_bytes(_SEED_BYTES), act.at)
        data = {"period": new.period, "commitment": new.commitment}
        store.commit(act, new, following(act, events.DRAW_COMMITTED, new, Role.SYSTEM, data))
    last = store.find_draw(province, rules.preceding(now))
    if last is not None and rules.may_reveal(last, act.at):
        _reveal(act, last)


def note_paid(claim_id: str, at: datetime) -> None:
    """A claim was paid: it belongs to the month of its payment, or to the present one where that was drawn."""
    province = claims.get(claim_id).terms.region[:2]
    period = rules.period_of(at)
    draw = store.find_draw(province, period)
    drawn = draw is not None and draw.revealed_at is not None
    store.note_paid(province, rules.period_of(clock.now()) if drawn else period, claim_id)


def open_drawn(act: Act, draw_id: str) -> None:
    """A draw was opened: each claim of its sample waits for an inspection; running it again changes nothing."""
    province, _, period = draw_id.partition(".")
    draw = store.find_draw(province, period)
    for claim_id in draw.sampled if draw is not None else ():
        _open(act, claim_id, MoneyCheckKind.SAMPLE, f"{claim_id}.{period}")


def open_promise(act: Act, claim_id: str) -> None:
    """A promise fell due: somebody looks whether it was kept."""
    _open(act, claim_id, MoneyCheckKind.PROMISE, f"{claim_id}.promise")


def listed(asked: ProvinceDrawsQuery) -> Page[DrawView]:
    """A province's draws for everybody: digests before, seeds and samples after."""
    return store.draws(asked.province, asked.page).map(_view)


def population(province: str, period: str, asked: PageRequest) -> Page[PeriodClaims]:
    """The claims a sample was drawn from, for whoever draws it again. Raises NotFound before it was opened."""
    draw = store.find_draw(province, period)
    if draw is None or draw.revealed_at is None:
        raise NotFound()
    return store.page_paid_in(province, period, asked).map(lambda one: PeriodClaims(claim_id=one))


def _reveal(act: Act, before: Draw) -> None:
    after = rules.reveal(before, store.paid_in(before.province, before.period), act.at)
    data = {
        "period": after.period,
        "seed": after.seed,
        "population": after.population,
        "digest": after.digest,
        "sampled": len(after.sampled),
    }
    store.reveal(act, before, after, following(act, events.DRAW_REVEALED, before, Role.SYSTEM, data))


def _open(act: Act, claim_id: str, kind: MoneyCheckKind, identity: str) -> None:
    one = claims.get(claim_id)
    if not rules.to_be_inspected(one.state):
        return
    new = Inspection(
        id=identity,
        kind=kind,
        claim_id=one.id,
        number=one.number,
        enterprise_name=one.enterprise_name,
        title=one.terms.title,
        region=one.terms.region,
        amount_fen=one.amount_fen,
        opened_at=act.at,
    )
    data = {"claim": one.id, "inspection": kind.value}
    told = telling.officers(one, "claims.to-inspect", mark=identity, name=kind.label)
    store.open_inspection(act, new, following(act, events.INSPECTION_OPENED, new, Role.SYSTEM, data, told))


def _view(one: Draw) -> DrawView:
    return DrawView(
        id=one.id,
        period=one.period,
        commitment=one.commitment,
        committed_at=one.committed_at,
        revealed_at=one.revealed_at,
        seed=one.seed if one.revealed_at else "",
        population=one.population,
        digest=one.digest,
        sampled=list(one.sampled),
    )
