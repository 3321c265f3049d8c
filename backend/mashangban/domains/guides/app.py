"""The guides function: the API and the console's pages."""

from mashangban.domains.guides import routes
from mashangban.kernel.http import App

handler = App("guides", *routes.blueprints, pages="mashangban.domains.guides.console")
