"""The workers' pages of the console: contracts, sites, certificates, training and the board."""

from mashangban.domains.workers.console import board, certificates, contracts, sites, trainings

blueprints = (board.pages, contracts.pages, sites.pages, certificates.pages, trainings.pages)
