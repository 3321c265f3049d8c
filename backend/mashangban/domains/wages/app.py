"""The wages function: `mashangban.domains.wages.app.handler`."""

from mashangban.domains.wages import routes
from mashangban.kernel.http import App

handler = App("wages", *routes.blueprints, pages="mashangban.domains.wages.console")
