"""The payments' pages of the console: board, wage accounts, runs, deposits."""

from mashangban.domains.payments.console import accounts, board, deposit_imports, deposits, projects, runs

blueprints = (board.pages, accounts.pages, projects.pages, runs.pages, deposits.pages, deposit_imports.pages)
