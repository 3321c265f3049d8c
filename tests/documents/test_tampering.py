"""Nothing that was changed after signing passes, however it was changed."""

from __future__ import annotations

import io
import os
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from mashangban.documents.signing import authority
from mashangban.documents.verification import examiner
from mashangban.documents.verification.findings import Problem, Verdict
from tests.documents.conftest import SignedContract

# `make fuzz` tries ten thousand.
MUTATIONS = int(os.environ.get("MUTATIONS", "200"))


def _written(writer: IncrementalPdfFileWriter) -> bytes:
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def _overlay(pdf: bytes) -> bytes:
    """Paints over the wage in a later revision; `pdfsig` still calls the signature valid."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    paint = writer.add_object(generic.StreamObject(stream_data=b"q 1 1 1 rg 200 500 200 40 re f Q"))
    page = writer.find_page_for_modification(0)[0].get_object()
    contents = page.raw_get("/Contents")
    existing = contents.get_object()
    items = list(existing) if isinstance(existing, generic.ArrayObject) else [contents]
    page["/Contents"] = generic.ArrayObject([*items, paint])
    writer.update_container(page)
    return _written(writer)


def _annotation(pdf: bytes) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    name: Any = generic.NameObject
    number: Any = generic.NumberObject
    shown = generic.StreamObject(
        {
            name("/Type"): name("/XObject"),
            name("/Subtype"): name("/Form"),
            name("/BBox"): generic.ArrayObject([number(value) for value in (0, 0, 200, 40)]),
        },
        stream_data=b"1 1 1 rg 0 0 200 40 re f",
    )
    stamp = generic.DictionaryObject(
        {
            name("/Type"): name("/Annot"),
            name("/Subtype"): name("/Stamp"),
            name("/F"): number(4),
            name("/Rect"): generic.ArrayObject([number(value) for value in (200, 500, 400, 540)]),
            name("/AP"): generic.DictionaryObject({name("/N"): writer.add_object(shown)}),
        }
    )
    page = writer.find_page_for_modification(0)[0].get_object()
    page["/Annots"] = generic.ArrayObject([*page.get("/Annots", []), writer.add_object(stamp)])
    writer.update_container(page)
    return _written(writer)


def _flip(pdf: bytes) -> bytes:
    changed = bytearray(pdf)
    changed[pdf.find(b"stream") + 40] ^= 1
    return bytes(changed)


def _truncated(pdf: bytes) -> bytes:
    return pdf[: len(pdf) // 2]


def _new_revision(pdf: bytes) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    writer.root["/Lang"] = generic.pdf_string("en")
    writer.update_root()
    return _written(writer)


def _hidden_attachment(pdf: bytes) -> bytes:
    from pyhanko.pdf_utils import embed

    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    body = embed.EmbeddedFileObject.from_file_data(writer, data=b"x")
    embed.embed_file(writer, embed.FileSpec(file_spec_string="x.bin", embedded_data=body))
    return _written(writer)


@pytest.mark.parametrize(
    "change",
    [_overlay, _annotation, _flip, _truncated, _new_revision, _hidden_attachment],
    ids=lambda change: change.__name__,
)
def test_a_changed_contract_is_not_taken_for_unchanged(
    signed: SignedContract, change: Callable[[bytes], bytes]
) -> None:
    found = examiner.examine(change(signed.sealed), [signed.root])
    assert found.verdict in {Verdict.ALTERED, Verdict.UNREADABLE, Verdict.FOREIGN}
    assert not found.verdict.accepted


def test_an_overlay_is_told_as_a_change_after_signing(signed: SignedContract) -> None:
    found = examiner.examine(_overlay(signed.sealed), [signed.root])
    assert found.verdict is Verdict.ALTERED
    assert any(Problem.CHANGED_LATER in signature.problems for signature in found.signatures)


def test_both_signatures_of_the_whole_file_are_named(signed: SignedContract) -> None:
    found = examiner.examine(signed.sealed, [signed.root])
    assert [signature.signer for signature in found.signatures] == [
        "码上办平台见证",
        "杭州某某建筑劳务有限公司",
    ]
    assert all(signature.problems == () for signature in found.signatures)


def test_the_examiner_alone_never_says_genuine(signed: SignedContract) -> None:
    for pdf in (signed.unsigned, signed.witnessed, signed.sealed):
        assert not examiner.examine(pdf, [signed.root]).verdict.accepted


@pytest.mark.parametrize(
    ("ended", "verdict"),
    [(timedelta(hours=-1), Verdict.REVOKED), (timedelta(hours=1), Verdict.DIFFERENT_COPY)],
)
def test_a_seal_counts_only_where_it_was_set_before_it_ended(
    signed: SignedContract, ended: timedelta, verdict: Verdict
) -> None:
    since = datetime.now(UTC) + ended
    found = examiner.examine(signed.sealed, [signed.root], lambda serial: since)
    assert found.verdict is verdict
    overlaid = examiner.examine(_overlay(signed.sealed), [signed.root], lambda serial: since)
    assert overlaid.verdict is Verdict.ALTERED


def test_an_unknown_authority_is_not_trusted(signed: SignedContract) -> None:
    stranger = authority.found(datetime.now(UTC)).root
    assert examiner.examine(signed.sealed, [stranger]).verdict is Verdict.UNTRUSTED


def test_an_unsigned_file_is_not_ours(signed: SignedContract) -> None:
    assert examiner.examine(signed.unsigned, [signed.root]).verdict is Verdict.FOREIGN


@pytest.mark.parametrize("body", [b"", b"abc", b"%PDF-1.7\n", b"PK\x03\x04", b"%PDF-1.7\n%%EOF" * 100])
def test_what_is_no_pdf_is_unreadable(body: bytes, signed: SignedContract) -> None:
    assert examiner.examine(body, [signed.root]).verdict is Verdict.UNREADABLE


def _mutations(pdf: bytes, count: int, seed: int) -> list[bytes]:
    """Random damage inside what the seal covers: bytes changed, cut out, inserted or doubled."""
    chance = random.Random(seed)
    gap_start = pdf.rfind(b"/Contents <")
    covered = range(gap_start)
    found = []
    for number in range(count):
        changed = bytearray(pdf)
        place = chance.choice(covered)
        match number % 4:
            case 0:
                changed[place] ^= 1 << chance.randrange(8)
            case 1:
                del changed[place : place + chance.randint(1, 40)]
            case 2:
                changed[place:place] = chance.randbytes(chance.randint(1, 40))
            case _:
                changed[place : place + 16] = changed[place + 16 : place + 32]
        if bytes(changed) != pdf:
            found.append(bytes(changed))
    return found


@pytest.mark.parametrize("seed", range(4))
def test_random_mutations_are_never_found_unchanged(signed: SignedContract, seed: int) -> None:
    for mutated in _mutations(signed.sealed, MUTATIONS // 4, seed):
        found = examiner.examine(mutated, [signed.root])
        assert found.verdict not in {Verdict.GENUINE, Verdict.SUPERSEDED, Verdict.DIFFERENT_COPY}


def test_an_altered_file_of_ours_is_told_as_altered_not_as_foreign(signed: SignedContract) -> None:
    found = examiner.examine(_flip(signed.sealed), [signed.root])
    assert found.verdict is Verdict.ALTERED
    for signature in found.signatures:
        assert signature.signer
        assert Problem.NOT_TRUSTED not in signature.problems
        assert signature.problems


def test_a_strangers_certificate_with_our_name_is_not_ours(signed: SignedContract) -> None:
    twin = authority.found(datetime.now(UTC))
    assert examiner.examine(_flip(signed.sealed), [twin.root]).verdict is Verdict.UNTRUSTED
