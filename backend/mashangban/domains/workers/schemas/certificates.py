"""Certificates on the wire: a worker's own, and as a project's office sees them."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from mashangban.deadlines.schemas import DeadlineView
from mashangban.domains.workers.schemas.teams import Id, Named, TradeCode
from mashangban.domains.workers.terms.skills import CertificateKind, CertificateState, Standing
from mashangban.files.schemas import LinkView
from mashangban.kernel.http.schemas import ONE_LINE, ListQuery, Schema

ClassCode = Annotated[str, Field(pattern=r"^([0-9]{2}|S[1-5])$")]
CertificateNumber = Annotated[
    str, Field(min_length=6, max_length=40, pattern=r"^[A-Za-z0-9\u4e00-\u9fff()（）-]+$")
]
Note = Annotated[str, Field(max_length=100), ONE_LINE]


class LicenceForm(Schema):
    """A certificate as its holder enters it: a class (01 to 11, 99, or S5 to S1 with a trade), number, last day."""

    class_code: ClassCode
    trade_code: TradeCode | None = None
    number: CertificateNumber
    valid_until: date | None = None
    photo: Id


class Renewal(Schema):
    """The paper was prolonged: its new last day and a new photo."""

    valid_until: date | None = None
    photo: Id


class CheckForm(Schema):
    """What the employer found beside the paper; `agrees` false says that it is not the worker's or not genuine."""

    agrees: bool
    state: CertificateState = CertificateState.VALID
    note: Note = ""


class CheckView(Schema):
    by: str
    at: datetime
    note: str


class LicenceRow(Schema):
    """A certificate in its holder's list. `usable` says whether it opens a trade's gate today."""

    id: str
    kind: CertificateKind
    class_code: str
    class_name: str
    trade_code: str | None
    title: str
    number: str
    valid_until: date | None
    state: CertificateState
    state_label: str
    standing: Standing
    standing_label: str
    usable: bool
    days_left: int | None
    check: CheckView | None
    version: int


class LicenceView(LicenceRow):
    """With its photo, its clock and what the caller may do."""

    name_masked: str
    photo: LinkView | None
    deadline: DeadlineView | None
    actions: list[str]
    added_at: datetime


class LicenceDone(Schema):
    """The answer of an act."""

    id: str
    title: str
    standing: Standing
    standing_label: str
    version: int


class LicenceListQuery(ListQuery):
    """`show`: `waiting` those to be checked, `expired`, `soon` within 60 days, empty all by last day."""

    show: Literal["waiting", "expired", "soon"] | None = None


class ProjectLicenceRow(Schema):
    """A certificate in a project's or county's list; the number is shown from its end only."""

    id: str
    contract_id: str
    worker_name_masked: str
    title: str
    number_masked: str
    valid_until: date | None
    state_label: str
    standing: Standing
    standing_label: str
    expired: bool
    project: Named
    employer: Named
