"""Pay tables, uploads and boards on the wire."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from mashangban.deadlines.schemas import DeadlineView
from mashangban.domains.wages.schemas.lines import FindingView, Id, Month, Named, WageItem, Words
from mashangban.domains.wages.terms import LineState, Standing, TableState, UploadState
from mashangban.kernel.http.schemas import ListQuery, Schema


class TableForm(Schema):
    """A month of one employer at one project; with `empty` the rows come later by upload."""

    project_id: Id
    employer_id: Id
    month: Month
    empty: bool = False


class Reason(Schema):
    reason: Words


class TableListQuery(ListQuery):
    """Of a project, or of a county (six digits)."""

    project_id: Id | None = None
    region: Annotated[str, Field(pattern=r"^[0-9]{6}$")] | None = None


class TableRow(Schema):
    id: str
    month: str
    project: Named
    employer: Named
    general_contractor: Named
    state: TableState
    state_label: str
    lines: int
    total_fen: int
    made_at: datetime
    reason: str | None


class StateCount(Schema):
    """How many lines stand in a state, and their fen."""

    state: LineState
    label: str
    lines: int
    fen: int


class JobView(Schema):
    """Work over all lines that is under way, in chunks."""

    label: str
    done: int
    total: int


class TableView(TableRow):
    """A table whole. `actions`: edit, upload, show, discard, submit, return, approve."""

    states: list[StateCount]
    blocked: int
    unconfirmed: int
    insisted: int
    ordered_fen: int
    paid_fen: int
    returned_fen: int
    frozen_fen: int
    left_fen: int
    job: JobView | None
    deadline: DeadlineView | None
    silence_note: str
    pages: int
    runs: int
    actions: list[str]
    version: int


class GridQuery(Schema):
    """A page of the grid, from 0; each holds 100 rows. With `state` only rows that stand so are shown, from as many
    pages as are looked through at once; the answer's `next_page` says where to go on."""

    page: int = Field(0, ge=0, le=9999)
    state: Standing | None = None


class GridRow(Schema):
    """One row, shown to its worker or not yet; `number` is its place on the page."""

    number: int
    line_id: str | None
    contract_id: str
    contract_number: str
    name_masked: str
    team: str
    trade_name: str
    unit: str
    rate_fen: int
    quantity_milli: int
    attended_halves: int
    items: list[WageItem]
    note: str
    amount_fen: int
    formula: str
    previous_fen: int | None
    findings: list[FindingView]
    state: LineState | None
    state_label: str
    unconfirmed: bool
    assisted: bool


class GridView(Schema):
    """Rows in the table's order; `next_page` is None at the end."""

    rows: list[GridRow]
    page: int
    pages: int
    next_page: int | None
    total_fen: int


class UploadForm(Schema):
    """A sheet that has arrived in the files room (purpose `import`)."""

    file_id: Id


class UploadView(Schema):
    """An upload: its progress while it is checked, what it adds up to or how many errors it has."""

    id: str
    table_id: str
    filename: str
    state: UploadState
    state_label: str
    done: int
    total: int
    rows: int
    errors: int
    total_fen: int
    blocked: int
    root: str | None
    received_at: datetime


class UploadErrorView(Schema):
    """What is wrong in one row of the sheet; row 0 is the file itself."""

    row: int
    column: str
    message: str


class BoardQuery(Schema):
    """A province (2 digits), city (4) or county (6) in a month."""

    region: Annotated[str, Field(pattern=r"^[0-9]{2}([0-9]{2}){0,2}$")]
    month: Month


class BoardPart(Schema):
    key: str
    label: str
    lines: int
    fen: int


class BoardView(Schema):
    region: str
    region_name: str
    month: str
    states: list[StateCount]
    unconfirmed: int
    insisted: int
    parts: list[BoardPart]
