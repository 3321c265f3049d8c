"""Pay tables for those who make, approve and oversee them."""

from mashangban.domains.wages import errors, permissions, schemas
from mashangban.domains.wages.models import TABLE
from mashangban.domains.wages.service import boards, deciding, making, viewing
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint

api = Blueprint(__name__)
View = schemas.TableView


@api.route("/v1/wages/tables", methods=["POST"])
@endpoint(
    permission=permissions.MAKE_TABLE,
    body=schemas.TableForm,
    returns=View,
    status=201,
    once=TABLE,
    errors=(errors.MonthTwice, errors.MonthWrong, errors.NoWorkers, errors.TooMany),
)
def make(call: Call[schemas.TableForm, None]) -> View:
    """按合同和考勤编制一个月的工资表"""
    return making.make(call.act, call.body)


@api.route("/v1/wages/tables", methods=["GET"])
@endpoint(permission=permissions.VIEW_TABLES, query=schemas.TableListQuery, returns=Listing[schemas.TableRow])
def list_tables(call: Call[None, schemas.TableListQuery]) -> Listing[schemas.TableRow]:
    """项目或县区的工资表"""
    page = viewing.list_tables(call.actor, call.query)
    return Listing[schemas.TableRow].model_validate(page)


@api.route("/v1/wages/tables/{table_id}", methods=["GET"])
@endpoint(permission=permissions.VIEW_TABLES, returns=View)
def show_table(call: Call[None, None], table_id: str) -> View:
    """一张工资表的进度和合计"""
    return viewing.show_table(call.actor, table_id)


@api.route("/v1/wages/tables/{table_id}/rows", methods=["GET"])
@endpoint(permission=permissions.VIEW_GRID, query=schemas.GridQuery, returns=schemas.GridView)
def grid(call: Call[None, schemas.GridQuery], table_id: str) -> schemas.GridView:
    """工资表逐人明细"""
    return viewing.grid(call.actor, table_id, call.query.page, call.query.state)


@api.route("/v1/wages/tables/{table_id}/rows/{contract_id}", methods=["PUT"])
@endpoint(
    permission=permissions.MAKE_TABLE,
    body=schemas.ChangeForm,
    query=schemas.GridQuery,
    returns=View,
    once=TABLE,
    errors=(
        errors.RowUnknown,
        errors.TableWrongState,
        errors.AmountNegative,
        errors.AmountTooLarge,
        errors.DeductionUnexplained,
    ),
)
def change_row(call: Call[schemas.ChangeForm, schemas.GridQuery], table_id: str, contract_id: str) -> View:
    """修改还没发给工人的一行"""
    return making.change_row(call.act, table_id, contract_id, call.query.page, call.body)


@api.route("/v1/wages/tables/{table_id}/computation", methods=["POST"])
@endpoint(
    permission=permissions.MAKE_TABLE,
    returns=View,
    once=TABLE,
    errors=(errors.TableWrongState, errors.NoWorkers, errors.TooMany),
)
def recompute(call: Call[None, None], table_id: str) -> View:
    """按合同和考勤重新计算"""
    return making.recompute(call.act, table_id)


@api.route("/v1/wages/tables/{table_id}/showing", methods=["POST"])
@endpoint(
    permission=permissions.MAKE_TABLE,
    returns=View,
    once=TABLE,
    errors=(errors.TableWrongState, errors.NoWorkers, errors.TableBusy),
)
def show(call: Call[None, None], table_id: str) -> View:
    """发给工人核对"""
    return making.show(call.act, table_id)


@api.route("/v1/wages/tables/{table_id}/discarding", methods=["POST"])
@endpoint(
    permission=permissions.MAKE_TABLE,
    body=schemas.Reason,
    returns=View,
    once=TABLE,
    errors=(errors.TableShownAlready, errors.TableWrongState),
)
def discard(call: Call[schemas.Reason, None], table_id: str) -> View:
    """作废还没发给工人的工资表"""
    return making.discard(call.act, table_id, call.body)


@api.route("/v1/wages/tables/{table_id}/submission", methods=["POST"])
@endpoint(
    permission=permissions.SUBMIT_TABLE,
    returns=View,
    once=TABLE,
    errors=(errors.TableWrongState, errors.TableBlocked, errors.NotYetDue, errors.TableBusy),
)
def submit(call: Call[None, None], table_id: str) -> View:
    """提交总包审核"""
    return deciding.submit(call.act, table_id)


@api.route("/v1/wages/tables/{table_id}/return", methods=["POST"])
@endpoint(
    permission=permissions.APPROVE_TABLE,
    body=schemas.Reason,
    returns=View,
    once=TABLE,
    errors=(errors.TableWrongState, errors.TableBusy),
)
def give_back(call: Call[schemas.Reason, None], table_id: str) -> View:
    """总包退回"""
    return deciding.give_back(call.act, table_id, call.body)


@api.route("/v1/wages/tables/{table_id}/approval", methods=["POST"])
@endpoint(
    permission=permissions.APPROVE_TABLE,
    returns=View,
    once=TABLE,
    errors=(errors.TableWrongState, errors.OwnTable, errors.NothingToPay, errors.TableBusy),
)
def approve(call: Call[None, None], table_id: str) -> View:
    """总包批准发放"""
    return deciding.approve(call.act, table_id)


@api.route("/v1/wages/projects/{project_id}/lines", methods=["GET"])
@endpoint(permission=permissions.LIST_LINES, query=schemas.RowListQuery, returns=Listing[schemas.LineRow])
def lines_of_project(call: Call[None, schemas.RowListQuery], project_id: str) -> Listing[schemas.LineRow]:
    """项目里某种状态的工资（默认有异议的）"""
    page = viewing.lines_of_project(call.actor, project_id, call.query)
    return Listing[schemas.LineRow].model_validate(page)


@api.route("/v1/wages/counties/{region}/lines", methods=["GET"])
@endpoint(permission=permissions.LIST_LINES, query=schemas.RowListQuery, returns=Listing[schemas.LineRow])
def lines_of_county(call: Call[None, schemas.RowListQuery], region: str) -> Listing[schemas.LineRow]:
    """县区里某种状态的工资"""
    page = viewing.lines_of_county(call.actor, region, call.query)
    return Listing[schemas.LineRow].model_validate(page)


@api.route("/v1/wages/board", methods=["GET"])
@endpoint(permission=permissions.VIEW_BOARD, query=schemas.BoardQuery, returns=schemas.BoardView)
def show_board(call: Call[None, schemas.BoardQuery]) -> schemas.BoardView:
    """工资看板"""
    return boards.show(call.actor, call.query.region, call.query.month)
