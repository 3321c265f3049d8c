"""The publicareas function: the protocol, our own API and the console's pages."""

from mashangban.domains.publicareas import console, routes
from mashangban.kernel.http import App

handler = App("publicareas", *routes.blueprints, *console.blueprints)
