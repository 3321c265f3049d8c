"""The pages of guides: an office's items and packages, and the counter where one helps."""

from mashangban.domains.guides.console import cards, completing, helping, imports, items, packages, writing

blueprints = (
    imports.pages,
    items.pages,
    writing.pages,
    completing.pages,
    packages.pages,
    helping.pages,
    cards.pages,
)
