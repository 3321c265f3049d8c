"""The answers function: asking for everybody, pairs, words and open questions for the offices."""

from mashangban.domains.answers import routes
from mashangban.kernel.http import App

handler = App("answers", *routes.blueprints, pages="mashangban.domains.answers.console")
