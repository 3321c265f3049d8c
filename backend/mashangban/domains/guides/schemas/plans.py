"""Wire shapes of a person's plan and of the help with it."""

from datetime import datetime
from typing import Annotated

from pydantic import Field

from mashangban.domains.guides.schemas.items import GuideStep
from mashangban.domains.guides.schemas.packages import GuideCardView, GuidePaperView, GuideSaid, Key
from mashangban.kernel.http import Schema
from mashangban.kernel.http.schemas import ONE_LINE


class GuidePlanForm(Schema):
    """A package made one's own, in the county where one lives or opens the shop, with all questions answered."""

    package_id: Annotated[str, Field(pattern=r"^[A-Za-z0-9]{1,40}$")]
    region: str = Field(pattern=r"^\d{6}$")
    answers: dict[Key, Key] = Field(max_length=20)


class GuidePlanDone(Schema):
    """What an act answers."""

    id: str
    state: str
    state_label: str


class GuidePlanRow(Schema):
    id: str
    name: str
    region_name: str
    made_at: datetime
    state: str
    state_label: str


class GuidePlanView(Schema):
    """A plan as its person sees it; `helping_until` says that somebody helps now."""

    id: str
    package_id: str
    name: str
    region_name: str
    state: str
    state_label: str
    said: list[GuideSaid]
    cards: list[GuideCardView]
    papers: list[GuidePaperView]
    done: int
    days: int
    helper: str
    helping_until: datetime | None
    log: list[GuideStep]


class GuideCardMark(Schema):
    done: bool


class GuideCardWord(Schema):
    """The person's word on what a helper said."""

    agrees: bool


class GuidePapers(Schema):
    """The papers that are at hand, by name; what is not named is not."""

    names: list[Annotated[str, Field(min_length=1, max_length=60), ONE_LINE]] = Field(max_length=100)


class GuideHelpCode(Schema):
    """The text of the picture, good once and for five minutes."""

    code: str
    valid_until: datetime


class GuideHelpForm(Schema):
    """What a helper scanned."""

    code: str = Field(max_length=120)


class GuideHelpView(Schema):
    """A plan as a helper sees it: whose (masked), which cards, which papers; no more than the matter needs."""

    id: str
    person: str
    name: str
    region_name: str
    state: str
    state_label: str
    said: list[GuideSaid]
    cards: list[GuideCardView]
    papers: list[GuidePaperView]
    until: datetime
