"""What the wages room hears of cards and transfers (docs/wages.md)."""

from mashangban.domains.payments import events
from mashangban.domains.payments.rules.payee import Payee
from mashangban.domains.payments.rules.run import Transfer
from mashangban.kernel import clock
from mashangban.kernel.events import Message

WAGES = "wages"


def payee(one: Payee) -> Message:
    """A person's card as it stands after this act."""
    body = {
        "person": one.person_id,
        "bank": one.bank.label,
        "card_masked": one.card_masked,
        "state": one.state.value,
        "version": one.version + 1,
    }
    return Message(WAGES, events.PAYEE, body)


def result(one: Transfer) -> Message:
    """What became of a transfer; `one` is as it stands after this act."""
    body = {
        "line": one.line,
        "attempt": one.attempt,
        "transfer": one.id,
        "state": one.state.value,
        "reason": one.reason,
        "bank_reference": one.bank_reference,
        "at": clock.to_text(one.settled_at or one.at),
        "version": one.version + 1,
    }
    return Message(WAGES, events.RESULT, body)
