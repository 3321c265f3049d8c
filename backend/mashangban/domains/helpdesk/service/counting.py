"""A ticket, a rating or a conversation counts as it stands now, once however often the stream says so."""

from mashangban.domains.helpdesk.repository import ratings, rows, talks, tickets
from mashangban.domains.helpdesk.rules import talk_tally, tally


def count(kind: str, subject_id: str) -> bool:
    """Let it count; False when that was done already."""
    if kind == "helprating":
        return rows.count(rows.RATINGS, tally.of_rating(ratings.get(subject_id)))
    if kind == "helptalk":
        return rows.count(rows.TALKS, talk_tally.of_talk(talks.get(subject_id)))
    return rows.count(rows.TICKETS, tally.of_ticket(tickets.get(subject_id)))
