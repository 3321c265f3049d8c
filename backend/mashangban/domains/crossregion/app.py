"""The crossregion function: the API and the console's pages."""

from mashangban.domains.crossregion import console, routes
from mashangban.kernel.http import App

handler = App("crossregion", *routes.blueprints, *console.blueprints)
