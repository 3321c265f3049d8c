"""Remote help on the wire. A private field has no value here: whoever sends one is refused."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.assistance.terms import (
    CODE_DIGITS,
    MOST_FIELDS,
    MOST_LETTERS,
    MOST_OPTIONS,
    MOST_SIGNAL,
    Ending,
    FieldKind,
    SharedForm,
)
from mashangban.kernel.http import Schema
from mashangban.kernel.http.schemas import LINES, ONE_LINE

_KEY = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_.]{0,39}$")]
_LABEL = Annotated[str, Field(max_length=100), ONE_LINE]
_VALUE = Annotated[str, Field(max_length=MOST_LETTERS), LINES]


class SharingOffer(Schema):
    """Which form, and which text somebody read before they agreed."""

    form: SharedForm
    consent: str = Field(max_length=20)


class SharingDone(Schema):
    """What an act answers; `code` is what the person reads to whoever helps, while nobody does."""

    id: str
    state: str
    code: str = ""
    code_until: datetime | None = None


class SharedOption(Schema):
    value: str = Field(max_length=100)
    label: _LABEL


class SharedField(Schema):
    """A field as the form shows it; `most` letters go in, of files `value` is how many there are."""

    key: _KEY
    label: _LABEL
    kind: FieldKind
    value: _VALUE = ""
    filled: bool = False
    fault: _LABEL = ""
    most: int = Field(0, ge=0, le=MOST_LETTERS)
    options: list[SharedOption] = Field(default_factory=list, max_length=MOST_OPTIONS)


class SharedSheet(Schema):
    """The whole form as it stands; `typed` grows by each sending."""

    typed: int = Field(ge=1, le=1_000_000)
    focus: str = Field("", max_length=40)
    fields: list[SharedField] = Field(min_length=1, max_length=MOST_FIELDS)


class ProposalAnswer(Schema):
    accepted: bool


class ScreenSignal(Schema):
    """A session description (RFC 8866) with its candidates, for the other browser."""

    sdp: str = Field(pattern=r"^v=0", max_length=MOST_SIGNAL)


class SharingStop(Schema):
    """Why the person lets nobody look any more."""

    why: Ending


class RtcServerView(Schema):
    """A server by which two browsers find each other; a relay takes a name and a password until the sharing ends."""

    urls: str
    username: str
    credential: str


class SharingProposal(Schema):
    number: int
    field: str
    value: str
    reason: str
    state: str
    state_label: str


class SharingView(Schema):
    """What the person sees: who looks, where they point, what they propose."""

    id: str
    form: SharedForm
    form_label: str
    state: str
    state_label: str
    offered_at: datetime
    until: datetime
    helper: str
    ended: str
    typed: int
    pointed: str
    proposals: list[SharingProposal]
    answered: str
    servers: list[RtcServerView]


class SharingRow(Schema):
    """A sharing in the person's list: who looked at what, when."""

    id: str
    form_label: str
    state_label: str
    offered_at: datetime
    joined_at: datetime | None
    ended_at: datetime | None
    helper: str
    ended: str


class SharingStep(Schema):
    """What was done in a sharing; `field` is the name of what it was about, never what stood there."""

    at: datetime
    label: str
    by_label: str
    field: str
    hash: str


class SharingTrace(Schema):
    """What is remembered of a sharing: who looked, at which fields, what was proposed and what became of it."""

    row: SharingRow
    seen: list[str]
    steps: list[SharingStep]


class JoinForm(Schema):
    code: str = Field(pattern=rf"^\d{{{CODE_DIGITS}}}$")


class PointForm(Schema):
    """Where to point; empty for nowhere."""

    field: str = Field("", max_length=40)


class ProposalForm(Schema):
    field: _KEY
    value: _VALUE = ""
    reason: Annotated[str, Field(min_length=2, max_length=200), LINES]


class HelpField(Schema):
    """A field as whoever helps sees it; `shown` and `proposed` are in words."""

    key: str
    label: str
    kind: FieldKind
    value: str
    shown: str
    fault: str
    most: int
    options: list[SharedOption]
    focused: bool
    pointed: bool
    proposable: bool
    proposal: SharingProposal | None
    proposed: str


class HelpView(Schema):
    """What whoever helps sees; nothing of the form once it is over."""

    id: str
    person: str
    form: SharedForm
    form_label: str
    state: str
    until: datetime
    ended: str
    fields: list[HelpField]


class ScreenView(Schema):
    """What the browser of whoever looks at a screen needs: the offer until it is taken, or why it is over."""

    offered: str
    ended: str
    servers: list[RtcServerView]


class HelpRow(Schema):
    id: str
    person: str
    form_label: str
    joined_at: datetime | None
