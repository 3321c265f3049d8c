"""Proving who one is."""

import secrets
from datetime import timedelta

import pytest

from mashangban.identity import service
from mashangban.identity.errors import RealNameMismatch, TooManyRealNameTries
from mashangban.identity.schemas import RealNameProof
from mashangban.kernel import clock, history, sessions, tokens
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.events import Subject
from mashangban.kernel.sessions import IDENTITY
from tests.identity.conftest import Phone, new_id_number, new_mobile


def test_a_proven_name_is_shown_masked_and_acts_on_the_next_request(phone: Phone) -> None:
    phone.sign_in()
    number = new_id_number()
    answer = phone.prove("王 小明", number)
    assert answer.status == 201
    me = answer.body
    assert (me["real_name"], me["name_masked"]) == ("verified", "王*明")
    assert me["id_number_masked"] == f"{number[:3]}***********{number[-4:]}"
    assert me["verified_at"]
    session = sessions.from_bearer(f"Bearer {phone.tokens['access_token']}", clock.now())
    assert session.real_name
    assert session.label == "王*明"


def test_other_rooms_get_the_full_name_with_birthday_and_sex(phone: Phone) -> None:
    me = phone.sign_in()
    assert service.real_name(me["person_id"]) is None
    phone.prove("王小明", new_id_number(sequence="001", born="19681123"))
    proven = service.real_name(me["person_id"])
    assert proven is not None
    assert (proven.name, proven.birth_date.isoformat(), proven.sex) == ("王小明", "1968-11-23", "male")
    assert "王小明" not in repr(proven)


def test_proving_the_same_again_changes_nothing(phone: Phone) -> None:
    me = phone.sign_in()
    number = new_id_number()
    first, again = phone.prove("王小明", number), phone.prove("王小明", number.lower())
    assert (again.status, again.body) == (201, first.body)
    chain = history.of(IDENTITY, Subject("person", me["person_id"]))
    assert [one.type for one in chain].count("identity.real-name.proved") == 1


def test_a_verified_person_cannot_become_another(phone: Phone) -> None:
    phone.sign_in()
    phone.prove("王小明", new_id_number())
    answer = phone.prove("李四", new_id_number())
    assert (answer.status, answer.code) == (409, "identity.already-verified")


def test_one_number_belongs_to_one_person_and_the_second_phone_hears_how_to_go_on(phone: Phone) -> None:
    number, first = new_id_number(), new_mobile()
    phone.sign_in(first)
    phone.prove("王小明", number)
    second = Phone(phone.partners)
    second.sign_in()
    answer = second.prove("王小明", number)
    assert (answer.status, answer.code) == (409, "identity.id-number-taken")
    assert f"{first[:3]}****{first[-4:]}" in answer.body["detail"]
    assert answer.body["next"]
    assert second.call("GET", "/me").body["real_name"] == "none"


def test_who_does_not_know_the_name_learns_nothing_about_the_number(phone: Phone) -> None:
    number = new_id_number()
    phone.sign_in()
    phone.prove("王小明", number)
    stranger = Phone(phone.partners)
    stranger.sign_in()
    assert stranger.prove("李四", number).code == "identity.real-name-mismatch"


@pytest.mark.parametrize(
    ("sequence", "code"),
    [("404", "identity.real-name-not-found"), ("409", "identity.real-name-mismatch")],
)
def test_a_refusal_says_what_to_check_and_that_nothing_is_lost(
    phone: Phone, sequence: str, code: str
) -> None:
    phone.sign_in()
    answer = phone.prove("王小明", new_id_number(sequence))
    assert (answer.status, answer.code) == (422, code)
    assert answer.body["kept"]
    assert answer.body["next"]


@pytest.mark.parametrize(
    ("name", "number", "field"),
    [
        ("王小明", "110105194912310021", "id_number"),
        ("王小明", "11010519491231", "id_number"),
        ("王", "11010519491231002X", "name"),
        ("<script>", "11010519491231002X", "name"),
    ],
)
def test_a_wrong_form_names_its_field(phone: Phone, name: str, number: str, field: str) -> None:
    phone.sign_in()
    answer = phone.prove(name, number)
    assert answer.status == 422
    assert [one["field"] for one in answer.body["errors"]] == [field]
    assert number not in str(answer.body)


def test_an_old_text_must_be_agreed_to_anew(phone: Phone) -> None:
    phone.sign_in()
    body = {"name": "王小明", "id_number": new_id_number(), "consent_version": "2020-01"}
    assert phone.call("POST", "/real-name", body).code == "identity.consent-outdated"
    texts = phone.call("GET", "/consents").body["items"]
    assert [(one["purpose"], one["version"]) for one in texts] == [("real-name", "real-name-2026-11")]


@pytest.mark.parametrize("fault", [{"status": 500}, {"drop_after_success": True}])
def test_when_the_source_is_down_the_same_try_succeeds_later(phone: Phone, fault: dict[str, object]) -> None:
    phone.sign_in()
    body = {"name": "王小明", "id_number": new_id_number(), "consent_version": "real-name-2026-11"}
    key = secrets.token_hex(12)
    phone.partners.fault("identity", times=1, **fault)
    first = phone.call("POST", "/real-name", body, key)
    assert (first.status, first.code) == (503, "partner.unavailable")
    assert first.body["kept"]
    assert first.headers["Retry-After"]
    assert phone.call("POST", "/real-name", body, key).status == 201
    assert phone.call("POST", "/real-name", body, key).headers["Idempotent-Replayed"] == "true"


def test_a_slow_source_is_given_up_in_time(phone: Phone) -> None:
    phone.sign_in()
    phone.partners.fault("identity", delay_ms=6_000, times=1)
    began = clock.now()
    assert phone.prove("王小明", new_id_number()).status == 503
    assert clock.now() - began < timedelta(seconds=6)


def test_the_sources_own_outage_is_told_like_any_other(phone: Phone) -> None:
    phone.sign_in()
    assert phone.prove("王小明", new_id_number("503")).code == "partner.unavailable"


def test_ten_judged_tries_a_day_are_enough_and_outages_do_not_count(phone: Phone) -> None:
    me = phone.sign_in()
    at = clock.now().replace(hour=1) + timedelta(days=1)
    claims = tokens.read(phone.tokens["access_token"])
    session = sessions.read(claims.session_id, clock.now())
    assert session is not None
    act = Act(session.principal(at), at)
    assert act.actor.person_id == me["person_id"]

    def attempt(number: str) -> None:
        service.prove_name(
            act, RealNameProof(name="王小明", id_number=number, consent_version="real-name-2026-11")
        )

    for _ in range(3):
        with pytest.raises(PartnerUnavailable):
            attempt(new_id_number("503"))
    for _ in range(10):
        with pytest.raises(RealNameMismatch):
            attempt(new_id_number("409"))
    with pytest.raises(TooManyRealNameTries):
        attempt(new_id_number())


def test_consent_can_be_taken_back_and_given_again(phone: Phone) -> None:
    me = phone.sign_in()
    number = new_id_number()
    phone.prove("王小明", number)
    withdrawn = phone.call("DELETE", "/me/consents/real-name")
    assert (withdrawn.status, withdrawn.body["real_name"]) == (200, "none")
    assert service.real_name(me["person_id"]) is None
    caller = sessions.from_bearer(f"Bearer {phone.tokens['access_token']}", clock.now())
    assert not caller.real_name
    assert phone.call("DELETE", "/me/consents/nonsense").status == 404
    assert phone.prove("王小明", number).body["real_name"] == "verified"


def test_a_withdrawn_number_still_belongs_to_its_person(phone: Phone) -> None:
    phone.sign_in()
    number = new_id_number()
    phone.prove("王小明", number)
    phone.call("DELETE", "/me/consents/real-name")
    other = Phone(phone.partners)
    other.sign_in()
    assert other.prove("王小明", number).code == "identity.id-number-taken"


def test_without_a_session_nothing_can_be_proven(phone: Phone) -> None:
    assert phone.prove("王小明", new_id_number()).status == 401
