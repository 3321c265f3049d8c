"""A worker's own pay, the foreman who lends a phone, and the office's answers."""

from mashangban.audit.errors import NotSequenced
from mashangban.audit.schemas import ReceiptView
from mashangban.documents.errors import UnusableHandwriting
from mashangban.domains.wages import errors, permissions, schemas
from mashangban.domains.wages.models import TABLE
from mashangban.domains.wages.schemas.lines import WageLogEntry
from mashangban.domains.wages.service import answering, assisting, correcting, paying, viewing
from mashangban.files.errors import HOLDING
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
Done = schemas.LineDone
_CHANGES = (
    errors.LineWrongState,
    errors.TableWrongState,
    errors.TableBusy,
    errors.NothingChanged,
    errors.AmountNegative,
    errors.AmountTooLarge,
    errors.DeductionUnexplained,
)
_CONFIRMS = (errors.LineChanged, errors.LineWrongState, errors.ConsentOutdated, UnusableHandwriting)


@api.route("/v1/wages/lines", methods=["GET"])
@endpoint(permission=permissions.VIEW_LINE, query=ListQuery, returns=Listing[schemas.LineRow])
def my_lines(call: Call[None, ListQuery]) -> Listing[schemas.LineRow]:
    """我的工资"""
    page = viewing.my_lines(call.actor, call.query.page)
    return Listing[schemas.LineRow].model_validate(page)


@api.route("/v1/wages/lines/{line_id}", methods=["GET"])
@endpoint(permission=permissions.VIEW_LINE, returns=schemas.LineView)
def show_line(call: Call[None, None], line_id: str) -> schemas.LineView:
    """一个月的工资，怎么算的，改过什么"""
    return viewing.show_line(call.actor, line_id)


@api.route("/v1/wages/lines/{line_id}/log", methods=["GET"])
@endpoint(permission=permissions.VIEW_LINE, returns=Listing[WageLogEntry])
def show_line_log(call: Call[None, None], line_id: str) -> Listing[WageLogEntry]:
    """这份工资发生过的每一步"""
    return Listing[WageLogEntry](items=viewing.log_of(call.actor, line_id))


@api.route("/v1/wages/lines/{line_id}/receipt", methods=["GET"])
@endpoint(permission=permissions.VIEW_LINE, returns=ReceiptView, errors=(NotSequenced,))
def show_line_receipt(call: Call[None, None], line_id: str) -> ReceiptView:
    """可离线核验的存证回执"""
    return viewing.receipt_of(call.actor, line_id)


@api.route("/v1/wages/lines/{line_id}/sight", methods=["POST"])
@endpoint(permission=permissions.CONFIRM, returns=Done, once=TABLE)
def see(call: Call[None, None], line_id: str) -> Done:
    """本人看过"""
    return answering.see(call.act, line_id)


@api.route("/v1/wages/lines/{line_id}/confirmation", methods=["POST"])
@endpoint(
    permission=permissions.CONFIRM, body=schemas.WageConfirmation, returns=Done, once=TABLE, errors=_CONFIRMS
)
def confirm(call: Call[schemas.WageConfirmation, None], line_id: str) -> Done:
    """本人签字确认工资"""
    return answering.confirm(call.act, line_id, call.body)


@api.route("/v1/wages/lines/{line_id}/objection", methods=["POST"])
@endpoint(
    permission=permissions.CONFIRM,
    body=schemas.ObjectionForm,
    returns=Done,
    once=TABLE,
    errors=(errors.LineChanged, errors.LineWrongState, *HOLDING),
)
def object_to(call: Call[schemas.ObjectionForm, None], line_id: str) -> Done:
    """本人提出异议"""
    return answering.object_to(call.act, line_id, call.body)


@api.route("/v1/wages/lines/{line_id}/insistence", methods=["POST"])
@endpoint(permission=permissions.CONFIRM, returns=Done, once=TABLE, errors=(errors.LineWrongState,))
def insist(call: Call[None, None], line_id: str) -> Done:
    """不同意单位的答复，坚持异议"""
    return answering.insist(call.act, line_id)


@api.route("/v1/wages/lines/{line_id}/word", methods=["POST"])
@endpoint(
    permission=permissions.CONFIRM,
    body=schemas.WordForm,
    returns=Done,
    once=TABLE,
    errors=(errors.LineWrongState,),
)
def say(call: Call[schemas.WordForm, None], line_id: str) -> Done:
    """收到、没收到、金额不对"""
    return answering.say(call.act, line_id, call.body)


@api.route("/v1/wages/lines/{line_id}/change", methods=["POST"])
@endpoint(
    permission=permissions.CHANGE_LINE, body=schemas.ChangeForm, returns=Done, once=TABLE, errors=_CHANGES
)
def change(call: Call[schemas.ChangeForm, None], line_id: str) -> Done:
    """修改工资，重新请工人核对"""
    return correcting.change(call.act, line_id, call.body)


@api.route("/v1/wages/lines/{line_id}/answer", methods=["POST"])
@endpoint(
    permission=permissions.CHANGE_LINE,
    body=schemas.ObjectionAnswer,
    returns=Done,
    once=TABLE,
    errors=(errors.LineWrongState,),
)
def answer(call: Call[schemas.ObjectionAnswer, None], line_id: str) -> Done:
    """说明理由，维持原工资"""
    return correcting.keep(call.act, line_id, call.body)


@api.route("/v1/wages/lines/{line_id}/resending", methods=["POST"])
@endpoint(
    permission=permissions.APPROVE_TABLE,
    returns=Done,
    once=TABLE,
    errors=(errors.LineWrongState, errors.PayeeMissing),
)
def resend(call: Call[None, None], line_id: str) -> Done:
    """重新发放退回的工资"""
    return paying.resend(call.act, line_id)


@api.route("/v1/wages/lines/{line_id}/inspection", methods=["POST"])
@endpoint(permission=permissions.INSPECT_LINE, body=schemas.Inspection, returns=schemas.LineView, once=TABLE)
def inspect(call: Call[schemas.Inspection, None], line_id: str) -> schemas.LineView:
    """监管部门调阅，写明理由并留痕"""
    return viewing.inspect(call.act, line_id, call.body)


@api.route("/v1/wages/projects/{project_id}/teams/{team_id}/lines", methods=["GET"])
@endpoint(permission=permissions.ASSIST, query=schemas.TeamQuery, returns=Listing[schemas.TeamLine])
def team_lines(
    call: Call[None, schemas.TeamQuery], project_id: str, team_id: str
) -> Listing[schemas.TeamLine]:
    """本班组谁还没有核对"""
    found = assisting.team_lines(call.actor, project_id, team_id, call.query.month)
    return Listing[schemas.TeamLine](items=found)


@api.route("/v1/wages/lines/{line_id}/assistance", methods=["POST"])
@endpoint(
    permission=permissions.ASSIST,
    body=schemas.Identification,
    returns=schemas.LineView,
    once=TABLE,
    errors=(errors.NameMismatch, errors.LineWrongState),
)
def open_for(call: Call[schemas.Identification, None], line_id: str) -> schemas.LineView:
    """在班组长手机上给工友看工资"""
    return assisting.open_for(call.act, line_id, call.body)


@api.route("/v1/wages/lines/{line_id}/assisted-confirmation", methods=["POST"])
@endpoint(
    permission=permissions.ASSIST,
    body=schemas.AssistedConfirmation,
    returns=Done,
    once=TABLE,
    errors=(errors.NameMismatch, *_CONFIRMS),
)
def confirm_assisted(call: Call[schemas.AssistedConfirmation, None], line_id: str) -> Done:
    """在班组长手机上签字，有见证人"""
    return assisting.confirm(call.act, line_id, call.body)
