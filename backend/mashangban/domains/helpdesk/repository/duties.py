"""Who is on duty: one item a person; how many they talk with changes with the conversation, in its transaction."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from pynamodb.exceptions import UpdateError

from mashangban.domains.helpdesk import errors
from mashangban.domains.helpdesk.models import TABLE, DutyRecord
from mashangban.domains.helpdesk.repository import items
from mashangban.domains.helpdesk.rules.duty import Duty
from mashangban.domains.helpdesk.terms.talking import BEAT_LASTS, DutyState
from mashangban.kernel.acts import Act
from mashangban.kernel.amending import changes
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.transaction import Transaction

_FIELDS = items.fields_of(Duty, "version", "chain")


def of(person_id: str) -> Duty:
    """Somebody's presence; away for whoever never came."""
    try:
        return _duty(DutyRecord.get(*_key(person_id), consistent_read=True))
    except DutyRecord.DoesNotExist:
        return Duty(person_id)


def of_all(people: Iterable[str]) -> dict[str, Duty]:
    """The presence of many, by person (one batch)."""
    keys = [_key(person) for person in dict.fromkeys(people)]
    found = DutyRecord.batch_get(keys, consistent_read=True)
    return {one.person_id: _duty(one) for one in found}


def turn(act: Act, before: Duty, after: Duty, event: Event, answer: Schema) -> None:
    """Write that somebody came, is busy, went."""
    old, new = items.stored(before, _FIELDS), items.stored(after, _FIELDS)
    with Transaction(act, TABLE) as tx:
        if event.version == 1:
            tx.create(DutyRecord(*_key(after.person_id), **new), event)
        else:
            # How many they talk with belongs to conversations that change meanwhile.
            moved = {name: new[name] for name in new if name != "talks"}
            tx.amend(DutyRecord(*_key(before.person_id)), event, changes(DutyRecord, old, moved))
        tx.answer(answer)


def beat(person_id: str, at: datetime) -> bool:
    """Their screen is still there; False for whoever is away."""
    state: Any = DutyRecord.state
    try:
        DutyRecord(*_key(person_id)).update(
            [DutyRecord.until.set(at + BEAT_LASTS)],
            condition=DutyRecord.PK.exists() & (state != DutyState.AWAY),
        )
    except UpdateError as refused:
        if refused.cause_response_code != "ConditionalCheckFailedException":
            raise
        return False
    return True


def fill(tx: Transaction, person_id: str, at: datetime) -> None:
    """One conversation more; refused when they are not free any more."""
    kind: Any = DutyRecord
    there = (kind.state == DutyState.ON) & (kind.until > at) & (kind.talks < kind.most)
    tx.update(
        DutyRecord(*_key(person_id)),
        [DutyRecord.talks.add(1)],
        condition=there,
        otherwise=errors.AgentNotFree(),
    )


def empty(tx: Transaction, person_id: str) -> None:
    """One conversation less."""
    tx.update(DutyRecord(*_key(person_id)), [DutyRecord.talks.add(-1)])


def _key(person_id: str) -> tuple[str, str]:
    return f"HELPDUTY#{person_id}", "DUTY"


def _duty(record: DutyRecord) -> Duty:
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values |= {name: int(values[name]) for name in ("talks", "most")}
    return Duty(**values, version=int(record.version), chain=record.chain)
