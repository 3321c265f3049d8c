"""The function behind /v1/live."""

from mashangban.kernel.http import App
from mashangban.live import routes

handler = App("live", routes.api)
