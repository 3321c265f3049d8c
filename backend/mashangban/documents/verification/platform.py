"""The e-seal platform's signature inside an uploaded PDF, found and checked."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence

from pyhanko.pdf_utils.reader import PdfFileReader

from mashangban.documents.ses.checking import Checked, check
from mashangban.documents.signing.pades import PLATFORM_SEAL_FILE

log = logging.getLogger(__name__)
MOST_BYTES = 500_000


def platform_seal(pdf: bytes, roots: Sequence[bytes]) -> Checked | None:
    """What is found out about it; None where the file has none. Never raises for bad input."""
    if b"/EmbeddedFiles" not in pdf:
        return None  # a paper of ours has its evidence attached: nothing is parsed for other files
    try:
        attached = _attached(PdfFileReader(io.BytesIO(pdf), strict=False))
    except Exception as broken:
        log.info("attachments of an uploaded file are unreadable: %s", type(broken).__name__)
        attached = b""
    return check(attached[:MOST_BYTES], pdf, roots) if attached is not None else None


def _attached(reader: PdfFileReader) -> bytes | None:
    pairs = reader.root["/Names"]["/EmbeddedFiles"]["/Names"]
    for place in range(0, len(pairs) - 1, 2):
        if str(pairs[place]) == PLATFORM_SEAL_FILE:
            return bytes(pairs[place + 1]["/EF"]["/F"].data)
    return None
