"""What the Personal Information Protection Law gives everyone."""

import logging
import secrets
from datetime import datetime, timedelta
from urllib.parse import quote

import pytest

from mashangban.identity import listeners, service
from mashangban.identity.errors import PersonUnknown
from mashangban.identity.models import PersonRecord
from mashangban.identity.schemas import MyData
from mashangban.identity.service import GrantOrder
from mashangban.identity.service.privacy import HOLDING
from mashangban.identity.terms import RevealReason
from mashangban.kernel import acts, clock, events, history, secret_store
from mashangban.kernel.dynamodb import client
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Principal, Role, Scope
from mashangban.kernel.sessions import IDENTITY
from mashangban.kernel.streams import Delivery
from tests.identity.conftest import Phone, new_id_number, new_mobile


def test_what_is_given_of_a_person_for_their_package_is_in_full(phone: Phone) -> None:
    number, id_number = new_mobile(), new_id_number()
    me = phone.sign_in(number)
    phone.prove("王小明", id_number)
    (part,) = HOLDING.parts
    (data,) = part.read(acts.Act(Principal(me["person_id"], ""), clock.now()))
    assert isinstance(data, MyData)
    assert (data.name, data.phone, data.id_number) == ("王小明", number, id_number)
    assert data.consents[0].purpose == "real-name"
    assert len(data.sessions) == 1
    chain = history.of(IDENTITY, Subject("person", me["person_id"]))
    assert [one.hash for one in data.events] == [one.hash for one in chain]


def test_a_person_who_owes_nothing_to_the_law_is_forgotten_at_once(phone: Phone) -> None:
    number, id_number = new_mobile(), new_id_number()
    me = phone.sign_in(number)
    phone.prove("王小明", id_number)
    service.grant(
        acts.system_act("test"),
        GrantOrder(role=Role.FOREMAN, scope=Scope.parse("project:p"), person_id=me["person_id"]),
    )
    phone.refresh()
    answer = phone.call("POST", "/me/erasure", {"reason": "不再使用"})
    assert (answer.status, answer.body["state"]) == (202, "erased")
    assert phone.call("GET", "/me").status == 401
    assert service.find_by_phone(number) is None
    with pytest.raises(PersonUnknown):
        service.person(me["person_id"])
    subject = Subject("person", me["person_id"])
    left = PersonRecord.get(subject.pk, "PERSON").to_simple_dict()
    assert not [name for name in left if name.endswith("_sealed") or name.startswith("verif")]
    assert history.is_unbroken(history.of(IDENTITY, subject))
    letters = events.letters(history.items_of(IDENTITY, subject)[-1])
    assert {one["kind"] for one in letters} == {
        "notices.forget",
        "registry.forget",
        "payments.forget",
        "workers.forget",
        "homes.forget",
        "policies.forget",
        "publicareas.forget",
        "answers.forget",
        "assistance.forget",
        "appointments.forget",
        "crossregion.forget",
        "guides.forget",
        "helpdesk.forget",
        "matters.forget",
    }
    again = Phone(phone.partners)
    service.send_code(number, service.Origin("198.51.100.11"), clock.now() + timedelta(seconds=61))
    assert again.enter(number, phone.partners.code_sent_to(number))["person_id"] != me["person_id"]
    assert again.prove("王小明", id_number).status == 201


def test_what_the_law_keeps_is_told_and_the_wish_is_noted(phone: Phone) -> None:
    me = phone.sign_in()
    until = clock.now() + timedelta(days=3 * 365)
    body = {
        "person_id": me["person_id"],
        "source": "workers:contract-1",
        "reason": "劳动合同终止后须保存至少二年（劳动合同法第五十条）",
        "until": clock.to_text(until),
    }
    for _ in range(2):
        listeners.on_message(
            Delivery("e#0", "identity.hold", body, "workers", Subject("c", "1"), 1, clock.now())
        )
    answer = phone.call("POST", "/me/erasure", {})
    assert (answer.status, answer.body["state"]) == (202, "held")
    assert [one["reason"] for one in answer.body["holds"]] == [body["reason"]]
    assert phone.call("GET", "/me").status == 200
    release = {"person_id": me["person_id"], "source": "workers:contract-1"}
    listeners.on_message(
        Delivery("e#1", "identity.release", release, "workers", Subject("c", "1"), 2, clock.now())
    )
    assert phone.call("GET", "/me").status == 401


def held(person_id: str, source: str, until: datetime | None) -> None:
    service.place_hold(acts.system_act("test"), person_id, source, "劳动合同法第五十条", until)


def test_a_wish_is_granted_by_the_clock_when_the_last_reason_to_keep_has_ended(phone: Phone) -> None:
    now, number = clock.now(), new_mobile()
    me = phone.sign_in(number)["person_id"]
    held(me, "workers:contract-1", now + timedelta(days=1))
    held(me, "workers:contract-2", now + timedelta(days=2))
    assert phone.call("POST", "/me/erasure", {}).body["state"] == "held"
    service.lift_ended_holds(now)
    service.lift_ended_holds(now + timedelta(days=1, minutes=1))
    assert phone.call("GET", "/me").status == 200
    service.lift_ended_holds(now + timedelta(days=2, minutes=1))
    assert phone.call("GET", "/me").status == 401
    assert service.find_by_phone(number) is None
    chain = history.of(IDENTITY, Subject("person", me))
    assert history.is_unbroken(chain)
    assert [one.type for one in chain][-2:] == ["identity.hold.lifted", "identity.person.erased"]
    assert service.lift_ended_holds(now + timedelta(days=3)) == 0


def test_a_reason_that_ends_forgets_nobody_who_did_not_ask(phone: Phone) -> None:
    me = phone.sign_in()["person_id"]
    held(me, "workers:contract-1", clock.now() + timedelta(days=1))
    service.lift_ended_holds(clock.now() + timedelta(days=2))
    assert phone.call("GET", "/me").status == 200


def test_a_hold_on_somebody_who_was_forgotten_meanwhile_is_dropped(phone: Phone) -> None:
    me = phone.sign_in()["person_id"]
    held(me, "workers:contract-1", clock.now() - timedelta(minutes=1))
    assert phone.call("POST", "/me/erasure", {}).body["state"] == "erased"
    assert service.lift_ended_holds(clock.now()) >= 1
    assert service.lift_ended_holds(clock.now()) == 0


def test_a_hold_that_comes_for_somebody_who_left_a_moment_before_is_no_dead_letter(phone: Phone) -> None:
    me = phone.sign_in()["person_id"]
    assert phone.call("POST", "/me/erasure", {}).body["state"] == "erased"
    body = {"person_id": me, "source": "contract:1", "reason": "劳动合同依法须保存"}
    listeners.on_message(Delivery("e#0", "identity.hold", body, "workers", Subject("c", "1"), 1, clock.now()))
    assert history.of(IDENTITY, Subject("person", me))[-1].type == "identity.person.erased"


def test_preferences_are_kept_and_what_is_not_named_stays(phone: Phone) -> None:
    phone.sign_in()
    assert phone.call("PUT", "/me/preferences", {"elder_mode": True}).body["preferences"]["elder_mode"]
    assert phone.call("PUT", "/me/preferences", {"speech": True}).status == 200
    assert phone.call("GET", "/me").body["preferences"] == {
        "elder_mode": True,
        "speech": True,
        "high_contrast": False,
    }


def test_the_same_submission_answers_the_same_and_happens_once(phone: Phone) -> None:
    me = phone.sign_in()
    key = secrets.token_hex(12)
    first = phone.call("PUT", "/me/preferences", {"elder_mode": True}, key)
    again = phone.call("PUT", "/me/preferences", {"elder_mode": True}, key)
    assert (again.body, again.headers["Idempotent-Replayed"]) == (first.body, "true")
    chain = history.of(IDENTITY, Subject("person", me["person_id"]))
    assert [one.type for one in chain].count("identity.preferences.changed") == 1


def test_showing_in_full_needs_a_reason_and_stands_on_the_persons_chain(phone: Phone) -> None:
    number = new_mobile()
    me = phone.sign_in(number)
    act = acts.system_act("test")
    shown = service.reveal(
        act, me["person_id"], frozenset({"phone"}), RevealReason.CONTACT, Role.LABOUR_CLERK
    )
    assert shown == {"phone": number}
    last = history.of(IDENTITY, Subject("person", me["person_id"]))[-1]
    assert last.type == "identity.personal-data.revealed"
    assert last.data == {"fields": ["phone"], "reason": "contact"}
    assert last.actor == "system:test"


def test_nothing_personal_is_stored_readable(phone: Phone) -> None:
    number, id_number = new_mobile(), new_id_number()
    phone.sign_in(number)
    phone.prove("欧阳晓明", id_number)
    pages = client().get_paginator("scan").paginate(TableName=IDENTITY.physical)
    stored = "".join(str(page["Items"]) for page in pages)
    for personal in (number, id_number, "欧阳晓明", phone.partners.code_sent_to(number)):
        assert personal not in stored.replace(me_id(phone), "")


def me_id(phone: Phone) -> str:
    return str(phone.tokens["me"]["person_id"])


def test_nothing_personal_is_logged_or_answered(phone: Phone, caplog: pytest.LogCaptureFixture) -> None:
    number, id_number = new_mobile(), new_id_number()
    answers = []
    with caplog.at_level(logging.DEBUG):
        for own in ("httpx", "httpcore"):  # the tests' own look into the sandbox
            logging.getLogger(own).setLevel(logging.WARNING)
        phone.sign_in(number)
        answers.append(phone.prove("欧阳晓明", id_number))
        answers.append(phone.prove("欧阳晓明", new_id_number()))
        answers.append(phone.call("GET", "/me"))
        answers.append(phone.call("GET", "/sessions"))
        phone.partners.fault("sms", status=500, times=1)
        answers.append(phone.call("POST", "/sms-codes", {"phone": new_mobile()}))
        phone.partners.fault("wechat", status=500, times=1)
        answers.append(phone.call("POST", "/sessions/wechat", {"code": "x"}))
    said = caplog.text + str(answers)
    secret = secret_store.secret("wechat-app-secret").decode()
    for private in (number, id_number, "欧阳晓明", secret, quote(secret, safe="")):
        assert private not in said
