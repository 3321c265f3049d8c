"""A person keeps policies to find them again."""

from mashangban.domains.policies.repository import favourites, policies
from mashangban.domains.policies.rules.listing import Favourite, Listed
from mashangban.domains.policies.schemas.favourites import FavouriteView
from mashangban.domains.policies.service import presenting
from mashangban.kernel import clock
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import NotFound
from mashangban.kernel.pagination import Page, PageRequest


def listed(act: Act, page: PageRequest) -> Page[FavouriteView]:
    """One's own, the newest first; what was withdrawn stays with its name."""
    found = favourites.of_person(act.actor.person_id, page)
    standing = favourites.standing(found.items)
    return found.map(lambda one: _view(act, one, standing.get(one.policy_id)))


def forget(person_id: str) -> None:
    """Somebody left the platform for good (个人信息保护法 Art. 47). Told twice, it changes nothing more."""
    favourites.forget(person_id)


def keep(act: Act, policy_id: str) -> FavouriteView:
    """Remember a published policy. Raises NotFound."""
    policy = policies.get(policy_id)
    if not policy.edition or policy.withdrawn:
        raise NotFound()
    one = Favourite(policy.id, policy.region, policy.title)
    answer = _view(act, one, None)
    favourites.keep(act, one, answer)
    return answer


def drop(act: Act, policy_id: str) -> FavouriteView:
    """Forget it."""
    one = Favourite(policy_id, "", "")
    answer = _view(act, one, None)
    favourites.drop(act, one, answer)
    return answer


def _view(act: Act, one: Favourite, standing: Listed | None) -> FavouriteView:
    policy = presenting.listed(standing, clock.local_date(act.at)) if standing else None
    return FavouriteView(policy_id=one.policy_id, title=one.title, policy=policy)
