"""The pages of policies for the offices that write them and answer for facts."""

from mashangban.domains.policies.console import board, disputes, editing, imports, items, replays

blueprints = (board.pages, items.pages, editing.pages, replays.pages, disputes.pages, imports.pages)
