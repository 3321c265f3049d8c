"""What an answer can be: given, offered among others, or left to a person."""

from enum import StrEnum

# Chance of the first document being the answer, from which it is given, and from which three are offered.
SURE, UNSURE = 0.75, 0.25
OFFERED = 3


class Tier(StrEnum):
    """What follows from how sure the engine is."""

    ANSWER = "answer"
    CHOICE = "choice"
    PERSON = "person"

    @property
    def label(self) -> str:
        return {"answer": "直接回答", "choice": "请选最接近的", "person": "转人工"}[self.value]
