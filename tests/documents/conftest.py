"""Fonts for every document test, and one signed contract to look at from all sides."""

from __future__ import annotations

import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.abc import MetaPathFinder
from pathlib import Path
from types import ModuleType

import pytest

from artifacts.trimming import UNREACHED
from tests.documents import samples

FONTS = Path(__file__).parents[2] / "layers/documents/fonts"


@pytest.fixture(autouse=True, scope="session")
def fonts_dir() -> Iterator[Path]:
    """The printed faces, laid out once (`npm ci --prefix layers/documents/fonts` must have run)."""
    subprocess.run([sys.executable, str(FONTS / "build.py")], check=True)
    patch = pytest.MonkeyPatch()
    patch.setenv("FONTS_DIR", str(FONTS / "build"))
    yield FONTS / "build"
    patch.undo()


class Trimmed(MetaPathFinder):
    """What the layer does not carry is not found here either."""

    def find_spec(self, fullname: str, path: object, target: ModuleType | None = None) -> None:
        if fullname in UNREACHED:
            raise ModuleNotFoundError(f"{fullname} is trimmed from the layer", name=fullname)


@pytest.fixture(autouse=True, scope="session")
def trimmed() -> Iterator[None]:
    """Print, sign and read as on Lambda: without the modules that the layer leaves out."""
    finder = Trimmed()
    sys.meta_path.insert(0, finder)
    yield
    sys.meta_path.remove(finder)


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
        [pades.evidence({"document_sha256": printed.sha256, "strokes_sha256": written.digest()})],
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


@pytest.fixture
def service(object_store: str, tables: str) -> str:
    """The documents service over the real engine and object store; returns the engine's address."""
    return tables
