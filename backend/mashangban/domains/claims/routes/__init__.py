"""The doors of claims: an enterprise's people, offices, everybody."""

from mashangban.domains.claims.routes import (
    budgets,
    enterprises,
    evaluating,
    fuses,
    money,
    offices,
    publicity,
    sampling,
)

blueprints = (
    enterprises.api, offices.api, budgets.api, money.api, publicity.api, fuses.api, sampling.api, evaluating.api,
)  # fmt: skip
