"""The crossregion function: the API and the console's pages."""

from mashangban.domains.crossregion import routes
from mashangban.kernel.http import App

handler = App("crossregion", *routes.blueprints, pages="mashangban.domains.crossregion.console")
