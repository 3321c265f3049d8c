"""Wire shapes of windows and the training of their clerks."""

from datetime import date
from typing import Annotated

from pydantic import Field

from mashangban.domains.crossregion.schemas.alliances import Name
from mashangban.kernel.http import Schema
from mashangban.kernel.http.schemas import ONE_LINE


class WindowForm(Schema):
    """Where a zone takes files in."""

    name: Name
    address: Annotated[str, Field(min_length=2, max_length=100), ONE_LINE]
    phone: str = Field(pattern=r"^[0-9 -]{5,20}$")
    hours: Annotated[str, Field(min_length=2, max_length=60), ONE_LINE]


class WindowView(Schema):
    """A window as everybody sees it; empty while its zone entered none."""

    region: str
    name: str
    address: str
    phone: str
    hours: str


class WindowTrainingForm(Schema):
    """A training of somebody at the window, whom their telephone names."""

    phone: str = Field(min_length=5, max_length=20)
    topic: Name
    day: date
    trainer: Name


class ClerkEnd(Schema):
    """Somebody is no more at the window."""

    person_id: str = Field(min_length=1, max_length=64)


class WindowTrainingView(Schema):
    topic: str
    day: date
    trainer: str


class ClerkView(Schema):
    """Somebody at the window; `trained`: whether the latest training still counts."""

    person_id: str
    name: str
    trained: bool
    trainings: list[WindowTrainingView]


class WindowDeskView(Schema):
    """A window for its own office: with its clerks. `id` is its zone."""

    id: str
    window: WindowView
    clerks: list[ClerkView]
