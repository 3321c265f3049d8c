"""The reporting function: `mashangban.domains.reporting.app.handler`."""

from mashangban.domains.reporting import routes
from mashangban.kernel.http import App

handler = App("reporting", routes.api, pages="mashangban.domains.reporting.console")
