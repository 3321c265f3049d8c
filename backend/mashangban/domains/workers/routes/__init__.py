"""The doors of workers: parse, call one service function, shape."""

from mashangban.domains.workers.routes import amendments, contracts, offices, teams

blueprints = (teams.api, contracts.api, amendments.api, offices.api)
