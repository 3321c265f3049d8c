"""The handling function: what of a guide is handled online, and beginning it."""

from mashangban.kernel.http import App
from mashangban.processes.handling import console, routes

handler = App("handling", routes.api, *console.blueprints)
