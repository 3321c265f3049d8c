"""The attendance function: API and console pages of working days."""

from mashangban.domains.attendance import console, routes
from mashangban.kernel.http import App

handler = App("attendance", *routes.blueprints, *console.blueprints)
