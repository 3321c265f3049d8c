"""P7: a contract printed, signed and sealed (warm) against typst and pyHanko called bare, in the same run.

    python -m tests.bench.bench_contract_pdf

Ours is the service's own path: wording, check of every glyph, QR code, page, handwriting, evidence, two PAdES
signatures, hashes. Bare is one warm typst compiler with the same layout and ready words, and two pyHanko signatures by
ready signers with ready pictures. Storage is stubbed on our side and absent on the other; runs alternate.
"""

import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).parents[2]
RUNS = 40
LIMIT = 1.3


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        _set_stage(Path(folder))
        ours, bare = _ours(), _bare()
        for _ in range(5):
            ours()
            bare()
        taken: dict[str, list[float]] = {"ours": [], "bare": []}
        for _ in range(RUNS):
            for name, work in (("ours", ours), ("bare", bare)):
                started = time.perf_counter()
                work()
                taken[name].append((time.perf_counter() - started) * 1000)
    medians = {name: statistics.median(values) for name, values in taken.items()}
    ratio = medians["ours"] / medians["bare"]
    print("| contract PDF, two signatures | median ms | best ms |")
    print("|---|---|---|")
    for name, label in (("ours", "documents service"), ("bare", "typst + pyHanko bare")):
        print(f"| {label} | {medians[name]:.1f} | {min(taken[name]):.1f} |")
    print(f"\nratio {ratio:.2f}, must be at most {LIMIT}: {'reached' if ratio <= LIMIT else 'MISSED'}")


def _set_stage(folder: Path) -> None:
    from mashangban.gateway import keys

    keys.create_missing(folder)
    os.environ |= {
        "STAGE": "bench",
        "AWS_REGION": "cn-north-1",
        "PUBLIC_URL": "http://127.0.0.1:8000",
        "SECRETS": f"file:{folder}",
        "FONTS_DIR": os.environ.get("FONTS_DIR", str(ROOT / "layers/documents/fonts/build")),
        "DOCUMENTS_TABLE": "bench-documents",
    }


def _ours() -> Callable[[], Any]:
    """Printing and sealing as the service does them, over a store in memory."""
    from dataclasses import replace

    from mashangban.documents.repository import seals as stored_seals
    from mashangban.documents.rules.records import Revision, Seal
    from mashangban.documents.schemas.orders import RenderOrder, SignOrder, checked_form
    from mashangban.documents.seals import geometry
    from mashangban.documents.service import printing, sealing
    from mashangban.documents.signing import authority as certificates
    from mashangban.documents.terms import RevisionKind, SealState
    from mashangban.kernel import acts, ids
    from tests.documents import orders, samples

    act = acts.system_act("bench")
    trust = certificates.found(act.at)
    firm = samples.EMPLOYER["name"]
    identity = certificates.issue(trust.issuer, firm, firm, act.at)
    drawing = geometry.draw(geometry.SealFace(firm, "合同专用章", specimen=True)).stored()
    store = {"seal": drawing}
    seal = Seal(
        "E1", firm, samples.EMPLOYER["uscc"], "合同专用章", "", True, SealState.ACTIVE, "seal", 40.0,
        identity.certificate, stored_seals.protect_key("E1", identity.key), identity.serial,
        act.at, identity.expires_at,
    )  # fmt: skip
    body = json.loads(json.dumps(orders.printing(ids.new_id(), "E1").body))
    signing_body = orders.signing(body["document_id"], "E1", "0" * 64).body
    turn = count()

    def work() -> bytes:
        body["data"]["remarks"] = f"第 {next(turn)} 次"
        order = RenderOrder.model_validate(body)
        blank = printing._blank(act, order)
        printed = printing._typeset(blank, checked_form(order))
        store[printed.sha256] = printed.pdf
        revision = Revision(RevisionKind.PRINTED, printed.sha256, len(printed.pdf), act.at)
        document = replace(blank, revisions=(revision,), boxes=printed.boxes, pages=printed.pages)
        signing = SignOrder.model_validate({**signing_body, "sha256": printed.sha256})
        signed = sealing.sign(act, document, signing, seal)
        return signed.sealed

    patch("mashangban.documents.repository.objects.get", store.__getitem__).start()
    patch("mashangban.documents.service.seals.authority", lambda _: trust).start()
    return work


def _bare() -> Callable[[], Any]:
    """The two libraries as their manuals show them, everything prepared outside the measured part."""
    import typst
    from asn1crypto import keys as asn1_keys
    from asn1crypto import x509
    from pyhanko.pdf_utils.content import RawContent
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers
    from pyhanko.stamp import StaticStampStyle
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    from mashangban.documents.codes import images
    from mashangban.documents.rendering import fonts, typesetting
    from mashangban.documents.rendering.wording.contract import labour_contract
    from mashangban.documents.seals import geometry
    from mashangban.documents.signing import authority, handwriting
    from mashangban.kernel import clock
    from tests.documents import samples

    url = samples.IMPRINT.verify_url
    imprint = {"number": samples.IMPRINT.number, "verify_url": url, "verify_qr": images.svg(url)}
    compiler = typst.Compiler(
        str(typesetting.LAYOUTS / "labour-contract.typ"),
        root=str(typesetting.LAYOUTS),
        font_paths=fonts.typst_fonts(),
        ignore_system_fonts=True,
    )
    trust = authority.found(clock.now())
    chain: Any = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    for certificate in (trust.issuer.certificate, trust.root):
        chain.register(x509.Certificate.load(certificate))
    signer = signers.SimpleSigner(
        x509.Certificate.load(trust.witness.certificate),
        asn1_keys.PrivateKeyInfo.load(trust.witness.key),
        chain,
    )
    hand = (
        handwriting.draw(handwriting.accept(samples.strokes(), *samples.CANVAS), 66, 31).stencil().operators
    )
    seal = geometry.draw(geometry.SealFace(samples.EMPLOYER["name"], "合同专用章")).stencil().operators
    turn = count()

    def signed(pdf: bytes, field: str, box: tuple[int, int, int, int], picture: bytes) -> bytes:
        meta = signers.PdfSignatureMetadata(
            field_name=field, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
        )
        spec = fields.SigFieldSpec(field, on_page=1, box=box)
        style = StaticStampStyle(background=RawContent(picture), border_width=0)
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        made = signers.PdfSigner(meta, signer, stamp_style=style, new_field_spec=spec)
        return bytes(made.sign_pdf(writer).getvalue())

    def work() -> bytes:
        words = labour_contract({**samples.CONTRACT, "remarks": f"第 {next(turn)} 次"})
        inputs = {"data": json.dumps({**words, **imprint}, ensure_ascii=False)}
        pdf = compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards="a-3b", timestamp=1_700_000_000)
        assert isinstance(pdf, bytes)
        first = signed(pdf, "Worker", (308, 460, 518, 582), hand)
        return signed(first, "Employer", (70, 460, 280, 582), seal)

    return work


if __name__ == "__main__":
    main()
