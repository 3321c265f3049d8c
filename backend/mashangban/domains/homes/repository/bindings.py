"""Who is bound to a home: contracts, invitations, tries, and each step with the item that finds a person's homes."""

import json
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

from pynamodb.exceptions import UpdateError

from mashangban.deadlines import repository as deadline_items
from mashangban.deadlines import service as deadlines
from mashangban.deadlines.rules.deadline import Deadline
from mashangban.domains.homes import errors
from mashangban.domains.homes.models import (
    TABLE,
    ContractRecord,
    HomesDeadlineRecord,
    InvitationRecord,
    ResidentRecord,
    TriesRecord,
)
from mashangban.domains.homes.repository import homes
from mashangban.domains.homes.rules.binding import Buyer, Contract, Invitation, window_of
from mashangban.domains.homes.rules.home import Home
from mashangban.domains.homes.terms import Limit
from mashangban.kernel import clock, crypto, pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.events import Event
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

Step = tuple[Home, Home, Event]
_KEPT = timedelta(days=30)


def contract(home_id: str) -> Contract | None:
    """What the builder recorded of a home's purchase contract."""
    pk = f"HOME#{home_id}"
    try:
        record = ContractRecord.get(pk, "CONTRACT", consistent_read=True)
    except ContractRecord.DoesNotExist:
        return None
    raw = json.loads(crypto.unseal(record.body, f"homes|{pk}|contract"))
    buyers = tuple(Buyer(**one) for one in raw["buyers"])
    return Contract(raw["number"], date.fromisoformat(raw["signed_on"]), buyers)


def record_contract(act: Act, step: Step, new: Contract) -> None:
    """Keep a home's purchase contract, encrypted, in place of an earlier one."""
    pk = step[0].subject.pk
    raw = {**asdict(new), "signed_on": new.signed_on.isoformat()}
    body = crypto.seal(json.dumps(raw, ensure_ascii=False), f"homes|{pk}|contract")
    with Transaction(act, TABLE) as tx:
        homes.amend(tx, *step)
        tx.put(ContractRecord(pk, "CONTRACT", body=body))


def of_person(person_id: str, page: PageRequest) -> Page[str]:
    """The ids of a person's homes, the latest bound first."""
    found = pagination.query(ResidentRecord, f"HOMES-OF#{person_id}", page, index="GSI2", newest_first=True)
    return found.map(lambda record: str(record.home_id))


def move(
    act: Act,
    step: Step,
    answer: Schema | None = None,
    *,
    begins: Deadline | None = None,
    closes: str = "",
    settles: deadlines.Due | None = None,
    spends: Invitation | None = None,
) -> None:
    """Write one step of who is bound to a home. Raises InvitationSpent, Stale."""
    with Transaction(act, TABLE) as tx:
        homes.amend(tx, *step)
        _index(tx, step[0], step[1])
        if begins is not None:
            deadlines.begin(tx, HomesDeadlineRecord, begins)
        if closes:
            running = deadline_items.get(HomesDeadlineRecord, step[0].subject, closes)
            deadlines.close(tx, HomesDeadlineRecord, running)
        if settles is not None:
            settles.settle(tx)
        if spends is not None:
            unspent: Any = InvitationRecord.used
            tx.update(
                InvitationRecord(f"INVITATION#{spends.body}", "INVITATION"),
                [InvitationRecord.used.set(True)],
                condition=unspent == False,  # noqa: E712 - a condition of the table, not of Python
                otherwise=errors.InvitationSpent(),
            )
        tx.answer(answer)


def invite(act: Act, step: Step, new: Invitation, answer: Schema) -> None:
    """Keep an owner's offer."""
    record = InvitationRecord(
        f"INVITATION#{new.body}",
        "INVITATION",
        home_id=new.home_id,
        invitation_kind=new.kind,
        by=new.by,
        ends_at=new.ends_at,
        until=new.until,
        expires_at=int((new.ends_at + _KEPT).timestamp()),
    )
    with Transaction(act, TABLE) as tx:
        homes.amend(tx, *step)
        tx.create(record)
        tx.answer(answer)


def invitation(body: str) -> Invitation:
    """An owner's offer. Raises NotFound."""
    try:
        found = InvitationRecord.get(f"INVITATION#{body}", "INVITATION", consistent_read=True)
    except InvitationRecord.DoesNotExist as missing:
        raise NotFound() from missing
    return Invitation(
        body, found.home_id, found.invitation_kind, found.by, found.ends_at, found.until, bool(found.used)
    )


def count_try(limit: Limit, whose: str, at: datetime) -> int:
    """Use up one try, before it is judged, and give how many were used. Raises TooManyTries."""
    record, again_at = _tries(limit, whose, at)
    try:
        record.update(
            [TriesRecord.tries.add(1), TriesRecord.expires_at.set(int(again_at.timestamp()))],
            condition=TriesRecord.tries.does_not_exist() | (TriesRecord.tries < limit.times),
        )
    except UpdateError as full:
        if full.cause_response_code != "ConditionalCheckFailedException":
            raise
        wait = max(1, int((again_at - at).total_seconds()))
        raise errors.TooManyTries(again_at, wait) from full
    return int(record.tries)


def give_back(limit: Limit, whose: str, at: datetime) -> None:
    """A try that succeeded does not count."""
    _tries(limit, whose, at)[0].update([TriesRecord.tries.add(-1)])


def _tries(limit: Limit, whose: str, at: datetime) -> tuple[TriesRecord, datetime]:
    number, again_at = window_of(limit, at)
    key = crypto.keyed_hash(f"homes-tries-{limit.name}", whose)
    return TriesRecord(f"TRIES#{limit.name}#{key}#{number}", "TRIES"), again_at


def _index(tx: Transaction, before: Home, after: Home) -> None:
    old = {one.person_id for one in before.residents}
    new = {one.person_id: one for one in after.residents}
    for person_id in sorted(old - new.keys()):
        tx.delete(ResidentRecord(after.subject.pk, f"RESIDENT#{person_id}"))
    for person_id in sorted(new.keys() - old):
        since = clock.to_text(new[person_id].since)
        tx.put(
            ResidentRecord(
                after.subject.pk,
                f"RESIDENT#{person_id}",
                GSI2PK=f"HOMES-OF#{person_id}",
                GSI2SK=f"{since}#{after.id}",
                home_id=after.id,
            )
        )
