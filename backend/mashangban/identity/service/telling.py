"""Telling people that how they sign in has changed: whoever did it without them can't keep it from them."""

import logging
from datetime import datetime

from mashangban.identity.events import Happened
from mashangban.identity.partners import sms
from mashangban.identity.repository import people as person_items
from mashangban.identity.rules.people import Person
from mashangban.identity.service import reading
from mashangban.identity.terms import DORMANT_WORDS
from mashangban.kernel import clock, ids
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Invalid, PartnerUnavailable
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Principal
from mashangban.kernel.sessions import IDENTITY
from mashangban.kernel.telling import Whom, notice
from mashangban.kernel.transaction import Transaction

log = logging.getLogger(__name__)
_DEVICES, _MY_DATA = "/pages/devices/index", "/pages/my-data/index"
_MOVED = "【码上办】您的登录手机号已换成尾号{tail}。不是您换的，请带身份证到办事窗口改回来。"


def owner(act: Act, holder: Person, kind: str, **values: str) -> tuple[Message, ...]:
    """A notice to whose account it is; `kind` names its words (notices/terms/identity.py)."""
    told = {"time": clock.spoken(act.at), **values}
    return (notice(Whom(holder.id), f"identity.{kind}", told, link=_DEVICES),)


def asleep(holder: Person, last_day: str) -> tuple[Message, ...]:
    """A notice to somebody who has not come for years: until when a sign-in keeps their account."""
    values = {"term": DORMANT_WORDS, "day": last_day}
    return (notice(Whom(holder.id), "identity.asleep", values, link=_MY_DATA, dedupe=f"asleep:{last_day}"),)


def of_used_code(person_id: str, at: datetime) -> None:
    """Somebody had the right password and a one-time code that was used before (OWASP ASVS 2.8.5)."""
    reading.until_settled(lambda: _tell_of_used_code(person_id, at))


def _tell_of_used_code(person_id: str, at: datetime) -> None:
    holder = person_items.person(person_id)
    act = Act(Principal(person_id, ids.new_id(at)), at)
    event = reading.next_event(act, Happened.CODE_REUSED, holder, messages=owner(act, holder, "code-reused"))
    with Transaction(act, IDENTITY) as tx:
        person_items.lengthen(tx, event, holder)


def former_phone(act: Act, former: str | None, number: str) -> None:
    """A text message to the phone that was left: notices reach only the new one. One that does not get through undoes
    nothing."""
    if former is None:
        return
    try:
        sms.send(
            f"moved-{act.actor.session_id}-{int(act.at.timestamp())}", former, _MOVED.format(tail=number[-4:])
        )
    except (PartnerUnavailable, Invalid):
        log.warning("a former phone of person %s was not told", act.actor.person_id)
