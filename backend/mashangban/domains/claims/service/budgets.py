"""Budget lines: opened and raised by an office of the policy's region, shown with what is left."""

from mashangban.domains.claims import errors, events, permissions
from mashangban.domains.claims.repository import budgets
from mashangban.domains.claims.rules import budget as rules
from mashangban.domains.claims.rules.budget import BudgetLine
from mashangban.domains.claims.schemas import BudgetView, RegionQuery
from mashangban.kernel.acts import Act
from mashangban.kernel.events import following
from mashangban.kernel.pagination import Page
from mashangban.kernel.permissions import Place, Principal


def keep(act: Act, line: BudgetLine, most_fen: int) -> BudgetView:
    """Open a policy's line or raise it, never beyond what the policy says. Raises BudgetLowered, BudgetBeyondPolicy."""
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
    after = rules.raised(before, line.total_fen)
    left = sum(budgets.left_exactly(line.policy_id)) + after.total_fen - before.total_fen
    answer = _view(after, left)
    event = following(act, events.BUDGET_RAISED, before, role, data)
    budgets.raise_line(act, before, after, event, answer)
    return answer


def show(actor: Principal, policy_id: str) -> BudgetView:
    """A policy's line. Raises BudgetMissing, NotFound beyond reach."""
    line = budgets.find(policy_id)
    if line is None:
        raise errors.BudgetMissing()
    actor.reach(permissions.VIEW_BUDGET).require(line.place)
    return _view(line, sum(budgets.left_exactly(policy_id)))


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
    )
