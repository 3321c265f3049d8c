"""Accounts, runs, deposits and the board, for those who serve or oversee."""

from mashangban.domains.payments import errors, permissions, schemas
from mashangban.domains.payments.models import TABLE
from mashangban.domains.payments.service import accounts, boards, deposits, reconciling, retrying, viewing
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
_PROJECT = "/v1/payments/projects/{project_id}"
_CLOSING = (errors.ProjectNotCompleted, errors.WagesUnpaid, errors.WrongState)


@api.route(_PROJECT + "/account", methods=["GET"])
@endpoint(permission=permissions.VIEW_ACCOUNT, returns=schemas.AccountView)
def show_account(call: Call[None, None], project_id: str) -> schemas.AccountView:
    """项目的工资专户"""
    return viewing.show_account(call.act, project_id)


@api.route(_PROJECT + "/account", methods=["POST"])
@endpoint(
    permission=permissions.OPEN_ACCOUNT,
    body=schemas.AccountForm,
    returns=schemas.AccountView,
    status=201,
    once=TABLE,
    errors=(errors.NotTheContractor, errors.AccountRefused, errors.AccountExists, errors.AccountBound),
)
def open_account(call: Call[schemas.AccountForm, None], project_id: str) -> schemas.AccountView:
    """登记工资专户"""
    return accounts.open_account(call.act, project_id, call.body)


@api.route(_PROJECT + "/account/closing", methods=["POST"])
@endpoint(permission=permissions.ANNOUNCE_CLOSING, returns=schemas.AccountView, once=TABLE, errors=_CLOSING)
def announce_closing(call: Call[None, None], project_id: str) -> schemas.AccountView:
    """公示注销专户"""
    return accounts.announce_closing(call.act, project_id)


@api.route(_PROJECT + "/account/closing", methods=["DELETE"])
@endpoint(
    permission=permissions.ANNOUNCE_CLOSING,
    returns=schemas.AccountView,
    once=TABLE,
    errors=(errors.WrongState,),
)
def withdraw_closing(call: Call[None, None], project_id: str) -> schemas.AccountView:
    """撤回注销公示"""
    return accounts.withdraw_closing(call.act, project_id)


@api.route(_PROJECT + "/account/closure", methods=["POST"])
@endpoint(
    permission=permissions.CLOSE_ACCOUNT,
    returns=schemas.AccountView,
    once=TABLE,
    errors=(errors.NoticeRunning, *_CLOSING),
)
def close_account(call: Call[None, None], project_id: str) -> schemas.AccountView:
    """注销工资专户"""
    return accounts.close_account(call.act, project_id)


@api.route(_PROJECT + "/runs", methods=["GET"])
@endpoint(permission=permissions.VIEW_ACCOUNT, query=ListQuery, returns=Listing[schemas.RunView])
def runs_of_project(call: Call[None, ListQuery], project_id: str) -> Listing[schemas.RunView]:
    """项目的工资发放"""
    page = viewing.runs_of_project(call.actor, project_id, call.query.page)
    return Listing[schemas.RunView].model_validate(page)


@api.route("/v1/payments/runs/{run_id}", methods=["GET"])
@endpoint(permission=permissions.VIEW_ACCOUNT, returns=schemas.RunView)
def show_run(call: Call[None, None], run_id: str) -> schemas.RunView:
    """一次工资发放"""
    return viewing.show_run(call.actor, run_id)


@api.route("/v1/payments/runs/{run_id}/transfers", methods=["GET"])
@endpoint(permission=permissions.VIEW_ACCOUNT, query=ListQuery, returns=Listing[schemas.TransferRow])
def transfers_of_run(call: Call[None, ListQuery], run_id: str) -> Listing[schemas.TransferRow]:
    """一次发放的每一笔"""
    page = viewing.transfers_of_run(call.actor, run_id, call.query.page)
    return Listing[schemas.TransferRow].model_validate(page)


@api.route("/v1/payments/runs/{run_id}/work", methods=["POST"])
@endpoint(permission=permissions.REFRESH, returns=schemas.RunView, once=TABLE, errors=(errors.WrongState,))
def go_on(call: Call[None, None], run_id: str) -> schemas.RunView:
    """补足资金后继续付款"""
    return retrying.go_on(call.act, run_id)


@api.route(_PROJECT + "/reconciliation", methods=["POST"])
@endpoint(permission=permissions.REFRESH, returns=schemas.ReconciliationView, once=TABLE)
def reconcile(call: Call[None, None], project_id: str) -> schemas.ReconciliationView:
    """和银行对账"""
    return reconciling.reconcile_project(call.act, project_id)


@api.route(_PROJECT + "/deposits", methods=["GET"])
@endpoint(permission=permissions.VIEW_DEPOSITS, returns=Listing[schemas.DepositView])
def deposits_of_project(call: Call[None, None], project_id: str) -> Listing[schemas.DepositView]:
    """项目的保证金和担保"""
    return Listing[schemas.DepositView](items=deposits.of_project(call.act, project_id))


@api.route(_PROJECT + "/deposits", methods=["POST"])
@endpoint(
    permission=permissions.KEEP_DEPOSIT,
    body=schemas.DepositOrder,
    returns=schemas.DepositView,
    status=201,
    once=TABLE,
    errors=(errors.DepositExists, errors.NotTheContractor),
)
def require_deposit(call: Call[schemas.DepositOrder, None], project_id: str) -> schemas.DepositView:
    """登记应存的保证金"""
    return deposits.require(call.act, project_id, call.body)


@api.route("/v1/payments/deposits/{deposit_id}/storage", methods=["PUT"])
@endpoint(
    permission=permissions.KEEP_DEPOSIT,
    body=schemas.StorageForm,
    returns=schemas.DepositView,
    once=TABLE,
    errors=(errors.DepositTooSmall, errors.WrongState),
)
def store_deposit(call: Call[schemas.StorageForm, None], deposit_id: str) -> schemas.DepositView:
    """登记存储或保函"""
    return deposits.store_deposit(call.act, deposit_id, call.body)


@api.route("/v1/payments/counties/{region}/runs", methods=["GET"])
@endpoint(permission=permissions.VIEW_ACCOUNT, query=schemas.RunQuery, returns=Listing[schemas.RunView])
def runs_of_county(call: Call[None, schemas.RunQuery], region: str) -> Listing[schemas.RunView]:
    """县区的工资发放，可只看资金不足的"""
    page = viewing.runs_of_county(call.actor, region, call.query)
    return Listing[schemas.RunView].model_validate(page)


@api.route("/v1/payments/board", methods=["GET"])
@endpoint(
    permission=permissions.VIEW_BOARD, query=schemas.PaymentBoardQuery, returns=schemas.PaymentBoardView
)
def show_board(call: Call[None, schemas.PaymentBoardQuery]) -> schemas.PaymentBoardView:
    """工资支付看板"""
    return boards.show_board(call.actor, call.query.region)
