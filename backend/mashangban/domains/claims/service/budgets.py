"""Budget lines: opened and raised by an office of the policy's region, shown with what is left."""

from mashangban.domains.claims import errors, events, permissions
from mashangban.domains.claims.models import TABLE
from mashangban.domains.claims.repository import boards, budgets
from mashangban.domains.claims.rules import budget as rules
from mashangban.domains.claims.rules.budget import BudgetLine
from mashangban.domains.claims.rules.tally import Moved
from mashangban.domains.claims.schemas import BudgetView, RegionQuery
from mashangban.domains.claims.schemas.boards import BudgetAccount, BudgetMove, BudgetStep
from mashangban.domains.claims.terms.boards import Purse
from mashangban.kernel import history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Event, following
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.permissions import Place, Principal, Role


def keep(act: Act, line: BudgetLine, most_fen: int) -> BudgetView:
    """Open a policy's line, or ask for it to be raised, never beyond what the policy says: a second person confirms.

    Raises BudgetLowered, BudgetBeyondPolicy.
    """
    act.actor.reach(permissions.KEEP_BUDGET).require(line.place)
    role = act.actor.role_for(permissions.KEEP_BUDGET, line.place)
    if line.total_fen > most_fen:
        raise errors.BudgetBeyondPolicy()
    before = budgets.find(line.policy_id)
    data = {"total_fen": line.total_fen}
    if before is None:
        answer = _view(line, line.total_fen)
        budgets.open_line(act, line, following(act, events.BUDGET_OPENED, line, role, data), answer)
        return answer
    after = rules.asked(before, line.total_fen, act.actor.person_id)
    answer = _view(after, sum(budgets.left_exactly(line.policy_id)))
    event = following(act, events.BUDGET_ASKED, before, role, data)
    budgets.ask_raise(act, before, after, event, answer)
    return answer


def confirm(act: Act, policy_id: str, total_fen: int, most_fen: int) -> BudgetView:
    """A second person's word on the sum that was asked for: only now there is more to give.

    Raises BudgetMissing, BudgetNotAsked, BudgetSameHands, BudgetBeyondPolicy.
    """
    before = _found(policy_id)
    act.actor.reach(permissions.KEEP_BUDGET).require(before.place)
    role = act.actor.role_for(permissions.KEEP_BUDGET, before.place)
    after = rules.raised(before, total_fen, act.actor.person_id)
    if after.total_fen > most_fen:
        raise errors.BudgetBeyondPolicy()
    left = sum(budgets.left_exactly(policy_id)) + after.total_fen - before.total_fen
    answer = _view(after, left)
    event = following(act, events.BUDGET_RAISED, before, role, {"total_fen": total_fen})
    budgets.raise_line(act, before, after, event, answer)
    return answer


def _found(policy_id: str) -> BudgetLine:
    line = budgets.find(policy_id)
    if line is None:
        raise errors.BudgetMissing()
    return line


def show(actor: Principal, policy_id: str) -> BudgetView:
    """A policy's line. Raises BudgetMissing, NotFound beyond reach."""
    line = _found(policy_id)
    actor.reach(permissions.VIEW_BUDGET).require(line.place)
    return _view(line, sum(budgets.left_exactly(policy_id)))


def account(actor: Principal, policy_id: str) -> BudgetAccount:
    """A line with what was held and paid, and who opened and raised it. Raises BudgetMissing, NotFound beyond reach."""
    shown, line = show(actor, policy_id), _found(policy_id)
    counted = boards.of_policy(policy_id)
    paid, recovered = (counted.get(f"fen.{one.value}", 0) for one in (Purse.PAID, Purse.RECOVERED))
    return BudgetAccount(
        line=shown,
        region=line.region,
        held_fen=shown.total_fen - shown.left_fen - paid - recovered,
        paid_fen=paid,
        recovered_fen=recovered,
        confirms=_confirms(actor, line),
        log=[_step(event) for event in history.of(TABLE, line.subject) if "total_fen" in event.data],
    )


def movements(actor: Principal, policy_id: str, page: PageRequest) -> Page[BudgetMove]:
    """How money of a line moved, the newest first. Raises BudgetMissing, NotFound beyond reach."""
    show(actor, policy_id)
    return boards.movements(policy_id, page).map(_move)


def _confirms(actor: Principal, line: BudgetLine) -> bool:
    may = actor.holds(permissions.KEEP_BUDGET) and actor.reach(permissions.KEEP_BUDGET).covers(line.place)
    return may and line.asked_fen > 0 and line.asked_by != actor.person_id


def _step(event: Event) -> BudgetStep:
    return BudgetStep(
        at=event.at,
        label=events.LABELS[event.type],
        by_label=Role(event.role).label,
        total_fen=event.data["total_fen"],
        hash=event.hash,
    )


def _move(one: Moved) -> BudgetMove:
    return BudgetMove(
        movement=one.movement,
        movement_label=one.movement.label,
        at=one.at,
        claim_id=one.claim_id,
        number=one.number,
        enterprise_name=one.enterprise_name,
        amount_fen=one.amount_fen,
    )


def listed(actor: Principal, asked: RegionQuery) -> Page[BudgetView]:
    """The lines of an office's region."""
    actor.reach(permissions.VIEW_BUDGET).require(Place(region=asked.region))
    found = budgets.of_region(asked.region, asked.page)
    return found.map(lambda line: _view(line, sum(budgets.left(line.policy_id))))


def _view(line: BudgetLine, left_fen: int) -> BudgetView:
    used = line.total_fen - left_fen
    return BudgetView(
        policy_id=line.policy_id,
        policy_title=line.title,
        total_fen=line.total_fen,
        left_fen=left_fen,
        used_percent=used * 100 // line.total_fen,
        asked_fen=line.asked_fen,
    )
