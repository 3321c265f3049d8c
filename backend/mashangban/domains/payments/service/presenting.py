"""Accounts, runs and transfers as screens show them."""

from mashangban.deadlines.schemas import DeadlineView
from mashangban.domains.payments.rules.account import Account, Mirror
from mashangban.domains.payments.rules.forecast import Forecast
from mashangban.domains.payments.rules.reconciling import Report
from mashangban.domains.payments.rules.run import Run, Tally, Transfer
from mashangban.domains.payments.schemas import (
    AccountView,
    Arrival,
    ForecastView,
    ReconciliationView,
    RunView,
    TransferRow,
)


def account_view(
    one: Account,
    mirror: Mirror | None,
    *,
    forecast: Forecast | None = None,
    notice: DeadlineView | None = None,
) -> AccountView:
    """An account with the bank's last word on it."""
    return AccountView(
        id=one.project.id,
        project_name=one.project.name,
        region=one.region,
        contractor_name=one.contractor.name,
        bank_label=one.bank.label,
        number_masked=one.number_masked,
        pay_day=one.pay_day,
        state=one.state,
        state_label=one.state.label,
        balance_fen=mirror.balance_fen if mirror else None,
        balance_at=mirror.at if mirror else None,
        forecast=ForecastView.model_validate(forecast) if forecast else None,
        notice=notice,
        opened_at=one.opened_at,
        closed_at=one.closed_at,
    )


def run_view(one: Run, tally: Tally) -> RunView:
    """A run with its sums."""
    return RunView(
        id=one.id,
        project_id=one.project.id,
        project_name=one.project.name,
        month=one.month,
        state=one.state,
        state_label=one.state.label,
        note=one.note,
        lines=one.lines,
        total_fen=one.total_fen,
        arrived=tally.arrived,
        paid=tally.paid,
        paid_fen=tally.paid_fen,
        returned=tally.returned,
        returned_fen=tally.returned_fen,
        failed=tally.failed,
        failed_fen=tally.failed_fen,
        at=one.at,
    )


def transfer_row(one: Transfer) -> TransferRow:
    """A transfer for offices and officers: names and cards masked."""
    return TransferRow(
        id=one.id,
        name_masked=one.name_masked,
        bank_label=one.bank.label if one.bank else "",
        card_masked=one.card_masked,
        amount_fen=one.amount_fen,
        attempt=one.attempt,
        state=one.state,
        state_label=one.state.label,
        reason=one.reason,
        bank_reference=one.bank_reference,
        settled_at=one.settled_at,
    )


def arrival(one: Transfer, project_name: str) -> Arrival:
    """A transfer for the one who gets it."""
    return Arrival(
        id=one.id,
        month=one.month,
        project_name=project_name,
        amount_fen=one.amount_fen,
        state=one.state,
        state_label=one.state.label,
        reason=one.reason,
        bank_label=one.bank.label if one.bank else "",
        card_masked=one.card_masked,
        at=one.at,
        settled_at=one.settled_at,
    )


def report_view(one: Report) -> ReconciliationView:
    """A reconciliation in numbers."""
    return ReconciliationView(
        at=one.at,
        entries=one.entries,
        transfers=one.transfers,
        ours_fen=one.ours_fen,
        bank_fen=one.bank_fen,
        differences=len(one.gaps),
    )
