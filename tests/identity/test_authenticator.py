"""One-time codes and passwords."""

from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mashangban.identity.rules import passwords, totp

RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # "12345678901234567890", RFC 6238 Appendix B


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_the_published_vectors_hold(seconds: int, code: str) -> None:
    assert totp.code_at(RFC_SECRET, seconds // 30) == code


@given(st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_any_moment_gives_the_code_of_another_implementation(moment: datetime) -> None:
    secret = totp.new_secret()
    assert totp.code_at(secret, totp.step_of(moment)) == pyotp.TOTP(secret).at(moment)


def test_a_new_secret_is_a_valid_one_and_never_the_same() -> None:
    secrets = {totp.new_secret() for _ in range(100)}
    assert len(secrets) == 100
    assert all(len(one) == 32 for one in secrets)


@pytest.mark.parametrize("drift", [-30, 0, 30])
def test_a_neighbouring_step_is_accepted_once(drift: int) -> None:
    secret, at = totp.new_secret(), datetime(2026, 11, 23, 5, 0, 10, tzinfo=UTC)
    code = totp.code_at(secret, totp.step_of(at + timedelta(seconds=drift)))
    step = totp.accepted_step(secret, code, at, last_used=0)
    assert step == totp.step_of(at) + drift // 30
    assert totp.accepted_step(secret, code, at, last_used=step) is None


@pytest.mark.parametrize("code", ["", "12345", "abcdef", "０００000", "😀"])
def test_another_form_is_never_accepted(code: str) -> None:
    assert totp.accepted_step(RFC_SECRET, code, datetime(2026, 1, 1, tzinfo=UTC), 0) is None


def test_an_authenticator_app_understands_the_address() -> None:
    uri = totp.provisioning_uri(RFC_SECRET, "officer")
    parsed = pyotp.parse_uri(uri)
    assert (parsed.issuer, parsed.name, parsed.secret) == ("码上办", "officer", RFC_SECRET)


def test_whoever_has_the_table_but_not_the_key_can_not_try_a_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stored = passwords.hash_password("correct horse 7 battery")
    monkeypatch.setattr(passwords, "_keyed", str.encode)
    assert not passwords.matches("correct horse 7 battery", stored)


def test_a_password_is_kept_only_as_a_salted_hash() -> None:
    one, two = (
        passwords.hash_password("correct horse 7 battery"),
        passwords.hash_password("correct horse 7 battery"),
    )
    assert one != two
    assert "correct" not in one
    assert passwords.matches("correct horse 7 battery", one)
    assert not passwords.matches("correct horse 7 batterz", one)
    assert not passwords.matches("", passwords.NOBODY)


@pytest.mark.parametrize("password", ["correct horse 7 battery", "红日-东升-2026-西湖-x", "tR7#kq-Zw2m!"])
def test_good_passwords_are_taken(password: str) -> None:
    assert not passwords.is_weak(password, "officer")


@pytest.mark.parametrize(
    "password",
    [
        "",
        "short",
        "abcdefghijklmn",
        "12345678901234",
        "aaaaaaaaaaaaaaaa",
        "my-officer-name!",
        "Password!2026",
        "woaini1314520",
        "1qaz2wsx3edc",
        "hangzhou2026!",
        "x" * 129,
    ],
)
def test_weak_passwords_are_seen(password: str) -> None:
    assert passwords.is_weak(password, "officer")
