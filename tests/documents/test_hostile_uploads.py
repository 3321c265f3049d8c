"""Files made to hurt whoever opens them: answered quickly, in little memory, never accepted."""

from __future__ import annotations

import tracemalloc
import zlib
from collections.abc import Callable

import pytest

from mashangban.documents.verification import examiner
from mashangban.documents.verification.findings import Verdict
from tests.documents.conftest import SignedContract

MEGABYTE = 1024 * 1024


def _bomb(size: int) -> bytes:
    """`size` zeros, deflated a thousandfold."""
    packer = zlib.compressobj(9)
    block = bytes(MEGABYTE)
    return b"".join(packer.compress(block) for _ in range(size // MEGABYTE)) + packer.flush()


def _with_stream(head: bytes, body: bytes) -> bytes:
    """A PDF whose cross-reference is the stream itself."""
    start = b"%PDF-1.7\n"
    stream = b"1 0 obj\n<<" + head + b"/Length %d/Filter/FlateDecode>>\nstream\n" % len(body) + body
    return start + stream + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(start)


def _xref_bomb() -> bytes:
    return _with_stream(b"/Type/XRef/Size 9/W[1 4 2]/Index[0 9]/Root 2 0 R", _bomb(500 * MEGABYTE))


def _nested_bomb() -> bytes:
    twice = zlib.compress(_bomb(500 * MEGABYTE), 9)
    pdf = _with_stream(b"/Type/XRef/Size 9/W[1 4 2]/Root 2 0 R", twice)
    return pdf.replace(b"/Filter/FlateDecode", b"/Filter[/FlateDecode/FlateDecode]")


def _deep_nesting() -> bytes:
    start = b"%PDF-1.7\n"
    deep = b"1 0 obj\n" + b"[" * 200_000 + b"]" * 200_000 + b"\nendobj\n"
    table = b"xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\n"
    return start + deep + table + b"startxref\n%d\n%%%%EOF\n" % len(start + deep)


def _circle() -> bytes:
    start = b"%PDF-1.7\n"
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R/Prev 9>>\n"
    return start + table + b"startxref\n9\n%%EOF\n"


@pytest.mark.parametrize(
    "make", [_xref_bomb, _nested_bomb, _deep_nesting, _circle], ids=lambda make: make.__name__
)
@pytest.mark.timeout(30)
def test_a_file_made_to_hurt_is_unreadable_and_memory_stays_flat(
    make: Callable[[], bytes], signed: SignedContract
) -> None:
    hostile = make()
    examiner.examine(signed.sealed, [signed.root])
    tracemalloc.start()
    found = examiner.examine(hostile, [signed.root])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.verdict in {Verdict.UNREADABLE, Verdict.FOREIGN}
    assert peak < 80 * MEGABYTE


def test_a_bomb_added_to_a_sealed_contract_is_told_as_altered(signed: SignedContract) -> None:
    extra = b"\n99 0 obj\n<</Length 9>>\nstream\n" + _bomb(64 * MEGABYTE) + b"\nendstream\nendobj\n"
    found = examiner.examine(signed.sealed + extra, [signed.root])
    assert not found.verdict.accepted
    assert found.verdict is not Verdict.DIFFERENT_COPY
