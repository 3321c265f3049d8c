"""What an answer can be: given, offered among others, or left to a person; and how far a written pair has come."""

from enum import StrEnum

from mashangban.kernel.labelled import Labelled

# Chance of the first document being the answer, from which it is given, and from which three are offered.
SURE, UNSURE = 0.75, 0.25
OFFERED = 3
SUGGESTED = 5

LONGEST_ASKED = 500
MOST_TITLES = 10
# More would be a guide, which has a place of its own; one film besides.
MOST_PICTURES = 6
# How long it is known who got an answer, and what was asked: as long as somebody may still act on it (ours).
KEPT_DAYS = 365


class Tier(StrEnum):
    """What follows from how sure the engine is."""

    ANSWER = "answer"
    CHOICE = "choice"
    PERSON = "person"

    @property
    def label(self) -> str:
        return {"answer": "直接回答", "choice": "请选最接近的", "person": "转人工"}[self.value]


class PairShelf(Labelled):
    """drafted -> submitted -> published, or back with a reason; published -> ended, from where it may be renewed."""

    DRAFTED = "drafted", "在写"
    SUBMITTED = "submitted", "待审核"
    PUBLISHED = "published", "正在用"
    ENDED = "ended", "已停用"


class GapState(Labelled):
    """open -> taken -> answered, from where it is open again when it is still asked; open or taken -> dismissed."""

    OPEN = "open", "没人写"
    TAKEN = "taken", "有人在写"
    ANSWERED = "answered", "已有答案"
    DISMISSED = "dismissed", "不用写"
