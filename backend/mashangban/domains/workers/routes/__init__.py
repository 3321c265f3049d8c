"""The doors of workers: parse, call one service function, shape."""

from mashangban.domains.workers.routes import (
    amendments,
    certificates,
    contracts,
    histories,
    offices,
    teams,
    trainings,
)

blueprints = (
    teams.api,
    contracts.api,
    amendments.api,
    offices.api,
    certificates.api,
    trainings.api,
    histories.api,
)
