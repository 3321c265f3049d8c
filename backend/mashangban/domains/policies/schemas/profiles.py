"""Wire shapes of an enterprise's facts and of the policies it meets."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import Field

from mashangban.domains.policies.terms import Answer
from mashangban.domains.policies.terms.departments import Department
from mashangban.kernel.http.schemas import LINES, ONE_LINE, ListQuery, Schema

MOST_FACTS = 4  # as many as one act may write within its budget


class CorrectionForm(Schema):
    """A value as it comes over the wire: money in fen, days as 2026-01-31; `source` is the record it was taken from."""

    value: Any
    stated_on: date
    valid_until: date | None = None
    source: Annotated[str, Field(min_length=1, max_length=60), ONE_LINE]


class StatementForm(CorrectionForm):
    code: Annotated[str, Field(max_length=80)]


class StatementsForm(Schema):
    facts: list[StatementForm] = Field(min_length=1, max_length=MOST_FACTS)


class FactDoneView(Schema):
    enterprise_id: str
    version: int


class EarlierView(Schema):
    words: str
    stated_on: date
    source: str


class StatementView(Schema):
    """A fact of an enterprise: its value, where it comes from, of which day, what was said against it."""

    code: str
    name: str
    department: Department
    department_label: str
    value: Any
    words: str
    stated_on: date
    valid_until: date | None
    source: str
    disputed_at: datetime | None
    dispute: str
    answer: str
    earlier: list[EarlierView]


class HappenedView(Schema):
    """One link of a chain: when, what, which facts, and its fingerprint in the log."""

    at: datetime
    label: str
    facts: list[str]
    hash: str


class DisputeForm(Schema):
    reason: Annotated[str, Field(min_length=2, max_length=200), LINES]


class AnswerForm(Schema):
    """What the department found; with the right value where it was wrong."""

    words: Annotated[str, Field(min_length=2, max_length=200), LINES]
    correction: CorrectionForm | None = None


class DisputeQuery(ListQuery):
    region: Annotated[str, Field(pattern=r"^\d{6}$")]


class DisputeView(Schema):
    """An objection that waits; `written` is the value as it stands in a form."""

    enterprise_id: str
    enterprise_name: str
    written: str
    fact: StatementView


class MatchView(Schema):
    """A policy that an enterprise meets, or that missing facts keep from being decided."""

    policy_id: str
    edition: int
    title: str
    answer: Answer
    answer_label: str
    opens_on: date
    ends_on: date | None
    summary: str
    award: str
    mode_label: str


class UsedView(Schema):
    """A fact that a clause turned on; not `known` when nobody stated it or its validity has run out."""

    code: str
    name: str
    department_label: str
    words: str
    stated_on: date | None
    valid_until: date | None
    known: bool


class ClauseView(Schema):
    """A clause in plain words, its answer, and what would change it."""

    words: str
    answer: Answer
    answer_label: str
    change: str
    used: list[UsedView]
    parts: list["ClauseView"]


class WhyView(Schema):
    policy_id: str
    edition: int
    title: str
    answer: Answer
    answer_label: str
    clauses: list[ClauseView]
