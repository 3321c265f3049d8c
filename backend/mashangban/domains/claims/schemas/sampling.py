"""Draws and inspections on the wire."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from mashangban.domains.claims.schemas import ClaimTrack, Reason, Region
from mashangban.domains.claims.terms.sampling import MoneyCheckKind, MoneyCheckState
from mashangban.kernel.http import ListQuery, Schema


class ProvinceDrawsQuery(ListQuery):
    province: str = Field(pattern=r"^\d{2}$")


class DrawView(Schema):
    """A month's draw. Before it is opened the seed is empty and `commitment`, its SHA-256, is all there is to know."""

    id: str
    period: str
    commitment: str
    committed_at: datetime
    revealed_at: datetime | None
    seed: str
    population: int
    digest: str
    sampled: list[str]


class PeriodClaims(Schema):
    """One claim that was paid in the month."""

    claim_id: str


class MoneyCheckQuery(ListQuery):
    region: Region
    bucket: Literal["open", "done"] = "open"


class MoneyCheckRow(Schema):
    id: str
    kind: MoneyCheckKind
    kind_label: str
    number: str
    enterprise_name: str
    policy_title: str
    amount_fen: int
    opened_at: datetime
    state: MoneyCheckState
    state_label: str


class MoneyCheckView(Schema):
    """An inspection whole; `barred` says that the reader has dealt with the claim."""

    row: MoneyCheckRow
    claim_id: str
    note: str
    barred: bool
    actions: list[str]
    log: list[ClaimTrack]


class FindingForm(Schema):
    """What was found, in words."""

    result: Literal["kept", "claw_back"]
    text: Reason


class MoneyCheckDone(Schema):
    id: str
    state: MoneyCheckState
    state_label: str
    version: int
