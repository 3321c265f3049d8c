"""The helpdesk function: its API and the console's pages."""

from mashangban.domains.helpdesk import routes
from mashangban.kernel.http import App

handler = App("helpdesk", *routes.blueprints, pages="mashangban.domains.helpdesk.console")
