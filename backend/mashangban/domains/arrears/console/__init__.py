"""The arrears pages of the console: board, warnings, complaints, and the accused side's own pages."""

from mashangban.domains.arrears.console import accused, board, complaints, late

blueprints = (board.pages, late.pages, complaints.pages, accused.pages)
