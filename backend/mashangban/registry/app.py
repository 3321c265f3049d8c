"""The registry function."""

from mashangban.kernel.http import App
from mashangban.registry.routes import blueprints

handler = App("registry", *blueprints)
