"""The payments function: API and console pages of cards, wage accounts and transfers."""

from mashangban.domains.payments import routes
from mashangban.kernel.http import App

handler = App("payments", *routes.blueprints, pages="mashangban.domains.payments.console")
