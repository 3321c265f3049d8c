"""The publicareas function: the protocol, our own API and the console's pages."""

from mashangban.domains.publicareas import routes
from mashangban.kernel.http import App

handler = App("publicareas", *routes.blueprints, pages="mashangban.domains.publicareas.console")
