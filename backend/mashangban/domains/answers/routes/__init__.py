"""The API of answers."""

from mashangban.domains.answers.routes import asking, gaps, imports, pairs, words

blueprints = (asking.api, pairs.api, gaps.api, words.api, imports.api)
