"""What wages tells other rooms: how a line stands, what to pay, whom to notify, which slip to print."""

from mashangban.domains.wages import events
from mashangban.domains.wages.rules import months
from mashangban.domains.wages.rules.line import Line
from mashangban.domains.wages.rules.table import Table
from mashangban.employment.rules import Employment
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Grant, Role, Scope
from mashangban.kernel.telling import Whom, notice, whereabouts

WORKER_PAGE = "/wages/pages/line/index?id="
SIDE_PAGE = "/wages/pages/answer/index?id="
_MOST = 5


def line(after: Line) -> Message:
    """How a line stands after the event that carries this, for the arrears clock and the reports."""
    body = {
        "line": after.id,
        "contract": after.employment.contract_id,
        "month": after.month,
        "amount_fen": after.content.amount_fen,
        "halves": after.content.halves,
        "state": after.state.value,
        "table": after.table_id,
        "version": after.version + 1,
    }
    return Message("arrears", events.LINE, body, also=("reporting",))


def run(table: Table, run_id: str, lines: int, total_fen: int) -> Message:
    """A bank run is announced before its transfers."""
    body = {
        "run": run_id,
        "table": table.id,
        "project": table.project.id,
        "project_name": table.project.name,
        "region": table.region,
        "employer": table.employer.id,
        "general_contractor": table.general_contractor.id,
        "month": table.month,
        "lines": lines,
        "total_fen": total_fen,
    }
    return Message("payments", events.RUN, body)


def transfer(after: Line) -> Message:
    """One worker's money, to the card that payments knows."""
    body = {
        "run": after.run,
        "line": after.id,
        "attempt": after.attempt,
        "contract": after.employment.contract_id,
        "person": after.employment.person_id,
        "name_masked": after.employment.name_masked,
        "amount_fen": after.content.amount_fen,
        "month": after.month,
    }
    return Message("payments", events.TRANSFER, body)


def worker(of: Line, kind: str, **values: str) -> Message:
    """Tell the worker; the link leads to the line."""
    return _notify(of, Whom(of.employment.person_id), kind, WORKER_PAGE, values)


def clerks(of: Line, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell those who make the table: the project's labour clerks."""
    return (_notify(of, _at_site(of, Role.LABOUR_CLERK), kind, SIDE_PAGE, values),)


def supervisors(of: Line, kind: str, **values: str) -> tuple[Message, ...]:
    """Tell the project's managers: a worker insists."""
    return (_notify(of, _at_site(of, Role.PROJECT_MANAGER), kind, SIDE_PAGE, values),)


def office(table: Table, kind: str, post: Grant) -> tuple[Message, ...]:
    """Tell those who act on the table next."""
    values = {
        "employer": table.employer.name,
        "project": table.project.name,
        "month": months.words(table.month),
        "reason": table.reason or "",
    }
    told = notice(
        Whom(posts=[post], most=_MOST),
        kind,
        values,
        link="/pages/inbox/index",
        dedupe=f"{table.id}|{kind}|{table.version + 1}",
        place=whereabouts(table.place),
    )
    return (told,)


def _at_site(of: Line, role: Role) -> Whom:
    return Whom(posts=[Grant(role, Scope("project", of.employment.project.id))], most=_MOST)


def _notify(of: Line, whom: Whom, kind: str, page: str, values: dict[str, str]) -> Message:
    one: Employment = of.employment
    names = {
        "project": one.project.name,
        "employer": one.employer.name,
        "month": months.words(of.month),
        "worker": one.name_masked,
    }
    return notice(
        whom,
        kind,
        {**names, **values},
        link=f"{page}{of.id}",
        dedupe=f"{of.id}|{kind}|{of.version + 1}",
        place=whereabouts(of.place),
    )
