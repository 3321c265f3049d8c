"""Live conversations on the wire. Lines are numbered: whoever has eleven asks for what follows eleven."""

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from mashangban.domains.helpdesk.schemas.ratings import RatingView
from mashangban.domains.helpdesk.terms import TicketClass, TicketTopic
from mashangban.domains.helpdesk.terms.cards import MOST_TARGET, CardKind
from mashangban.domains.helpdesk.terms.talking import MOST_AT_ONCE, MOST_LINES, USUAL_AT_ONCE, DutyState
from mashangban.files.schemas import LinkView
from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.http.schemas import LINES, ONE_LINE

_SAID = Annotated[str, Field(max_length=1000), LINES]
_REASON = Annotated[str, Field(min_length=2, max_length=500), LINES]
_ID = Annotated[str, Field(max_length=40)]


class TalkPlace(Schema):
    """Where (a county) and what about: whoever answers is found by it."""

    region: str = Field(pattern=r"^\d{6}$")
    topic: TicketTopic


class TalkOpening(TalkPlace):
    """The first words of a conversation."""

    text: Annotated[str, Field(min_length=2, max_length=1000), LINES]


class TalkCardForm(Schema):
    """A card to send: its kind, the id of what it stands for, what that is called."""

    kind: CardKind
    target: str = Field(pattern=rf"^[A-Za-z0-9._-]{{1,{MOST_TARGET}}}$")
    title: Annotated[str, Field(min_length=2, max_length=130), ONE_LINE]


class TalkSaid(Schema):
    """Words, a file that has arrived, or a card: one of the three."""

    text: _SAID = ""
    file_id: Annotated[str, Field(max_length=64)] = ""
    card: TalkCardForm | None = None

    @model_validator(mode="after")
    def _one_of_three(self) -> Self:
        if sum(map(bool, (self.text, self.file_id, self.card))) != 1:
            raise ValueError("请写一句话，或选一张图片")
        return self


class TalkRead(Schema):
    """Up to which line somebody has read."""

    number: int = Field(ge=1, le=MOST_LINES * 2)


class TalkReason(Schema):
    text: _REASON


class TalkTo(Schema):
    """To whom it is passed on, and why: another department, or a colleague of the own one."""

    department_id: _ID = ""
    colleague_id: _ID = ""
    text: _REASON

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if bool(self.department_id) is bool(self.colleague_id):
            raise ValueError("请选一个部门，或一位同事")
        return self


class TalkAssign(Schema):
    """Who goes on with it, at which department, and why: both who talk read it."""

    department_id: _ID
    person_id: _ID
    text: _REASON


class TalkTicket(Schema):
    """What the ticket says that goes on with it, and of which class it is."""

    klass: TicketClass
    text: Annotated[str, Field(min_length=2, max_length=2000), LINES]


class TalkQuery(Schema):
    """`after`: the last line that one has."""

    after: int = Field(0, ge=0, le=MOST_LINES * 2)


class TalkLineCard(Schema):
    """A card in a line: what it is and what it stands for. A kind that a phone does not know is shown as its words."""

    kind: str
    kind_label: str
    target: str

    @property
    def looks(self) -> str:
        """The console page with what it looks like; empty where words say it all."""
        return CardKind(self.kind).looks.format(self.target)


class TalkLine(Schema):
    number: int
    side: str
    kind: str
    at: datetime
    text: str
    file: LinkView | None
    card: TalkLineCard | None
    mine: bool


class TalkRow(Schema):
    """A conversation in a list."""

    id: str
    topic: str
    topic_label: str
    desk_name: str
    post_label: str
    state: str
    state_label: str
    opened_at: datetime
    spoken_at: datetime
    spoken_by: str
    lines: int
    unread: int
    ticket_id: str
    stars: int


class OwnTalkRow(TalkRow):
    """A conversation in its asker's list: `asked` is how it began."""

    asked: str


class DeskTalkRow(TalkRow):
    """A conversation in a department's or a county's list, with whoever has it."""

    agent_label: str


class TalksQuery(ListQuery):
    """`where`: a department's id or a county's code. What is open comes the longest first, what ended the newest."""

    where: str = Field(max_length=40)
    bucket: Literal["open", "ended"] = "open"


class TalkView(Schema):
    """A conversation with the lines that follow `after`, a page at most: `more` says that others follow these.

    `ahead` counts who waits before the asker (`ahead_most` means that many and more); `other_read` is up to which line
    the other side has read.
    """

    row: TalkRow
    region: str
    ahead: int
    ahead_most: int
    other_read: int
    lines: list[TalkLine]
    more: bool
    rating: RatingView | None
    actions: list[str]


class TalkChoice(Schema):
    id: str
    label: str


class TalkSeat(Schema):
    """Somebody on duty with a free hand, to whom supervision may give a conversation."""

    department_id: str
    person_id: str
    label: str


class TalkCard(Schema):
    """Who asks, and to whom a conversation may be passed on; `earlier` counts ten at most."""

    asker_label: str
    region_label: str
    first_name: str
    earlier: int
    departments: list[TalkChoice]
    colleagues: list[TalkChoice]
    lead_there: bool


class TalkDone(Schema):
    """What an act answers; `number` is the conversation's last line now."""

    id: str
    state: str
    state_label: str
    number: int
    ticket_id: str = ""


class TalkPresence(Schema):
    """Whether somebody would talk now. `desk_name` is whose turn it would be, also while nobody is there; `opens_at` is
    then when somebody is down in its roster next, if anybody is.
    """

    desk_name: str
    on_duty: int
    free: int
    waiting: int
    opens_at: datetime | None
    open_id: str


class DutyForm(Schema):
    state: DutyState
    most: int = Field(USUAL_AT_ONCE, ge=1, le=MOST_AT_ONCE)


class DutyView(Schema):
    """One's own presence; `there` is false also when the screen has said nothing for a while."""

    state: str
    state_label: str
    there: bool
    talks: int
    most: int
    desk_names: list[str]


class WorkplaceView(Schema):
    """What an agent has before them: presence, where they may answer, whom they talk with, who waits there."""

    duty: DutyView
    desks: list[TalkChoice]
    talks: list[TalkRow]
    waiting: list[TalkRow]


class QueuesQuery(ListQuery):
    """`region`: a county's code, or a city's with its two noughts."""

    region: str = Field(pattern=r"^\d{6}$")


class AgentRow(Schema):
    """An agent now; `on_shift` says that the roster has them down for this moment."""

    label: str
    on_shift: bool
    state_label: str
    there: bool
    talks: int
    most: int


class QueueRow(Schema):
    """A department's queue: how many wait, since when the first does, who is there with how many."""

    department_id: str
    desk_name: str
    waiting: int
    waiting_most: int
    waits_since: datetime | None
    agents: list[AgentRow]
