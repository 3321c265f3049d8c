"""Whose account it is hears of every change in how it is entered."""

import json
import secrets
from datetime import timedelta
from typing import Any

import pyotp
import pytest

from mashangban.identity import service
from mashangban.identity.errors import RefreshReused
from mashangban.identity.schemas import StaffCreation
from mashangban.kernel import acts, clock, crypto, events, history
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Role, Scope
from mashangban.kernel.sessions import IDENTITY
from mashangban.notices.schemas import Notify
from mashangban.notices.terms.templates import TEMPLATES
from tests.identity.conftest import Phone, new_mobile

PASSWORD = "correct horse 7 battery"


def told(person_id: str) -> dict[str, Any]:
    """The only message of the latest event of a person, as the room of notices reads it."""
    letter, *others = events.letters(history.items_of(IDENTITY, Subject("person", person_id))[-1])
    assert (letter["to"], letter["kind"], others) == ("notices", "notices.notify", [])
    body: dict[str, Any] = json.loads(crypto.unseal(letter["body"], letter["context"]))
    assert TEMPLATES[Notify.model_validate(body).kind].mandatory
    assert body["person_id"] == person_id
    return body


@pytest.fixture
def clerk(phone: Phone) -> str:
    """A member of staff who is signed in on the phone; returns the person."""
    order = StaffCreation(username=f"clerk{secrets.token_hex(4)}", name="陈主任", password=PASSWORD)
    access = service.create_staff(acts.system_act("test"), order)
    body = {
        "username": access.username,
        "password": PASSWORD,
        "totp": pyotp.TOTP(access.totp_secret).now(),
    }
    phone.tokens = phone.call("POST", "/sessions/staff", body).body
    return access.person_id


def test_a_new_password_is_told(clerk: str, phone: Phone) -> None:
    body = {"old_password": PASSWORD, "new_password": "another horse 8 battery"}
    assert phone.call("PUT", "/me/password", body).status == 204
    assert told(clerk)["kind"] == "identity.password-changed"


def test_a_new_authenticator_is_told(clerk: str, phone: Phone) -> None:
    assert phone.call("POST", "/me/authenticator", {"password": PASSWORD}).status == 201
    assert told(clerk)["kind"] == "identity.authenticator-renewed"


def test_a_reset_is_told_to_its_holder_not_to_the_administrator(phone: Phone) -> None:
    order = StaffCreation(username=f"clerk{secrets.token_hex(4)}", name="陈主任", password=PASSWORD)
    access = service.create_staff(acts.system_act("test"), order)
    administrator = phone.sign_in()["person_id"]
    everything = service.GrantOrder(Role.PLATFORM_ADMIN, Scope.parse("*"), person_id=administrator)
    service.grant(acts.system_act("test"), everything)
    phone.refresh()
    assert phone.call("POST", f"/staff/{access.username}/reset").status == 200
    assert told(access.person_id)["kind"] == "identity.account-reset"


def test_opening_the_console_for_oneself_is_told(phone: Phone) -> None:
    person_id = phone.sign_in()["person_id"]
    body = {"username": f"worker{secrets.token_hex(4)}", "password": PASSWORD}
    assert phone.call("POST", "/me/staff-account", body).status == 201
    assert told(person_id)["kind"] == "identity.console-opened"


def test_a_copied_sign_in_that_was_ended_is_told(phone: Phone) -> None:
    person_id = phone.sign_in()["person_id"]
    stolen = phone.tokens["refresh_token"]
    phone.refresh()
    with pytest.raises(RefreshReused):
        service.refresh(stolen, clock.now() + timedelta(minutes=1))
    assert told(person_id)["kind"] == "identity.sign-in-ended"


def test_a_new_phone_is_told_also_to_the_former_one(phone: Phone) -> None:
    former, number = new_mobile(), new_mobile()
    person_id = phone.sign_in(former)["person_id"]
    _move(phone, number)
    assert told(person_id)["values"]["number"] == number[-4:]
    assert "登录手机号已换成尾号" + number[-4:] in _latest_text(phone, former)


def test_a_former_phone_that_can_not_be_reached_holds_nothing_up(phone: Phone) -> None:
    former, number = new_mobile(), new_mobile()
    person_id = phone.sign_in(former)["person_id"]
    phone.call("POST", "/sms-codes", {"phone": number})
    body = {"phone": number, "code": phone.partners.code_sent_to(number)}
    phone.partners.fault("sms", status=500)
    assert phone.call("PUT", "/me/phone", body).status == 200
    phone.partners.heal()
    assert service.find_by_phone(number) == person_id


def _move(phone: Phone, number: str) -> None:
    phone.call("POST", "/sms-codes", {"phone": number})
    body = {"phone": number, "code": phone.partners.code_sent_to(number)}
    assert phone.call("PUT", "/me/phone", body).status == 200


def _latest_text(phone: Phone, number: str) -> str:
    items = phone.partners.http.get("/sms/messages", params={"phone": number}).json()["items"]
    return str(items[0]["text"])
