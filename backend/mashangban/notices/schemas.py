"""Wire shapes of notices: what other rooms ask for, what people and senders see."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from mashangban.kernel.http import ListQuery, Schema
from mashangban.notices.terms import Channel

Kind = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$", max_length=80)]
PagePath = Annotated[str, StringConstraints(pattern=r"^/[A-Za-z0-9/_?=&%.-]*$", max_length=300)]


class Whereabouts(Schema):
    """The place of the matter, for who may see whether its notices arrived."""

    region: str | None = None
    project: str | None = None
    orgs: list[str] = []


class Notify(Schema):
    """Body of a `notices.notify` message. Give `values` for a kind with a template, else `title` and `text`.

    `dedupe` names the occasion (without it: the message): a second request for the same person and occasion changes
    nothing. `channels`, `urgent`, `mandatory` replace the template's own.
    """

    person_id: str = Field(min_length=1, max_length=64)
    kind: Kind
    values: dict[str, str] | None = None
    title: Annotated[str, StringConstraints(min_length=1, max_length=20)] | None = None
    text: Annotated[str, StringConstraints(min_length=1, max_length=500)] | None = None
    link: PagePath | None = None
    channels: list[Channel] | None = None
    urgent: bool | None = None
    mandatory: bool | None = None
    dedupe: str | None = Field(None, max_length=300)
    place: Whereabouts = Whereabouts()


class Forget(Schema):
    """Body of a `notices.forget` message: a person's inbox is erased."""

    person_id: str = Field(min_length=1, max_length=64)


class NoticeView(Schema):
    """One message of the inbox; `link` is a page of the mini-program."""

    id: str
    kind: str
    title: str
    text: str
    link: str | None
    at: datetime
    read: bool


class Summary(Schema):
    """The figure on the tab."""

    unread: int


class Preferences(Schema):
    """What reaches a person beside the inbox. Muted kinds still lie in the inbox; mandatory ones can't be muted."""

    wechat: bool = True
    sms: bool = True
    muted: list[Kind] = Field([], max_length=100)


class DeliveriesQuery(ListQuery):
    """Which matter: `<kind>:<id>` as its events name it, e.g. `contract:01J...`."""

    subject: Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}:[A-Za-z0-9_-]{1,64}$")]


class ChannelView(Schema):
    """What became of one channel; `reason_label` says why it is not simply sent."""

    channel: str
    channel_label: str
    state: str
    state_label: str
    attempts: int
    at: datetime | None
    reason: str | None
    reason_label: str | None


class DeliveryView(Schema):
    """Whether one notice of a matter arrived. The inbox always has it; addresses and words stay with the person."""

    kind: str
    person_id: str
    at: datetime
    read_at: datetime | None
    channels: list[ChannelView]
