"""The pages of the help desk: tickets, bad ratings, figures, departments with their posts, promised times."""

from mashangban.domains.helpdesk.console import acts, board, departments, promises, ratings, tickets

blueprints = (
    tickets.pages,
    acts.pages,
    ratings.pages,
    board.pages,
    departments.pages,
    promises.pages,
)
