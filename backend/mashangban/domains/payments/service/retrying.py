"""Going on by hand with a run that waited for money or an account."""

from mashangban.domains.payments import errors, permissions
from mashangban.domains.payments.repository import accounts, runs
from mashangban.domains.payments.schemas import AccountView, RunView
from mashangban.domains.payments.service import funding, presenting
from mashangban.domains.payments.terms import RunState
from mashangban.kernel.acts import Act

_WAITS = {RunState.READY, RunState.BLOCKED, RunState.SHORT, RunState.SENDING}


def go_on(act: Act, run_id: str) -> RunView:
    """Let the clock bring a run on within the minute instead of later. Raises WrongState without a next step."""
    run = runs.run(run_id, act.actor.reach(permissions.REFRESH))
    if run.state not in _WAITS:
        raise errors.WrongState()
    answer = presenting.run_view(run, runs.tally(run_id))
    runs.wake(act, run_id, answer)
    return answer


def refresh_account(act: Act, project_id: str) -> AccountView:
    """Read an account at the bank now."""
    funding.refresh(act, project_id)
    answer = presenting.account_view(accounts.account(project_id), accounts.mirror(project_id))
    accounts.remember(act, answer)
    return answer
