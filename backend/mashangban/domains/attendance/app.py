"""The attendance function: API and console pages of working days."""

from mashangban.domains.attendance import routes
from mashangban.kernel.http import App

handler = App("attendance", *routes.blueprints, pages="mashangban.domains.attendance.console")
