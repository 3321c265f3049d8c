"""Wire shapes of the word graph."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.answers.terms.words import MOST_WEIGHT, Relation
from mashangban.kernel.http.schemas import ONE_LINE, ListQuery, Schema

Word = Annotated[str, Field(min_length=2, max_length=20), ONE_LINE]


class AnswerWordForm(Schema):
    """Two words and what they are to each other from now on; weight 0 takes them apart."""

    word: Word
    other: Word
    relation: Relation
    weight: Annotated[int, Field(ge=0, le=MOST_WEIGHT)] = MOST_WEIGHT


class AnswerWordsQuery(ListQuery):
    """`prefix`: how a word begins; without it what was entered last comes first."""

    prefix: Annotated[str, Field(max_length=20)] = ""


class AnswerWordQuery(Schema):
    word: Word


class AnswerWordView(Schema):
    """A link; `shipped` ones came with the platform and are changed by entering the same two words."""

    id: str
    word: str
    other: str
    relation: Relation
    relation_label: str
    weight: int
    shipped: bool


class AnswerWordStep(Schema):
    """What a link was from then on."""

    at: datetime
    words: str
    by: str
    hash: str
