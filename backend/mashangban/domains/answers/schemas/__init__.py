"""Wire shapes of pairs: what an office writes, reviews and lists."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.answers.terms import MOST_TITLES, PairShelf
from mashangban.domains.answers.terms.departments import AnswerDepartment
from mashangban.kernel.http.schemas import LINES, ONE_LINE, ListQuery, Schema

Region = Annotated[str, Field(pattern=r"^(\d{2}(\d{2}){0,2})?$")]
Asked = Annotated[str, Field(min_length=2, max_length=120), ONE_LINE]
Reason = Annotated[str, Field(min_length=2, max_length=200), ONE_LINE]


class AnswerPairText(Schema):
    """What a pair says. The source is named: a law, a notice, a guide, and its clause."""

    department: AnswerDepartment
    question: Asked
    titles: list[Asked] = Field(default_factory=list, max_length=MOST_TITLES)
    answer: Annotated[str, Field(min_length=2, max_length=3000), LINES]
    source: Annotated[str, Field(min_length=2, max_length=120), ONE_LINE]
    clause: Annotated[str, Field(max_length=60), ONE_LINE] = ""
    link: Annotated[str, Field(max_length=300, pattern=r"^(https://\S+)?$")] = ""
    valid_from: date
    valid_until: date | None = None


class AnswerPairForm(AnswerPairText):
    """A new pair for a region (empty: for the whole country), perhaps for an unanswered question."""

    region: Region = ""
    gap_id: Annotated[str, Field(max_length=40)] = ""


class AnswerMediumForm(Schema):
    """A picture or a film uploaded for it (`purpose` answer), in words for whoever can't see it; a film's cover."""

    file_id: Annotated[str, Field(min_length=1, max_length=64)]
    described: Annotated[str, Field(min_length=4, max_length=120), ONE_LINE]
    cover_id: Annotated[str, Field(max_length=64)] = ""


class AnswerMedium(Schema):
    """A picture, or a film with how long and how heavy it is; addresses open for five minutes."""

    file_id: str
    described: str
    film: bool
    weight: str
    url: str | None
    thumbnail_url: str | None
    cover_url: str | None


class AnswerReason(Schema):
    reason: Reason


class AnswerPairsQuery(ListQuery):
    """An office's own pairs, the newest first: all, those on a shelf, of a department, or both."""

    region: Region = ""
    shelf: PairShelf | None = None
    department: AnswerDepartment | None = None


class AnswerPairDone(Schema):
    """What an act answers."""

    id: str
    shelf: PairShelf
    shelf_label: str


class AnswerPairRow(Schema):
    """A pair in a list."""

    id: str
    region: str
    region_name: str
    department: AnswerDepartment
    department_label: str
    question: str
    edition: int
    draft: int
    shelf: PairShelf
    shelf_label: str
    in_force: bool
    ended: str
    returned: str


class AnswerEditionRow(Schema):
    """One edition of a pair: which stands, who wrote and who reviewed it as the staff's numbers."""

    number: int
    standing: str
    content: AnswerPairText
    author_id: str
    reviewer_id: str


class AnswerPairStep(Schema):
    """One step of a pair's history."""

    at: datetime
    label: str
    note: str
    hash: str


class AnswerPairView(Schema):
    """A pair whole: the draft or what stands, all editions, what happened, what the caller may do now."""

    row: AnswerPairRow
    content: AnswerPairText
    media: list[AnswerMedium]
    editions: list[AnswerEditionRow]
    steps: list[AnswerPairStep]
    actions: list[str]
