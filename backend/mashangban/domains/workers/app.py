"""The workers function: API and console pages of labour contracts."""

from mashangban.domains.workers import routes
from mashangban.kernel.http import App

handler = App("workers", *routes.blueprints, pages="mashangban.domains.workers.console")
