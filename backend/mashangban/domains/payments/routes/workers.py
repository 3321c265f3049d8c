"""A worker's own card and what arrived on it."""

from mashangban.audit.errors import NotSequenced
from mashangban.audit.schemas import ReceiptView
from mashangban.domains.payments import errors, permissions, schemas
from mashangban.domains.payments.models import TABLE
from mashangban.domains.payments.service import cards, viewing
from mashangban.kernel.http import Blueprint, Call, Listing, ListQuery, endpoint

api = Blueprint(__name__)


@api.route("/v1/payments/card", methods=["GET"])
@endpoint(permission=permissions.OWN_CARD, returns=schemas.PayeeView, errors=(errors.NoCard,))
def show_card(call: Call[None, None]) -> schemas.PayeeView:
    """我的银行卡"""
    return cards.show_card(call.actor)


@api.route("/v1/payments/card", methods=["PUT"])
@endpoint(
    permission=permissions.OWN_CARD,
    body=schemas.CardForm,
    returns=schemas.PayeeView,
    once=TABLE,
    errors=(errors.CardWrong, errors.NameNotProven, errors.CardConsentMissing),
)
def register_card(call: Call[schemas.CardForm, None]) -> schemas.PayeeView:
    """登记或更换本人银行卡"""
    return cards.register_card(call.act, call.body)


@api.route("/v1/payments/card", methods=["DELETE"])
@endpoint(permission=permissions.OWN_CARD, returns=schemas.PayeeView, once=TABLE, errors=(errors.NoCard,))
def remove_card(call: Call[None, None]) -> schemas.PayeeView:
    """移除本人银行卡"""
    return cards.remove_card(call.act)


@api.route("/v1/payments/card/consent", methods=["GET"])
@endpoint(permission=permissions.OWN_CARD, returns=schemas.CardConsentView)
def show_card_consent(call: Call[None, None]) -> schemas.CardConsentView:
    """登记银行卡前要同意的说明"""
    return cards.show_consent()


@api.route("/v1/payments/card/log", methods=["GET"])
@endpoint(permission=permissions.OWN_CARD, returns=Listing[schemas.MoneyLogEntry])
def show_card_log(call: Call[None, None]) -> Listing[schemas.MoneyLogEntry]:
    """银行卡的变更记录"""
    return Listing[schemas.MoneyLogEntry](items=viewing.my_card_log(call.actor))


@api.route("/v1/payments/arrivals", methods=["GET"])
@endpoint(permission=permissions.OWN_TRANSFERS, query=ListQuery, returns=Listing[schemas.Arrival])
def my_arrivals(call: Call[None, ListQuery]) -> Listing[schemas.Arrival]:
    """我的到账"""
    return Listing[schemas.Arrival].model_validate(viewing.my_arrivals(call.actor, call.query.page))


@api.route("/v1/payments/arrivals/{transfer_id}/receipt", methods=["GET"])
@endpoint(permission=permissions.OWN_TRANSFERS, returns=ReceiptView, errors=(NotSequenced,))
def show_arrival_receipt(call: Call[None, None], transfer_id: str) -> ReceiptView:
    """一笔到账的可离线核验的存证回执"""
    return viewing.receipt_of_arrival(call.actor, transfer_id)
