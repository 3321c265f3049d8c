"""The payments function: API and console pages of cards, wage accounts and transfers."""

from mashangban.domains.payments import console, routes
from mashangban.kernel.http import App

handler = App("payments", *routes.blueprints, *console.blueprints)
