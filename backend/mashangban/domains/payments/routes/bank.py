"""Where the bank calls back."""

from mashangban.domains.payments import errors, permissions
from mashangban.domains.payments.partners import bank
from mashangban.domains.payments.service import receiving
from mashangban.kernel.http import Blueprint, Call, endpoint

api = Blueprint(__name__)


@api.route("/v1/payments/bank/callbacks", methods=["POST"])
@endpoint(
    permission=permissions.BANK_TELLS,
    body=bytes,
    errors=(errors.SignatureWrong, errors.CallbackReplayed),
)
def bank_called(call: Call[bytes, None]) -> None:
    """银行通知"""
    request = call.request
    if not bank.partner().has_signed(request.method, request.path, request.header, call.body, call.at):
        raise errors.SignatureWrong()
    receiving.bank_called(request.header("x-request-id") or "", call.body, call.at)
