"""When to look whether a person still comes: one item each, and the list of those whose time has come."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from mashangban.identity.models import SleepRecord
from mashangban.identity.rules.people import Person, subject
from mashangban.identity.rules.sleeping import Told, first_look
from mashangban.kernel import clock
from mashangban.kernel.errors import Stale
from mashangban.kernel.transaction import Transaction

_SK, _DUE = "SLEEP", "DUE#SLEEP"
_REFUSED = "ConditionalCheckFailedException"


@dataclass(frozen=True, slots=True)
class Sleeper:
    """Somebody to look at, as the list has them: `look_at` names the item's state, written by nobody since."""

    person_id: str
    look_at: str
    told: Told | None


def begin(tx: Transaction, holder: Person, at: datetime) -> None:
    """Start to look after a person who is here now; what was waited for before is over."""
    tx.put(SleepRecord(holder.subject.pk, _SK, GSI3PK=_DUE, GSI3SK=clock.to_text(first_look(at))))


def due(at: datetime, most: int) -> list[Sleeper]:
    """Whom to look at by now, the longest waiting first (one query of GSI3)."""
    query = SleepRecord.gsi3.query(_DUE, clock.to_text(at) >= SleepRecord.GSI3SK, limit=most)
    return [_sleeper(record) for record in query]


def _sleeper(record: SleepRecord) -> Sleeper:
    told_at = cast(datetime | None, record.told_at)
    told = Told(told_at, record.goes_at) if told_at is not None else None
    return Sleeper(record.PK.partition("#")[2], str(record.GSI3SK), told)


def wait(sleeper: Sleeper, until: datetime) -> None:
    """Look again then (one write). Raises Stale when another run was faster."""
    actions: list[Action] = [SleepRecord.GSI3SK.set(clock.to_text(until))]
    try:
        _item(sleeper).update(actions=actions, condition=_untouched(sleeper))
    except UpdateError as refused:
        if refused.cause_response_code == _REFUSED:
            raise Stale() from refused
        raise


def tell(tx: Transaction, sleeper: Sleeper, told: Told) -> None:
    """Keep what somebody is told, and look again when that time has come."""
    actions = [
        SleepRecord.told_at.set(told.at),
        SleepRecord.goes_at.set(told.goes_at),
        SleepRecord.GSI3SK.set(clock.to_text(told.goes_at)),
    ]
    tx.update(_item(sleeper), actions, condition=_untouched(sleeper))


def end(tx: Transaction, holder: Person) -> None:
    """Look no more: the person is forgotten."""
    tx.delete(SleepRecord(holder.subject.pk, _SK))


def _untouched(sleeper: Sleeper) -> Condition:
    return SleepRecord.GSI3SK == sleeper.look_at  # noqa: SIM300 - an attribute in capitals, no constant


def _item(sleeper: Sleeper) -> SleepRecord:
    return SleepRecord(subject(sleeper.person_id).pk, _SK)
