"""A ticket or a rating counts as it stands now, once however often the stream says so."""

from mashangban.domains.helpdesk.repository import ratings, rows, tickets
from mashangban.domains.helpdesk.rules import tally


def count(kind: str, subject_id: str) -> bool:
    """Let it count; False when that was done already."""
    if kind == "helprating":
        return rows.count(rows.RATINGS, tally.of_rating(ratings.get(subject_id)))
    return rows.count(rows.TICKETS, tally.of_ticket(tickets.get(subject_id)))
