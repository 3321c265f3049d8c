"""Who wants to hear when an item changes: one small item a person."""

from collections.abc import Iterator

from mashangban.domains.guides.models import TABLE, FollowerRecord
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction

_SK = "FOLLOWER#"


def is_one(item_id: str, person_id: str) -> bool:
    """Whether somebody wants to hear of an item."""
    keys = [(_pk(item_id), f"{_SK}{person_id}")]
    return any(True for _ in FollowerRecord.batch_get(keys, consistent_read=True))


def keep(act: Act, item_id: str, *, on: bool, answer: Schema) -> None:
    """Note that the person wants to hear of an item, or does not any more."""
    person_id = act.actor.person_id
    record = FollowerRecord(
        _pk(item_id),
        f"{_SK}{person_id}",
        person_id=person_id,
        item_id=item_id,
        GSI1PK=_of(person_id),
        GSI1SK=item_id,
    )
    with Transaction(act, TABLE) as tx:
        if on:
            tx.put(record)
        else:
            tx.delete(record)
        tx.answer(answer)


def of_item(item_id: str, page: PageRequest) -> Page[str]:
    """The persons who want to hear of an item."""
    found = pagination.query(FollowerRecord, _pk(item_id), page, where=FollowerRecord.SK.startswith(_SK))
    return found.map(lambda one: str(one.person_id))


def of_person(person_id: str) -> Iterator[str]:
    """The items that somebody wants to hear of."""
    return (str(one.item_id) for one in FollowerRecord.query(_of(person_id), index_name="GSI1"))


def forget(person_id: str) -> None:
    """Take a person out of every item's list."""
    for one in FollowerRecord.query(_of(person_id), index_name="GSI1"):
        FollowerRecord(one.PK, one.SK).delete()


def _pk(item_id: str) -> str:
    return f"GUIDEITEM#{item_id}"


def _of(person_id: str) -> str:
    return f"GUIDEFOLLOWS-OF#{person_id}"
