"""Which secrets a function on AWS can read at all."""

from collections.abc import Iterator

import pytest

from mashangban.kernel import secret_store
from mashangban.kernel.settings import settings

HELD = {
    "arn:common": {"code-key": "c29tZQ=="},
    "arn:signing": {"jwt-signing-key": "private"},
    "arn:partners": {"bank-api-key": "shared"},
}


@pytest.fixture(autouse=True)
def on_aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(secret_store, "_from_secrets_manager", HELD.__getitem__)
    monkeypatch.setenv("SECRETS", "aws:arn:common")
    _forget()
    yield
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    settings.cache_clear()
    secret_store.secret.cache_clear()


def test_a_function_that_does_not_sign_has_no_signing_key() -> None:
    assert secret_store.secret("code-key") == b"c29tZQ=="
    with pytest.raises(KeyError):
        secret_store.secret("jwt-signing-key")


def test_only_a_function_that_speaks_with_partners_has_their_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KeyError):
        secret_store.secret("bank-api-key")
    monkeypatch.setenv("PARTNER_SECRETS", "aws:arn:partners")
    settings.cache_clear()
    assert secret_store.secret("bank-api-key") == b"shared"


def test_a_function_that_signs_has_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNING_SECRETS", "aws:arn:signing")
    settings.cache_clear()
    assert secret_store.secret("jwt-signing-key") == b"private"
    assert secret_store.secret("code-key") == b"c29tZQ=="
    with pytest.raises(KeyError):
        secret_store.secret("nobody-knows-it")
