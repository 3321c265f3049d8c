"""What a table's rows are compared with: contracts, attendance, the month before, the worker's own card."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mashangban.domains.wages.repository import known, lines
from mashangban.domains.wages.repository.known import Payee, Tally
from mashangban.domains.wages.rules import checking, months
from mashangban.domains.wages.rules.checking import Finding, Known
from mashangban.domains.wages.rules.line import line_id
from mashangban.domains.wages.rules.pay import Content
from mashangban.domains.wages.rules.table import Row
from mashangban.employment.rules import Employment


@dataclass(frozen=True, slots=True)
class Around:
    """Everything known around some contracts in a month."""

    month: str
    tallies: Mapping[str, Tally]
    previous: Mapping[str, Content]
    payees: Mapping[str, Payee]

    def tally(self, contract_id: str) -> Tally:
        return self.tallies.get(contract_id) or Tally()

    def findings(self, content: Content, employment: Employment) -> tuple[Finding, ...]:
        """What the platform finds of a line."""
        earlier = self._earlier(employment.contract_id)
        payee = self.payees.get(employment.person_id)
        previous_fen = earlier.amount_fen if earlier else None
        compared = Known(employment, previous_fen, payee.state if payee else "")
        return checking.check(content, self.month, compared)

    def row(self, content: Content, employment: Employment) -> Row:
        """A table's row, with what was found."""
        earlier = self._earlier(employment.contract_id)
        return Row(
            employment.contract_id,
            employment.number,
            employment.name_masked,
            employment.team.name,
            employment.trade.name,
            content,
            self.findings(content, employment),
            earlier.amount_fen if earlier else None,
            earlier.halves if earlier else None,
        )

    def _earlier(self, contract_id: str) -> Content | None:
        return self.previous.get(line_id(contract_id, months.before(self.month)))


def around(month: str, employments: Iterable[Employment]) -> Around:
    """Read it for some contracts, a hundred a request."""
    people = list(employments)
    contracts = [one.contract_id for one in people]
    earlier = [line_id(one, months.before(month)) for one in contracts]
    return Around(
        month,
        known.tallies(contracts, month),
        lines.amounts(earlier),
        known.payees(one.person_id for one in people),
    )
