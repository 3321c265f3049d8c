"""What an act asks the notices room to tell: whom, and in which words. The one place that knows how this is written.

It lies in the kernel because identity and documents tell people too, and the notices room stands above them. What is
heard is read by `notices/schemas.Notify`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypedDict

from mashangban.kernel.events import Message
from mashangban.kernel.permissions import Grant, Place

ROOM, NOTIFY = "notices", "notices.notify"


class Whereabouts(TypedDict, total=False):
    """The place of the matter, for who may see whether its notices arrived; what it does not name is nobody's."""

    region: str | None
    project: str | None
    orgs: Sequence[str]


@dataclass(frozen=True, slots=True)
class Whom:
    """Persons by id, and whoever holds one of `posts` when it is heard: of each `most` at most, nobody in `but`.

    However many they are, the act writes one message (ADR 30).
    """

    person_id: str | None = None
    people: Sequence[str] | None = None
    posts: Sequence[Grant] = ()
    most: int | None = None
    but: Sequence[str] = ()

    def written(self) -> dict[str, object]:
        """As it travels: only what is said."""
        said = {
            "person_id": self.person_id,
            "people": None if self.people is None else list(self.people),
            "posts": [str(post) for post in self.posts] or None,
            "most": self.most,
            "but": list(self.but) or None,
        }
        return {name: value for name, value in said.items() if value is not None}


def notice(
    whom: Whom,
    kind: str,
    values: Mapping[str, str],
    *,
    link: str = "",
    dedupe: str = "",
    place: Whereabouts | None = None,
) -> Message:
    """Tell these people in the words of `kind` (notices/terms), filled with `values`; `link` is the page it opens.

    `dedupe` names the occasion, of which nobody is told twice; without it that is the message itself.
    """
    body = {**whom.written(), "kind": kind, "values": dict(values)}
    if link:
        body["link"] = link
    if dedupe:
        body["dedupe"] = dedupe
    if place is not None:
        body["place"] = dict(place)
    return Message(ROOM, NOTIFY, body)


def whereabouts(place: Place) -> Whereabouts:
    """All that a thing's own place says."""
    return {"region": place.region, "project": place.project, "orgs": sorted(place.orgs)}


def in_region(region: str, *orgs: str) -> Whereabouts:
    """What an office of a region may see, and who acts for these enterprises."""
    return {"region": region, "orgs": list(orgs)}
