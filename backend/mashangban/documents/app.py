"""The documents function."""

from mashangban.documents import console
from mashangban.documents.routes import blueprints
from mashangban.kernel.http import App

handler = App("documents", *blueprints, *console.blueprints)
