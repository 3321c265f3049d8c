"""Sealed texts: the published examples, their own place, keys that are added, texts of before."""

import hashlib
import json
import os
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import aes_key_wrap
from hypothesis import given
from hypothesis import strategies as st

from mashangban.kernel import crypto, data_keys, secret_store
from mashangban.kernel.settings import settings

PLACE = "workers|1|name"
NONCE = b"ABCDEFGHIJKLMNOPQRSTUVWX"
EXAMPLES = [  # https://c2sp.org/XAES-256-GCM, test vectors: the first with MSB(L) 0, the second 1
    (b"\x01" * 32, b"", "ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271"),
    (b"\x03" * 32, b"c2sp.org/XAES-256-GCM", "986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d"),
]


@pytest.fixture
def secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of secrets of this test alone."""
    monkeypatch.setenv("SECRETS", f"file:{tmp_path}")
    _forget()
    yield tmp_path
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    settings.cache_clear()
    secret_store.forget()
    data_keys._held.cache_clear()
    data_keys._opened.cache_clear()
    data_keys._kms.cache_clear()


def _keep(folder: Path, *keys: bytes) -> None:
    kept = {str(number): b64encode(key).decode() for number, key in enumerate(keys, 1)}
    (folder / "data-keys").write_text(json.dumps(kept))


@pytest.mark.parametrize(("key", "context", "expected"), EXAMPLES)
def test_the_published_examples_hold(key: bytes, context: bytes, expected: str) -> None:
    assert crypto.encrypted(key, NONCE, b"XAES-256-GCM", context).hex() == expected
    assert crypto.decrypted(key, NONCE, bytes.fromhex(expected), context) == b"XAES-256-GCM"


@given(st.text(max_size=3000))
def test_a_sealed_text_opens_only_in_its_own_place(text: str) -> None:
    sealed = crypto.seal(text, PLACE)
    assert crypto.unseal(sealed, PLACE) == text
    with pytest.raises(crypto.Unreadable):
        crypto.unseal(sealed, "workers|2|name")


@pytest.mark.parametrize("place", range(45))
def test_a_sealed_text_of_which_one_byte_was_changed_does_not_open(place: int) -> None:
    raw = bytearray(b64decode(crypto.seal("王", PLACE)))
    raw[place % len(raw)] ^= 0x55
    with pytest.raises(crypto.Unreadable):
        crypto.unseal(b64encode(raw).decode(), PLACE)


def test_a_sealed_text_is_42_bytes_longer_than_what_it_holds_and_carries_no_key() -> None:
    assert len(b64decode(crypto.seal("王", PLACE))) == 42 + len("王".encode())


def test_the_same_text_is_never_sealed_twice_alike() -> None:
    assert len({crypto.seal("王小明", PLACE) for _ in range(1_000)}) == 1_000


def test_a_process_learns_of_a_key_that_was_added_and_goes_on_reading_the_older(secrets: Path) -> None:
    first, second = os.urandom(32), os.urandom(32)
    _keep(secrets, first)
    before = crypto.seal("旧", PLACE)
    _keep(secrets, first, second)
    other = _sealed_by_another_process("新", second)
    assert crypto.unseal(other, PLACE) == "新"
    assert crypto.unseal(before, PLACE) == "旧"
    assert b64decode(crypto.seal("新", PLACE))[1] == 2


def _sealed_by_another_process(text: str, key: bytes) -> str:
    body = crypto.encrypted(key, NONCE, text.encode(), PLACE.encode())
    return b64encode(b"\x04\x02" + NONCE + body).decode()


def test_a_text_of_a_key_that_nobody_holds_is_unreadable(secrets: Path) -> None:
    _keep(secrets, os.urandom(32))
    with pytest.raises(crypto.Unreadable):
        crypto.unseal(_sealed_by_another_process("谁的", os.urandom(32)), PLACE)


@pytest.mark.parametrize("form", [b"\x01", b"\x02"])
def test_a_text_that_carries_its_own_wrapped_key_still_opens(secrets: Path, form: bytes) -> None:
    master, key, nonce = os.urandom(32), os.urandom(32), os.urandom(12)
    (secrets / "data-key").write_bytes(b64encode(master))
    text = "西溪人才公寓".encode()
    body = AESGCM(key).encrypt(nonce, text if form == b"\x01" else zlib.compress(text), PLACE.encode())
    sealed = b64encode(form + b"\x00\x28" + aes_key_wrap(master, key) + nonce + body).decode()
    assert crypto.unseal(sealed, PLACE) == "西溪人才公寓"


class Kms:
    """Opens a wrapped key as KMS does; counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def decrypt(self, KeyId: str, CiphertextBlob: bytes) -> dict[str, Any]:  # noqa: N803  (KMS calls them so)
        assert KeyId == "arn:personal"
        self.asked += 1
        return {"Plaintext": CiphertextBlob.removeprefix(b"wrapped")}


def test_on_aws_the_key_in_the_secret_is_wrapped_and_kms_is_asked_once(
    secrets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, kms = os.urandom(32), Kms()
    monkeypatch.setenv("KMS_KEY", "arn:personal")
    settings.cache_clear()
    monkeypatch.setattr(data_keys, "_kms", lambda: kms)
    _keep(secrets, b"wrapped" + key)
    sealed = [crypto.seal(str(number), PLACE) for number in range(20)]
    assert [crypto.unseal(one, PLACE) for one in sealed] == [str(number) for number in range(20)]
    assert kms.asked == 1
    assert data_keys.newest() == (1, key)


def test_the_words_that_stored_texts_open_with_stay_what_they_are() -> None:
    assert hashlib.sha256(crypto._KNOWN).hexdigest() == (
        "b9b4aa4e7cb44a5b4f9b51ab007e6bb21b9b5d274dfa11306e0a5d325c86896f"
    )
