"""The sandbox's e-seal platform: a seal is filed once, a key is one signature, and openssl agrees with both."""

import base64
import subprocess
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import pem

from sandbox import seals, sm2
from sandbox.partners.eseal import root
from tests.sandbox.conftest import Client

PICTURE = base64.b64encode(b"\x89PNG sample").decode()
SEAL = {
    "reference": "cert-1", "uscc": "91330100799655058B", "name": "杭州样例劳务有限公司", "purpose": "合同专用章",
    "picture": PICTURE, "width_mm": 40, "height_mm": 40,
}  # fmt: skip
HASH = sm2.sm3(b"a paper").hex()


def filed(client: Client, **differs: Any) -> Any:
    return client.signed("eseal", "/eseal/seals", SEAL | differs)


def signed(client: Client, key: str = "k1", data_hash: str = HASH) -> Any:
    body = {"key": key, "reference": "cert-1", "data_hash": data_hash, "property_info": "PDF;rev=0;len=7"}
    return client.signed("eseal", "/eseal/signatures", body)


def test_a_seal_is_filed_once_however_often_it_comes(client: Client) -> None:
    assert len({filed(client).json()["es_id"] for _ in range(3)}) == 1


def test_a_key_is_one_signature_and_never_another_hash(client: Client) -> None:
    filed(client)
    assert signed(client).json() == signed(client).json()
    assert signed(client, data_hash=sm2.sm3(b"another").hex()).json()["code"] == "key_reused"


@pytest.mark.parametrize("state", ["suspended", "revoked"])
def test_a_stopped_seal_signs_nothing(client: Client, state: str) -> None:
    filed(client)
    client.http.put("/eseal/seals/cert-1/state", json={"state": state})
    assert signed(client).json()["code"] == "seal_stopped"


def test_what_was_never_filed_or_is_no_hash_is_refused(client: Client) -> None:
    assert signed(client).json()["code"] == "seal_unknown"
    filed(client)
    assert signed(client, data_hash="0" * 63).json()["code"] == "hash_invalid"
    assert filed(client, reference="other", picture="!!").json()["code"] == "picture_invalid"


def test_openssl_verifies_certificates_and_signature(client: Client, tmp_path: Path) -> None:
    filed(client)
    made = seals.SESSignature.load(base64.b64decode(signed(client).json()["signature"]), strict=True)
    files = {
        "tbs": made["toSign"].dump(),
        "sig": made["signature"].native,
        "signer.crt": pem.armor("CERTIFICATE", made["cert"].native),
        "root.crt": pem.armor("CERTIFICATE", root().certificate),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    distid = "distid:1234567812345678"
    commands = (
        f"openssl verify -vfyopt {distid} -CAfile root.crt signer.crt",
        f"openssl pkeyutl -verify -certin -inkey signer.crt -rawin -in tbs -digest sm3 -sigfile sig -pkeyopt {distid}",
    )
    for command in commands:
        done = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
