"""Who is there to talk, and who of them gets the next conversation. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from mashangban.domains.helpdesk.rules import routing
from mashangban.domains.helpdesk.rules.department import Desk, Post
from mashangban.domains.helpdesk.terms import PostKind, TicketTopic
from mashangban.domains.helpdesk.terms.talking import BEAT_LASTS, USUAL_AT_ONCE, DutyState
from mashangban.kernel.events import GENESIS, Subject


@dataclass(frozen=True, slots=True)
class Duty:
    """Somebody's presence at all their desks: until when their screen's last word counts, how many they talk with."""

    person_id: str
    desks: tuple[Desk, ...] = ()
    state: DutyState = DutyState.AWAY
    until: datetime | None = None
    talks: int = 0
    most: int = USUAL_AT_ONCE
    version: int = 0
    chain: str = GENESIS

    @property
    def subject(self) -> Subject:
        return Subject("helpduty", self.person_id)

    def there(self, at: datetime) -> bool:
        """Somebody sits before the screen."""
        return self.state is not DutyState.AWAY and self.until is not None and at < self.until

    def free(self, at: datetime) -> bool:
        """One more conversation may be given to them."""
        return self.there(at) and self.state is DutyState.ON and self.talks < self.most


def turn(one: Duty, state: DutyState, most: int, desks: tuple[Desk, ...], at: datetime) -> Duty:
    """Come on duty, be busy, go."""
    return replace(one, state=state, most=most, desks=desks, until=at + BEAT_LASTS)


def fit(topic: TicketTopic, post: PostKind, posts: Iterable[Post]) -> list[str]:
    """Who may answer: 应答 what is at 应答; 主办 everything; each only what they know."""
    known = list(posts)
    lead = routing.agents_for(topic, PostKind.LEAD, known)
    front = routing.agents_for(topic, PostKind.FRONT, known) if post is PostKind.FRONT else []
    return list(dict.fromkeys((*front, *lead)))


def chosen(
    people: Iterable[str], duties: Mapping[str, Duty], at: datetime, on_shift: Collection[str] = ()
) -> Duty | None:
    """The free one who talks with the fewest, whose shift it is before all others; None when nobody is free."""
    free = [duties[person] for person in people if person in duties and duties[person].free(at)]
    return min(free, key=lambda one: (one.person_id not in on_shift, one.talks), default=None)
