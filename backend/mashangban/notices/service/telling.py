"""Putting a notice into a person's inbox, once for each occasion."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from mashangban.identity import service as identity
from mashangban.kernel import ids
from mashangban.kernel.acts import system_act
from mashangban.kernel.permissions import Grant, Place
from mashangban.kernel.transaction import Transaction
from mashangban.notices import repository
from mashangban.notices.errors import AlreadyTold
from mashangban.notices.models import TABLE
from mashangban.notices.repository import Claim, Notice
from mashangban.notices.rules import due_channel, plan, template_of, words_of
from mashangban.notices.schemas import Forget, Notify
from mashangban.notices.terms import HELD
from mashangban.notices.terms.template import Template


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a request comes from: the matter (`contract:<id>`), the message's id, when its act happened."""

    subject: str
    message_id: str
    at: dt.datetime


def receivers(request: Notify, now: dt.datetime) -> Iterable[str]:
    """Whom a request concerns, each once: the persons it names, and those who hold its posts at this instant."""
    named = [*([request.person_id] if request.person_id else []), *request.people]
    return dict.fromkeys(chain(named, *(_at_post(request, post, now) for post in request.posts)))


def _at_post(request: Notify, post: str, now: dt.datetime) -> Iterator[str]:
    held = identity.all_holders(Grant.parse(post), now)
    return islice((one for one in held if one not in request.but), request.most)


def tell(
    request: Notify, person_id: str, origin: Origin, now: dt.datetime, *, hold: bool = False
) -> Claim | None:
    """Put one notice into one inbox, unless this occasion was told before.

    With `hold`, what can be sent at this hour is claimed for the caller, who sends it.
    """
    template = _with_wishes_of_sender(template_of(request.kind, request.title, request.text), request)
    place = request.place
    one = Notice(
        id=ids.new_id(origin.at),
        person_id=person_id,
        kind=request.kind,
        words=words_of(template, request.values or {}, request.link),
        at=origin.at,
        subject=origin.subject,
        place=Place(place.region, frozenset(place.orgs), place.project),
        urgent=template.urgent,
        channels=plan(template, request.kind, repository.wishes(person_id), now),
    )
    held = repository.new_hold(now + HELD) if hold and due_channel(one.channels, now) else None
    try:
        with Transaction(system_act("notices", now), TABLE) as tx:
            repository.add(tx, one, request.dedupe or origin.message_id, held)
    except AlreadyTold:
        return None
    return Claim(one, held.token) if held else None


def forget(request: Forget) -> None:
    """Erase a person's inbox (PIPL Art. 47), when identity has erased the person."""
    repository.forget(request.person_id)


def _with_wishes_of_sender(template: Template, request: Notify) -> Template:
    return replace(
        template,
        channels=template.channels if request.channels is None else tuple(dict.fromkeys(request.channels)),
        urgent=template.urgent if request.urgent is None else request.urgent,
        mandatory=template.mandatory if request.mandatory is None else request.mandatory,
    )
