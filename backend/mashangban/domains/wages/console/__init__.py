"""The wages' pages of the console: the board, pay tables and their grid, lines and objections, uploads."""

from mashangban.domains.wages.console import board, changes, lines, tables, uploads

blueprints = (board.pages, tables.pages, lines.pages, changes.pages, uploads.pages)
