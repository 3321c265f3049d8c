"""How fast each class is answered: the common term, or a region's own shorter one. Pure."""

from collections.abc import Mapping

from mashangban.deadlines.rules.periods import Term
from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.terms import TicketClass

Promise = Mapping[TicketClass, int]


def term_of(klass: TicketClass, own: Promise) -> Term:
    """The time of a class where it is asked, with its source."""
    amount = own.get(klass)
    if amount is None or amount == klass.amount:
        return Term(klass.amount, klass.unit, klass.source)
    return Term(amount, klass.unit, "当地承诺，比统一规定短")


def checked(own: Promise) -> dict[TicketClass, int]:
    """A region's own times, in the units of the classes. Raises SlowerThanRule."""
    if any(not 1 <= amount <= klass.amount for klass, amount in own.items()):
        raise errors.SlowerThanRule()
    return {klass: amount for klass, amount in own.items() if amount != klass.amount}
