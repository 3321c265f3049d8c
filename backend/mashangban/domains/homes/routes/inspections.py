"""Household inspection: open, fill in offline, finish, sign, read."""

from mashangban.domains.homes import errors, permissions, schemas
from mashangban.domains.homes.models import TABLE
from mashangban.domains.homes.service import inspecting, sheetviews
from mashangban.files.errors import HOLDING
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
Row = schemas.InspectionRow
View = schemas.InspectionView
Done = schemas.InspectionDone
_ONE = "/v1/homes/inspections/{inspection_id}"


@api.route("/v1/homes/homes/{home_id}/inspections", methods=["POST"])
@endpoint(
    permission=permissions.OPEN_INSPECTION,
    body=schemas.InspectionForm,
    returns=View,
    status=201,
    once=TABLE,
    errors=(errors.InspectionRunning, errors.InspectorUnknown, errors.UnknownHouseType),
)
def begin_inspection(call: Call[schemas.InspectionForm, None], home_id: str) -> View:
    """开一张检查表"""
    return inspecting.begin(call.act, home_id, call.body)


@api.route("/v1/homes/homes/{home_id}/inspections", methods=["GET"])
@endpoint(permission=permissions.VIEW_HOME, query=ListQuery, returns=Listing[Row])
def inspections_of_home(call: Call[None, ListQuery], home_id: str) -> Listing[Row]:
    """一户的检查表"""
    page = sheetviews.of_home(call.actor, home_id, call.query.page, call.at)
    return Listing[Row].model_validate(page)


@api.route("/v1/homes/inspections", methods=["GET"])
@endpoint(permission=permissions.VIEW_OWN, query=ListQuery, returns=Listing[Row])
def my_inspections(call: Call[None, ListQuery]) -> Listing[Row]:
    """我要填的检查表"""
    return Listing[Row].model_validate(sheetviews.mine(call.actor, call.query.page))


@api.route(_ONE, methods=["GET"])
@endpoint(permission=permissions.VIEW_INSPECTION, returns=View)
def show_inspection(call: Call[None, None], inspection_id: str) -> View:
    """检查表"""
    return sheetviews.show(call.actor, inspection_id, call.at)


@api.route(_ONE + "/entries", methods=["POST"])
@endpoint(
    permission=permissions.INSPECT,
    body=schemas.EntryBatch,
    returns=schemas.EntriesDone,
    once=TABLE,
    errors=(errors.InspectionClosed, errors.UnknownPoint, *HOLDING),
)
def enter_findings(call: Call[schemas.EntryBatch, None], inspection_id: str) -> schemas.EntriesDone:
    """提交一批检查结果，没网时记的也行"""
    return inspecting.enter(call.act, inspection_id, call.body)


@api.route(_ONE + "/finishing", methods=["POST"])
@endpoint(
    permission=permissions.INSPECT,
    returns=Done,
    once=TABLE,
    errors=(errors.InspectionClosed, errors.Unfinished),
)
def finish_inspection(call: Call[None, None], inspection_id: str) -> Done:
    """提交检查表"""
    return inspecting.finish(call.act, inspection_id)


@api.route(_ONE + "/signatures", methods=["POST"])
@endpoint(
    permission=permissions.SIGN_INSPECTION,
    body=schemas.SignForm,
    returns=Done,
    once=TABLE,
    errors=(errors.NotFinished, errors.SheetDiffers, errors.AlreadySigned),
)
def sign_inspection(call: Call[schemas.SignForm, None], inspection_id: str) -> Done:
    """单位签字"""
    return inspecting.sign(call.act, inspection_id, call.body)


@api.route(_ONE + "/rounds", methods=["POST"])
@endpoint(
    permission=permissions.OPEN_INSPECTION,
    returns=View,
    status=201,
    once=TABLE,
    errors=(errors.NothingFailed, errors.NotFinished, errors.InspectionRunning),
)
def begin_next_round(call: Call[None, None], inspection_id: str) -> View:
    """复查不合格项"""
    return inspecting.begin_again(call.act, inspection_id)
