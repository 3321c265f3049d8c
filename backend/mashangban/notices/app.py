"""The function of /v1/notices."""

from mashangban.kernel.http import App
from mashangban.notices import routes

handler = App("notices", routes.api)
