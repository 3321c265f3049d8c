"""The console function."""

from mashangban.console.routes import blueprints
from mashangban.kernel.http import App

handler = App("console", *blueprints)
