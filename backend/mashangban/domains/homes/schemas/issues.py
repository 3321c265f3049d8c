"""Wire shapes of parent issues."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.homes.schemas.estates import Id
from mashangban.domains.homes.terms import Category
from mashangban.kernel.http.schemas import LINES, ONE_LINE, Schema


class IssueForm(Schema):
    """One fault behind many reports. The title names no household."""

    category: Category
    title: Annotated[str, Field(min_length=4, max_length=40), ONE_LINE]


class IssueNews(Schema):
    """What every household of the issue is told."""

    text: Annotated[str, Field(min_length=2, max_length=200), LINES]


class IssueJoin(Schema):
    defect_id: Id


class IssueDone(Schema):
    id: str
    number: str


class IssueRow(Schema):
    id: str
    number: str
    title: str
    category: str
    category_label: str
    opened_at: datetime


class NewsLine(Schema):
    at: datetime
    text: str


class IssueView(IssueRow):
    """An issue with its counts: how many households, how many have confirmed. Nothing of any of them."""

    estate_name: str
    joined: int
    open: int
    confirmed: int
    news: list[NewsLine]
