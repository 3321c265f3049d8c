"""What the Personal Information Protection Law gives everyone: see it, take consent back, be forgotten."""

import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from mashangban.identity.errors import PersonUnknown
from mashangban.identity.events import Happened
from mashangban.identity.partners import identity_source, sms, wechat
from mashangban.identity.repository import grants as grant_items
from mashangban.identity.repository import people as person_items
from mashangban.identity.repository import sessions as session_items
from mashangban.identity.repository import sleeping as sleep_items
from mashangban.identity.repository import staff as staff_items
from mashangban.identity.rules.people import Hold, Person
from mashangban.identity.schemas import (
    ConsentExport,
    Erasure,
    EventExport,
    GrantExport,
    HoldView,
    Me,
    MyData,
    PreferencesView,
)
from mashangban.identity.service import reading, sessions
from mashangban.identity.terms import DORMANT_WORDS, Purpose, RealNameState
from mashangban.kernel import history
from mashangban.kernel.acts import Act, system_act
from mashangban.kernel.errors import Busy, Stale
from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Role
from mashangban.kernel.personal import Holding, Part
from mashangban.kernel.sessions import IDENTITY
from mashangban.kernel.transaction import Transaction

log = logging.getLogger(__name__)
_MOST = 500  # holds a run; the rest is found by the next
# The rooms that keep what only the person wanted kept; what a law keeps stays where it is, without a way back to them.
FORGETFUL = (
    "notices",
    "registry",
    "payments",
    "workers",
    "homes",
    "policies",
    "publicareas",
    "helpdesk",
    "appointments",
    "crossregion",
    "guides",
    "matters",
    "answers",
    "assistance",
)


def all_of(act: Act) -> MyData:
    """Everything identity keeps about the caller, in full (Art. 45), for their package, whose making is on record
    there. Raises PersonUnknown."""
    holder = person_items.person(act.actor.person_id)
    preferences = holder.preferences
    return MyData(
        person_id=holder.id,
        name=holder.name,
        phone=holder.phone,
        id_number=holder.id_number,
        wechat_openid=holder.openid,
        created_at=holder.created_at,
        real_name=holder.real_name.value,
        verified_at=holder.verified_at,
        preferences=PreferencesView(
            elder_mode=preferences.elder_mode,
            speech=preferences.speech,
            high_contrast=preferences.high_contrast,
        ),
        roles=_roles(holder.id),
        sessions=sessions.views(session_items.of_person(holder.id, act.at), act.actor.session_id),
        consents=_consents(holder.id),
        events=_events(holder),
    )


def _roles(person_id: str) -> list[GrantExport]:
    return [
        GrantExport(
            role_label=one.role.label,
            scope_label=reading.scope_label(one),
            valid_from=one.valid_from,
            valid_to=one.valid_to,
            revoked_at=one.revoked_at,
        )
        for one in grant_items.of_person(person_id)
    ]


def _consents(person_id: str) -> list[ConsentExport]:
    return [
        ConsentExport(
            purpose=one.purpose,
            version=one.text_version,
            given_at=one.given_at,
            withdrawn_at=one.withdrawn_at,
        )
        for one in person_items.consents(person_id)
    ]


def _events(holder: Person) -> list[EventExport]:
    chain = history.of(IDENTITY, holder.subject)
    return [EventExport(at=one.at, type=one.type, actor=one.actor, hash=one.hash) for one in chain]


def withdraw_consent(act: Act, purpose: Purpose) -> Me:
    """Take a consent back: from now on nothing new is done with name and number; what the law makes us keep stays
    sealed (Art. 15)."""
    holder = person_items.person(act.actor.person_id)
    held = grant_items.of_person(holder.id)
    if not holder.is_verified:
        return reading.view(holder, held, act.at)
    left = replace(holder, real_name=RealNameState.WITHDRAWN)
    view = reading.view(left, held, act.at)
    event = reading.next_event(act, Happened.CONSENT_WITHDRAWN, holder, {"purpose": purpose.value})
    with Transaction(act, IDENTITY) as tx:
        person_items.set_real_name_state(tx, event, holder, RealNameState.WITHDRAWN)
        person_items.withdraw(tx, holder, purpose, act.at)
        session_items.carry_name(tx, session_items.of_person(holder.id, act.at), left)
        tx.answer(view)
    return view


def erase_me(act: Act) -> Erasure:
    """Forget the caller at once, or note the wish and tell which laws stand in the way (Art. 47)."""
    holder = person_items.person(act.actor.person_id)
    standing = [one for one in person_items.holds(holder.id) if one.stands(act.at)]
    return _note_wish(act, holder, standing) if standing else erase(act, holder)


def _note_wish(act: Act, holder: Person, standing: list[Hold]) -> Erasure:
    holds = [HoldView(reason=one.reason, until=one.until) for one in standing]
    answer = Erasure(state="held", asked_at=act.at, holds=holds)
    event = reading.next_event(act, Happened.ERASURE_ASKED, holder)
    with Transaction(act, IDENTITY) as tx:
        person_items.ask_erasure(tx, event, holder, act.at)
        tx.answer(answer)
    return answer


def erase(
    act: Act, holder: Person, data: Mapping[str, str] | None = None, role: Role = Role.PERSON
) -> Erasure:
    """Forget somebody whom no law keeps, and ask every room to. Raises Stale when they changed since they were read."""
    answer = Erasure(state="erased", asked_at=act.at)
    whom = {"person_id": holder.id}
    told = tuple(Message(room, f"{room}.forget", whom) for room in FORGETFUL)
    event = reading.next_event(act, Happened.ERASED, holder, data, role, told)
    history.drop_letters(IDENTITY, holder.subject)
    with Transaction(act, IDENTITY) as tx:
        person_items.erase(tx, event, holder, act.at)
        sleep_items.end(tx, holder)
        if holder.username:
            staff_items.remove(tx, holder.username)
        for grant in grant_items.of_person(holder.id):
            if grant.is_open(act.at):
                grant_items.revoke(tx, grant, holder.id, act.at)
        for one in session_items.of_person(holder.id, act.at):
            session_items.end(tx, holder.id, one.id)
        tx.answer(answer)
    return answer


def place_hold(act: Act, person_id: str, source: str, reason: str, until: datetime | None) -> None:
    """Keep a person from being erased while a law asks for their records; the same source again replaces it."""
    holder = person_items.person(person_id)
    event = reading.next_event(act, Happened.HELD, holder, {"source": source})
    with Transaction(act, IDENTITY) as tx:
        person_items.place_hold(tx, event, holder, source, reason, until)


def lift_hold(act: Act, person_id: str, source: str) -> None:
    """The law no longer asks for the records of this source; a wish that only it delayed is granted now. Somebody who
    has not signed in since that is kept is looked after from here on (service/sleeping.py).

    The hold goes last: if this breaks off between the two, who comes next finds it, and somebody who is forgotten.
    """
    try:
        holder = person_items.person(person_id)
    except PersonUnknown:
        person_items.drop_hold(person_id, source)
        return
    others = any(one.stands(act.at) for one in person_items.holds(person_id, but=source))
    if holder.erasure_asked_at is not None and not others:
        erase(act, holder)
        person_items.drop_hold(person_id, source)
        return
    event = reading.next_event(act, Happened.RELEASED, holder, {"source": source})
    with Transaction(act, IDENTITY) as tx:
        person_items.lift_hold(tx, event, holder, source)
        if holder.here_at is None:
            sleep_items.begin(tx, holder, act.at)


def lift_ended_holds(at: datetime) -> int:
    """What the clock does: holds whose last moment is over are lifted; how many. The next run finds what failed."""
    act = system_act("identity_clock", at)
    return sum(_lift_ended(act, *one) for one in person_items.ended_holds(at, _MOST))


def _lift_ended(act: Act, person_id: str, source: str) -> bool:
    try:
        lift_hold(act, person_id, source)
    except (Stale, Busy):
        log.info("a person changed while a hold on them ended; the next run looks again")
        return False
    return True


HOLDING = Holding(
    parts=(
        Part(
            "身份和账号",
            "您的姓名、手机号、身份证号、登录记录、身份、同意过的授权，都是完整的，请收好",
            "您自己填写，实名由公安身份核验源核对",
            f"保存到您注销为止，{DORMANT_WORDS}没有登录的提前一个月告诉您，到期删除；登录记录至少六个月（网络安全法第二十一条）",
            lambda act: (all_of(act),),
        ),
    ),
    erased="姓名、手机号、身份证号、微信标识、授权和登录",
    lawful="不含姓名的操作记录至少六个月（网络安全法第二十一条）",
    recipients=(identity_source.RECIPIENT, sms.RECIPIENT, wechat.RECIPIENT),
)
