"""What an administrator hands over opens the way to a password of one's own, once, and for a week."""

import base64
import hashlib
import secrets
from datetime import datetime, timedelta

import pyotp
import pytest

from mashangban.identity import service
from mashangban.identity.errors import InitialPasswordOver, PasswordMustChange, StaffRefused, WeakPassword
from mashangban.identity.models import StaffRecord
from mashangban.identity.rules import passwords
from mashangban.identity.schemas import StaffAccess, StaffCreation, StaffSignIn
from mashangban.identity.service import Origin
from mashangban.kernel import acts, clock, events, history
from mashangban.kernel.acts import Act
from mashangban.kernel.events import Subject
from mashangban.kernel.permissions import Grant, Principal, Role, Scope
from mashangban.kernel.sessions import IDENTITY
from tests.identity.conftest import Partners, new_mobile

OWN = "correct horse 7 battery"
ADMIN = Principal("admin", "s", (Grant(Role.PLATFORM_ADMIN, Scope.parse("*")),))


@pytest.fixture(autouse=True)
def cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_N", 2)


@pytest.fixture
def access(partners: Partners) -> StaffAccess:
    """An account as an administrator opened it."""
    order = StaffCreation(username=f"clerk{secrets.token_hex(4)}", name="陈主任")
    return service.create_staff(Act(ADMIN, clock.now()), order)


def sign_in(access: StaffAccess, at: datetime, password: str | None = None, new: str | None = None) -> str:
    given = StaffSignIn(
        username=access.username,
        password=password or access.initial_password or "",
        totp=pyotp.TOTP(access.totp_secret).at(at),
        new_password=new,
    )
    return service.sign_in_staff(given, Origin(f"192.0.2.{new_mobile()}"), at).me.person_id


def test_it_lets_nobody_in_without_a_password_of_their_own_and_spends_no_code(access: StaffAccess) -> None:
    at = clock.now()
    with pytest.raises(PasswordMustChange):
        sign_in(access, at)
    assert sign_in(access, at, new=OWN) == access.person_id


def test_once_one_has_ones_own_it_opens_nothing_more(access: StaffAccess) -> None:
    at = clock.now()
    sign_in(access, at, new=OWN)
    later = at + timedelta(seconds=60)
    with pytest.raises(StaffRefused):
        sign_in(access, later, new=OWN)
    assert sign_in(access, later, password=OWN) == access.person_id


@pytest.mark.parametrize("chosen", ["short", "password-2026-x", None])
def test_ones_own_is_neither_weak_nor_the_same_again(access: StaffAccess, chosen: str | None) -> None:
    with pytest.raises(WeakPassword):
        sign_in(access, clock.now(), new=chosen or access.initial_password)


def test_after_a_week_it_is_over(access: StaffAccess) -> None:
    opened = clock.now()
    with pytest.raises(PasswordMustChange):
        sign_in(access, opened + timedelta(days=6, hours=23))
    with pytest.raises(InitialPasswordOver):
        sign_in(access, opened + timedelta(days=7, minutes=1), new=OWN)


def test_one_that_an_administrator_chose_is_handed_over_as_well(partners: Partners) -> None:
    order = StaffCreation(username=f"clerk{secrets.token_hex(4)}", name="陈主任", password=OWN)
    access = service.create_staff(Act(ADMIN, clock.now()), order)
    with pytest.raises(PasswordMustChange):
        sign_in(access, clock.now(), password=OWN)


def test_a_reset_account_asks_for_a_new_one_too(access: StaffAccess) -> None:
    at = clock.now()
    sign_in(access, at, new=OWN)
    again = service.reset_staff(Act(ADMIN, at), access.username)
    with pytest.raises(PasswordMustChange):
        sign_in(again, at + timedelta(seconds=60))


def test_a_code_used_twice_with_the_right_password_is_told_and_with_a_wrong_one_is_not(
    access: StaffAccess,
) -> None:
    at = clock.now()
    sign_in(access, at, new=OWN)
    for password in ("wrong", OWN):
        with pytest.raises(StaffRefused):
            sign_in(access, at, password=password)
    chain = history.items_of(IDENTITY, Subject("person", access.person_id))
    told = [len(events.letters(one)) for one in chain if one["type"]["S"] == "identity.staff.code-reused"]
    assert told == [1]


def test_a_password_kept_before_there_was_a_key_still_opens(partners: Partners) -> None:
    order = StaffCreation(username=f"clerk{secrets.token_hex(4)}", name="陈主任", password=OWN)
    access = service.create_staff(acts.system_act("test"), order)
    salt = secrets.token_bytes(16)
    old = hashlib.scrypt(OWN.encode(), salt=salt, n=2, r=8, p=1, dklen=32)
    kept = f"scrypt$2$8$1${base64.b64encode(salt).decode()}${base64.b64encode(old).decode()}"
    record = StaffRecord.get(f"STAFF#{access.username}", "STAFF")
    record.update([StaffRecord.password.set(kept)])
    assert sign_in(access, clock.now(), password=OWN) == access.person_id
