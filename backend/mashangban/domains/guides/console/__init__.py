"""The pages of guides: an office's items and packages, and the counter where one helps."""

from mashangban.domains.guides.console import helping, items, packages, writing

blueprints = (items.pages, writing.pages, packages.pages, helping.pages)
