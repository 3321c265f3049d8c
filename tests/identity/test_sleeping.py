"""Accounts that nobody signs in to, looked at by the clock. Time passes by moving one person's dates into the past, so
that nobody else's account is due."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from pynamodb.expressions.update import Action

from functions.identity_clock.handler import handler as hourly
from mashangban.identity import listeners, service
from mashangban.identity.errors import PersonUnknown
from mashangban.identity.models import PersonRecord, SleepRecord
from mashangban.identity.rules import sleeping as rules
from mashangban.identity.service import GrantOrder, privacy
from mashangban.kernel import acts, clock, crypto, events, history
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Role, Scope
from mashangban.kernel.sessions import IDENTITY
from mashangban.kernel.streams import Delivery
from mashangban.notices.schemas import Notify
from mashangban.notices.terms.templates import TEMPLATES
from tests.identity.conftest import Phone, new_mobile
from tests.personal import letters_left

YEARS, MONTH = timedelta(days=3 * 365 + 1), timedelta(days=32)


def passes(person_id: str, time: timedelta) -> None:
    """Time goes by in which this person does not come."""
    pk = f"PERSON#{person_id}"
    person, sleep = PersonRecord.get(pk, "PERSON"), SleepRecord.get(pk, "SLEEP")
    person.update(actions=[PersonRecord.here_at.set(person.here_at - time)])
    look_at = clock.from_text(sleep.GSI3SK) - time
    actions: list[Action] = [SleepRecord.GSI3SK.set(clock.to_text(look_at))]
    if "sleep.told" in happened(person_id):
        actions += [
            SleepRecord.told_at.set(sleep.told_at - time),
            SleepRecord.goes_at.set(sleep.goes_at - time),
        ]
    sleep.update(actions=actions)


def look(at: datetime | None = None) -> None:
    service.look_at_sleepers(at or clock.now())


def looked_at_next(person_id: str) -> datetime:
    return clock.from_text(SleepRecord.get(f"PERSON#{person_id}", "SLEEP").GSI3SK)


def happened(person_id: str) -> list[str]:
    return [one.type.removeprefix("identity.") for one in history.of(IDENTITY, Subject("person", person_id))]


def told(person_id: str) -> dict[str, Any]:
    """What they are told by the latest event, as the room of notices reads it."""
    (letter,) = events.letters(history.items_of(IDENTITY, Subject("person", person_id))[-1])
    body: dict[str, Any] = json.loads(crypto.unseal(letter["body"], letter["context"]))
    Notify.model_validate(body)
    return body


def test_who_has_not_come_for_three_years_is_told_once_and_forgotten_a_month_later(phone: Phone) -> None:
    number = new_mobile()
    me = phone.sign_in(number)["person_id"]
    passes(me, YEARS)
    hourly({}, None)
    body = told(me)
    goes_at = looked_at_next(me)
    assert body["values"] == {"term": "三年", "day": rules.last_day(goes_at)}
    assert TEMPLATES[body["kind"]].text.format(**body["values"]).startswith("您三年没登录码上办。到20")
    look(goes_at - timedelta(seconds=1))
    assert happened(me)[-1] == "sleep.told"
    passes(me, MONTH)
    hourly({}, None)
    assert happened(me)[-2:] == ["sleep.told", "person.erased"]
    last = history.of(IDENTITY, Subject("person", me))[-1]
    assert (last.data, last.actor, last.role) == ({"why": "asleep"}, "system:identity_clock", Role.SYSTEM)
    assert letters_left(IDENTITY, Subject("person", me)) == [f"{room}.forget" for room in privacy.FORGETFUL]
    assert service.find_by_phone(number) is None
    with pytest.raises(PersonUnknown):
        service.person(me)
    with pytest.raises(SleepRecord.DoesNotExist):
        looked_at_next(me)


def test_a_sign_in_after_being_told_keeps_the_account_for_another_three_years(phone: Phone) -> None:
    number = new_mobile()
    me = phone.sign_in(number)["person_id"]
    passes(me, YEARS)
    look()
    passes(me, MONTH - timedelta(days=2))
    assert phone.sign_in(number)["person_id"] == me
    look(looked_at_next(me))
    assert happened(me)[-1] == "session.opened"
    assert looked_at_next(me) == rules.first_look(clock.now())


def test_a_sign_in_while_the_clock_is_forgetting_wins(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    number = new_mobile()
    me = phone.sign_in(number)["person_id"]
    passes(me, YEARS)
    look()
    passes(me, MONTH)
    erase = privacy.erase

    def after_a_sign_in(*what: Any) -> object:
        phone.sign_in(number)
        return erase(*what)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(privacy, "erase", after_a_sign_in)
        look()
    assert phone.call("GET", "/me").body["person_id"] == me
    look()
    assert happened(me)[-1] == "session.opened"


def test_who_comes_a_moment_too_late_begins_anew(phone: Phone) -> None:
    number = new_mobile()
    me = phone.sign_in(number)["person_id"]
    passes(me, YEARS)
    look()
    passes(me, MONTH)
    assert phone.call("POST", "/sms-codes", {"phone": number}).status == 202
    look()
    assert phone.enter(number, phone.partners.code_sent_to(number))["person_id"] != me


def test_while_a_law_keeps_somebody_they_are_neither_told_nor_forgotten(phone: Phone) -> None:
    me = phone.sign_in()["person_id"]
    until = clock.now() + timedelta(days=100)
    service.place_hold(acts.system_act("test"), me, "contract:1", "劳动合同依法须保存", until)
    passes(me, YEARS)
    look()
    assert happened(me)[-1] == "hold.placed"
    assert timedelta(days=65) < looked_at_next(me) - clock.now() < timedelta(days=75)


def test_a_role_keeps_its_holder_until_it_is_taken_back(phone: Phone) -> None:
    me, act = phone.sign_in()["person_id"], acts.system_act("test")
    scope = Scope.parse("project:p")
    service.grant(act, GrantOrder(role=Role.FOREMAN, scope=scope, person_id=me))
    passes(me, YEARS)
    look()
    assert happened(me)[-1] == "role.granted"
    service.revoke_role(act, me, Role.FOREMAN, scope)
    passes(me, MONTH)
    look()
    assert happened(me)[-1] == "sleep.told"


def test_a_noted_wish_to_be_forgotten_goes_its_own_way(phone: Phone) -> None:
    me = phone.sign_in()["person_id"]
    service.place_hold(acts.system_act("test"), me, "contract:1", "劳动合同依法须保存", clock.now() + MONTH)
    assert phone.call("POST", "/me/erasure", {}).body["state"] == "held"
    passes(me, YEARS)
    look()
    assert happened(me)[-1] == "erasure.asked"


def test_who_was_named_and_never_came_is_looked_after_too(phone: Phone) -> None:
    number = new_mobile()
    me = service.ensure_person(acts.system_act("test"), number)
    assert looked_at_next(me) == rules.first_look(clock.now())
    assert phone.sign_in(number)["person_id"] == me
    assert looked_at_next(me) == rules.first_look(clock.now())


def test_who_came_to_a_window_does_not_sleep(phone: Phone) -> None:
    me = phone.sign_in()["person_id"]
    come = Delivery(
        "e#0", "identity.seen", {"person_id": me}, "crossregion", Subject("c", "1"), 1, clock.now()
    )
    listeners.on_message(come)
    assert happened(me)[-1] == "person.registered"  # here today anyway: nothing to write
    passes(me, YEARS)
    look()
    for _ in range(2):
        listeners.on_message(come)
    passes(me, MONTH)
    look()
    assert happened(me)[-2:] == ["sleep.told", "person.seen"]


def test_people_of_before_are_looked_after_from_their_next_sign_in(phone: Phone) -> None:
    number = new_mobile()
    me = phone.sign_in(number)["person_id"]
    PersonRecord(f"PERSON#{me}", "PERSON").update(actions=[PersonRecord.here_at.remove()])
    SleepRecord(f"PERSON#{me}", "SLEEP").delete()
    phone.sign_in(number)
    assert looked_at_next(me) == rules.first_look(clock.now())


def test_people_of_before_who_never_come_again_are_looked_after_from_the_end_of_a_law_that_kept_them(
    phone: Phone,
) -> None:
    me, act = phone.sign_in()["person_id"], acts.system_act("test")
    service.place_hold(act, me, "contract:1", "劳动合同依法须保存", clock.now() - timedelta(minutes=1))
    PersonRecord(f"PERSON#{me}", "PERSON").update(actions=[PersonRecord.here_at.remove()])
    SleepRecord(f"PERSON#{me}", "SLEEP").delete()
    service.lift_ended_holds(clock.now())
    assert looked_at_next(me) == rules.first_look(clock.now())
    assert happened(me)[-1] == "hold.lifted"
