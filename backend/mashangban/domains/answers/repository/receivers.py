"""Who got which answer: kept so that they can be told when it stands no longer, and forgotten after a year."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from mashangban.domains.answers.models import ReceiverRecord
from mashangban.domains.answers.terms import KEPT_DAYS
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.pagination import MAX_LIMIT, Page, PageRequest


@dataclass(frozen=True, slots=True)
class Received:
    """An answer that somebody got, and until when that is known."""

    pair_id: str
    kept_until: datetime


def keep(act: Act, pair_id: str) -> None:
    """Note that the actor got an answer; twice is once."""
    person = act.actor.person_id
    ReceiverRecord(
        f"ANSWERPAIR#{pair_id}",
        f"RECEIVER#{person}",
        GSI2PK=f"RECEIVED-BY#{person}",
        GSI2SK=pair_id,
        person_id=person,
        pair_id=pair_id,
        expires_at=int((act.at + timedelta(days=KEPT_DAYS)).timestamp()),
    ).save()


def of_pair(pair_id: str, page: PageRequest) -> Page[str]:
    """The persons who got an answer, a page at a time."""
    key: Any = ReceiverRecord.SK
    where = key.startswith("RECEIVER#")
    return pagination.query(ReceiverRecord, f"ANSWERPAIR#{pair_id}", page, where=where).map(
        lambda one: str(one.person_id)
    )


def of_person(person_id: str, page: PageRequest) -> Page[Received]:
    """Which answers somebody got."""
    found = pagination.query(ReceiverRecord, f"RECEIVED-BY#{person_id}", page, index="GSI2")
    return found.map(lambda one: Received(str(one.pair_id), datetime.fromtimestamp(int(one.expires_at), UTC)))


def forget(person_id: str) -> None:
    """What a person got is nobody's business after they left."""
    while found := list(ReceiverRecord.query(f"RECEIVED-BY#{person_id}", index_name="GSI2", limit=MAX_LIMIT)):
        with ReceiverRecord.batch_write() as batch:
            for one in found:
                batch.delete(one)
