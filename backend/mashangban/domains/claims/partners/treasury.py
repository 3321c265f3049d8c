"""The treasury's interface: orders by key, what became of them, money called back, its statement.

A repeat pays nothing twice. Raises PartnerUnavailable when it is silent or its answer got lost, PartnerRefusal when it
said no.
"""

from typing import Any

from mashangban.domains.claims.rules.order import Entry, Order, Receipt
from mashangban.domains.claims.terms import OrderKind
from mashangban.kernel.partners import Partner, PartnerRefusal
from mashangban.kernel.recipients import Recipient
from mashangban.kernel.settings import settings

CALLBACKS = "/v1/claims/treasury/callbacks"
PAGE = 200
RECIPIENT = Recipient(
    "国库支付系统",
    "企业的户名、账号、钱数",
    "把批下来的政策资金付给企业",
    "预算法第六十一条；里面没有个人的号码",
    ("TREASURY_API_URL",),
)
_UNKNOWN = "key_unknown"
_PATHS = {OrderKind.PAYMENT: "/treasury/payments", OrderKind.RECOVERY: "/treasury/recoveries"}


def partner() -> Partner:
    """The treasury as this stage knows it."""
    return Partner(settings().treasury_api_url, "treasury-api-key")


def send(order: Order) -> None:
    """Hand an order over: the same content however often it is sent."""
    body: dict[str, Any] = {
        "key": order.key,
        "amount_fen": order.amount_fen,
        "callback_url": settings().public_url + CALLBACKS,
    }
    if order.kind is OrderKind.RECOVERY:
        body |= {"payment": order.payment_key}
    else:
        account = order.account
        body |= {
            "book": order.book,
            "name": account.holder,
            "bank": account.bank,
            "account": account.number,
        }
    partner().post_signed(_PATHS[order.kind], body)


def receipt(order: Order) -> Receipt | None:
    """What became of an order; None for one that the treasury never got."""
    try:
        answer = partner().post_signed(f"{_PATHS[order.kind]}/query", {"key": order.key})
    except PartnerRefusal as refused:
        if refused.code == _UNKNOWN:
            return None
        raise
    return Receipt(answer["state"], int(answer["amount_fen"]), answer["reason"] or "", answer["reference"])


def statement(book: str, after: int) -> list[Entry]:
    """Up to PAGE entries of a province's book after a sequence number, the oldest first."""
    body = {"book": book, "after": after, "limit": PAGE}
    answer = partner().post_signed("/treasury/statements/query", body)
    return [
        Entry(int(one["sequence"]), one["kind"], int(one["amount_fen"]), one["key"])
        for one in answer["entries"]
    ]
