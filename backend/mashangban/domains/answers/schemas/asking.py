"""Wire shapes of asking: the question, what is answered with how much certainty, what people think of it."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.answers.schemas import AnswerMedium, Reason, Region
from mashangban.domains.answers.terms import LONGEST_ASKED, GapState, Tier
from mashangban.domains.answers.terms.departments import AnswerDepartment
from mashangban.kernel.http.schemas import LINES, ListQuery, Schema


class AnswerQuestion(Schema):
    """What somebody wants to know, where they are (empty: anywhere)."""

    text: Annotated[str, Field(max_length=LONGEST_ASKED), LINES]
    region: Region = ""


class AnswerTyped(Schema):
    """What was typed so far."""

    text: Annotated[str, Field(max_length=LONGEST_ASKED)]
    region: Region = ""


class AnswerCardsQuery(Schema):
    """What is looked for in a county, to be sent as a card."""

    county: Annotated[str, Field(pattern=r"^\d{6}$")]
    words: Annotated[str, Field(max_length=40)] = ""


class AnswerSwap(Schema):
    """A word of the question that was read as another."""

    said: str
    read_as: str


class AnswerLine(Schema):
    """A department with the line it is reached at."""

    department_label: str
    number: str
    name: str


class AnswerGiven(Schema):
    """An answer with its source, where it holds and until when, why it was found, what may be looked at below it."""

    pair_id: str
    question: str
    answer: str
    source: str
    clause: str
    link: str
    region_name: str
    valid_until: date | None
    line: AnswerLine
    words: list[str]
    swaps: list[AnswerSwap]
    media: list[AnswerMedium]
    media_words: str


class AnswerGot(Schema):
    """An answer that somebody got, as they take it along: whether it stands still, until when this is known."""

    pair_id: str
    question: str
    region_name: str
    in_force: bool
    kept_until: datetime


class AnswerOption(Schema):
    """A question that may be meant, and what its answer has besides words."""

    pair_id: str
    question: str
    region_name: str
    media_words: str


class AnswerHandOver(Schema):
    """What is possible where no answer is sure enough: said as it is."""

    staffed: bool
    words: str
    line: AnswerLine


class AnswerReply(Schema):
    """What follows from a question. `percent`: how sure the first answer is; `ask_back` tells near ones apart."""

    question_id: str
    tier: Tier
    tier_label: str
    percent: int
    answer: AnswerGiven | None
    options: list[AnswerOption]
    ask_back: str
    hand_over: AnswerHandOver | None


class AnswerChoice(Schema):
    pair_id: Annotated[str, Field(max_length=40)]


class AnswerVerdict(Schema):
    """Whether the answer helped; none of those offered is "no" too."""

    helpful: bool


class AnswerThanks(Schema):
    """What becomes of a verdict."""

    words: str
    hand_over: AnswerHandOver | None


class AnswerGapsQuery(ListQuery):
    """Open questions of a region (empty: asked without a region), the most asked first."""

    region: Region = ""
    state: GapState = GapState.OPEN
    department: AnswerDepartment | None = None


class AnswerGapView(Schema):
    """An open question as its department reads it."""

    id: str
    region: str
    region_name: str
    department: AnswerDepartment
    department_label: str
    text: str
    asked: int
    first_at: datetime
    last_at: datetime
    state: GapState
    state_label: str
    note: str
    pair_id: str


class AnswerGapDismissal(Schema):
    reason: Reason
