"""The pages of claims for the offices that decide and supervise them."""

from mashangban.domains.claims.console import evaluations, fuses, inspections

blueprints = (fuses.pages, inspections.pages, evaluations.pages)
