"""The documents function."""

from mashangban.documents.routes import blueprints
from mashangban.kernel.http import App

handler = App("documents", *blueprints, pages="mashangban.documents.console")
