"""Programs that know nothing of ours agree that the sealed contract is sound."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from pathlib import Path

import pytest

from mashangban.documents.signing import authority, pades
from tests.documents.conftest import SignedContract


@pytest.fixture(scope="module")
def folder(signed: SignedContract, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("signed")
    (place / "contract.pdf").write_bytes(signed.sealed)
    (place / "root.pem").write_bytes(authority.pem(signed.root))
    return place


def _run(*command: str, folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    output = (done.stdout + done.stderr).decode(errors="replace")
    assert done.returncode == 0, output
    return output


def test_pdfsig_finds_both_signatures_valid_and_trusted(folder: Path) -> None:
    (folder / "nss").mkdir(exist_ok=True)
    _run("certutil", "-N", "-d", "nss", "--empty-password", folder=folder)
    _run("certutil", "-A", "-d", "nss", "-n", "root", "-t", "C,C,C", "-i", "root.pem", folder=folder)
    report = _run("pdfsig", "-nssdir", "nss", "contract.pdf", folder=folder)
    assert report.count("Signature is Valid") == 2
    assert report.count("Certificate is Trusted") == 2
    assert "Total document signed" in report
    assert report.count("ETSI.CAdES.detached") == 2


def test_mutool_finds_the_seal_over_an_unchanged_file(folder: Path) -> None:
    report = _run("mutool", "sign", "-v", "contract.pdf", folder=folder)
    assert "The document is unchanged since signing" in report
    assert "杭州某某建筑劳务有限公司" in report


def test_qpdf_finds_no_fault(folder: Path) -> None:
    assert "No syntax or stream encoding errors" in _run("qpdf", "--check", "contract.pdf", folder=folder)


def test_openssl_verifies_the_cms_of_each_signature(folder: Path, signed: SignedContract) -> None:
    ranges = re.findall(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)", signed.sealed)
    assert len(ranges) == 2
    for found in ranges:
        start, length, second, rest = map(int, found)
        contents = signed.sealed[start + length : second].strip(b"<>")
        (folder / "cms.der").write_bytes(_without_padding(bytes.fromhex(contents.decode())))
        (folder / "covered").write_bytes(
            signed.sealed[start : start + length] + signed.sealed[second : second + rest]
        )
        _run(
            "openssl",
            "cms",
            "-verify",
            "-binary",
            "-inform",
            "DER",
            "-in",
            "cms.der",
            "-content",
            "covered",
            "-CAfile",
            "root.pem",
            "-purpose",
            "any",
            "-out",
            "verified",
            folder=folder,
        )


def _without_padding(der: bytes) -> bytes:
    size = der[1] & 0x7F
    return der[: int.from_bytes(der[2 : 2 + size]) + 2 + size]


def test_the_evidence_inside_names_revision_0(folder: Path, signed: SignedContract) -> None:
    _run("pdfdetach", "-save", "1", "-o", "evidence.json", "contract.pdf", folder=folder)
    evidence = json.loads((folder / "evidence.json").read_text())
    assert evidence["document_sha256"] == hashlib.sha256(signed.unsigned).hexdigest()
    assert signed.sealed.startswith(signed.unsigned)
    assert signed.sealed.startswith(signed.witnessed)


def test_the_witness_certifies_and_the_seal_forbids_every_change(signed: SignedContract) -> None:
    assert signed.witnessed.count(b"/TransformMethod /DocMDP") >= 1
    assert b"/P 1" in signed.sealed[len(signed.witnessed) :] or b"/P 1" in signed.witnessed
    assert pades.EMPLOYER_FIELD.encode() in signed.witnessed


def test_a_sealed_contract_stays_small(signed: SignedContract) -> None:
    assert len(signed.sealed) < 260_000


def test_the_authority_keeps_no_root_key(signed: SignedContract) -> None:
    assert set(authority.Authority.__slots__) == {"root", "issuer", "witness"}
    assert isinstance(signed.root, bytes)


def test_signing_keeps_the_file_pdf_a_3(signed: SignedContract) -> None:
    assert signed.sealed.startswith(b"%PDF-1.7")
    assert b"/Version /2.0" not in signed.sealed
    assert b"/AFRelationship /Supplement" in signed.sealed
