"""Safety training: sessions held at a site, and a worker's own part in them."""

from mashangban.documents.errors import UnusableHandwriting
from mashangban.domains.workers import errors, permissions
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.schemas import trainings as schemas
from mashangban.domains.workers.service import attending, trainings
from mashangban.files.errors import HOLDING
from mashangban.kernel.codes import AlteredCode
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
Done = schemas.TrainingDone
Rows = Listing[schemas.TrainingRow]
_PATH = "/v1/workers/trainings"


@api.route(_PATH, methods=["GET"])
@endpoint(permission=permissions.VIEW_HISTORY, returns=Listing[schemas.MyTrainingRow])
def my_trainings(call: Call[None, None]) -> Listing[schemas.MyTrainingRow]:
    """我的安全培训"""
    return Listing[schemas.MyTrainingRow](items=attending.mine(call.actor))


@api.route("/v1/workers/projects/{project_id}/trainings", methods=["GET"])
@endpoint(permission=permissions.VIEW_TRAINING, query=ListQuery, returns=Rows)
def trainings_of_project(call: Call[None, ListQuery], project_id: str) -> Rows:
    """项目的安全培训"""
    return Rows.model_validate(trainings.at_project(call.actor, project_id, call.query.page))


@api.route("/v1/workers/projects/{project_id}/trainings", methods=["POST"])
@endpoint(
    permission=permissions.HOLD_TRAINING,
    body=schemas.TrainingForm,
    returns=Done,
    status=201,
    once=TABLE,
    errors=(errors.TrainingDayWrong, *HOLDING),
)
def hold_training(call: Call[schemas.TrainingForm, None], project_id: str) -> Done:
    """登记一次安全培训"""
    return trainings.hold(call.act, project_id, call.body)


@api.route(_PATH + "/{training_id}", methods=["GET"])
@endpoint(permission=permissions.VIEW_TRAINING, returns=schemas.TrainingView)
def show_training(call: Call[None, None], training_id: str) -> schemas.TrainingView:
    """培训和签到名单"""
    return trainings.show(call.actor, training_id)


@api.route(_PATH + "/{training_id}/trainees", methods=["POST"])
@endpoint(
    permission=permissions.HOLD_TRAINING,
    body=schemas.PickForm,
    returns=Done,
    once=TABLE,
    errors=(errors.TrainingFull,),
)
def pick_trainees(call: Call[schemas.PickForm, None], training_id: str) -> Done:
    """从班组里选参加的人"""
    return trainings.pick(call.act, training_id, call.body)


@api.route(_PATH + "/{training_id}/confirmation", methods=["POST"])
@endpoint(
    permission=permissions.ATTEND,
    body=schemas.TrainingConfirmation,
    returns=Done,
    once=TABLE,
    errors=(errors.NotOnTheList, UnusableHandwriting),
)
def confirm_training(call: Call[schemas.TrainingConfirmation, None], training_id: str) -> Done:
    """本人确认参加了培训"""
    return attending.confirm(call.act, training_id, call.body)


@api.route("/v1/workers/training-codes/{code}", methods=["GET"])
@endpoint(permission=permissions.ATTEND, returns=schemas.TrainingCard, errors=(AlteredCode,))
def read_training_code(call: Call[None, None], code: str) -> schemas.TrainingCard:
    """扫培训码看到的内容"""
    return attending.card(call.actor, code)


@api.route("/v1/workers/training-attendances", methods=["POST"])
@endpoint(
    permission=permissions.ATTEND,
    body=schemas.ScanForm,
    returns=Done,
    once=TABLE,
    errors=(AlteredCode, errors.TrainingClosed, errors.TrainingFull, UnusableHandwriting),
)
def scan_training(call: Call[schemas.ScanForm, None]) -> Done:
    """扫码签到"""
    return attending.scan_in(call.act, call.body)
