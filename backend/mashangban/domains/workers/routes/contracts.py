"""A worker's and an employer's acts on a contract."""

from mashangban.audit.errors import NotSequenced
from mashangban.audit.schemas import ReceiptView
from mashangban.documents.errors import UnusableHandwriting
from mashangban.domains.workers import errors, permissions, schemas
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.service import joining, signing, viewing
from mashangban.kernel.codes import AlteredCode
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)
Done = schemas.ContractDone


@api.route("/v1/workers/contracts", methods=["POST"])
@endpoint(
    permission=permissions.JOIN,
    body=schemas.Application,
    returns=Done,
    status=201,
    once=TABLE,
    errors=(
        AlteredCode,
        errors.CodeRevoked,
        errors.TeamClosed,
        errors.TradeNotOffered,
        errors.TooYoungOrOld,
        errors.CertificateMissing,
        errors.CertificateExpired,
        errors.TrainingMissing,
        errors.PeriodWrong,
        errors.SecondOpenContract,
    ),
)
def apply(call: Call[schemas.Application, None]) -> Done:
    """扫码登记，生成劳动合同"""
    return joining.apply(call.act, call.body)


@api.route("/v1/workers/contracts", methods=["GET"])
@endpoint(permission=permissions.VIEW, query=ListQuery, returns=Listing[schemas.ContractRow])
def my_contracts(call: Call[None, ListQuery]) -> Listing[schemas.ContractRow]:
    """我的合同"""
    page = viewing.my_contracts(call.actor, call.query.page)
    return Listing[schemas.ContractRow].model_validate(page)


@api.route("/v1/workers/contracts/{contract_id}", methods=["GET"])
@endpoint(permission=permissions.VIEW, returns=schemas.ContractView)
def show_contract(call: Call[None, None], contract_id: str) -> schemas.ContractView:
    """合同详情"""
    return viewing.show_contract(call.actor, contract_id)


@api.route("/v1/workers/contracts/{contract_id}/log", methods=["GET"])
@endpoint(permission=permissions.VIEW, returns=Listing[schemas.LogEntry])
def show_log(call: Call[None, None], contract_id: str) -> Listing[schemas.LogEntry]:
    """这份合同发生过的每一步"""
    return Listing[schemas.LogEntry](items=viewing.log_of(call.actor, contract_id))


@api.route("/v1/workers/contracts/{contract_id}/receipt", methods=["GET"])
@endpoint(permission=permissions.VIEW, returns=ReceiptView, errors=(NotSequenced,))
def show_receipt(call: Call[None, None], contract_id: str) -> ReceiptView:
    """可离线核验的存证回执"""
    return viewing.receipt_of(call.actor, contract_id)


@api.route("/v1/workers/contracts/{contract_id}/signature", methods=["POST"])
@endpoint(
    permission=permissions.SIGN,
    body=schemas.Signature,
    returns=Done,
    once=TABLE,
    errors=(
        errors.NotTheSigner,
        errors.WrongState,
        errors.DocumentNotReady,
        errors.WrongDocument,
        errors.ConsentOutdated,
        UnusableHandwriting,
    ),
)
def sign(call: Call[schemas.Signature, None], contract_id: str) -> Done:
    """工人手写签字"""
    return signing.sign(call.act, contract_id, call.body)


@api.route("/v1/workers/contracts/{contract_id}/withdrawal", methods=["POST"])
@endpoint(permission=permissions.SIGN, returns=Done, once=TABLE, errors=(errors.WrongState,))
def withdraw(call: Call[None, None], contract_id: str) -> Done:
    """工人撤回登记"""
    return signing.withdraw(call.act, contract_id)


@api.route("/v1/workers/contracts/{contract_id}/countersignature", methods=["POST"])
@endpoint(permission=permissions.COUNTERSIGN, returns=Done, once=TABLE, errors=(errors.WrongState,))
def countersign(call: Call[None, None], contract_id: str) -> Done:
    """单位确认盖章"""
    return signing.countersign(call.act, contract_id)


@api.route("/v1/workers/countersignatures", methods=["POST"])
@endpoint(permission=permissions.COUNTERSIGN, body=schemas.Bulk, returns=schemas.BulkResult, once=TABLE)
def countersign_many(call: Call[schemas.Bulk, None]) -> schemas.BulkResult:
    """批量确认盖章"""
    return signing.countersign_many(call.act, call.body)


@api.route("/v1/workers/contracts/{contract_id}/refusal", methods=["POST"])
@endpoint(
    permission=permissions.REFUSE, body=schemas.Reason, returns=Done, once=TABLE, errors=(errors.WrongState,)
)
def refuse(call: Call[schemas.Reason, None], contract_id: str) -> Done:
    """单位不同意签约"""
    return signing.refuse(call.act, contract_id, call.body)


@api.route("/v1/workers/contracts/{contract_id}/sealing", methods=["POST"])
@endpoint(permission=permissions.REFUSE, returns=Done, once=TABLE, errors=(errors.WrongState,))
def retry(call: Call[None, None], contract_id: str) -> Done:
    """重新处理失败的合同文件"""
    return signing.retry(call.act, contract_id)
