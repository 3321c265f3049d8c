"""Oversight on the wire."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from mashangban.kernel.http.schemas import LINES, ListQuery, Schema

Region = Annotated[str, Field(pattern=r"^[0-9]{2}([0-9]{2}){0,2}$")]
Month = Annotated[str, Field(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]
Words = Annotated[str, Field(min_length=6, max_length=200), LINES]
Id = Annotated[str, Field(min_length=1, max_length=40)]


class OverviewQuery(Schema):
    """A region (2, 4 or 6 digits) or a project, in a month; without a month the present one."""

    region: Region | None = None
    project: Id | None = None
    month: Month | None = None


class OverviewCell(Schema):
    key: str
    label: str
    count: int


class OverviewPart(Schema):
    """The place below: what each domain counts there (only what its own board of this place says)."""

    key: str
    label: str
    contracts: int
    settled_days: int
    wage_lines: int
    wages_fen: int
    paid_fen: int
    late: int


class OverviewTeam(Schema):
    """A team of a project: contracts in force, settled days of the month."""

    key: str
    label: str
    employer_name: str
    contracts: int
    settled_days: int


class OverviewUnit(Schema):
    """An employer at a project: lines and fen of the month's pay tables, lines whose worker agreed, months late now."""

    key: str
    label: str
    wage_lines: int
    wages_fen: int
    confirmed: int
    late: int


class Overview(Schema):
    """Five boards beside each other. Money is fen; days and lines are of the month, the rest is as it stands now."""

    place: str
    label: str
    month: str
    contracts: int
    ended: int
    trained: int
    certificates: int
    certificates_invalid: int
    days_settled: int
    half_days: int
    days_questioned: int
    days_contested: int
    lines: int
    lines_fen: int
    lines_confirmed: int
    lines_arrived: int
    lines_disputed: int
    accounts: int
    runs_short: int
    short_fen: int
    paid_fen: int
    late: int
    late_fen: int
    complaints: int
    trades: list[OverviewCell]
    ages: list[OverviewCell]
    certificate_classes: list[OverviewCell]
    parts: list[OverviewPart]
    teams: list[OverviewTeam] = []
    units: list[OverviewUnit] = []


class InForceQuery(ListQuery):
    """The contracts in force of a county or a project; of a project also those of one team or one unit."""

    team: Id | None = None
    unit: Id | None = None


class LineInspection(Schema):
    """Which contract, and why: the reason is kept and its fingerprint goes into the log."""

    contract_id: Id
    reason: Words


class InspectionDone(Schema):
    id: str
    contract_id: str
    until: datetime


class InspectedLine(Schema):
    """One person's line: who, where, on which terms, what is on record. Names and numbers stay masked."""

    inspection_id: str
    until: datetime
    contract_id: str
    number: str
    state_label: str
    worker_name_masked: str
    id_number_masked: str
    project_id: str
    project_name: str
    employer_name: str
    team_name: str
    trade_name: str
    first_day: date
    last_day: date | None
    pay: str
    training: str
    certificate: str


class LookedAt(Schema):
    """An opening of one's own line: from which office's region, when and why."""

    at: datetime
    contract_id: str
    region_name: str
    reason: str
