"""The homes function: the API of estates, homes and their owners."""

from mashangban.domains.homes import routes
from mashangban.kernel.http import App

handler = App("homes", *routes.blueprints)
