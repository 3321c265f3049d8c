"""Kept words as the workplace shows them."""

from typing import Annotated

from pydantic import Field

from mashangban.kernel.http import Schema
from mashangban.kernel.http.schemas import LINES, ONE_LINE


class CannedForm(Schema):
    """Words and the short name they are called by. `department_id`: for all of a department, else for oneself."""

    shortcut: Annotated[str, Field(min_length=1, max_length=12, pattern=r"^\S+$"), ONE_LINE]
    text: Annotated[str, Field(min_length=2, max_length=1000), LINES]
    department_id: str = Field("", max_length=40)


class CannedView(Schema):
    id: str
    shortcut: str
    text: str
    whose_label: str
    may_change: bool
