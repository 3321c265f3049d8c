"""The claiming function: beginning and handing in claims, lists of those who need not apply, budget lines."""

from mashangban.kernel.http import App
from mashangban.processes.claiming import routes

handler = App("claiming", routes.api, pages="mashangban.processes.claiming.console")
