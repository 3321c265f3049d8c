"""The workers' pages of the console: contracts, sites and the board."""

from mashangban.domains.workers.console import board, contracts, sites

blueprints = (board.pages, contracts.pages, sites.pages)
