"""The bank's interface: whose a card is, balance, statement, orders by business key. A repeat pays nothing twice.

Raises PartnerUnavailable when the bank is silent or its answer got lost, PartnerRefusal when it said no.
"""

from datetime import UTC, datetime
from typing import Any

from mashangban.domains.payments.rules.reconciling import Entry
from mashangban.domains.payments.rules.run import Receipt
from mashangban.domains.payments.terms import CardAnswer
from mashangban.kernel.partners import Partner, PartnerRefusal
from mashangban.kernel.recipients import Recipient
from mashangban.kernel.settings import settings

UNKNOWN = "order_unknown"
SHORT = "insufficient_balance"
CALLBACKS = "/v1/payments/bank/callbacks"
PAGE = 200
RECIPIENT = Recipient(
    "开立工资专户的银行",
    "姓名、银行卡号、每笔工资的钱数",
    "核对卡是不是您本人的，把工资打到卡上",
    "您登记卡时单独同意（个人信息保护法第二十三条、第二十九条）；工资要打到本人的卡上（保障农民工工资支付条例第三十一条）",
    ("BANK_API_URL",),
)


def partner() -> Partner:
    """The bank as this stage knows it."""
    return Partner(settings().bank_api_url, "bank-api-key")


def whose(card: str, name: str) -> CardAnswer:
    """Whether a card is in a person's name (户名与账号一致性), as far as its bank can be asked."""
    answer = partner().post_signed("/bank/cards/verification", {"card": card, "name": name})
    return CardAnswer(answer["result"])


def balance(number: str, holder: str) -> int:
    """An account's balance in fen; refused when it is not the holder's."""
    answer = partner().post_signed("/bank/accounts/query", {"account": number, "name": holder})
    return int(answer["balance_fen"])


def statement(number: str, after: int) -> list[Entry]:
    """Up to PAGE entries after a sequence number, the oldest first."""
    body = {"account": number, "after": after, "limit": PAGE}
    return [_entry(one) for one in partner().post_signed("/bank/statements/query", body)["entries"]]


def send(key: str, number: str, lines: list[dict[str, Any]]) -> None:
    """Hand over an order: lines of key, name, card, amount_fen. Accepted whole or not at all."""
    body = {
        "key": key,
        "account": number,
        "total_fen": sum(line["amount_fen"] for line in lines),
        "lines": lines,
        "callback_url": settings().public_url + CALLBACKS,
    }
    partner().post_signed("/bank/orders", body)


def receipts(key: str) -> list[Receipt] | None:
    """What became of an order's lines; None for an order the bank never got."""
    try:
        answer = partner().post_signed("/bank/orders/query", {"key": key})
    except PartnerRefusal as refused:
        if refused.code == UNKNOWN:
            return None
        raise
    return [_receipt(line) for line in answer["lines"]]


def _receipt(line: dict[str, Any]) -> Receipt:
    return Receipt(
        line["key"], line["state"], int(line["amount_fen"]), line["reason"] or "", line["reference"] or ""
    )


def _entry(raw: dict[str, Any]) -> Entry:
    at = datetime.fromtimestamp(int(raw["at"]), UTC)
    numbers = (int(raw["amount_fen"]), raw["key"], raw["note"], int(raw["balance_fen"]))
    return Entry(int(raw["sequence"]), raw["kind"], *numbers, at)
