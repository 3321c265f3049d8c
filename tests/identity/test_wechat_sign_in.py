"""Signing in with a mini-program's login code."""

from datetime import timedelta
from typing import Any

import pytest

from mashangban.identity import service
from mashangban.identity.service import Origin
from mashangban.kernel import clock
from tests.identity.conftest import Phone, new_mobile


def enter(phone: Phone, device: str) -> dict[str, Any]:
    answer = phone.call("POST", "/sessions/wechat", {"code": phone.partners.wechat_code(device)})
    assert answer.status == 201
    phone.tokens = answer.body
    return dict(answer.body["me"])


def test_the_same_wechat_user_is_the_same_person(phone: Phone) -> None:
    device = new_mobile()
    first, second = enter(phone, device), enter(phone, device)
    assert first["person_id"] == second["person_id"]
    assert enter(phone, new_mobile())["person_id"] != first["person_id"]


def test_a_code_works_once(phone: Phone) -> None:
    code = phone.partners.wechat_code(new_mobile())
    assert phone.call("POST", "/sessions/wechat", {"code": code}).status == 201
    again = phone.call("POST", "/sessions/wechat", {"code": code})
    assert (again.status, again.code) == (422, "identity.wechat-refused")


def test_an_invented_code_is_refused(phone: Phone) -> None:
    assert phone.call("POST", "/sessions/wechat", {"code": "nonsense"}).code == "identity.wechat-refused"


@pytest.mark.parametrize("fault", [{"status": 500}, {"status": 429}, {"drop_after_success": True}])
def test_when_wechat_is_down_the_person_is_told_so(phone: Phone, fault: dict[str, object]) -> None:
    code = phone.partners.wechat_code(new_mobile())
    phone.partners.fault("wechat", **fault)
    answer = phone.call("POST", "/sessions/wechat", {"code": code})
    assert (answer.status, answer.code) == (503, "partner.unavailable")


def test_a_wechat_user_can_add_a_phone_and_be_found_by_it(phone: Phone) -> None:
    me = enter(phone, new_mobile())
    assert me["phone_masked"] is None
    number = new_mobile()
    phone.call("POST", "/sms-codes", {"phone": number})
    body = {"phone": number, "code": phone.partners.code_sent_to(number)}
    changed = phone.call("PUT", "/me/phone", body)
    assert changed.status == 200
    assert changed.body["phone_masked"].endswith(number[-4:])
    assert service.find_by_phone(number) == me["person_id"]
    phone.tokens = {}
    assert phone.call("POST", "/sessions/sms", body).code == "identity.code-wrong"


def test_a_phone_of_someone_else_cannot_be_added(phone: Phone) -> None:
    number = new_mobile()
    Phone(phone.partners).sign_in(number)
    enter(phone, new_mobile())
    service.send_code(number, Origin("198.51.100.8"), clock.now() + timedelta(seconds=61))
    answer = phone.call("PUT", "/me/phone", {"phone": number, "code": phone.partners.code_sent_to(number)})
    assert (answer.status, answer.code) == (409, "identity.phone-taken")
