"""Results of checking a file, each a stable word with plain Chinese for anyone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What a person should think of the file. The first three are files exactly as this platform issued them."""

    GENUINE = "genuine"
    UNSIGNED = "unsigned"
    SUPERSEDED = "superseded"
    ALTERED = "altered"
    REVOKED = "revoked"
    DIFFERENT_COPY = "different-copy"
    UNTRUSTED = "untrusted"
    FOREIGN = "foreign"
    UNREADABLE = "unreadable"

    @property
    def accepted(self) -> bool:
        """Whether the bytes are exactly a revision this platform issued."""
        return self in {Verdict.GENUINE, Verdict.UNSIGNED, Verdict.SUPERSEDED}

    @property
    def headline(self) -> str:
        """Headline of the answer."""
        return _WORDS[self][0]

    @property
    def advice(self) -> str:
        """What it means and what to do."""
        return _WORDS[self][1]


_WORDS = {
    Verdict.GENUINE: ("是真的，没有被改动", "这份文件和平台签发时完全一样。"),
    Verdict.UNSIGNED: (
        "是平台生成的，但还没有签字盖章",
        "这份文件没有被改动，但签字盖章还没有完成，现在还不能使用。",
    ),
    Verdict.SUPERSEDED: (
        "是真的，但不是最新的一份",
        "这份文件出自本平台，之后又有新的一份。请以最新的一份为准。",
    ),
    Verdict.ALTERED: ("签章后被改动过", "这份文件签章以后内容有变化，不要相信，请向对方索要原文件。"),
    Verdict.REVOKED: (
        "盖章时印章已经注销",
        "文件没有改动，但盖章的时候这枚印章已经注销，这个章不算数。请向盖章单位核实。",
    ),
    Verdict.DIFFERENT_COPY: (
        "签章有效，但和存档不一样",
        "签章没有问题，但文件和平台存档的不完全相同，可能经过其他软件保存。请扫合同上的码下载原文件。",
    ),
    Verdict.UNTRUSTED: ("证书不受信任", "文件上有签名，但签名的证书不是本平台认可的，不能证明是谁签的。"),
    Verdict.FOREIGN: ("不是本平台签发的", "文件上没有本平台的签章，这里核对不了它的真假。"),
    Verdict.UNREADABLE: ("打不开这个文件", "这不是完整的 PDF 文件，可能没有下载完。请重新下载后再核对。"),
}


class Problem(StrEnum):
    """Why one signature does not hold."""

    CONTENT_CHANGED = "content-changed"
    CHANGED_LATER = "changed-later"
    NOT_TRUSTED = "not-trusted"
    REVOKED = "revoked"
    BROKEN = "broken"

    @property
    def words(self) -> str:
        """For the person who uploaded the file."""
        return _PROBLEMS[self]


_PROBLEMS = {
    Problem.CONTENT_CHANGED: "签章覆盖的内容被改动",
    Problem.CHANGED_LATER: "签章之后又添加或修改了内容",
    Problem.NOT_TRUSTED: "不是本平台认可的证书",
    Problem.REVOKED: "盖章时印章已经注销",
    Problem.BROKEN: "核对不通过，内容或签名数据被改动",
}


@dataclass(frozen=True, slots=True)
class SignatureFinding:
    """One signature of the file: who (certificate), when (claimed in the signature), and what is wrong."""

    field: str
    signer: str
    signed_at: datetime | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Examination:
    """The verdict of an examination with its signatures in signing order."""

    verdict: Verdict
    sha256: str
    signatures: tuple[SignatureFinding, ...] = ()
