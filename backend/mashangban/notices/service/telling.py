"""Putting a notice into a person's inbox, once for each occasion."""

import datetime as dt
from dataclasses import replace

from mashangban.kernel import ids
from mashangban.kernel.acts import system_act
from mashangban.kernel.permissions import Place
from mashangban.kernel.transaction import Transaction
from mashangban.notices import repository
from mashangban.notices.errors import AlreadyTold
from mashangban.notices.models import TABLE
from mashangban.notices.repository import Notice
from mashangban.notices.rules import plan, template_of, words_of
from mashangban.notices.schemas import Forget, Notify
from mashangban.notices.terms.templates import Template


def tell(request: Notify, subject: str, occasion: str, at: dt.datetime) -> bool:
    """Put one notice into one inbox; False when this occasion was told before.

    `subject` is the matter (`contract:<id>`), `occasion` what makes a repeat recognisable when the request names none.
    """
    template = _with_wishes_of_sender(template_of(request.kind, request.title, request.text), request)
    place = request.place
    one = Notice(
        id=ids.new_id(at),
        person_id=request.person_id,
        kind=request.kind,
        words=words_of(template, request.values or {}, request.link),
        at=at,
        subject=subject,
        place=Place(place.region, frozenset(place.orgs), place.project),
        urgent=template.urgent,
        channels=plan(template, request.kind, repository.wishes(request.person_id), at),
    )
    try:
        with Transaction(system_act("notices", at), TABLE) as tx:
            repository.add(tx, one, request.dedupe or occasion)
    except AlreadyTold:
        return False
    return True


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
