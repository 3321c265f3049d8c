"""The homes function: API and console pages of estates, homes and their owners."""

from mashangban.domains.homes import routes
from mashangban.kernel.http import App

handler = App("homes", *routes.blueprints, pages="mashangban.domains.homes.console")
