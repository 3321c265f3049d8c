"""The pages of the help desk: tickets, bad ratings, figures, departments with posts, promises, conversations."""

from mashangban.domains.helpdesk.console import (
    acts,
    board,
    canned,
    departments,
    promises,
    queues,
    ratings,
    talk_acts,
    tickets,
    workplace,
)

blueprints = (
    tickets.pages,
    acts.pages,
    ratings.pages,
    board.pages,
    departments.pages,
    promises.pages,
    workplace.pages,
    talk_acts.pages,
    queues.pages,
    canned.pages,
)
