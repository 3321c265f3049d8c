"""The assistance function: the API of whoever is helped, the console's pages of whoever helps."""

from mashangban.domains.assistance import console, routes
from mashangban.kernel.http import App

handler = App("assistance", routes.api, console.pages)
