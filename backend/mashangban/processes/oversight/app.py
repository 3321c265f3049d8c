"""The oversight function: one page and its API, reading the boards of five domains."""

from mashangban.kernel.http import App
from mashangban.processes.oversight import routes

handler = App("oversight", routes.api, pages="mashangban.processes.oversight.console")
