"""Reconciliation with the bank's statement: by the clock each night and by hand, with a report and work items."""

from datetime import timedelta

from mashangban.domains.payments import permissions
from mashangban.domains.payments.repository import accounts, runs, transfers
from mashangban.domains.payments.repository import differences as difference_items
from mashangban.domains.payments.rules import reconciling as rules
from mashangban.domains.payments.rules.account import Account
from mashangban.domains.payments.rules.reconciling import Report
from mashangban.domains.payments.rules.run import Transfer
from mashangban.domains.payments.schemas import ReconciliationView
from mashangban.domains.payments.service import differences, funding, presenting
from mashangban.kernel.acts import Act
from mashangban.kernel.permissions import Principal
from mashangban.registry import sheets

HEAD = ("差异", "付款编号", "我方金额（元）", "银行金额（元）", "状态", "说明")
DAILY = timedelta(hours=23)
_MOST = 3000


def reconcile_project(act: Act, project_id: str) -> ReconciliationView:
    """Read the statement anew and compare it with every transfer of the project. By hand, within reach."""
    account = accounts.account(project_id, act.actor.reach(permissions.REFRESH))
    answer = presenting.report_view(reconcile(act, account))
    accounts.remember(act, answer)
    return answer


def reconcile(act: Act, account: Account) -> Report:
    """Compare, keep the report, and open a work item for each difference that has none."""
    funding.read_statement(act, account)
    report = rules.reconcile(_transfers(account.project.id), accounts.entries(account.project.id), act.at)
    accounts.keep_report(account.project.id, report)
    for gap in report.gaps:
        differences.raise_for(act, gap, account.project, account.region, account.contractor.id)
    return report


def last_report(actor: Principal, project_id: str) -> ReconciliationView | None:
    """The newest report of a project's account."""
    accounts.account(project_id, actor.reach(permissions.VIEW_ACCOUNT))
    found = accounts.last_report(project_id)
    return presenting.report_view(found) if found else None


def export_report(actor: Principal, project_id: str, kind: str) -> bytes:
    """The newest report's differences with what people said about them, as CSV or XLSX."""
    accounts.account(project_id, actor.reach(permissions.VIEW_ACCOUNT))
    report = accounts.last_report(project_id)
    rows = []
    for gap in report.gaps[:_MOST] if report else ():
        one = difference_items.difference(gap.id)
        rows.append(
            (gap.kind.label, gap.key, _yuan(gap.ours_fen), _yuan(gap.bank_fen), one.state.label, one.note)
        )
    return sheets.write(kind, HEAD, rows)


def look_round(act: Act, account: Account) -> None:
    """The clock's hourly round of one account: what is new at the bank, and once a day everything compared."""
    last = accounts.last_report(account.project.id)
    if last is None or not last.at <= act.at < last.at + DAILY:
        reconcile(act, account)
    else:
        funding.read_statement(act, account)


def _transfers(project_id: str) -> list[Transfer]:
    return [one for run in runs.all_of_project(project_id) for one in transfers.of_run(run.id)]


def _yuan(fen: int) -> str:
    return f"{fen / 100:.2f}"
