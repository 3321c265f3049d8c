"""The appointments function: the API and the console's pages."""

from mashangban.domains.appointments import routes
from mashangban.kernel.http import App

handler = App("appointments", *routes.blueprints, pages="mashangban.domains.appointments.console")
