"""The pages of claims for the offices that decide and supervise them."""

from mashangban.domains.claims.console import claim, desk, evaluations, fuses, inspections, money

blueprints = (desk.pages, claim.pages, money.pages, fuses.pages, inspections.pages, evaluations.pages)
