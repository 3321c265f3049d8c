"""Wire shapes of notices: what other rooms ask for, what people and senders see."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from mashangban.kernel.http import ListQuery, Schema
from mashangban.kernel.permissions import Grant
from mashangban.notices.terms import Channel

Kind = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$", max_length=80)]
PersonId = Annotated[str, StringConstraints(min_length=1, max_length=64)]
PostText = Annotated[str, AfterValidator(lambda text: str(Grant.parse(text)))]
PagePath = Annotated[str, StringConstraints(pattern=r"^/[A-Za-z0-9/_?=&%.-]*$", max_length=300)]


class Whereabouts(Schema):
    """The place of the matter, for who may see whether its notices arrived."""

    region: str | None = None
    project: str | None = None
    orgs: list[str] = []


class Notify(Schema):
    """Body of a `notices.notify` message. Give `values` for a kind with a template, else `title` and `text`.

    Told are `person_id`, all `people`, and whoever holds one of the `posts` when the message is heard: of each post
    `most` persons at most, and nobody named in `but`. However many they are, the act wrote one message.
    `dedupe` names the occasion (without it: the message): a second request for the same person and occasion changes
    nothing. `channels`, `urgent`, `mandatory` replace the template's own.
    """

    person_id: PersonId | None = None
    people: list[PersonId] = []
    posts: list[PostText] = []
    most: int | None = Field(None, ge=1)
    but: list[PersonId] = []
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

    @model_validator(mode="after")
    def _tells_somebody(self) -> Self:
        if not (self.person_id or self.people or self.posts):
            raise ValueError("names nobody to be told")
        return self


class Forget(Schema):
    """Body of a `notices.forget` message: a person's inbox is erased."""

    person_id: PersonId


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
