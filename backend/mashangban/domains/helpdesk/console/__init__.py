"""The pages of the help desk: tickets, bad ratings, figures, departments with posts, promises, conversations."""

from mashangban.domains.helpdesk.console import (
    acts,
    board,
    canned,
    departments,
    imports,
    mending,
    promises,
    queues,
    ratings,
    rosters,
    talk_acts,
    talk_files,
    talks,
    tickets,
    uniting,
    workplace,
)

blueprints = (
    tickets.pages,
    acts.pages,
    mending.pages,
    ratings.pages,
    board.pages,
    departments.pages,
    uniting.pages,
    rosters.pages,
    imports.pages,
    promises.pages,
    workplace.pages,
    talk_acts.pages,
    talk_files.pages,
    talks.pages,
    queues.pages,
    canned.pages,
)
