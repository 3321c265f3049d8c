"""Signing in with user name, password and authenticator."""

import secrets
import threading
from dataclasses import replace
from datetime import datetime, timedelta

import pyotp
import pytest

from mashangban.identity import service
from mashangban.identity.errors import StaffLocked, StaffPhoneTaken, StaffRefused, UsernameTaken, WeakPassword
from mashangban.identity.rules import passwords
from mashangban.identity.schemas import StaffCreation, StaffSignIn
from mashangban.identity.service import Origin
from mashangban.kernel import acts, clock, sessions
from mashangban.kernel.acts import Act
from mashangban.kernel.errors import Invalid, Unauthenticated
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from tests.identity.conftest import Partners, Phone, new_mobile

PASSWORD = "correct horse 7 battery"


class Officer:
    """A member of staff with an authenticator app."""

    def __init__(self) -> None:
        self.username = f"officer{secrets.token_hex(4)}"
        order = StaffCreation(username=self.username, name="陈主任", password=PASSWORD)
        self.access = service.create_staff(acts.system_act("test"), order)
        self.origin = Origin(f"192.0.2.{new_mobile()}", "Firefox")

    def console(self, at: datetime) -> service.ConsoleSession:
        """Signs in to the console, for which one needs a role."""
        role = service.GrantOrder(Role.COUNTY_OFFICER, Scope.parse("region:330106"), self.access.person_id)
        service.grant(replace(acts.system_act("test"), at=at), role)
        return service.create_console_session(self.asking(at), self.origin, at)

    def code(self, at: datetime) -> str:
        return pyotp.TOTP(self.access.totp_secret).at(at)

    def asking(self, at: datetime, password: str = PASSWORD, new: str | None = None) -> StaffSignIn:
        return StaffSignIn(username=self.username, password=password, totp=self.code(at), new_password=new)

    def sign_in(self, at: datetime, password: str = PASSWORD, code: str | None = None) -> str:
        asked = StaffSignIn(username=self.username, password=password, totp=code or self.code(at))
        return service.sign_in_staff(asked, self.origin, at).me.person_id


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real cost is seen in test_authenticator; here it would be most of the time."""
    monkeypatch.setattr(passwords, "_N", 2)
    monkeypatch.setattr(passwords, "NOBODY", passwords.hash_password("nobody has this password"))


@pytest.fixture
def officer(partners: Partners) -> Officer:
    return Officer()


def test_password_and_code_let_in(officer: Officer, phone: Phone) -> None:
    at = clock.now()
    body = {"username": officer.username.upper(), "password": PASSWORD, "totp": officer.code(at)}
    answer = phone.call("POST", "/sessions/staff", body)
    assert answer.status == 201
    assert answer.body["me"]["person_id"] == officer.access.person_id
    assert answer.body["me"]["name_masked"] == "陈*任"


def test_the_same_code_works_once_also_for_two_at_once(officer: Officer) -> None:
    at = clock.now()
    outcomes: list[str] = []

    def enter() -> None:
        try:
            outcomes.append(officer.sign_in(at))
        except StaffRefused:
            outcomes.append("refused")

    threads = [threading.Thread(target=enter) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes)[-3:] == ["refused"] * 3
    with pytest.raises(StaffRefused):
        officer.sign_in(at)
    assert officer.sign_in(at + timedelta(seconds=30))


def test_an_older_code_does_not_work_after_a_newer_one(officer: Officer) -> None:
    at = clock.now()
    assert officer.sign_in(at, code=officer.code(at + timedelta(seconds=30)))
    with pytest.raises(StaffRefused):
        officer.sign_in(at, code=officer.code(at))


@pytest.mark.parametrize("drift", [-30, 30])
def test_a_clock_half_a_minute_off_is_forgiven(officer: Officer, drift: int) -> None:
    at = clock.now()
    assert officer.sign_in(at, code=officer.code(at + timedelta(seconds=drift)))


@pytest.mark.parametrize("drift", [-90, 90])
def test_a_clock_more_than_a_step_off_is_refused(officer: Officer, drift: int) -> None:
    at = clock.now()
    with pytest.raises(StaffRefused):
        officer.sign_in(at, code=officer.code(at + timedelta(seconds=drift)))


def test_one_answer_for_every_reason(officer: Officer, phone: Phone) -> None:
    code = officer.code(clock.now())
    wrong_code = f"{(int(code) + 1) % 10**6:06d}"
    tries = [
        {"username": officer.username, "password": "wrong", "totp": code},
        {"username": officer.username, "password": PASSWORD, "totp": wrong_code},
        {"username": f"nobody{secrets.token_hex(4)}", "password": PASSWORD, "totp": code},
    ]
    answers = [phone.call("POST", "/sessions/staff", body) for body in tries]
    assert {(one.status, one.code, one.body["title"]) for one in answers} == {
        (401, "identity.staff-refused", "用户名、密码或动态码不对")
    }


def test_five_failures_lock_the_account_for_a_while(officer: Officer) -> None:
    at = clock.now().replace(minute=0, second=1) + timedelta(hours=1)
    for _ in range(5):
        with pytest.raises(StaffRefused):
            officer.sign_in(at, password="wrong")
    with pytest.raises(StaffLocked) as locked:
        officer.sign_in(at)
    assert locked.value.retry_after_seconds == 15 * 60 - 1
    assert officer.sign_in(at + timedelta(minutes=15))


def test_an_unknown_name_is_locked_just_the_same(partners: Partners) -> None:
    at, name = clock.now(), f"nobody{secrets.token_hex(4)}"
    origin = Origin(f"192.0.2.{new_mobile()}")
    for _ in range(5):
        with pytest.raises(StaffRefused):
            service.sign_in_staff(StaffSignIn(username=name, password="wrong", totp="000000"), origin, at)
    with pytest.raises(StaffLocked):
        service.sign_in_staff(StaffSignIn(username=name, password="wrong", totp="000000"), origin, at)


def test_a_success_clears_the_count(officer: Officer) -> None:
    at = clock.now().replace(minute=0, second=1) + timedelta(hours=1)
    for turn in range(3):
        for _ in range(3):
            with pytest.raises(StaffRefused):
                officer.sign_in(at, password="wrong")
        assert officer.sign_in(
            at + timedelta(seconds=30 * turn), code=officer.code(at + timedelta(seconds=30 * turn))
        )


def test_the_console_cookie_opens_twelve_hours_and_is_stored_only_as_a_hash(officer: Officer) -> None:
    at = clock.now()
    console = officer.console(at)
    session = sessions.from_cookie(console.cookie, at + timedelta(hours=12) - timedelta(seconds=1))
    assert (session.person_id, session.csrf) == (officer.access.person_id, console.csrf)
    assert console.cookie.partition(".")[2] not in str(session)
    for wrong in ("", "x.y", console.cookie + "x", console.cookie.partition(".")[0] + "."):
        with pytest.raises(Unauthenticated):
            sessions.from_cookie(wrong, at)
    with pytest.raises(Unauthenticated):
        sessions.from_cookie(console.cookie, at + timedelta(hours=12))


def test_a_console_session_has_no_refresh_token(officer: Officer, phone: Phone) -> None:
    at = clock.now()
    console = officer.console(at)
    session_id = console.cookie.partition(".")[0]
    body = {"refresh_token": f"{session_id}.1.AAAA"}
    assert phone.call("POST", "/sessions/refresh", body).code == "identity.refresh-refused"


def test_user_names_are_unique(officer: Officer) -> None:
    order = StaffCreation(username=officer.username, name="另一人", password=PASSWORD)
    with pytest.raises(UsernameTaken):
        service.create_staff(acts.system_act("test"), order)


def test_an_account_is_never_opened_over_someone_elses_phone(phone: Phone) -> None:
    number = new_mobile()
    phone.sign_in(number)
    order = StaffCreation(username=f"officer{secrets.token_hex(4)}", name="冒名", phone=number)
    with pytest.raises(StaffPhoneTaken):
        service.create_staff(acts.system_act("test"), order)


@pytest.mark.parametrize(
    "password", ["short1!", "officer-officer-1", "aaaaaaaaaaaaaa", "abcdefghijkl123", "password-2026-x"]
)
def test_weak_passwords_are_refused(partners: Partners, password: str) -> None:
    order = StaffCreation(username="officer", name="陈主任", password=password)
    with pytest.raises(WeakPassword):
        service.create_staff(acts.system_act("test"), order)


def test_a_worker_opens_the_console_for_themselves(phone: Phone) -> None:
    me = phone.sign_in()
    username = f"clerk{secrets.token_hex(4)}"
    access = phone.call("POST", "/me/staff-account", {"username": username, "password": PASSWORD})
    assert access.status == 201
    assert access.body["initial_password"] is None
    body = {
        "username": username,
        "password": PASSWORD,
        "totp": pyotp.TOTP(access.body["totp_secret"]).at(clock.now()),
    }
    assert phone.call("POST", "/sessions/staff", body).body["me"]["person_id"] == me["person_id"]


def test_whoever_hands_out_a_password_does_not_name_the_phone(partners: Partners) -> None:
    admin = Principal("admin", "s", (Grant(Role.ENTERPRISE_ADMIN, Scope.parse("org:a")),))
    order = StaffCreation(username=f"officer{secrets.token_hex(4)}", name="新同事", phone=new_mobile())
    with pytest.raises(Invalid):
        service.create_staff(Act(admin, clock.now()), order)
    access = service.create_staff(Act(admin, clock.now()), order.model_copy(update={"phone": None}))
    assert access.initial_password


def test_a_new_authenticator_makes_the_first_secret_useless(officer: Officer, phone: Phone) -> None:
    at = clock.now()
    body = {"username": officer.username, "password": PASSWORD, "totp": officer.code(at)}
    phone.tokens = phone.call("POST", "/sessions/staff", body).body
    assert phone.call("POST", "/me/authenticator", {"password": "x"}).code == "identity.old-password-wrong"
    fresh = phone.call("POST", "/me/authenticator", {"password": PASSWORD})
    assert fresh.status == 201
    with pytest.raises(StaffRefused):
        officer.sign_in(at + timedelta(seconds=60))
    later = at + timedelta(seconds=60)
    assert officer.sign_in(later, code=pyotp.TOTP(fresh.body["totp_secret"]).at(later))


def test_a_lost_account_is_reset_by_the_platform_only(officer: Officer, phone: Phone) -> None:
    path = f"/staff/{officer.username}/reset"
    me = phone.sign_in()
    assert phone.call("POST", path).status == 403
    order = service.GrantOrder(role=Role.PLATFORM_ADMIN, scope=Scope.parse("*"), person_id=me["person_id"])
    service.grant(acts.system_act("test"), order)
    phone.refresh()
    assert phone.call("POST", "/staff/nobody-at-all/reset").code == "identity.person-unknown"
    access = phone.call("POST", path).body
    later = clock.now() + timedelta(seconds=30)
    with pytest.raises(StaffRefused):
        officer.sign_in(later)
    code = pyotp.TOTP(access["totp_secret"]).at(later)
    body = {"username": officer.username, "password": access["initial_password"], "totp": code}
    refused = phone.call("POST", "/sessions/staff", body)
    assert (refused.status, refused.code) == (422, "identity.password-must-change")


def test_a_new_password_ends_the_other_sign_ins(officer: Officer, phone: Phone) -> None:
    at = clock.now()
    console = officer.console(at)
    later = at + timedelta(seconds=30)
    body = {"username": officer.username, "password": PASSWORD, "totp": officer.code(later)}
    phone.tokens = phone.call("POST", "/sessions/staff", body).body
    wrong = {"old_password": "wrong", "new_password": "another horse 8 battery"}
    assert phone.call("PUT", "/me/password", wrong).code == "identity.old-password-wrong"
    right = {"old_password": PASSWORD, "new_password": "another horse 8 battery"}
    assert phone.call("PUT", "/me/password", right).status == 204
    with pytest.raises(Unauthenticated):
        sessions.from_cookie(console.cookie, at)
    assert phone.call("GET", "/me").status == 200
