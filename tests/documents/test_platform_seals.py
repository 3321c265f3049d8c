"""The e-seal platform's SM2 seal goes with each sealed paper: asked for once, checked before it counts, seen by all."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from mashangban.documents import listeners
from mashangban.documents.repository import documents, objects, seals
from mashangban.documents.service import verifying
from mashangban.kernel import ids
from mashangban.kernel.settings import settings
from tests.documents import orders
from tests.identity.conftest import Partners, sandbox

__all__ = ["sandbox"]
HERE = Path(__file__).parents[2]
SCRIPT, ROOT = HERE / "docs/verify-seal.sh", HERE / "infra/sandbox/eseal-root.pem"


@pytest.fixture(autouse=True)
def platform(sandbox: Partners, service: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Partners]:
    monkeypatch.setenv("ESEAL_API_URL", sandbox.base)
    settings.cache_clear()
    yield sandbox
    sandbox.heal()
    monkeypatch.undo()
    settings.cache_clear()


@pytest.fixture
def enterprise() -> str:
    made = ids.new_id()
    orders.seal_of(made)
    return made


def signed_order(enterprise_id: str) -> tuple[str, object]:
    document_id, sha256 = orders.printed(enterprise_id)
    return document_id, orders.delivered(orders.signing(document_id, enterprise_id, sha256))


def labels(pdf: bytes) -> list[tuple[str, list[str]]]:
    found = verifying.verify_file(pdf).signatures
    return [(one.signer, one.problems) for one in found if one.label.startswith("国密电子印章")]


def test_a_sealed_paper_bears_the_platforms_seal_and_everybody_sees_whose_it_is(enterprise: str) -> None:
    _, pdf = orders.sealed(enterprise)
    [(name, problems)] = labels(pdf)
    assert name.endswith("合同专用章")
    assert problems == []


def test_pdfdetach_takes_it_out_and_openssl_verifies_it_over_the_printed_file(
    enterprise: str, tmp_path: Path
) -> None:
    document_id, pdf = orders.sealed(enterprise)
    (tmp_path / "paper.pdf").write_bytes(pdf)
    printed = documents.find(document_id)
    assert printed is not None
    done = subprocess.run(
        ["sh", str(SCRIPT), "paper.pdf", str(ROOT)], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"len={printed.revisions[0].size}" in done.stdout
    changed = pdf.replace(b"/Title", b"/Titel", 1)
    assert changed != pdf
    (tmp_path / "paper.pdf").write_bytes(changed)
    assert subprocess.run(["sh", str(SCRIPT), "paper.pdf"], cwd=tmp_path, capture_output=True).returncode != 0


def test_a_change_of_what_was_printed_shows_on_both_seals(enterprise: str) -> None:
    _, pdf = orders.sealed(enterprise)
    place = pdf.index(b"stream", 2_000) + 40
    changed = pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]
    found = verifying.verify_file(changed)
    assert found.accepted is False
    assert [problems for _, problems in labels(changed)] == [["盖章之后文件内容有改动"]]


@pytest.mark.parametrize("fault", [{"status": 500}, {"drop_after_success": True}])
def test_a_platform_that_fails_is_told_and_a_later_order_seals_once(
    enterprise: str, platform: Partners, fault: dict[str, object]
) -> None:
    orders.sealed(enterprise)  # the platform knows the seal
    document_id, order = signed_order(enterprise)
    platform.fault("eseal", **fault, times=1)
    listeners.on_message(order)  # type: ignore[arg-type]
    told = orders.answers(document_id)[-1]
    assert (told[2]["code"], told[2]["retryable"]) == ("partner.unavailable", True)
    listeners.on_message(order)  # type: ignore[arg-type]
    told = orders.answers(document_id)[-1]
    assert told[1] == "documents.sealed"
    assert labels(objects.get(told[2]["sha256"]))[0][1] == []


def test_a_seal_that_the_platform_stopped_closes_nothing(enterprise: str, platform: Partners) -> None:
    orders.sealed(enterprise)
    seal = seals.find(enterprise)
    assert seal is not None
    platform.http.put(f"/eseal/seals/{seal.certificate_serial}/state", json={"state": "suspended"})
    document_id, order = signed_order(enterprise)
    listeners.on_message(order)  # type: ignore[arg-type]
    assert orders.answers(document_id)[-1][2]["code"] == "documents.seal-unavailable"


def test_production_trusts_no_sample(enterprise: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _, pdf = orders.sealed(enterprise)
    monkeypatch.setenv("STAGE", "prod")
    settings.cache_clear()
    [(_, problems)] = labels(pdf)
    assert problems == ["印章的证书不是本平台认可的机构发的"]
