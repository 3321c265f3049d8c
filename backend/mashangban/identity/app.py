"""The function behind `/v1/identity`."""

from mashangban.identity import routes
from mashangban.kernel.http import App

handler = App("identity", *routes.blueprints)
