"""The pages of guides: an office's items, one item with its draft and what is published, the writing of it."""

from mashangban.domains.guides.console import items, writing

blueprints = (items.pages, writing.pages)
