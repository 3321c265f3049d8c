"""Duty rosters on the wire. Times are those of China."""

from datetime import date, time
from typing import Annotated

from pydantic import Field

from mashangban.domains.helpdesk.terms import MOST_SHIFTS, TicketTopic
from mashangban.kernel.http import Schema

_ID = Annotated[str, Field(max_length=40)]


class RosterQuery(Schema):
    """Any day of the week that is asked for; this week when left out."""

    day: date | None = None


class RosterShift(Schema):
    """Somebody's time; `topic` is the one that they are down for, none for all that they know."""

    day: date
    starts: time
    ends: time
    person_id: _ID
    topic: TicketTopic | None = None


class RosterForm(Schema):
    """The whole week that begins on `monday`, written anew."""

    monday: date
    shifts: list[RosterShift] = Field(max_length=MOST_SHIFTS)


class RosterCopy(Schema):
    """The week to fill as the one before."""

    monday: date


class RosterSwap(RosterShift):
    """A shift of one's own, and who shall take it."""

    to: _ID


class RosterAnswer(RosterSwap):
    accepted: bool


class RosterGap(Schema):
    """Office hours to nobody, or to nobody who takes a topic."""

    day: date
    starts: time
    ends: time
    topic_label: str


class RosterPerson(Schema):
    person_id: str
    label: str


class RosterDay(Schema):
    """A day and what it is: a working day, a weekend, a holiday, a make-up day."""

    day: date
    working: bool
    name: str


class RosterView(Schema):
    """A week: its days, who may be down, who is, which swaps wait for a yes, which office hours nobody covers."""

    department_id: str
    desk_name: str
    monday: date
    days: list[RosterDay]
    people: list[RosterPerson]
    shifts: list[RosterShift]
    swaps: list[RosterSwap]
    gaps: list[RosterGap]
    keeps: bool
