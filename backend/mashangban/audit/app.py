"""The log's function behind /v1/audit."""

from mashangban.audit import routes
from mashangban.kernel.http import App

handler = App("audit", routes.api)
