"""The matters function: the API and the console's pages."""

from mashangban.domains.matters import console, routes
from mashangban.kernel.http import App

handler = App("matters", *routes.blueprints, *console.blueprints)
