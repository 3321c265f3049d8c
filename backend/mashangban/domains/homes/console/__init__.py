"""The pages of homes for builders' offices and regulators."""

from mashangban.domains.homes.console import board, defects, estates, facts, imports

blueprints = (board.pages, defects.pages, estates.pages, facts.pages, imports.pages)
