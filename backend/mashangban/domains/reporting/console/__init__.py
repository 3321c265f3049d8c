"""Reporting in the console: the board, the list, one report, the code maps."""

from mashangban.domains.reporting.console import board, maps, reports

blueprints = (board.pages, reports.pages, maps.pages)
