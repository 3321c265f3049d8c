"""Departments, posts, promises and topics on the wire."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.helpdesk.terms import Level, PostKind, TicketClass, TicketTopic
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import ONE_LINE

REGION = r"^\d{6}$"


class DepartmentForm(Schema):
    """A department that answers. `region`: a county's code, or a city's that ends in 00."""

    name: Annotated[str, Field(min_length=2, max_length=60), ONE_LINE]
    region: str = Field(pattern=REGION)
    level: Level
    topics: list[TicketTopic] = Field([], max_length=len(TicketTopic))
    general: bool = False


class FormerName(Schema):
    """What a department was called, and until when."""

    name: str
    until: datetime


class DepartmentMerge(Schema):
    """Into which department, and the day from which."""

    into_id: Annotated[str, Field(min_length=1, max_length=40)]
    day: date


class DepartmentView(Schema):
    """A department; its former names, and the name of what it goes into, are read with one alone, not in lists."""

    id: str
    name: str
    region: str
    level: str
    level_label: str
    topics: list[str]
    topic_labels: list[str]
    general: bool
    into_id: str
    into_name: str = ""
    into_from: date | None
    agreed: bool
    merged: bool
    may_agree: bool = False
    former: list[FormerName] = []


class DepartmentDone(Schema):
    id: str
    name: str


class DepartmentsQuery(ListQuery):
    region: str = Field(pattern=REGION)


class PostForm(Schema):
    """Put somebody at posts; none of them means that they leave. No topics mean every topic of the department."""

    kinds: list[PostKind] = Field([], max_length=len(PostKind))
    topics: list[TicketTopic] = Field([], max_length=len(TicketTopic))


class PostView(Schema):
    person_id: str
    department_id: str
    department_name: str
    kinds: list[str]
    kind_labels: list[str]
    topic_labels: list[str]


class PostCandidate(Schema):
    """An officer who is at posts of a department, or could be, as its keeper sees them."""

    person_id: str
    label: str
    kinds: list[PostKind]
    topics: list[TicketTopic]


class PromiseQuery(Schema):
    region: str = Field(pattern=REGION)


class PromiseForm(Schema):
    """A city's own times in the units of the classes; what is left out follows the common rule."""

    region: str = Field(pattern=REGION)
    times: dict[TicketClass, int] = Field(max_length=len(TicketClass))


class PromiseLine(Schema):
    """A class, in how much time it is answered here, and whose rule that is."""

    klass: str
    label: str
    words: str
    term: str
    source: str


class PromiseView(Schema):
    items: list[PromiseLine]


class TopicView(Schema):
    code: str
    label: str
