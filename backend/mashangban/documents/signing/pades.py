"""PAdES signatures as incremental updates (ETSI EN 319 142-1, baseline B-B) with pyHanko.

First the platform's witness certificate closes the worker's handwriting together with the evidence of the act; then
the enterprise's seal closes the whole file: nothing may change after it (DocMDP level 1). A report whose parties signed
on their phones is closed by the witness alone, a paper that nobody signs by hand by the enterprise's seal alone.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils import content, embed, generic, layout
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import init_xobject_dictionary
from pyhanko.sign import fields, signers
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from mashangban.documents.rendering.boxes import SignatureBox
from mashangban.documents.signing.authority import Identity
from mashangban.documents.signing.loops import beside_any_loop

WORKER_FIELD, EMPLOYER_FIELD, WITNESS_FIELD = "WorkerSignature", "EmployerSeal", "WitnessSeal"
EVIDENCE_FILE, PLATFORM_SEAL_FILE = "signing-evidence.json", "electronic-seal.ses"
# Room for the CMS object: a P-256 signature with a chain of three certificates takes about 2.5 KB.
CMS_BYTES = 6144


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs: certificate, key and the chain up to the root."""

    identity: Identity
    chain: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with the paper (PDF/A-3, ISO 19005-3, 6.8)."""

    name: str
    content: bytes
    kind: str
    description: str


@dataclass(frozen=True, slots=True)
class Mark:
    """How a signature is shown and described."""

    box: SignatureBox
    appearance: bytes
    reason: str
    location: str
    name: str


def witness(
    pdf: bytes, signatory: Signatory, mark: Mark, employer_box: SignatureBox, attached: Sequence[Attachment]
) -> bytes:
    """Revision 1: evidence attached, worker's box filled, room for the seal reserved, certified by the witness."""
    writer = _ArchiveWriter(io.BytesIO(pdf))
    for one in attached:
        _attach(writer, one)
    seal_field = _field(EMPLOYER_FIELD, employer_box, fields.MDPPerm.NO_CHANGES)
    fields.append_signature_field(writer, seal_field)
    meta = signers.PdfSignatureMetadata(
        field_name=WORKER_FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        name=mark.name,
        reason=mark.reason,
        location=mark.location,
        certify=True,
        docmdp_permissions=fields.MDPPerm.FILL_FORMS,
    )
    return _sign(writer, meta, signatory, _field(WORKER_FIELD, mark.box, None), mark)


def seal(pdf: bytes, signatory: Signatory, mark: Mark) -> bytes:
    """Revision 2: the enterprise's seal fills its box and locks the file."""
    writer = _ArchiveWriter(io.BytesIO(pdf))
    meta = signers.PdfSignatureMetadata(
        field_name=EMPLOYER_FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        name=mark.name,
        reason=mark.reason,
        location=mark.location,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    return _sign(writer, meta, signatory, None, mark)


def stamp(pdf: bytes, signatory: Signatory, mark: Mark, attached: Sequence[Attachment]) -> bytes:
    """The one revision after the print of a paper that nobody signs by hand: the enterprise's seal certifies it."""
    writer = _ArchiveWriter(io.BytesIO(pdf))
    for one in attached:
        _attach(writer, one)
    meta = signers.PdfSignatureMetadata(
        field_name=EMPLOYER_FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        name=mark.name,
        reason=mark.reason,
        location=mark.location,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    return _sign(writer, meta, signatory, _field(EMPLOYER_FIELD, mark.box, None), mark)


def attest(pdf: bytes, signatory: Signatory, reason: str, location: str) -> bytes:
    """The one revision after the print: the witness certifies it, unseen on the page; nothing may change after it."""
    meta = signers.PdfSignatureMetadata(
        field_name=WITNESS_FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        reason=reason,
        location=location,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    return _sign(_ArchiveWriter(io.BytesIO(pdf)), meta, signatory, fields.SigFieldSpec(WITNESS_FIELD))


def _sign(
    writer: IncrementalPdfFileWriter,
    meta: signers.PdfSignatureMetadata,
    signatory: Signatory,
    new_field: fields.SigFieldSpec | None,
    mark: Mark | None = None,
) -> bytes:
    style = _style(mark) if mark else None
    signer = signers.PdfSigner(meta, _signer(signatory), stamp_style=style, new_field_spec=new_field)
    output = beside_any_loop(
        lambda: signer.sign_pdf(writer, existing_fields_only=new_field is None, bytes_reserved=2 * CMS_BYTES)
    )
    return bytes(output.getbuffer())


def _style(mark: Mark) -> StaticStampStyle:
    return StaticStampStyle(
        background=_Appearance(mark),
        border_width=0,
        background_opacity=1,
        background_layout=layout.SimpleBoxLayoutRule(
            x_align=layout.AxisAlignment.ALIGN_MIN,
            y_align=layout.AxisAlignment.ALIGN_MIN,
            margins=layout.Margins(0, 0, 0, 0),
        ),
    )


class _ArchiveWriter(IncrementalPdfFileWriter):
    """Keeps the file at PDF 1.7, as PDF/A-3 asks (ISO 19005-3); pyHanko would call it 2.0 for its associated file."""

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        """The version stays."""


class _Appearance(content.PdfContent):
    """The drawing of a signature box as a compressed form, which pyHanko would write uncompressed."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self._mark = mark

    def render(self) -> bytes:
        box = self._mark.box
        form = init_xobject_dictionary(
            command_stream=self._mark.appearance,
            box_width=box.right - box.left,
            box_height=box.top - box.bottom,
        )
        form.compress()  # pyHanko left it so
        writer = self.writer
        if writer is None:
            raise ValueError("pyHanko sets the writer before it renders")
        self.set_resource(content.ResourceType.XOBJECT, generic.NameObject("/Mark"), writer.add_object(form))
        return b"/Mark Do"


@lru_cache(maxsize=64)
def _signer(signatory: Signatory) -> signers.SimpleSigner:
    """A warm signer of one certificate; keys live in memory only as long as the process."""
    chain = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    for certificate in signatory.chain:
        chain.register(asn1_x509.Certificate.load(certificate))
    return signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(signatory.identity.certificate),
        signing_key=asn1_keys.PrivateKeyInfo.load(signatory.identity.key),
        cert_registry=chain,
    )


def _field(name: str, box: SignatureBox, lock: fields.MDPPerm | None) -> fields.SigFieldSpec:
    corners = (round(box.left), round(box.bottom), round(box.right), round(box.top))
    return fields.SigFieldSpec(
        name,
        on_page=box.page - 1,
        box=corners,
        doc_mdp_update_value=lock,
        field_mdp_spec=fields.FieldMDPSpec(fields.FieldMDPAction.ALL) if lock else None,
    )


def evidence(facts: Mapping[str, object], description: str = "劳动者签署过程记录") -> Attachment:
    """How it was signed, for whoever must show it later."""
    body = json.dumps(facts, ensure_ascii=False, sort_keys=True, indent=1).encode()
    return Attachment(EVIDENCE_FILE, body, "application/json", description)


def platform_seal(signature: bytes) -> Attachment:
    """The e-seal platform's signature on the file as it was printed."""
    return Attachment(
        PLATFORM_SEAL_FILE, signature, "application/octet-stream", "电子印章签章数据（GB/T 38540）"
    )


def _attach(writer: IncrementalPdfFileWriter, one: Attachment) -> None:
    stored = embed.EmbeddedFileObject.from_file_data(writer, data=one.content, mime_type=one.kind)
    embed.embed_file(
        writer,
        embed.FileSpec(
            file_spec_string=one.name,
            file_name=one.name,
            embedded_data=stored,
            description=one.description,
            af_relationship=generic.NameObject("/Supplement"),
        ),
    )
