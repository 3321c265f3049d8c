"""The virus scanner, a partner like any other: `POST <url>/scans` with the bytes, answer `{"clean": true|false}`.

VIRUS_SCANNER_URL names it; without it files stay unscanned and say so.
"""

import os

from mashangban.files.terms import ScanState
from mashangban.kernel.errors import PartnerUnavailable
from mashangban.kernel.partners import Partner
from mashangban.kernel.recipients import Recipient

RECIPIENT = Recipient(
    "病毒检查服务",
    "您上传的文件的内容，不带您的名字",
    "查文件里有没有病毒",
    "防止病毒（网络安全法第二十一条）",
    ("VIRUS_SCANNER_URL",),
)


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
