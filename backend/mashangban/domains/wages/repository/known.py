"""What other rooms told: who works where, what attendance counts, whose card is known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pynamodb.exceptions import PutError, UpdateError

from mashangban.domains.wages.models import PayeeRecord, TallyRecord, WagesEmployment
from mashangban.employment import repository as employments
from mashangban.employment.rules import Employment
from mashangban.kernel.errors import Stale

_REFUSED = "ConditionalCheckFailedException"
_RUNS = 8


@dataclass(frozen=True, slots=True)
class Tally:
    """Half days and minutes of a month that count for pay."""

    halves: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Payee:
    """A person's own card: its bank, its last digits, and whether it may receive pay."""

    bank: str
    card_masked: str
    state: str


@dataclass(frozen=True, slots=True)
class Day:
    """One word of attendance about a contract's day."""

    contract_id: str
    day: str
    halves: int
    minutes: int
    version: int

    @property
    def month(self) -> str:
        return self.day[:7]


def employed(project_id: str, employer_id: str) -> Iterator[Employment]:
    """Everyone of an employer at a project, by team (every page of one query)."""
    found = WagesEmployment.query(f"EMPLOYED-AT#{project_id}", index_name="GSI1")
    return (one.employment for one in found if one.employment.employer.id == employer_id)


def employments_of(contract_ids: list[str]) -> dict[str, Employment]:
    """Several by contract; whom nobody knows is left out."""
    return employments.many(WagesEmployment, contract_ids)


def employment(contract_id: str) -> Employment:
    """One by contract. Raises NotFound."""
    return employments.get(WagesEmployment, contract_id)


def of_team(project_id: str, team_id: str) -> Iterator[Employment]:
    """Everyone of a team."""
    return employments.of_team(WagesEmployment, project_id, team_id)


def note_day(day: Day) -> Tally | None:
    """Keep a day's newest word; the month's tally afterwards, None when it was known already. Raises Stale."""
    for _ in range(_RUNS):
        record = _tally(day.contract_id, day.month)
        days = dict(record.days) if record else {}
        known = days.get(day.day)
        if known and known[2] >= day.version:
            return None
        days[day.day] = [day.halves, day.minutes, day.version]
        if _save(day, days, int(record.revision) if record else 0):
            return _summed(days)
    raise Stale()


def tallies(contract_ids: Iterable[str], month: str) -> dict[str, Tally]:
    """What attendance counts of contracts in a month; who never came is left out."""
    keys = [_tally_key(contract_id, month) for contract_id in contract_ids]
    return {one.PK.split("#")[1]: _summed(one.days) for one in TallyRecord.batch_get(keys)}


def note_payee(person_id: str, payee: Payee, version: int) -> bool:
    """Keep what is newer of a person's card; False for what was known."""
    record = PayeeRecord(
        f"PAYEE#{person_id}",
        "PAYEE",
        bank=payee.bank,
        card_masked=payee.card_masked,
        state=payee.state,
        version=version,
    )
    stored: Any = PayeeRecord.version
    return _kept(record, PayeeRecord.PK.does_not_exist() | (stored < version))


def payees(person_ids: Iterable[str]) -> dict[str, Payee]:
    """The cards of persons; who has none is left out."""
    keys = [(f"PAYEE#{person_id}", "PAYEE") for person_id in dict.fromkeys(person_ids)]
    return {
        one.PK.partition("#")[2]: Payee(one.bank or "", one.card_masked or "", one.state)
        for one in PayeeRecord.batch_get(keys)
    }


def _tally(contract_id: str, month: str) -> TallyRecord | None:
    try:
        return TallyRecord.get(*_tally_key(contract_id, month), consistent_read=True)
    except TallyRecord.DoesNotExist:
        return None


def _tally_key(contract_id: str, month: str) -> tuple[str, str]:
    return f"TALLY#{contract_id}#{month}", "TALLY"


def _save(day: Day, days: dict[str, list[int]], revision: int) -> bool:
    record = TallyRecord(*_tally_key(day.contract_id, day.month), days=days, revision=revision + 1)
    stored: Any = TallyRecord.revision
    return _kept(record, stored == revision if revision else TallyRecord.PK.does_not_exist())


def _kept(record: TallyRecord | PayeeRecord, condition: Any) -> bool:
    try:
        record.save(condition=condition)
    except (PutError, UpdateError) as refused:
        if refused.cause_response_code != _REFUSED:
            raise
        return False
    return True


def _summed(days: dict[str, list[int]]) -> Tally:
    return Tally(sum(one[0] for one in days.values()), sum(one[1] for one in days.values()))
