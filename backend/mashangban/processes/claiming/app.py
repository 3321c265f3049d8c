"""The claiming function: beginning and handing in claims, offers, budget lines."""

from mashangban.kernel.http import App
from mashangban.processes.claiming import routes

handler = App("claiming", routes.api)
