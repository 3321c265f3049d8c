"""What people want to find again: one item each, nothing of it is a fact of anybody else's."""

from collections.abc import Iterable

from mashangban.domains.policies.models import TABLE, FavouriteRecord, RowRecord
from mashangban.domains.policies.repository.listing import listed_of
from mashangban.domains.policies.rules.listing import Favourite, Listed, region_list
from mashangban.kernel import pagination
from mashangban.kernel.acts import Act
from mashangban.kernel.http.schemas import Schema
from mashangban.kernel.pagination import Page, PageRequest
from mashangban.kernel.transaction import Transaction


def of_person(person_id: str, page: PageRequest) -> Page[Favourite]:
    """A person's favourites, the newest first."""
    found = pagination.query(
        FavouriteRecord, f"FAVOURITES#{person_id}", page, index="GSI1", newest_first=True
    )
    return found.map(lambda one: Favourite(str(one.SK).partition("#")[2], one.region, one.title))


def standing(favourites: Iterable[Favourite]) -> dict[str, Listed]:
    """Those of them that are in force, in one batch read."""
    keys = [(f"POLICY#{one.policy_id}", f"ROW#{region_list(one.region)}#") for one in favourites]
    return {one.id: listed_of(one) for one in RowRecord.batch_get(keys)} if keys else {}


def keep(act: Act, one: Favourite, answer: Schema) -> None:
    """Remember a policy; once more changes nothing but its place."""
    with Transaction(act, TABLE) as tx:
        tx.put(_record(act, one))
        tx.answer(answer)


def drop(act: Act, one: Favourite, answer: Schema) -> None:
    """Forget a policy; one that was not kept is no mistake."""
    with Transaction(act, TABLE) as tx:
        tx.delete(_record(act, one))
        tx.answer(answer)


def forget(person_id: str) -> None:
    """Take all that a person kept."""
    for one in FavouriteRecord.query(f"POLICYFAVOURITES#{person_id}", consistent_read=True):
        one.delete()


def _record(act: Act, one: Favourite) -> FavouriteRecord:
    person = act.actor.person_id
    return FavouriteRecord(
        f"POLICYFAVOURITES#{person}",
        f"POLICY#{one.policy_id}",
        GSI1PK=f"FAVOURITES#{person}",
        GSI1SK=f"{act.at.isoformat()}#{one.policy_id}",
        region=one.region,
        title=one.title,
    )
