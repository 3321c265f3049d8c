"""The pages where an office says which of its items are handled online."""

from mashangban.processes.handling.console import items

blueprints = (items.pages,)
