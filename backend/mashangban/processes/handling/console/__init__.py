"""Where an office says which of its items are handled online, and what of them may be sent as a card."""

from mashangban.processes.handling.console import cards, items

blueprints = (cards.pages, items.pages)
