"""Questions as they were asked, kept a year without who asked; their words are encrypted."""

from datetime import timedelta

from mashangban.domains.answers.models import AskedRecord
from mashangban.domains.answers.rules.asked import AskedQuestion
from mashangban.domains.answers.terms import KEPT_DAYS
from mashangban.kernel import crypto
from mashangban.kernel.errors import NotFound


def keep(one: AskedQuestion) -> None:
    """Keep a question with what was answered."""
    AskedRecord(
        f"ANSWERASKED#{one.id}",
        "ASKED",
        id=one.id,
        text=crypto.seal(one.text, _context(one.id)),
        region=one.region or None,
        department=one.department,
        tier=one.tier,
        percent=one.percent,
        offered=one.offered,
        asked_at=one.asked_at,
        expires_at=int((one.asked_at + timedelta(days=KEPT_DAYS)).timestamp()),
    ).save()


def get(question_id: str) -> AskedQuestion:
    """A question by its number, which only who asked it knows. Raises NotFound."""
    try:
        one = AskedRecord.get(f"ANSWERASKED#{question_id}", "ASKED", consistent_read=True)
    except AskedRecord.DoesNotExist as missing:
        raise NotFound() from missing
    return AskedQuestion(
        one.id,
        crypto.unseal(one.text, _context(one.id)),
        one.region or "",
        one.department,
        one.tier,
        int(one.percent),
        one.offered,
        one.asked_at,
        one.helpful,
    )


def judge(question_id: str, helpful: bool) -> None:
    """Note what the asker thought of the answer."""
    AskedRecord(f"ANSWERASKED#{question_id}", "ASKED").update([AskedRecord.helpful.set(helpful)])


def _context(question_id: str) -> str:
    return f"answers|{question_id}|text"
