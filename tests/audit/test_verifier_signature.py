"""The verifier's own P-256 against the `cryptography` library and openssl."""

import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from hypothesis import given, settings
from hypothesis import strategies as st

from mashangban.audit import verifier

ORDER = verifier.N


def public_bytes(key: ec.EllipticCurvePrivateKey, form: serialization.Encoding) -> bytes:
    return key.public_key().public_bytes(form, serialization.PublicFormat.SubjectPublicKeyInfo)


def low_signature(key: ec.EllipticCurvePrivateKey, message: bytes) -> bytes:
    r, s = decode_dss_signature(key.sign(message, ec.ECDSA(hashes.SHA256())))
    return encode_dss_signature(r, min(s, ORDER - s))


@settings(deadline=None, max_examples=25)
@given(st.integers(1, ORDER - 1), st.binary(max_size=100), st.binary(max_size=100))
def test_a_signature_is_good_for_its_own_message_and_key_only(
    number: int, message: bytes, other: bytes
) -> None:
    key = ec.derive_private_key(number, ec.SECP256R1())
    spki, der = public_bytes(key, serialization.Encoding.DER), low_signature(key, message)
    assert verifier.signed_by(spki, message, der)
    assert verifier.signed_by(spki, other, der) == (message == other)
    stranger = ec.derive_private_key(number % (ORDER - 1) + 1, ec.SECP256R1())
    assert not verifier.signed_by(public_bytes(stranger, serialization.Encoding.DER), message, der)


def test_the_other_form_of_the_same_signature_is_refused() -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    r, s = verifier.der_integers(low_signature(key, b"text"))
    spki = public_bytes(key, serialization.Encoding.DER)
    assert not verifier.signed_by(spki, b"text", encode_dss_signature(r, ORDER - s))


@pytest.mark.parametrize(("r", "s"), [(0, 1), (1, 0), (ORDER, 1), (1, ORDER), (ORDER + 1, 5)])
def test_numbers_outside_the_group_are_refused(r: int, s: int) -> None:
    spki = public_bytes(ec.generate_private_key(ec.SECP256R1()), serialization.Encoding.DER)
    assert not verifier.signed_by(spki, b"text", encode_dss_signature(r, s))


@given(st.binary(max_size=80))
def test_bytes_that_are_no_der_are_refused_without_a_crash(data: bytes) -> None:
    spki = public_bytes(ec.derive_private_key(7, ec.SECP256R1()), serialization.Encoding.DER)
    assert not verifier.signed_by(spki, b"text", data)


@given(st.integers(1, ORDER - 1), st.integers(1, ORDER - 1))
def test_der_of_the_library_is_read(r: int, s: int) -> None:
    assert verifier.der_integers(encode_dss_signature(r, s)) == (r, s)


@given(st.integers(1, ORDER - 1), st.integers(0, 71 * 8 - 1))
def test_der_with_any_bit_flipped_never_reads_as_the_same_numbers(number: int, bit: int) -> None:
    der = bytearray(encode_dss_signature(number, ORDER // 3))
    if bit // 8 >= len(der):
        return
    der[bit // 8] ^= 1 << bit % 8
    assert verifier.der_integers(bytes(der)) != (number, ORDER // 3)


def test_only_points_of_the_curve_are_keys() -> None:
    good = public_bytes(ec.generate_private_key(ec.SECP256R1()), serialization.Encoding.DER)
    assert verifier.public_point(good)
    for bad in (good[:-1], good[:-1] + bytes([good[-1] ^ 1]), good[:-64] + b"\xff" * 64, b""):
        with pytest.raises(ValueError, match="P-256"):
            verifier.public_point(bad)


def test_a_key_file_may_hold_the_old_and_the_new_key() -> None:
    pair = [ec.generate_private_key(ec.SECP256R1()) for _ in range(2)]
    text = "".join(public_bytes(key, serialization.Encoding.PEM).decode() for key in pair)
    keys = verifier.keys_from_pem(text)
    assert set(keys) == {verifier.key_id(public_bytes(key, serialization.Encoding.DER)) for key in pair}


def test_a_key_of_another_kind_is_no_key_for_this_log() -> None:
    other = public_bytes(ec.generate_private_key(ec.SECP384R1()), serialization.Encoding.PEM).decode()
    with pytest.raises(ValueError, match="P-256"):
        verifier.keys_from_pem(other)
    with pytest.raises(ValueError, match="no public key"):
        verifier.keys_from_pem("nothing")


def test_openssl_agrees(tmp_path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    (tmp_path / "log.pub").write_bytes(public_bytes(key, serialization.Encoding.PEM))
    (tmp_path / "text").write_bytes(b"checkpoint\n")
    (tmp_path / "sig").write_bytes(low_signature(key, b"checkpoint\n"))
    command = ["openssl", "dgst", "-sha256", "-verify", "log.pub", "-signature", "sig", "text"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout == b"Verified OK\n"
