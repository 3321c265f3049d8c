"""The doors of payments: parse, call one service function, shape."""

from mashangban.domains.payments.routes import bank, offices, workers

blueprints = (workers.api, bank.api, offices.api)
