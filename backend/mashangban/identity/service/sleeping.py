"""Accounts that nobody signs in to: told a month before, then forgotten just as who asks for it (PIPL Art. 47(1))."""

import logging
from datetime import datetime

from mashangban.identity.errors import PersonUnknown
from mashangban.identity.events import Happened
from mashangban.identity.repository import grants as grant_items
from mashangban.identity.repository import people as person_items
from mashangban.identity.repository import sleeping as sleep_items
from mashangban.identity.repository.sleeping import Sleeper
from mashangban.identity.rules import sleeping as rules
from mashangban.identity.rules.people import Person
from mashangban.identity.rules.sleeping import Do, Told
from mashangban.identity.service import privacy, reading, telling
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import Busy, Stale
from mashangban.kernel.permissions import Role
from mashangban.kernel.sessions import IDENTITY
from mashangban.kernel.transaction import Transaction

log = logging.getLogger(__name__)
_MOST = 500  # persons a run: four million a year; who is left over is found by the next


def look_at_sleepers(at: datetime) -> int:
    """What the clock does: whoever has not come for years is told, and later forgotten; how many were looked at."""
    act = system_act("identity_clock", at)
    return sum(_look_at(act, one) for one in sleep_items.due(at, _MOST))


def seen(act: Act, person_id: str) -> None:
    """Somebody stood at a window: they come, if not by signing in. Within a month of the last time nothing is written.

    Raises PersonUnknown, Stale.
    """
    holder = person_items.person(person_id)
    if act.at < rules.seen_again(holder.last_here):
        return
    event = reading.next_event(act, Happened.SEEN, holder, role=Role.SYSTEM)
    with Transaction(act, IDENTITY) as tx:
        person_items.note_here(tx, event, holder, act.at)
        if holder.here_at is None:
            sleep_items.begin(tx, holder, act.at)


def _look_at(act: Act, sleeper: Sleeper) -> bool:
    try:
        _settle(act, sleeper)
    except PersonUnknown:  # forgotten meanwhile: only the index still names them
        return False
    except (Stale, Busy):
        log.info("a person changed while we looked whether they still come; the next run looks again")
        return False
    return True


def _settle(act: Act, sleeper: Sleeper) -> None:
    """The person is read first: a hold, a role or a sign-in that comes after makes what is decided here Stale."""
    holder = person_items.person(sleeper.person_id)
    verdict = rules.judge(holder.last_here, _kept(holder, act.at), sleeper.told, act.at)
    match verdict.do:
        case Do.WAIT:
            sleep_items.wait(sleeper, verdict.at)
        case Do.TELL:
            _tell(act, holder, sleeper, Told(act.at, verdict.at))
        case Do.FORGET:
            privacy.erase(act, holder, {"why": "asleep"}, Role.SYSTEM)


def _kept(holder: Person, at: datetime) -> list[datetime | None]:
    """Until when laws and roles keep a person. A wish of their own goes its own way once these end."""
    if holder.erasure_asked_at is not None:
        return [None]
    laws = [one.until for one in person_items.holds(holder.id) if one.stands(at)]
    return laws + [one.valid_to for one in grant_items.of_person(holder.id) if one.is_open(at)]


def _tell(act: Act, holder: Person, sleeper: Sleeper, told: Told) -> None:
    messages = telling.asleep(holder, rules.last_day(told.goes_at))
    event = reading.next_event(act, Happened.SLEEP_TOLD, holder, role=Role.SYSTEM, messages=messages)
    with Transaction(act, IDENTITY) as tx:
        person_items.lengthen(tx, event, holder)
        sleep_items.tell(tx, sleeper, told)
