"""The pages of homes for builders' offices and regulators."""

from mashangban.domains.homes.console import board, defects, estates

blueprints = (board.pages, defects.pages, estates.pages)
