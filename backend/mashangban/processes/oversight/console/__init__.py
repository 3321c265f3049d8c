"""Oversight in the console: the overview and the way down, the lists, one line with its reason."""

from mashangban.processes.oversight.console import lines, overview

blueprints = (overview.pages, lines.pages)
