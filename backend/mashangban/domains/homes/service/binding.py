"""Binding a home: the code on its door, a proven name, the last characters of the purchase contract's number."""

from mashangban.domains.homes import errors, events, permissions
from mashangban.domains.homes.repository import bindings as repository
from mashangban.domains.homes.rules import binding as rules
from mashangban.domains.homes.rules.home import Home, Resident
from mashangban.domains.homes.schemas import Binding, HomeBound
from mashangban.domains.homes.service import contractsheets, doors, living, telling
from mashangban.domains.homes.terms import TELL_OWNERS_AT, TRIES_AT_HOME, TRIES_OF_PERSON, ResidentRole
from mashangban.identity import service as identity
from mashangban.identity.identifiers import mask_name
from mashangban.identity.service import RealName
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import RealNameRequired
from mashangban.kernel.events import following
from mashangban.kernel.permissions import Role


def bind(act: Act, given: Binding) -> HomeBound:
    """Become an owner by the facts of the contract. Raises NoMatch, TooManyTries, AlreadyBound, AlteredCode.

    A try counts before it is judged, so that a thousand at once count as a thousand.
    """
    act.actor.reach(permissions.BIND)
    home, person = doors.home_of(given.code), proven(act)
    mine = repository.count_try(TRIES_OF_PERSON, person.person_id, act.at)
    tried = repository.count_try(TRIES_AT_HOME, home.id, act.at)
    claimed = contractsheets.buyer(person.name, person.id_number)
    try:
        place = rules.match(home, repository.contract(home.id), claimed, given.contract_tail)
    except errors.NoMatch as refused:
        _warn(act, home, tried)
        left = min(TRIES_OF_PERSON.times - mine, TRIES_AT_HOME.times - tried)
        raise errors.NoMatch(left) from refused
    repository.give_back(TRIES_OF_PERSON, person.person_id, act.at)
    repository.give_back(TRIES_AT_HOME, home.id, act.at)
    masked = mask_name(person.name)
    new = Resident(person.person_id, masked, ResidentRole.OWNER, act.at, buyer=place)
    after = rules.bind_owner(home, new)
    told = telling.owners(home, "homes.owner-bound", person.person_id, name=masked)
    event = following(act, events.BOUND, home, Role.PERSON, {"role": new.role.value}, told)
    answer = living.bound(after, new)
    repository.move(act, (home, after, event), answer)
    return answer


def proven(act: Act) -> RealName:
    """Who acts, in full. Raises RealNameRequired."""
    person = identity.real_name(act.actor.person_id)
    if person is None:
        raise RealNameRequired()
    return person


def _warn(act: Act, home: Home, tried: int) -> None:
    """The owners hear of it once a day; their home stays theirs."""
    if tried != TELL_OWNERS_AT or not home.owners:
        return
    told = telling.owners(home, "homes.tries-failed", times=str(tried))
    event = following(act, events.TRIES_FAILED, home, Role.SYSTEM, {"tries": tried}, told)
    repository.move(act, (home, home, event))
