"""Fonts for every document test, and one signed contract to look at from all sides."""

from __future__ import annotations

import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests import engine as engines
from tests.documents import samples
from tests.stack import wait_for

FONTS = Path(__file__).parents[2] / "layers/documents/fonts"


@pytest.fixture(autouse=True, scope="session")
def fonts_dir() -> Iterator[Path]:
    """The printed faces, laid out once (`npm ci --prefix layers/documents/fonts` must have run)."""
    subprocess.run([sys.executable, str(FONTS / "build.py")], check=True)
    patch = pytest.MonkeyPatch()
    patch.setenv("FONTS_DIR", str(FONTS / "build"))
    yield FONTS / "build"
    patch.undo()


@dataclass(frozen=True)
class SignedContract:
    """All revisions of one contract and the root certificate that vouches for them (DER)."""

    unsigned: bytes
    witnessed: bytes
    sealed: bytes
    root: bytes


@pytest.fixture(scope="session")
def signed(fonts_dir: Path) -> SignedContract:
    from mashangban.documents.rendering import typesetting
    from mashangban.documents.seals import geometry
    from mashangban.documents.signing import appearance, authority, handwriting, pades
    from mashangban.documents.terms import Template

    at = datetime.now(UTC)
    printed = typesetting.typeset(Template.LABOUR_CONTRACT, samples.CONTRACT, samples.IMPRINT)
    boxes = {box.name: box for box in printed.boxes}
    trust = authority.found(at)
    chain = (trust.issuer.certificate, trust.root)
    seal_identity = authority.issue(
        trust.issuer, "杭州某某建筑劳务有限公司", "杭州某某建筑劳务有限公司", at, "91330100799655058B"
    )
    written = handwriting.accept(samples.strokes(), *samples.CANVAS)
    shown = appearance.of_worker(written, at, boxes["worker"])
    witnessed = pades.witness(
        printed.pdf,
        pades.Signatory(trust.witness, chain),
        pades.Mark(boxes["worker"], shown, "劳动者本人手写签名", "中国", "欧阳㛃䶮"),
        boxes["employer"],
        {"document_sha256": printed.sha256, "strokes_sha256": written.digest()},
    )
    seal = geometry.draw(geometry.SealFace("杭州某某建筑劳务有限公司", "合同专用章", specimen=True))
    cut = appearance.of_employer(seal.stencil(), "陈志强", at, boxes["employer"])
    sealed = pades.seal(
        witnessed,
        pades.Signatory(seal_identity, chain),
        pades.Mark(boxes["employer"], cut, "用人单位盖章", "中国", "杭州某某建筑劳务有限公司"),
    )
    return SignedContract(printed.pdf, witnessed, sealed, trust.root)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(scope="session")
def objects_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real object store with the test bucket, one a test worker; stopped by process id."""
    port, data = engines.free_port(), tmp_path_factory.mktemp("objects")
    extra = {"SERVICES": "s3", "GATEWAY_PORT": str(port), "BIND_HOST": "127.0.0.1", "S3_DATA_DIR": str(data)}
    url = f"http://127.0.0.1:{port}"
    quiet = subprocess.DEVNULL
    store = subprocess.Popen(
        [str(engines.MINISTACK)], env={**os.environ, **extra}, stdout=quiet, stderr=quiet
    )
    try:
        wait_for(lambda: _answers(f"{url}/_ministack/health"), "the object store")
        bucket = os.environ["OBJECTS_BUCKET"]
        engines.client(url, "s3").create_bucket(
            Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "cn-north-1"}
        )
        yield url
    finally:
        store.terminate()
        store.wait(10)


@pytest.fixture
def service(tables: str, objects_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The documents service over the real engine and object store; returns the engine's address."""
    from mashangban.kernel import objects
    from mashangban.kernel.settings import settings

    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", objects_url)
    monkeypatch.setenv("OBJECTS_PUBLIC_URL", objects_url)
    settings.cache_clear()
    objects.forget()
    return tables
