"""How pairs, questions, words and files lie in the answers table (docs/data/answers.md)."""

from mashangban.domains.answers.models.asked import ArtefactRecord, AskedRecord, GapRecord
from mashangban.domains.answers.models.pairs import (
    TABLE,
    AnswerDeadlineRecord,
    AnswersRecord,
    ChangeRecord,
    PairEditionRecord,
    PairRecord,
    PublishedRecord,
    ReceiverRecord,
)

__all__ = [
    "TABLE",
    "AnswerDeadlineRecord",
    "AnswersRecord",
    "ArtefactRecord",
    "AskedRecord",
    "ChangeRecord",
    "GapRecord",
    "PairEditionRecord",
    "PairRecord",
    "PublishedRecord",
    "ReceiverRecord",
]
