"""Who listens hears that a conversation or a queue has moved (docs/adr/0025); what it says they ask for themselves."""

from datetime import datetime

from mashangban.domains.helpdesk.repository import departments, talks
from mashangban.domains.helpdesk.rules import department as rules
from mashangban.kernel.errors import NotFound
from mashangban.live import service as live


def conversation(talk_id: str, number: int, author_id: str, at: datetime) -> None:
    """A line was written: the two who talk hear of it, and who wrote it on their other screens."""
    try:
        one = talks.get(talk_id)
    except NotFound:
        return
    live.tell(_known(one.asker_id, one.agent_id, author_id), f"conversation:{talk_id}", number, at)


def queue(desk_id: str, at: datetime) -> None:
    """A department's queue moved: those who answer there hear of it."""
    people = [post.person_id for post in departments.posts_at(desk_id) if rules.answers(post)]
    live.tell(people, f"queue:{desk_id}", int(at.timestamp() * 1000), at)


def _known(*people: str) -> list[str]:
    return [one for one in people if one]
