"""The function of /v1/notices and /console/notices."""

from mashangban.kernel.http import App
from mashangban.notices import console, routes

handler = App("notices", routes.api, console.pages)
