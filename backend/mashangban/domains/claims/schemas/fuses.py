"""Fuses on the wire."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from mashangban.domains.claims.schemas import ClaimTrack, Region
from mashangban.domains.claims.terms.fuses import FuseKind, FuseState
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import ONE_LINE

Figure = Annotated[int, Field(ge=1, le=1_000_000)]


class FuseQuery(ListQuery):
    """`bucket`: what is tripped or warned of, or what was released."""

    region: Region
    bucket: Literal["open", "done"] = "open"


class ProvinceQuery(Schema):
    province: str = Field(pattern=r"^\d{2}$")


class FuseRow(Schema):
    """A trip or a warning; `facts` in plain words, `words` of `needed` people have agreed to release it."""

    id: str
    kind: FuseKind
    kind_label: str
    phase_label: str
    scope_label: str
    state: FuseState
    state_label: str
    stops_label: str
    policy_title: str
    facts: str
    tripped_at: datetime
    words: int
    needed: int


class FuseWord(Schema):
    """One person's word for a release."""

    at: datetime
    by_label: str
    text: str


class FuseView(Schema):
    """A fuse whole; `barred` says that the reader had a hand in it."""

    row: FuseRow
    claim_id: str
    claim_number: str
    words: list[FuseWord]
    log: list[ClaimTrack]
    actions: list[str]
    barred: bool


class FuseDone(Schema):
    id: str
    state: FuseState
    state_label: str
    version: int


class FuseFiguresForm(Schema):
    """A province's own figures of one kind, with the document that says so."""

    figures: dict[Annotated[str, Field(max_length=20)], Figure] = Field(max_length=10)
    source: Annotated[str, Field(min_length=4, max_length=200), ONE_LINE]


class FuseRuleView(Schema):
    """One kind of fuse as it holds in a province."""

    kind: FuseKind
    kind_label: str
    scope_label: str
    phases_label: str
    stops_label: str
    figures: dict[str, int]
    meaning: str
    source: str
