"""The answers function: asking for everybody, pairs, words and open questions for the offices."""

from mashangban.domains.answers import console, routes
from mashangban.kernel.http import App

handler = App("answers", *routes.blueprints, *console.blueprints)
