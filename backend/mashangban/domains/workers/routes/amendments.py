"""Supplement, change and end of a contract."""

from mashangban.documents.errors import UnusableHandwriting
from mashangban.domains.workers import errors, permissions, schemas
from mashangban.domains.workers.models import TABLE
from mashangban.domains.workers.service import amending
from mashangban.kernel.http import Blueprint, Call, endpoint

api = Blueprint(__name__)
Done = schemas.ContractDone
_PATH = "/v1/workers/contracts/{contract_id}/amendments"


@api.route(_PATH, methods=["POST"])
@endpoint(
    permission=permissions.AMEND,
    body=schemas.AmendmentProposal,
    returns=Done,
    status=201,
    once=TABLE,
    errors=(
        errors.WrongState,
        errors.AmendmentOpen,
        errors.PeriodWrong,
        errors.TradeNotOffered,
        errors.TooYoungOrOld,
    ),
)
def propose_amendment(call: Call[schemas.AmendmentProposal, None], contract_id: str) -> Done:
    """提出补充、变更或终止"""
    return amending.propose(call.act, contract_id, call.body)


@api.route(_PATH + "/{amendment_id}/acceptance", methods=["POST"])
@endpoint(
    permission=permissions.AMEND,
    body=schemas.Acceptance,
    returns=Done,
    once=TABLE,
    errors=(
        errors.WrongState,
        errors.WrongDocument,
        errors.DocumentNotReady,
        errors.ConsentOutdated,
        UnusableHandwriting,
    ),
)
def accept_amendment(call: Call[schemas.Acceptance, None], contract_id: str, amendment_id: str) -> Done:
    """同意变更"""
    return amending.accept(call.act, contract_id, amendment_id, call.body)


@api.route(_PATH + "/{amendment_id}/refusal", methods=["POST"])
@endpoint(
    permission=permissions.AMEND, body=schemas.Reason, returns=Done, once=TABLE, errors=(errors.WrongState,)
)
def refuse_amendment(call: Call[schemas.Reason, None], contract_id: str, amendment_id: str) -> Done:
    """不同意变更"""
    return amending.refuse(call.act, contract_id, amendment_id, call.body)
