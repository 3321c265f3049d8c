"""The pages of answers for the offices that write and review them."""

from mashangban.domains.answers.console import cards, editing, gaps, imports, media, pairs, words

blueprints = (pairs.pages, editing.pages, media.pages, cards.pages, gaps.pages, words.pages, imports.pages)
