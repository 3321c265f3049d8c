"""A worker's own history, and the part of it that is shown to others for a while."""

from datetime import date, datetime

from pydantic import Field

from mashangban.domains.workers.schemas.certificates import LicenceRow
from mashangban.domains.workers.schemas.teams import Id
from mashangban.domains.workers.schemas.trainings import MyTrainingRow
from mashangban.domains.workers.terms.skills import ShareHours
from mashangban.kernel.http.schemas import Schema

_MOST = 30


class Work(Schema):
    """One contract as a line of a history; `months` counts calendar months begun, `last_day` is null while it lasts."""

    id: str
    project_name: str
    county_name: str
    employer_name: str
    trade_name: str
    first_day: date
    last_day: date | None
    months: int
    ongoing: bool


class HistoryView(Schema):
    """What one has worked, may work and has learnt: one's own, newest first."""

    name_masked: str
    works: list[Work]
    certificates: list[LicenceRow]
    trainings: list[MyTrainingRow]


class ShareForm(Schema):
    """What to show, and for one hour, one day or seven days."""

    hours: ShareHours
    works: list[Id] = Field(default_factory=list, max_length=_MOST)
    certificates: list[Id] = Field(default_factory=list, max_length=_MOST)
    trainings: list[Id] = Field(default_factory=list, max_length=_MOST)


class ShareView(Schema):
    """A share as its owner sees it; `code_url` is null once nobody can open it."""

    id: str
    made_at: datetime
    until: datetime
    revoked_at: datetime | None
    open: bool
    views: int
    shown: int
    code_url: str | None


class LookRow(Schema):
    at: datetime
    device: str


class SharedCode(Schema):
    code: str = Field(min_length=20, max_length=60)


class SharedCertificate(Schema):
    """A certificate as strangers may see it."""

    title: str
    number_masked: str
    valid_until: date | None
    state_label: str
    standing_label: str
    usable: bool


class SharedTraining(Schema):
    title: str
    level_label: str
    project_name: str
    hours: int
    held_on: date


class SharedHistory(Schema):
    """What a code shows to whoever holds it, until an instant."""

    name_masked: str
    until: datetime
    works: list[Work]
    certificates: list[SharedCertificate]
    trainings: list[SharedTraining]
