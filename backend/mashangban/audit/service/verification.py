"""Checking a receipt for anybody."""

from mashangban.audit import repository, verifier
from mashangban.audit.rules import merkle
from mashangban.audit.schemas import FindingView, ReceiptVerification
from mashangban.audit.service import tree
from mashangban.kernel.errors import TooLarge

MAX_RECEIPT = 256 * 1024


def verify(receipt: bytes) -> ReceiptVerification:
    """Check a receipt as the offline verifier does, and against the log as it stands now. Anyone may ask."""
    if len(receipt) > MAX_RECEIPT:
        raise TooLarge()
    text = receipt.decode("utf-8", "replace")
    findings = verifier.check(text, repository.keys())
    if not all(finding.good for finding in findings):
        return ReceiptVerification(genuine=False, findings=[_finding(finding) for finding in findings])
    content = verifier.parsed(text)
    findings.append(_same_log(verifier.Checkpoint.parsed(content["checkpoint"]["text"])))
    return ReceiptVerification(
        genuine=findings[-1].good,
        findings=[_finding(finding) for finding in findings],
        covers=content["covers"],
        events=content["events"],
    )


def _same_log(claimed: verifier.Checkpoint) -> verifier.Finding:
    """A receipt signed with our key must stand in today's log too: else the log itself was rewritten."""
    if (
        claimed.size <= tree.head().tree.size
        and tree.read(lambda read: merkle.root_at(claimed.size, read)) == claimed.root
    ):
        return verifier.Finding("log", True, "与现在的日志一致", "agrees with the log as it stands now")
    return verifier.Finding(
        "log", False, "与现在的日志不一致，请报告", "does not agree with the log: report it"
    )


def _finding(finding: verifier.Finding) -> FindingView:
    return FindingView.model_validate(finding._asdict())
