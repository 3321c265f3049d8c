"""The pages of answers for the offices that write and review them."""

from mashangban.domains.answers.console import editing, gaps, imports, pairs, words

blueprints = (pairs.pages, editing.pages, gaps.pages, words.pages, imports.pages)
