"""An enterprise's facts and the policies it meets."""

from mashangban.domains.policies import errors, permissions
from mashangban.domains.policies.models import TABLE
from mashangban.domains.policies.schemas import profiles as schemas
from mashangban.domains.policies.service import matching, remembering, stating
from mashangban.kernel.http import Blueprint, Call, Listing, endpoint
from mashangban.registry.errors import NoSuchRecord

api = Blueprint(__name__)
_ONE = "/v1/policies/profiles/{enterprise_id}"


@api.route(_ONE + "/facts", methods=["GET"])
@endpoint(permission=permissions.VIEW_PROFILES, returns=Listing[schemas.StatementView])
def facts_of_enterprise(call: Call[None, None], enterprise_id: str) -> Listing[schemas.StatementView]:
    """企业的各项数据，写明来自哪个部门、哪一天"""
    return Listing[schemas.StatementView](items=stating.shown(call.actor, enterprise_id))


@api.route(_ONE + "/history", methods=["GET"])
@endpoint(permission=permissions.VIEW_PROFILES, returns=Listing[schemas.HappenedView])
def history_of_facts(call: Call[None, None], enterprise_id: str) -> Listing[schemas.HappenedView]:
    """企业数据什么时候写入、提异议、更正过"""
    return Listing[schemas.HappenedView](items=remembering.of_enterprise(call.actor, enterprise_id))


@api.route(_ONE + "/facts", methods=["POST"])
@endpoint(
    permission=permissions.STATE_FACTS,
    body=schemas.StatementsForm,
    returns=schemas.FactDoneView,
    once=TABLE,
    errors=(errors.WrongFacts, errors.OlderStatement, errors.StatedInFuture, NoSuchRecord),
)
def state_facts(call: Call[schemas.StatementsForm, None], enterprise_id: str) -> schemas.FactDoneView:
    """部门写入企业的数据"""
    return stating.state(call.act, enterprise_id, call.body)


@api.route(_ONE + "/facts/{code}/dispute", methods=["POST"])
@endpoint(
    permission=permissions.DISPUTE_FACTS,
    body=schemas.DisputeForm,
    returns=schemas.FactDoneView,
    once=TABLE,
    errors=(errors.AlreadyDisputed,),
)
def dispute_fact(
    call: Call[schemas.DisputeForm, None], enterprise_id: str, code: str
) -> schemas.FactDoneView:
    """企业认为数据不对"""
    return stating.dispute(call.act, enterprise_id, code, call.body)


@api.route(_ONE + "/facts/{code}/answer", methods=["POST"])
@endpoint(
    permission=permissions.STATE_FACTS,
    body=schemas.AnswerForm,
    returns=schemas.FactDoneView,
    once=TABLE,
    errors=(errors.NotDisputed, errors.WrongFacts, errors.OlderStatement, errors.StatedInFuture),
)
def answer_dispute(
    call: Call[schemas.AnswerForm, None], enterprise_id: str, code: str
) -> schemas.FactDoneView:
    """部门答复异议，写错的当场更正"""
    return stating.answer(call.act, enterprise_id, code, call.body)


@api.route("/v1/policies/disputes", methods=["GET"])
@endpoint(
    permission=permissions.STATE_FACTS, query=schemas.DisputeQuery, returns=Listing[schemas.DisputeView]
)
def disputes(call: Call[None, schemas.DisputeQuery]) -> Listing[schemas.DisputeView]:
    """等部门答复的异议"""
    return Listing[schemas.DisputeView].model_validate(stating.waiting(call.actor, call.query))


@api.route(_ONE + "/matches", methods=["GET"])
@endpoint(permission=permissions.VIEW_PROFILES, returns=Listing[schemas.MatchView])
def matches_of_enterprise(call: Call[None, None], enterprise_id: str) -> Listing[schemas.MatchView]:
    """企业符合的政策，以及还缺数据不能判断的"""
    return Listing[schemas.MatchView](items=matching.mine(call.act, enterprise_id))


@api.route(_ONE + "/matches/{policy_id}", methods=["GET"])
@endpoint(permission=permissions.VIEW_PROFILES, returns=schemas.WhyView)
def why_policy(call: Call[None, None], enterprise_id: str, policy_id: str) -> schemas.WhyView:
    """一项政策为什么符合、为什么不符合，逐条写明"""
    return matching.why(call.act, enterprise_id, policy_id)
