"""The appointments function: the API and the console's pages."""

from mashangban.domains.appointments import console, routes
from mashangban.kernel.http import App

handler = App("appointments", *routes.blueprints, *console.blueprints)
