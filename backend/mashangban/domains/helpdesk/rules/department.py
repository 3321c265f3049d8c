"""A department that answers, and the people at its posts. Pure."""

from dataclasses import dataclass
from datetime import date

from mashangban.domains.helpdesk.terms import Level, PostKind, TicketTopic
from mashangban.kernel.events import GENESIS, Subject
from mashangban.kernel.permissions import Place


@dataclass(frozen=True, slots=True)
class Desk:
    """A department as tickets name it."""

    id: str
    name: str
    region: str

    @property
    def place(self) -> Place:
        return Place(region=self.region)


@dataclass(frozen=True, slots=True)
class Department:
    """A department of a region. `general` ones take what belongs to nobody else (总台).

    `into_id` has its work from the day `into_from`, which `planned_by` planned, once a second person has `agreed`; when
    the day came it is `merged` and takes nothing new.
    """

    id: str
    name: str
    region: str
    level: Level
    topics: tuple[TicketTopic, ...]
    general: bool = False
    into_id: str = ""
    into_from: date | None = None
    planned_by: str = ""
    agreed: bool = False
    merged: bool = False
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("helpdepartment", self.id)

    @property
    def place(self) -> Place:
        return Place(region=self.region)

    @property
    def desk(self) -> Desk:
        return Desk(self.id, self.name, self.region)


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody at posts of a department. No topics mean that they take every topic of it."""

    person_id: str
    desk: Desk
    kinds: tuple[PostKind, ...]
    topics: tuple[TicketTopic, ...] = ()

    def knows(self, topic: TicketTopic) -> bool:
        return not self.topics or topic in self.topics


def city_of(region: str) -> str:
    """The code of the city above a county, as departments of a city carry it (GB/T 2260)."""
    return f"{region[:4]}00"


def watches(post: Post, region: str) -> bool:
    """Whether somebody supervises what happens in a county: their own one's, or the city's over it."""
    below = post.desk.region[:4] if post.desk.region.endswith("00") else post.desk.region
    return PostKind.WATCH in post.kinds and region.startswith(below)


def answers(post: Post) -> bool:
    """Whether somebody answers there, at 应答 or 主办."""
    return bool({PostKind.FRONT, PostKind.LEAD} & set(post.kinds))
