"""The pages of policies for the offices that write them and answer for facts."""

from mashangban.domains.policies.console import disputes, editing, imports, items, replays

blueprints = (items.pages, editing.pages, replays.pages, disputes.pages, imports.pages)
