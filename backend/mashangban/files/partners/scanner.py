"""The virus scanner, a partner like any other: `POST <url>/scans` with the bytes, answer `{"clean": true|false}`.

VIRUS_SCANNER_URL names it; without it files stay unscanned and say so.
"""

import os

from mashangban.files.terms import ScanState
from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.partners import Partner


def configured() -> bool:
    """Whether there is a scanner."""
    return bool(os.environ.get("VIRUS_SCANNER_URL"))


def examine(content: bytes) -> ScanState:
    """What the scanner says. Raises PartnerUnavailable while it does not answer properly."""
    if not configured():
        return ScanState.UNSCANNED
    url = os.environ["VIRUS_SCANNER_URL"]
    headers = {"Content-Type": "application/octet-stream"}
    clean = Partner(url, "").request("POST", "/scans", content, headers).get("clean")
    if not isinstance(clean, bool):
        raise PartnerUnavailable()
    return ScanState.CLEAN if clean else ScanState.INFECTED
