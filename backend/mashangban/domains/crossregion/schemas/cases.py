"""Wire shapes of cases: what is handed in, offered, checked, decided; and what each side sees."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from mashangban.domains.crossregion.schemas.alliances import Name, Region, StepView
from mashangban.domains.crossregion.schemas.items import Code
from mashangban.domains.crossregion.terms import Mode
from mashangban.domains.crossregion.terms.cases import (
    MOST_ADDED,
    MOST_PAGES,
    MOST_RESULTS,
    Carrier,
    Outcome,
    Verdict,
)
from mashangban.files.schemas import LinkView
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import LINES, ONE_LINE

Note = Annotated[str, Field(max_length=300), LINES]
Said = Annotated[str, Field(min_length=2, max_length=500), LINES]
Number = Annotated[int, Field(ge=1, le=MOST_PAGES + MOST_RESULTS)]


class PageForm(Schema):
    """One page: what paper it belongs to and its scan. `paper`: the original travels too."""

    name: Name
    file_id: str = Field(min_length=1, max_length=64)
    paper: bool = False


class _CaseForm(Schema):
    alliance_id: str = Field(min_length=1, max_length=64)
    code: Code
    mode: Mode
    home: Region
    partners: list[Region] = Field([], max_length=10)


class ApplyForm(_CaseForm):
    """A person hands in from the phone; without a window all is done online."""

    window: Region | None = None
    pages: list[PageForm] = Field(min_length=1, max_length=MOST_PAGES)


class CollectForm(_CaseForm):
    """A window takes a file in with the person there, whose papers and identity it has checked."""

    window: Region
    phone: str = Field(min_length=5, max_length=20)
    identity_checked: Literal[True]
    pages: list[PageForm] = Field(min_length=1, max_length=MOST_PAGES)


class HandoverForm(Schema):
    """Pages go to the next zone, or a result to the person."""

    receiver: Annotated[str, Field(pattern=r"^(\d{2}(\d{2}){0,2}|person)$")]
    pages: list[Number] = Field(min_length=1, max_length=MOST_PAGES)
    carrier: Carrier
    courier: Annotated[str, Field(max_length=20), ONE_LINE] = ""
    waybill: Annotated[str, Field(max_length=40, pattern=r"^[A-Za-z0-9-]*$")] = ""


class ReceiptForm(Schema):
    """The receiver's word on each page offered; `digest` is that of the list it was checked against."""

    digest: str = Field(pattern=r"^[0-9a-f]{64}$")
    verdicts: dict[Number, Verdict] = Field(min_length=1, max_length=MOST_PAGES)
    note: Note = ""


class RejectForm(Schema):
    """Why a file can't be taken in, all at once."""

    reason: Said


class PutRightForm(Schema):
    """A new scan of a page that is missing or differs."""

    number: Number
    file_id: str = Field(min_length=1, max_length=64)


class SupplementForm(Schema):
    """Everything that is still wanted, once."""

    asked: Said


class SupplyForm(Schema):
    """The pages that were asked for."""

    pages: list[PageForm] = Field(min_length=1, max_length=MOST_ADDED)


class PartForm(Schema):
    """What a zone says that handles it together with the home zone."""

    region: Region
    agrees: bool
    note: Note = ""


class DecisionForm(Schema):
    """The decision with its papers; what is not on paper goes to the person at once."""

    outcome: Outcome
    reason: Note = ""
    results: list[PageForm] = Field(min_length=1, max_length=MOST_RESULTS)


class CaseDone(Schema):
    """What an act answers."""

    id: str
    number: str
    state: str
    state_label: str


class CaseRow(Schema):
    """A case in a list; `charge_name` is who has to act now."""

    id: str
    number: str
    name: str
    mode_label: str
    window_name: str
    home_name: str
    state: str
    state_label: str
    charge_name: str
    due_at: datetime | None
    late_name: str
    made_at: datetime


class SheetView(Schema):
    """A page: who has it now, or had it last."""

    number: int
    name: str
    paper: bool
    result: bool
    sha256: str
    state: str
    state_label: str
    holder: str
    holder_name: str
    link: LinkView | None


class HandoverView(Schema):
    """A link of the chain of custody; `named` says whom the chain names for what is missing or differs."""

    number: int
    sender_name: str
    receiver_name: str
    pages: list[int]
    digest: str
    carrier_label: str
    courier: str
    waybill: str
    offered_at: datetime
    received_at: datetime | None
    missing: list[int]
    differing: list[int]
    named: str
    note: str


class ClockView(Schema):
    """A term: who owes what until when, with its arithmetic."""

    label: str
    who: str
    due_label: str
    overdue: bool
    closed: bool
    steps: list[str]


class PartView(Schema):
    region: str
    name: str
    agrees: bool | None
    note: str


class CaseView(Schema):
    """A case as one side of it sees it; what is not that side's is empty. `actions`: what it may do now."""

    row: CaseRow
    side: str
    side_label: str
    person: str
    digest: str
    sheets: list[SheetView]
    handovers: list[HandoverView]
    parts: list[PartView]
    asked: str
    outcome_label: str
    reason: str
    clocks: list[ClockView]
    actions: list[str]
    receivers: list["ReceiverView"]
    log: list[StepView]


class ReceiverView(Schema):
    """Whom the pages may go to."""

    region: str
    name: str


class DeskQuery(ListQuery):
    """A zone's cases: what it has to act on, most urgent first; or all, newest first."""

    region: Region
    all: bool = False


class PairsQuery(Schema):
    """A zone's pairs in the month in which a day lies; today's without one."""

    region: Region
    day: date | None = None


class PairView(Schema):
    """What a pair of zones did in a month."""

    window_name: str
    home_name: str
    collected: int
    decided: int
    on_time: int
    on_time_percent: int | None
    returned: int
    late: int
