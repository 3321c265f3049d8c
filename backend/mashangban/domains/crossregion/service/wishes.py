"""What people would have handled elsewhere and no list has: counted, so that lists grow by what is wanted."""

from mashangban.domains.crossregion import errors, permissions
from mashangban.domains.crossregion.repository import wishes as repository
from mashangban.domains.crossregion.rules import wishes as rules
from mashangban.domains.crossregion.schemas.wishes import WishDone, WishesQuery, WishForm, WishRow
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import FieldError
from mashangban.kernel.permissions import Place
from mashangban.registry import divisions


def wish(act: Act, given: WishForm) -> WishDone:
    """Count one person's word for a place, once a month. Raises PlacesWrong, WishEmpty."""
    if divisions.find(given.region) is None:
        raise errors.PlacesWrong(errors=(FieldError("region", "没有这个地区"),))
    word = rules.called(given.what)
    if len(word) < 2:
        raise errors.WishEmpty()
    answer = WishDone(what=word)
    repository.count(act, given.region, word, clock.local_date(act.at), answer)
    return answer


def most_wanted(act: Act, query: WishesQuery) -> list[WishRow]:
    """What is asked for most in a place this month. Raises NotFound beyond reach."""
    act.actor.reach(permissions.LIST_ALLIANCES).require(Place(query.region))
    day = query.day or clock.local_date(act.at)
    return [
        WishRow(what=word, asked=asked) for word, asked in rules.most(repository.of_region(query.region, day))
    ]
