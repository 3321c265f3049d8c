"""Signing in with a code by text message."""

import threading
from datetime import timedelta

import pytest

from mashangban.identity import service
from mashangban.identity.errors import CodeSpent, TooManyCodes, WrongCode
from mashangban.identity.service import Origin
from mashangban.kernel import clock, history
from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.events import Subject
from mashangban.kernel.sessions import IDENTITY
from tests.identity.conftest import Partners, Phone, new_mobile

ORIGIN = Origin("198.51.100.7")


def test_a_first_visit_registers_and_signs_in(phone: Phone) -> None:
    number = new_mobile()
    me = phone.sign_in(number)
    assert me["phone_masked"] == f"{number[:3]}****{number[-4:]}"
    assert (me["real_name"], me["roles"], me["name_masked"]) == ("none", [], None)
    assert phone.call("GET", "/me").body == me


def test_the_same_phone_is_the_same_person_next_time(phone: Phone) -> None:
    number = new_mobile()
    first = phone.sign_in(number)
    at = clock.now() + timedelta(minutes=2)
    service.send_code(number, ORIGIN, at)
    second = service.sign_in_by_sms(number, phone.partners.code_sent_to(number), ORIGIN, at)
    assert second.me.person_id == first["person_id"]
    chain = history.of(IDENTITY, Subject("person", first["person_id"]))
    assert [one.type for one in chain] == ["identity.person.registered", "identity.session.opened"]
    assert history.is_unbroken(chain)


def test_the_answer_does_not_tell_whether_a_phone_is_known(phone: Phone) -> None:
    known, unknown = new_mobile(), new_mobile()
    phone.sign_in(known)
    at = clock.now() + timedelta(minutes=2)
    assert service.send_code(known, ORIGIN, at) == service.send_code(unknown, ORIGIN, at)


def test_a_code_works_once(phone: Phone) -> None:
    number = new_mobile()
    phone.sign_in(number)
    code = phone.partners.code_sent_to(number)
    again = phone.call("POST", "/sessions/sms", {"phone": number, "code": code})
    assert (again.status, again.code) == (422, "identity.code-wrong")


def test_a_code_used_twice_at_once_opens_one_session(phone: Phone) -> None:
    number = new_mobile()
    phone.call("POST", "/sms-codes", {"phone": number})
    code = phone.partners.code_sent_to(number)
    statuses: list[int] = []

    def enter() -> None:
        statuses.append(phone.call("POST", "/sessions/sms", {"phone": number, "code": code}).status)

    threads = [threading.Thread(target=enter) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [201, 422, 422, 422]


def test_five_wrong_tries_spend_the_code(phone: Phone) -> None:
    number = new_mobile()
    phone.call("POST", "/sms-codes", {"phone": number})
    right = phone.partners.code_sent_to(number)
    wrong = f"{(int(right) + 1) % 10**6:06d}"
    for _ in range(5):
        assert (
            phone.call("POST", "/sessions/sms", {"phone": number, "code": wrong}).code
            == "identity.code-wrong"
        )
    answer = phone.call("POST", "/sessions/sms", {"phone": number, "code": right})
    assert (answer.status, answer.code) == (422, "identity.code-spent")


def test_a_wrong_code_stands_in_the_log_without_phone_or_code(
    phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    number = new_mobile()
    phone.call("POST", "/sms-codes", {"phone": number})
    wrong = f"{(int(phone.partners.code_sent_to(number)) + 1) % 10**6:06d}"
    phone.call("POST", "/sessions/sms", {"phone": number, "code": wrong})
    assert "POST /v1/identity/sessions/sms: identity.code-wrong, by nobody from " in caplog.text
    for secret in (number, wrong, phone.address):
        assert secret not in caplog.text


def test_a_hundred_guesses_at_once_get_five_tries(phone: Phone) -> None:
    number, at = new_mobile(), clock.now()
    service.send_code(number, ORIGIN, at)
    right = phone.partners.code_sent_to(number)
    outcomes: list[type[BaseException]] = []

    def guess(start: int) -> None:
        for step in range(10):
            code = f"{(int(right) + 1 + start * 10 + step) % 10**6:06d}"
            try:
                service.sign_in_by_sms(number, code, Origin(f"10.0.{start}.{step}"), at)
            except (WrongCode, CodeSpent) as refused:
                outcomes.append(type(refused))

    threads = [threading.Thread(target=guess, args=(start,)) for start in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes.count(WrongCode) == 5
    assert outcomes.count(CodeSpent) == 95


def test_a_code_lives_five_minutes(partners: Partners) -> None:
    number, at = new_mobile(), clock.now()
    service.send_code(number, ORIGIN, at)
    code = partners.code_sent_to(number)
    with pytest.raises(WrongCode):
        service.sign_in_by_sms(number, code, ORIGIN, at + timedelta(minutes=5))
    last_moment = at + timedelta(minutes=5) - timedelta(milliseconds=1)
    assert service.sign_in_by_sms(number, code, ORIGIN, last_moment).me.person_id


def test_a_code_of_another_phone_is_refused(phone: Phone) -> None:
    one, other = new_mobile(), new_mobile()
    for number in (one, other):
        phone.call("POST", "/sms-codes", {"phone": number})
    code = phone.partners.code_sent_to(one)
    if code != phone.partners.code_sent_to(other):
        assert phone.call("POST", "/sessions/sms", {"phone": other, "code": code}).status == 422


def test_the_next_code_waits_a_minute(partners: Partners) -> None:
    number, at = new_mobile(), clock.now()
    service.send_code(number, ORIGIN, at)
    with pytest.raises(TooManyCodes) as refused:
        service.send_code(number, ORIGIN, at + timedelta(seconds=59))
    assert refused.value.retry_after_seconds
    service.send_code(number, ORIGIN, at + timedelta(seconds=60))


def test_a_code_sent_while_our_clock_was_ahead_keeps_nobody_waiting_once_it_is_right(
    partners: Partners,
) -> None:
    number, at = new_mobile(), clock.now()
    service.send_code(number, ORIGIN, at + timedelta(days=2))
    service.send_code(number, ORIGIN, at)
    with pytest.raises(TooManyCodes):
        service.send_code(number, ORIGIN, at + timedelta(seconds=59))
    code = partners.code_sent_to(number)
    assert service.sign_in_by_sms(number, code, ORIGIN, at + timedelta(minutes=1)).me.person_id


def test_a_phone_gets_five_codes_an_hour(partners: Partners) -> None:
    number = new_mobile()
    hour = clock.now().replace(minute=0, second=0) + timedelta(hours=1)
    for turn in range(5):
        service.send_code(number, ORIGIN, hour + timedelta(minutes=2 * turn))
    with pytest.raises(TooManyCodes):
        service.send_code(number, ORIGIN, hour + timedelta(minutes=20))
    last = partners.code_sent_to(number)
    assert service.sign_in_by_sms(number, last, ORIGIN, hour + timedelta(minutes=9)).me.phone_masked
    service.send_code(number, ORIGIN, hour + timedelta(hours=1, minutes=1))


def test_asking_too_early_does_not_use_up_the_hour(partners: Partners) -> None:
    number = new_mobile()
    hour = clock.now().replace(minute=0, second=0) + timedelta(hours=1)
    service.send_code(number, ORIGIN, hour)
    for _ in range(10):
        with pytest.raises(TooManyCodes):
            service.send_code(number, ORIGIN, hour + timedelta(seconds=5))
    service.send_code(number, ORIGIN, hour + timedelta(minutes=2))


def test_a_flood_from_one_address_is_stopped(partners: Partners) -> None:
    at, flood = clock.now(), Origin(f"203.0.113.{new_mobile()}")
    partners.fault("sms", status=500)
    for _ in range(300):
        with pytest.raises(PartnerUnavailable):
            service.send_code(new_mobile(), flood, at)
    with pytest.raises(TooManyCodes):
        service.send_code(new_mobile(), flood, at)


@pytest.mark.parametrize("typed", ["", "123", "12900000000", "+1 2025550100"])
def test_what_is_no_phone_is_refused_in_words(phone: Phone, typed: str) -> None:
    answer = phone.call("POST", "/sms-codes", {"phone": typed})
    assert answer.status == 422
    assert answer.body["errors"][0]["field"] == "phone"


@pytest.mark.parametrize("code", ["12345", "1234567", "abcdef", "１２３４５６", ""])
def test_a_code_of_another_form_is_refused(phone: Phone, code: str) -> None:
    assert phone.call("POST", "/sessions/sms", {"phone": new_mobile(), "code": code}).status == 422


def test_when_the_gateway_is_down_the_person_may_ask_again_at_once(phone: Phone) -> None:
    number = new_mobile()
    phone.partners.fault("sms", status=500, times=1)
    answer = phone.call("POST", "/sms-codes", {"phone": number})
    assert (answer.status, answer.code) == (503, "partner.unavailable")
    assert answer.body["kept"]
    assert answer.body["next"]
    assert phone.sign_in(number)["person_id"]


def test_a_code_that_arrived_though_the_gateway_hung_up_is_good(phone: Phone) -> None:
    number = new_mobile()
    phone.partners.fault("sms", drop_after_success=True, times=1)
    assert phone.call("POST", "/sms-codes", {"phone": number}).status == 503
    assert phone.enter(number, phone.partners.code_sent_to(number))["person_id"]
