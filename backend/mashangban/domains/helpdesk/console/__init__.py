"""The pages of the help desk: tickets, bad ratings, figures."""

from mashangban.domains.helpdesk.console import acts, board, ratings, tickets

blueprints = (tickets.pages, acts.pages, ratings.pages, board.pages)
